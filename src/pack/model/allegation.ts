/** What a pack says of verdicts, and of who bears what happened. */
import type { Localised } from './localised.ts';

/** A tree over criteria: a leaf is true where that criterion was not met. */
export type VerdictTree =
  | { readonly kind: 'not-met'; readonly criterion: string }
  | { readonly kind: 'any'; readonly of: readonly VerdictTree[] }
  /** As `any`, but it rests on the first that is true alone. */
  | { readonly kind: 'first-of'; readonly of: readonly VerdictTree[] }
  | { readonly kind: 'all'; readonly of: readonly VerdictTree[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly VerdictTree[] }
  /** As the tree in it, but what is unknown is false: where nothing is known of it, the verdict goes by the rest. */
  | { readonly kind: 'if-known'; readonly of: VerdictTree };

/** Who may bear what happened in place of the agent. */
export type OtherBearer = 'process' | 'third-party' | 'customer';

/** The moments, any of which says that another bears it; the first of these with one does. */
export type OtherBearers = readonly { readonly bearer: OtherBearer; readonly said: readonly string[] }[];

/** Who bears what happened. */
export interface Responsibility {
  /** What the agent answers for whoever else was at fault: where it is not false, nobody else bears it. */
  readonly own: VerdictTree;
  readonly others: OtherBearers;
}

export interface Allegation {
  readonly id: string;
  readonly title: Localised;
  /** Judged where none was filed. */
  readonly default: boolean;
  readonly upheld: VerdictTree;
  readonly partlyUpheld?: VerdictTree;
  /** Moments of a later call of the case, any of which says that this is complained of. */
  readonly allegedBy?: readonly string[];
  /**
   * Moments that are signs of acknowledgement: where no tree holds and none of these was said, the words were clean, the
   * voice decides, and it was not heard.
   */
  readonly unheardWithout?: readonly string[];
  /** In place of the pack's own. */
  readonly borneBy?: OtherBearers;
}
