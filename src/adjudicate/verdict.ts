/** What adjudication makes of outcomes: a verdict on an allegation. */
import type { OtherBearer } from '../pack/model/allegation.ts';

export type VerdictKind = 'upheld' | 'partly-upheld' | 'not-upheld' | 'insufficient-evidence';

/** Who bears what happened. */
export type Bearer = 'agent' | OtherBearer;

/** Why the evidence is insufficient. */
export type Insufficiency = 'not-evaluated' | 'speakers-unsure' | 'words-unsure' | 'voice-not-heard';

/** What would have changed a verdict: criteria turned between met and not met, and what comes of it. */
export interface Counterfactual {
  /** In the pack's order. */
  readonly flip: readonly string[];
  /** The total that it gives. */
  readonly score: number | null;
  readonly verdict: VerdictKind;
}

export interface Verdict {
  /** The id of the allegation. */
  readonly allegation: string;
  readonly source: 'filed' | 'default';
  readonly verdict: VerdictKind;
  /** The criteria not met that made the tree true, in the pack's order; for insufficient evidence, the unsure ones. */
  readonly because: readonly string[];
  /** Null where nothing is borne. */
  readonly responsibility: Bearer | null;
  /** Only with insufficient evidence. */
  readonly reason?: Insufficiency;
  readonly counterfactuals: readonly Counterfactual[];
}
