/** What many results come to, part by part, so that they need not be held together. */
import { findingsOf } from './findings.ts';
import { gravestVerdict } from './gravest-verdict.ts';
import type { CallResult, ErrorResult, Totals } from './result.ts';

/** Counts by id, in no order. */
type Counts = readonly (readonly [id: string, count: number])[];

/** What part of a batch comes to; plain data, so that it can be sent and written down. */
export interface PartTotals {
  readonly calls: number;
  readonly errors: number;
  /** The sum of the totals that are not null, in tenths of a point, which are whole numbers: no order changes it. */
  readonly tenths: number;
  readonly scored: number;
  readonly verdicts: Totals['verdicts'];
  /** How many calls had each grade, `none` for those without one. */
  readonly grades: Counts;
  /** How many calls did not meet a criterion of the scorecard, by its id. */
  readonly findings: Counts;
}

const noVerdicts: Totals['verdicts'] = {
  upheld: 0,
  'partly-upheld': 0,
  'not-upheld': 0,
  'insufficient-evidence': 0,
};

/** Where counting begins. */
export const noTotals: PartTotals = {
  calls: 0,
  errors: 0,
  tenths: 0,
  scored: 0,
  verdicts: noVerdicts,
  grades: [],
  findings: [],
};

/** Adds results up one by one, so that none of them need be held. */
export interface RunningTotals {
  readonly add: (result: CallResult | ErrorResult) => void;
  /** What was added so far. */
  readonly sum: () => PartTotals;
}

/** Begins to add results up. */
export function runningTotals(): RunningTotals {
  const sums = { calls: 0, errors: 0, tenths: 0, scored: 0 };
  const verdicts = { ...noVerdicts };
  const grades = new Map<string, number>();
  const findings = new Map<string, number>();
  return {
    add: (result) => {
      if (result.schema === 'callqa/error@1') {
        sums.errors++;
        return;
      }
      const { total, grade } = result.score;
      sums.calls++;
      if (total !== null) {
        sums.scored++;
        sums.tenths += Math.round(total * 10);
      }
      const verdict = gravestVerdict(result.verdicts)?.verdict;
      if (verdict !== undefined) verdicts[verdict]++;
      count(grades, grade ?? 'none', 1);
      for (const { id, section } of findingsOf(result)) if (section !== undefined) count(findings, id, 1);
    },
    sum: () => ({ ...sums, verdicts: { ...verdicts }, grades: [...grades], findings: [...findings] }),
  };
}

function count(counts: Map<string, number>, id: string, more: number): void {
  counts.set(id, (counts.get(id) ?? 0) + more);
}

/** What two parts come to together. */
export function addTotals(one: PartTotals, other: PartTotals): PartTotals {
  const verdicts = { ...one.verdicts };
  for (const verdict of Object.keys(verdicts) as (keyof typeof verdicts)[]) {
    verdicts[verdict] += other.verdicts[verdict];
  }
  return {
    calls: one.calls + other.calls,
    errors: one.errors + other.errors,
    tenths: one.tenths + other.tenths,
    scored: one.scored + other.scored,
    verdicts,
    grades: addCounts(one.grades, other.grades),
    findings: addCounts(one.findings, other.findings),
  };
}

function addCounts(one: Counts, other: Counts): Counts {
  const sum = new Map(one);
  for (const [id, more] of other) count(sum, id, more);
  return [...sum];
}

/** By UTF-16 code units, whatever the locale. */
function byId(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The totals as they are printed: the mean with one decimal, rounded half up; everything in a fixed order. */
export function finishTotals({
  calls,
  errors,
  tenths,
  scored,
  verdicts,
  grades,
  findings,
}: PartTotals): Totals {
  return {
    calls,
    errors,
    meanScore: scored === 0 ? null : Math.floor((2 * tenths + scored) / (2 * scored)) / 10,
    verdicts,
    grades: Object.fromEntries(grades.toSorted(([a], [b]) => byId(a, b))),
    findings: findings
      .map(([criterion, calls]) => ({ criterion, calls }))
      .sort((a, b) => b.calls - a.calls || byId(a.criterion, b.criterion)),
  };
}

/** The totals of results that are all at hand. */
export function totalsOf(results: Iterable<CallResult | ErrorResult>): Totals {
  const running = runningTotals();
  for (const result of results) running.add(result);
  return finishTotals(running.sum());
}
