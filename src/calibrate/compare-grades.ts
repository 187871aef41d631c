/** People's grades of whole calls against the tool's scores: do both rank calls alike? */
import { sampleRankCorrelation } from 'simple-statistics';
import { findingsOf } from '../result/findings.ts';
import { bootstrapIntervals, type BootstrapOptions } from './bootstrap.ts';
import {
  languageGroups,
  type Calibration,
  type Correlation,
  type Disagreement,
  type JudgedCall,
  type LanguageGroup,
  type Quote,
} from './calibration.ts';
import { rounded, type Estimate, type Interval } from '../result/estimate.ts';
import { mostInformativeFirst } from './informative.ts';
import type { GradeSet } from './label-set.ts';
import { rankCorrelation } from './rank-correlation.ts';

export interface GradeComparison {
  readonly labels: GradeSet;
  /** In the order of their calls. */
  readonly judged: readonly JudgedCall[];
}

/** One call with what people gave it and what the tool did. */
interface Graded {
  readonly judged: JudgedCall;
  readonly grade: number;
  readonly score: number;
}

/** The name of the sum of all grades. */
const sum = 'sum';

/** Calls without a score, or without the grade in question, are left out of that grade. */
export function compareGrades({ labels, judged }: GradeComparison, options: BootstrapOptions): Calibration {
  const { grades } = labels;
  const byCall = new Map(labels.calls.map(({ call, values }) => [call, values]));
  const columns = [
    ...grades.map((grade, place) => ({
      grade,
      of: (values: readonly (number | null)[]) => values[place] ?? null,
    })),
    ...(grades.length > 1 ? [{ grade: sum, of: sumOf }] : []),
  ].map(({ grade, of }) => ({
    grade,
    graded: judged.flatMap((each): readonly Graded[] => {
      const value = of(byCall.get(each.call.id) ?? []);
      const { total } = each.result.score;
      return value === null || total === null ? [] : [{ judged: each, grade: value, score: total }];
    }),
  }));
  const unscored = judged.filter(({ result }) => result.score.total === null).length;
  // The last column is the sum, or the only grade.
  const last = columns.at(-1)!;
  return {
    kind: 'grades',
    agreement: [],
    confusion: [],
    correlations: columns.flatMap(({ grade, graded }) =>
      languageGroups(judged).flatMap((language) => correlationOf(grade, language, graded, options)),
    ),
    disagreements: differences(last.grade, last.graded),
    warnings: unscored === 0 ? [] : [`${unscored} graded calls have no score, since no criterion applied`],
  };
}

function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>(
    (total, value) => (total === null || value === null ? null : total + value),
    values.length === 0 ? null : 0,
  );
}

function correlationOf(
  grade: string,
  language: LanguageGroup,
  all: readonly Graded[],
  options: BootstrapOptions,
): readonly Correlation[] {
  const own = all.filter(({ judged }) => language === 'all' || judged.result.call.language === language);
  if (own.length === 0 && language !== 'all') return [];
  const [scores, grades] = [own.map(({ score }) => score), own.map(({ grade }) => grade)];
  const { spearman, kendall } = rankCorrelation(scores, grades);
  const [forSpearman, forKendall] = bootstrapIntervals(own.length, [spearman, kendall], options);
  const once = new Uint8Array(own.length).fill(1);
  return [
    {
      grade,
      language,
      n: own.length,
      spearman: estimate(own.length < 2 ? Number.NaN : sampleRankCorrelation(scores, grades), forSpearman!),
      kendall: estimate(kendall(once), forKendall!),
    },
  ];
}

function estimate(value: number, interval: Interval | null): Estimate {
  return Number.isFinite(value) ? { value: rounded(value), interval } : { value: null, interval: null };
}

/** The share of calls that come below, ties counted half: 0 to 1. */
function standing(values: readonly number[]): (value: number) => number {
  const sorted = values.toSorted((a, b) => a - b);
  /** How many values are below, or no more than, a value. */
  const count = (value: number, including: boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const before = including ? sorted[middle]! <= value : sorted[middle]! < value;
      if (before) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return (value) => (count(value, false) + count(value, true)) / 2 / sorted.length;
}

/** The calls that people and tool rank most differently; each is a cause of its own. */
function differences(grade: string, graded: readonly Graded[]): readonly Disagreement[] {
  const ofGrade = standing(graded.map((each) => each.grade));
  const ofScore = standing(graded.map((each) => each.score));
  return mostInformativeFirst(
    graded.flatMap((each) => {
      const [human, tool] = [ofGrade(each.grade), ofScore(each.score)];
      const apart = Math.abs(human - tool);
      if (apart === 0) return [];
      const { result } = each.judged;
      const percent = (place: number): string => `${Math.round(place * 100)}%`;
      return [
        {
          item: {
            kind: 'rank' as const,
            id: grade,
            call: result.call.id,
            source: result.call.source,
            language: result.call.language,
            human: `${rounded(each.grade)} (${percent(human)})`,
            tool: `${each.score.toFixed(1)} (${percent(tool)}) ${findingsOf(result)
              .map(({ id }) => id)
              .join(' ')}`.trim(),
            quotes: evidenceOf(result),
          },
          cause: result.call.id,
          urgent: false,
          errors: apart,
          share: apart,
        },
      ];
    }),
  );
}

/** The words that the tool's findings rest on; else what was said first. */
function evidenceOf({ criteria, case: { transcript } }: JudgedCall['result']): readonly Quote[] {
  const quotes = criteria
    .filter(({ outcome }) => outcome === 'not-met')
    .flatMap(({ evidence }) => evidence)
    .map(({ turn, span }): Quote => {
      const { text, speaker } = transcript[turn]!;
      return { turn, speaker, text, span };
    });
  return quotes.length > 0
    ? quotes
    : transcript.slice(0, 2).map(({ turn, speaker, text }) => ({ turn, speaker, text }));
}
