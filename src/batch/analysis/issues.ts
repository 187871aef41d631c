/** Repeated issues: what the customers of each type of complaint keep complaining of. */
import type { Issue } from '../../result/analysis.ts';
import type { CallRecord } from '../../result/record.ts';
import type { Words } from '../../result/result.ts';
import { byText } from '../../result/by-text.ts';
import { frequent } from './frequent.ts';
import { isoWeek } from './iso-week.ts';
import { proportion } from './proportion.ts';
import { termsOf } from './terms.ts';

const termsShown = 6;
/** Fewer calls do not make a term recur. */
const fewestCalls = 3;
/** A term that is no more frequent than this, beside the other types, is not of this type. */
const leastTimes = 1.5;
const termsHeld = 40_000;

export interface Issues {
  readonly add: (record: CallRecord) => void;
  readonly finish: () => readonly Issue[];
}

/**
 * The types of the calls, most frequent first, then in the pack's order; each with its recurring terms: those in at least
 * three of its calls and at least 1.5 times as frequent as in calls of the other types, by how surely (the signed root
 * of the log-likelihood ratio). A pair of characters that comes almost only within a triple gives way to it.
 * Source: T. Dunning, "Accurate methods for the statistics of surprise and coincidence", Computational Linguistics 19 (1993).
 *
 * @param types of the pack, with what it advises to prevent them
 */
export function createIssues(types: readonly { readonly id: string; readonly prevent?: Words }[]): Issues {
  const order = new Map(types.map(({ id }, index) => [id, index]));
  const calls = new Uint32Array(types.length);
  const terms = frequent(termsHeld, types.length);
  const weeks = new Map<string, { calls: number; readonly types: Uint32Array }>();
  let all = 0;
  return {
    add: ({ complaintType, startedAt, problems }) => {
      all++;
      const type = complaintType === undefined ? undefined : order.get(complaintType);
      const week = startedAt === undefined ? undefined : isoWeek(startedAt);
      if (week !== undefined) {
        const own = weeks.get(week) ?? { calls: 0, types: new Uint32Array(types.length) };
        own.calls += 1;
        if (type !== undefined) own.types[type]! += 1;
        weeks.set(week, own);
      }
      if (type === undefined) return;
      calls[type]! += 1;
      for (const term of termsOf(problems)) terms.add(term, type);
    },
    finish: () => {
      const typed = calls.reduce((sum, one) => sum + one, 0);
      const candidates = types.map((): Candidate[] => []);
      for (const [term, counts] of terms.entries()) {
        const total = counts.reduce((sum, one) => sum + one, 0);
        for (const [type, count] of counts.entries()) {
          if (count < fewestCalls) continue;
          const candidate = measured(term, count, calls[type]!, total - count, typed - calls[type]!);
          if (candidate !== undefined) candidates[type]!.push(candidate);
        }
      }
      const sortedWeeks = [...weeks].sort(([a], [b]) => byText(a, b));
      return types
        .map(({ id, prevent }, type): Issue => ({
          type: id,
          share: proportion(calls[type]!, all),
          terms: chosen(candidates[type]!),
          weeks: sortedWeeks.map(([week, own]) => ({ week, share: proportion(own.types[type]!, own.calls) })),
          ...(prevent === undefined ? {} : { prevent }),
        }))
        .filter(({ share }) => share.count > 0)
        .sort((a, b) => b.share.count - a.share.count);
    },
  };
}

interface Candidate {
  readonly term: string;
  readonly calls: number;
  readonly times: number | null;
  readonly surprise: number;
}

function measured(
  term: string,
  count: number,
  calls: number,
  elsewhere: number,
  others: number,
): Candidate | undefined {
  if (others === 0) return { term, calls: count, times: null, surprise: count };
  const times = elsewhere === 0 ? null : count / calls / (elsewhere / others);
  if (times !== null && times < leastTimes) return undefined;
  return {
    term,
    calls: count,
    times: times === null ? null : Math.round(times * 10) / 10,
    surprise: likelihood(count, calls, elsewhere, others),
  };
}

/** Twice the log-likelihood ratio of one frequency for both against one for each. */
function likelihood(a: number, n: number, b: number, m: number): number {
  const part = (seen: number, expected: number): number =>
    seen === 0 ? 0 : seen * Math.log(seen / expected);
  const share = (a + b) / (n + m);
  return (
    2 *
    (part(a, n * share) + part(n - a, n * (1 - share)) + part(b, m * share) + part(m - b, m * (1 - share)))
  );
}

function chosen(candidates: readonly Candidate[]): Issue['terms'] {
  const within = (short: Candidate): boolean =>
    candidates.some(
      (long) =>
        long.term.length > short.term.length &&
        /\p{Script=Han}/u.test(long.term) &&
        long.term.includes(short.term) &&
        long.calls >= 0.8 * short.calls,
    );
  return candidates
    .toSorted((a, b) => b.surprise - a.surprise || b.calls - a.calls || byText(a.term, b.term))
    .slice(0, 8 * termsShown)
    .filter((candidate) => !within(candidate))
    .slice(0, termsShown)
    .map(({ term, calls, times }) => ({ term, calls, times }));
}
