/** What an analyst gets from many calls. Part of the contract: fields may be added, never changed. */
import type { Estimate } from './estimate.ts';
import type { CriterionResult, VerdictResult, Words } from './result.ts';

/** A share, with what it is a share of and its 95 % interval. */
export interface Proportion extends Estimate {
  readonly count: number;
  readonly of: number;
}

/** A mean with its 95 % interval, one decimal; the interval is null where there are too few calls for one. */
export interface Mean extends Estimate {
  readonly calls: number;
}

/** Which call something is from. */
export interface CallRef {
  /** Its place among the scored calls, from 1. */
  readonly number: number;
  readonly id: string;
}

/**
 * What may be said of a group beside the rest, or of a week beside the one before: `higher` and `lower` only where the
 * intervals of the mean scores do not overlap; `few` where either side has fewer calls than `smallUnder`.
 */
export type Standing = 'higher' | 'lower' | 'no-difference' | 'few';

export interface Group {
  /** The id, the value or the week; null for calls that have none. */
  readonly key: string | null;
  /** What to call it, where it has a name beside its key. */
  readonly name?: string;
  readonly calls: number;
  readonly small: boolean;
  readonly mean: Mean;
  readonly upheld: Proportion;
  readonly fatal: number;
  readonly critical: number;
  readonly standing: Standing;
  /** The criteria not met most often: at most three. */
  readonly findings: readonly (Proportion & { readonly criterion: string })[];
}

/** Groups by one field, those with most calls first, then by key; null last. Their order says nothing of how good they are. */
export interface Grouping {
  /** `agent`, `team`, `type`, `week` or `meta.` and a key. */
  readonly by: string;
  readonly groups: readonly Group[];
  /** Calls of groups beyond the first so many that were met. */
  readonly beyond: number;
}

export interface WeekFigures {
  /** ISO 8601, such as `2024-W07`, by the date as it is written. */
  readonly week: string;
  /** Its Monday, as `2024-02-12`. */
  readonly from: string;
  readonly calls: number;
  readonly mean: Mean;
  readonly upheld: Proportion;
  /** Beside the week before it in the calendar; `few` where that has no calls. */
  readonly standing: Standing;
}

export interface CriterionFigures {
  readonly criterion: string;
  readonly severity: CriterionResult['severity'];
  /** Of the calls in which it applied and could be judged. */
  readonly met: Proportion;
  readonly notApplicable: number;
  readonly notEvaluated: number;
}

export interface Sample extends CallRef {
  readonly turn?: number;
  readonly quote?: string;
}

/** The words behind a finding. */
export interface FindingWords {
  readonly criterion: string;
  readonly calls: number;
  /** The words that it rests on most often, as they were said first. Empty for an absence. */
  readonly words: readonly { readonly words: string; readonly calls: number }[];
  /** At most three. */
  readonly samples: readonly Sample[];
}

export interface CoachingNote {
  readonly agent: string;
  readonly name?: string;
  readonly team?: string;
  readonly calls: number;
  readonly small: boolean;
  readonly strengths: readonly (Proportion & { readonly criterion: string })[];
  readonly findings: readonly (Proportion & {
    readonly criterion: string;
    readonly severity: CriterionResult['severity'];
    readonly sample?: Sample;
    /** The wording to use, in the language of the agent's calls. */
    readonly say?: string;
  })[];
}

/** What customers of one type of complaint keep complaining of. */
export interface Issue {
  readonly type: string;
  /** Of all calls. */
  readonly share: Proportion;
  readonly terms: readonly {
    readonly term: string;
    readonly calls: number;
    /** How many times as frequent as in calls of the other types; null where no such call has it. */
    readonly times: number | null;
  }[];
  readonly weeks: readonly { readonly week: string; readonly share: Proportion }[];
  /** What the pack advises. */
  readonly prevent?: Words;
}

export interface RepeatContacts {
  readonly days: number;
  /** Calls in which the customer says that they had to get in touch again. */
  readonly said: Proportion;
  /** Customers with another call within so many days, and their calls. */
  readonly customers: number;
  readonly calls: number;
  /** Those with most calls first; at most 10,000. */
  readonly most: readonly {
    readonly customer: string;
    readonly calls: readonly CallRef[];
    readonly first: string;
    readonly last: string;
  }[];
  /** How many more customers there are. */
  readonly beyond: number;
}

export interface OpenPromise extends CallRef {
  readonly promise: string;
  readonly agent?: string;
  /** Where it is known beside the id. */
  readonly agentName?: string;
  readonly turn: number;
  readonly quote: string;
  /** ISO 8601 in UTC; where the call has a date and no time of day, the end of the day on which it is due at the latest. */
  readonly due?: string;
  /** `overdue`: due for certain before the last call of the batch began. `broken`: a later call of the case says so. */
  readonly status: 'open' | 'overdue' | 'broken';
}

export interface Promises {
  /** ISO 8601 in UTC: when the last call of the batch began. */
  readonly asOf?: string;
  readonly open: number;
  readonly overdue: number;
  readonly broken: number;
  /** Those due first come first; at most 10,000. */
  readonly list: readonly OpenPromise[];
  /** How many more there are. */
  readonly beyond: number;
}

/** How much abuse an agent had to hear. In the order of their ids: it is about care. */
export interface Exposure {
  readonly agent: string;
  readonly name?: string;
  readonly calls: Proportion;
  /** What was said, and in how many calls. */
  readonly kinds: readonly { readonly moment: string; readonly calls: number }[];
}

/** `undecided`: a complaint that was filed, and the evidence is insufficient for a verdict on it. */
export type SignOffReason = 'fatal' | 'upheld' | 'undecided' | 'uncertain';

export interface SignOff extends CallRef {
  readonly source: string;
  readonly line?: number;
  readonly agent?: string;
  /** Where it is known beside the id. */
  readonly agentName?: string;
  readonly total: number | null;
  readonly verdict?: VerdictResult['verdict'];
  readonly reasons: readonly SignOffReason[];
  /** The worst thing that was not met. */
  readonly finding?: string;
}

/** Calls of a kind, and the ids of the first ones. */
export interface NamedCalls {
  readonly calls: number;
  /** At most three. */
  readonly first: readonly string[];
}

export interface Duplicates {
  /** The same to the byte as an earlier call. They count as calls, and never as repeat contacts. */
  readonly copies: NamedCalls;
  /** Other calls with the id of an earlier one. */
  readonly sameId: NamedCalls;
}

export interface Analysis {
  /** Groups of fewer calls are marked as small, and nothing is claimed of them. */
  readonly smallUnder: number;
  readonly mean: Mean;
  readonly median: number | null;
  /** Ten classes, of ten points each; the last holds 100 too. */
  readonly distribution: readonly { readonly from: number; readonly calls: number }[];
  /** A verdict a call, the gravest; filed and default apart, the sources that occur. */
  readonly verdicts: readonly {
    readonly source: VerdictResult['source'];
    readonly calls: number;
    readonly shares: Readonly<Record<VerdictResult['verdict'], Proportion>>;
  }[];
  /** In the pack's order. */
  readonly criteria: readonly CriterionFigures[];
  readonly groupings: readonly Grouping[];
  readonly weeks: readonly WeekFigures[];
  /** Calls that are in no week, since they have no date. */
  readonly undated: number;
  readonly duplicates: Duplicates;
  readonly findings: readonly FindingWords[];
  readonly coaching: readonly CoachingNote[];
  readonly issues: readonly Issue[];
  readonly repeats: RepeatContacts;
  readonly promises: Promises;
  readonly exposure: readonly Exposure[];
  readonly signOff: {
    readonly calls: number;
    readonly reasons: Readonly<Record<SignOffReason, number>>;
    /** Fatal first, then upheld, then undecided, then by score; at most 10,000. */
    readonly queue: readonly SignOff[];
    /** How many more there are. */
    readonly beyond: number;
  };
}
