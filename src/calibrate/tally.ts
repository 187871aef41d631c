/** Counts of agreement by call, and the figures they make. */
import { bootstrapIntervals, type BootstrapOptions } from './bootstrap.ts';
import type { Agreement, JudgedCall, LanguageGroup } from './calibration.ts';
import { rounded, shareOf } from '../result/estimate.ts';

/** What one call adds: turns, or the call itself. */
export interface Tally {
  /** The number of the call among those that were judged. */
  readonly call: number;
  readonly both: number;
  /** Only the tool. */
  readonly falsely: number;
  /** Only people. */
  readonly missed: number;
  readonly neither: number;
}

/** The tallies of one moment or criterion. */
export interface Tallied {
  readonly id: string;
  readonly tallies: readonly Tally[];
  /** Kappa of the tallies that are in a group of languages. */
  readonly kappa: (inGroup: (call: number) => boolean) => number | null;
}

/** The harmonic mean of precision and recall; NaN where nothing was seen by anybody. */
function f1Of(both: number, falsely: number, missed: number): number {
  return (2 * both) / (2 * both + falsely + missed);
}

/** The agreement on each thing, in the order given, for every group of languages that has any of it. */
export function agreements(
  all: readonly Tallied[],
  judged: readonly JudgedCall[],
  groups: readonly LanguageGroup[],
  options: BootstrapOptions,
): readonly Agreement[] {
  const byGroup = groups.map((group) => {
    const inGroup = (call: number): boolean =>
      group === 'all' || judged[call]!.result.call.language === group;
    const own = all.map(({ tallies }) => tallies.filter(({ call }) => inGroup(call)));
    const calls = [...new Set(own.flatMap((tallies) => tallies.map(({ call }) => call)))].sort(
      (a, b) => a - b,
    );
    const numbers = new Map(calls.map((call, number) => [call, number]));
    const intervals = bootstrapIntervals(
      calls.length,
      own.map((tallies) => {
        // Calls in which nobody saw anything do not change F1.
        const seen = tallies
          .filter(({ both, falsely, missed }) => both + falsely + missed > 0)
          .map((tally) => ({ ...tally, number: numbers.get(tally.call)! }));
        return (drawn) => {
          let [both, falsely, missed] = [0, 0, 0];
          for (const tally of seen) {
            const times = drawn[tally.number]!;
            both += times * tally.both;
            falsely += times * tally.falsely;
            missed += times * tally.missed;
          }
          return f1Of(both, falsely, missed);
        };
      }),
      options,
    );
    return own.map((tallies, index) => {
      const sum = (count: 'both' | 'falsely' | 'missed' | 'neither'): number =>
        tallies.reduce((total, tally) => total + tally[count], 0);
      const [both, falsely, missed, neither] = [sum('both'), sum('falsely'), sum('missed'), sum('neither')];
      const f1 = f1Of(both, falsely, missed);
      const { id, kappa } = all[index]!;
      return {
        id,
        language: group,
        n: both + falsely + missed + neither,
        positives: both + missed,
        found: both + falsely,
        both,
        precision: shareOf(both, both + falsely),
        recall: shareOf(both, both + missed),
        f1: Number.isNaN(f1)
          ? { value: null, interval: null }
          : { value: rounded(f1), interval: intervals[index]! },
        kappa: kappa(inGroup),
      };
    });
  });
  return all
    .flatMap((_, index) => byGroup.map((figures) => figures[index]!))
    .filter(({ n, language }) => n > 0 || language === 'all');
}
