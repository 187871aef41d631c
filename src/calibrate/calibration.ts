/** What calibration comes to: the agreement of people and tool, and where they differ. */
import type { Call } from '../call/call.ts';
import type { CallResult, TranscriptLine } from '../result/result.ts';
import type { Estimate } from '../result/estimate.ts';
import type { HumanOutcome } from './label-set.ts';

/** A call that people labelled, and what the tool says of it. */
export interface JudgedCall {
  readonly call: Call;
  readonly result: CallResult & { readonly case: { readonly transcript: readonly TranscriptLine[] } };
}

/** `all`, or a language of calls. */
export type LanguageGroup = 'all' | 'en' | 'zh-CN' | 'zh-TW';

/** How far people and tool agree on one thing. */
export interface Agreement {
  /** A moment or a criterion; several moments that one label means are joined by `+`. */
  readonly id: string;
  readonly language: LanguageGroup;
  /** The turns, or the calls, that both judged. */
  readonly n: number;
  /** Where people saw it. Of a criterion: where they saw it not met. */
  readonly positives: number;
  /** Where the tool did. */
  readonly found: number;
  /** Where both did. */
  readonly both: number;
  readonly precision: Estimate;
  readonly recall: Estimate;
  readonly f1: Estimate;
  /** Cohen's; of a criterion over all three outcomes. */
  readonly kappa: number | null;
}

export const toolOutcomes = ['met', 'not-met', 'not-applicable', 'not-evaluated'] as const;
export type ToolOutcome = (typeof toolOutcomes)[number];

/** People's outcomes against the tool's, in calls. */
export interface Confusion {
  readonly criterion: string;
  readonly language: LanguageGroup;
  readonly counts: Readonly<Record<HumanOutcome, Readonly<Record<ToolOutcome, number>>>>;
}

/** How alike people and tool rank calls. */
export interface Correlation {
  /** The column of the grade, or `sum` of all of them. */
  readonly grade: string;
  readonly language: LanguageGroup;
  /** The calls that have both a grade and a score. */
  readonly n: number;
  readonly spearman: Estimate;
  readonly kendall: Estimate;
}

/** A phrase that was wrong, and how often it is. */
export interface PhraseRecord {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Turns in which it was heard and people saw nothing. */
  readonly wrong: number;
  /** All labelled turns in which it was heard. */
  readonly hits: number;
}

/** Words of a turn: the whole turn, masked, and what in it is meant. */
export interface Quote {
  readonly turn: number;
  readonly speaker: string;
  readonly text: string;
  /** UTF-16 code units; absent where the turn as a whole is meant. */
  readonly span?: readonly [start: number, end: number];
}

/** Where people and tool differ. */
export interface Disagreement {
  /** `false-hit` and `missed` of a moment, `outcome` of a criterion, `rank` of a grade. */
  readonly kind: 'false-hit' | 'missed' | 'outcome' | 'rank';
  /** The moment, criterion or grade. */
  readonly id: string;
  readonly call: string;
  readonly source: string;
  readonly language: string;
  /** What people said: labels, an outcome, a grade. */
  readonly human: string;
  readonly tool: string;
  readonly quotes: readonly Quote[];
  readonly phrase?: PhraseRecord;
}

/** What was compared and what came of it. */
export interface Calibration {
  readonly kind: 'turns' | 'outcomes' | 'grades';
  readonly agreement: readonly Agreement[];
  readonly confusion: readonly Confusion[];
  readonly correlations: readonly Correlation[];
  /** All of them, most informative first (informative.ts). */
  readonly disagreements: readonly Disagreement[];
  /** What in the labels could not be compared, in whole sentences. */
  readonly warnings: readonly string[];
}

/** The groups that figures are given for: all calls, then each language where there is more than one. */
export function languageGroups(judged: readonly JudgedCall[]): readonly LanguageGroup[] {
  const present = new Set(judged.map(({ result }) => result.call.language));
  const languages = (['en', 'zh-CN', 'zh-TW'] as const).filter((language) => present.has(language));
  return languages.length > 1 ? ['all', ...languages] : ['all'];
}
