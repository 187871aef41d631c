/** What many results come to, one at a time, so that they need not be held together. */
import { findingsOf } from './findings.ts';
import type { CallResult, ErrorResult, Totals } from './result.ts';

/** What has been counted so far. */
export interface RunningTotals {
  readonly calls: number;
  readonly errors: number;
  /** The sum of the totals that are not null, in tenths of a point, which are whole numbers: no order changes it. */
  readonly tenths: number;
  readonly scored: number;
  readonly verdicts: Totals['verdicts'];
  /** How many calls had each grade, `none` for those without one. */
  readonly grades: ReadonlyMap<string, number>;
  /** How many calls did not meet a criterion, by its id. */
  readonly findings: ReadonlyMap<string, number>;
}

/** Where counting begins. */
export const noTotals: RunningTotals = {
  calls: 0,
  errors: 0,
  tenths: 0,
  scored: 0,
  verdicts: { upheld: 0, 'partly-upheld': 0, 'not-upheld': 0, 'insufficient-evidence': 0 },
  grades: new Map(),
  findings: new Map(),
};

/** The totals with one call, or one that could not be read, more. */
export function addToTotals(totals: RunningTotals, result: CallResult | ErrorResult): RunningTotals {
  if (result.schema === 'callqa/error@1') return { ...totals, errors: totals.errors + 1 };
  const { total, grade } = result.score;
  const verdict = result.verdicts[0]?.verdict;
  return {
    ...totals,
    calls: totals.calls + 1,
    tenths: totals.tenths + (total === null ? 0 : Math.round(total * 10)),
    scored: totals.scored + (total === null ? 0 : 1),
    verdicts:
      verdict === undefined
        ? totals.verdicts
        : { ...totals.verdicts, [verdict]: totals.verdicts[verdict] + 1 },
    grades: counted(totals.grades, [grade ?? 'none']),
    findings: counted(
      totals.findings,
      findingsOf(result).map(({ id }) => id),
    ),
  };
}

function counted(counts: ReadonlyMap<string, number>, ids: readonly string[]): ReadonlyMap<string, number> {
  const next = new Map(counts);
  for (const id of ids) next.set(id, (next.get(id) ?? 0) + 1);
  return next;
}

/** By UTF-16 code units, whatever the locale. */
function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The totals as they are printed: the mean with one decimal, rounded half up; everything in a fixed order. */
export function finishTotals(totals: RunningTotals): Totals {
  const { calls, errors, tenths, scored, verdicts, grades, findings } = totals;
  return {
    calls,
    errors,
    meanScore: scored === 0 ? null : Math.floor((2 * tenths + scored) / (2 * scored)) / 10,
    verdicts,
    grades: Object.fromEntries([...grades].sort(([a], [b]) => byId(a, b))),
    findings: [...findings]
      .map(([criterion, calls]) => ({ criterion, calls }))
      .sort((a, b) => b.calls - a.calls || byId(a.criterion, b.criterion)),
  };
}

/** The totals of results that are all at hand. */
export function totalsOf(results: Iterable<CallResult | ErrorResult>): Totals {
  let totals = noTotals;
  for (const result of results) totals = addToTotals(totals, result);
  return finishTotals(totals);
}
