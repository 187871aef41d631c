/** What of one scored call is needed to sum up many: short, and nothing that a report of many calls does not show. */
import type { SignOffReason } from './analysis.ts';
import type { CallResult, CriterionResult, VerdictResult } from './result.ts';

/** A criterion that was not met. */
export interface RecordFinding {
  readonly criterion: string;
  readonly severity: CriterionResult['severity'];
  /** Off the scorecard: a finding only since a verdict rests on it. */
  readonly unscored?: true;
  /** The points it cost. */
  readonly lost: number;
  /** The words it rests on, and the sentence they stand in; absent for an absence. */
  readonly words?: string;
  readonly sentence?: string;
  /** The turn of the words; of an absence, that of what called for it, where something did. */
  readonly turn?: number;
  /** What the agent could have said, in the call's language. */
  readonly say?: string;
}

/** A promise that this call leaves open. */
export interface RecordPromise {
  /** Of the pack's kinds of promise. */
  readonly id: string;
  readonly turn: number;
  readonly quote: string;
  /** Milliseconds since 1970 at which it is due for certain; absent where the call has no date or nothing says. */
  readonly dueAt?: number;
  /** Until when it may not be due yet, where that is not `dueAt`: of a call that has a date and no time of day. */
  readonly notDueBefore?: number;
}

export interface CallRecord extends Pick<
  CallResult['call'],
  'id' | 'source' | 'line' | 'sha256' | 'caseId' | 'language' | 'startedAt' | 'agent'
> {
  readonly customer?: string;
  /** The company called, and the customer was not in touch. */
  readonly outbound?: true;
  /** Only the keys that the analysis groups by. */
  readonly meta?: Readonly<Record<string, string>>;
  /** All keys that the metadata has, where one of those is missing. */
  readonly metaKeys?: readonly string[];
  readonly total: number | null;
  readonly grade: string | null;
  readonly coverage: number;
  readonly withoutAutoFail: number | null;
  readonly verdicts: readonly (Pick<VerdictResult, 'allegation' | 'source' | 'verdict' | 'reason'> & {
    /** One criterion alone would turn it. */
    readonly narrow: boolean;
  })[];
  /** A letter a criterion, in the pack's order: `m` met, `n` not met, `a` not applicable, `e` not evaluated. */
  readonly outcomes: string;
  /** Worst first. */
  readonly findings: readonly RecordFinding[];
  readonly complaintType?: string;
  /** The sentences in which the customer says what is wrong. */
  readonly problems: readonly string[];
  /** The customer says that they had to get in touch again. */
  readonly again: boolean;
  readonly promises: readonly RecordPromise[];
  /** What this call shows of promises that earlier calls of its case made, by kind. */
  readonly fates: Readonly<Record<string, 'kept' | 'broken'>>;
  /** What was said to the agent that a call may be ended for, each as often as it was. */
  readonly abuse: readonly string[];
  readonly review: readonly string[];
  /** Why a person has to sign it off; empty where nobody has to. */
  readonly signOff: readonly SignOffReason[];
}
