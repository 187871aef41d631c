/** What adjudication makes of outcomes: a verdict on an allegation. */

export type VerdictKind = 'upheld' | 'partly-upheld' | 'not-upheld' | 'insufficient-evidence';

export interface Verdict {
  /** The id of the allegation. */
  readonly allegation: string;
  readonly source: 'filed' | 'default';
  readonly verdict: VerdictKind;
  /** The criteria not met that made the tree true, in the pack's order; for insufficient evidence, the unknown ones. */
  readonly because: readonly string[];
}
