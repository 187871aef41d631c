/** What judging makes of a criterion. */
import type { Moment } from '../detect/moment.ts';

export type OutcomeKind = 'met' | 'not-met' | 'not-applicable' | 'not-evaluated';

/** Why a criterion was not evaluated. */
export type NotEvaluatedReason = 'speakers-unknown' | 'timings-missing' | 'end-not-recorded';

export interface Outcome {
  /** The id of the criterion. */
  readonly criterion: string;
  readonly outcome: OutcomeKind;
  /** The share of its weight that it earned, 0 to 1: met ÷ occasions with `each`, else 1 or 0. */
  readonly share: number;
  /** The moments that decided it: what met it, or what speaks against it. In order. */
  readonly evidence: readonly Moment[];
  /** For an absence: the turns that were searched, inclusive. */
  readonly searched?: { readonly from: number; readonly to: number };
  readonly reason?: NotEvaluatedReason;
}
