/** What another pack makes of the same calls: whose result changes, and why. */
import type { CallResult, CriterionResult, Evidence, MomentResult, VerdictResult } from '../result/result.ts';

/** A thing under the first pack and under the second; null where there is none. */
export interface Change<T> {
  readonly before: T | null;
  readonly after: T | null;
}

export interface CriterionChange extends Change<CriterionResult['outcome']> {
  readonly id: string;
  /** What the outcome rests on where it is not met, else what met it. */
  readonly evidence: readonly Evidence[];
}

export interface CallChange {
  readonly call: string;
  readonly source: string;
  readonly score: Change<number>;
  readonly grade: Change<string>;
  /** The verdicts that changed. */
  readonly verdicts: readonly (Change<VerdictResult['verdict']> & { readonly allegation: string })[];
  /** The criteria whose outcome changed, or that only one pack has. */
  readonly criteria: readonly CriterionChange[];
  /** The criteria that cost or earn otherwise with the same outcome. */
  readonly weights: readonly string[];
  readonly gained: readonly MomentResult[];
  readonly lost: readonly MomentResult[];
}

/** From one verdict or outcome to another, and in how many calls. */
export interface Transition<T extends string> extends Change<T> {
  readonly id: string;
  readonly calls: number;
}

export interface PackDiff {
  readonly calls: number;
  /** Calls whose score, grade or verdict changed. */
  readonly changed: number;
  readonly better: number;
  readonly worse: number;
  /** Calls in which only moments or outcomes changed. */
  readonly unmoved: number;
  readonly meanScore: Change<number>;
  /** Most calls first. */
  readonly verdicts: readonly Transition<VerdictResult['verdict']>[];
  readonly criteria: readonly Transition<CriterionResult['outcome']>[];
  readonly moments: readonly { readonly id: string; readonly gained: number; readonly lost: number }[];
  /** Verdicts that changed first, then the largest change of score, then as they were read. */
  readonly changes: readonly CallChange[];
}

/** Compares the results of one call; of moments, those of one id that share words are one. */
function changeOf(before: CallResult, after: CallResult): CallChange {
  const allegations = [
    ...new Set([...before.verdicts, ...after.verdicts].map(({ allegation }) => allegation)),
  ];
  const verdictIn = (result: CallResult, id: string) =>
    result.verdicts.find(({ allegation }) => allegation === id)?.verdict ?? null;
  const criterionIn = (result: CallResult, id: string) => result.criteria.find((each) => each.id === id);
  const ids = [...new Set([...before.criteria, ...after.criteria].map(({ id }) => id))];
  return {
    call: after.call.id,
    source: after.call.source,
    score: { before: before.score.total, after: after.score.total },
    grade: { before: before.score.grade, after: after.score.grade },
    verdicts: allegations
      .map((allegation) => ({
        allegation,
        before: verdictIn(before, allegation),
        after: verdictIn(after, allegation),
      }))
      .filter(isChange),
    criteria: ids
      .map((id): CriterionChange => {
        const [a, b] = [criterionIn(before, id), criterionIn(after, id)];
        const telling = [b, a].find((each) => each !== undefined && each.evidence.length > 0);
        return {
          id,
          before: a?.outcome ?? null,
          after: b?.outcome ?? null,
          evidence: telling?.evidence ?? [],
        };
      })
      .filter(isChange),
    weights: ids.filter((id) => {
      const [a, b] = [criterionIn(before, id), criterionIn(after, id)];
      if (a === undefined || b === undefined || a.outcome !== b.outcome) return false;
      return a.points.earned !== b.points.earned || a.points.possible !== b.points.possible;
    }),
    gained: after.moments.filter((moment) => !before.moments.some((other) => areOne(moment, other))),
    lost: before.moments.filter((moment) => !after.moments.some((other) => areOne(moment, other))),
  };
}

function isChange({ before, after }: Change<string | number>): boolean {
  return before !== after;
}

function areOne(a: MomentResult, b: MomentResult): boolean {
  return a.id === b.id && a.turn === b.turn && a.span[0] < b.span[1] && b.span[0] < a.span[1];
}

/** Takes the two results of each call and sums them up; only changes are kept. */
export function packDiff(): {
  readonly add: (before: CallResult, after: CallResult) => void;
  readonly finish: () => PackDiff;
} {
  const changes: CallChange[] = [];
  const verdicts = new Transitions<VerdictResult['verdict']>();
  const criteria = new Transitions<CriterionResult['outcome']>();
  const moments = new Map<string, { gained: number; lost: number }>();
  const means = { before: new Mean(), after: new Mean() };
  let [calls, better, worse, unmoved] = [0, 0, 0, 0];
  const add = (before: CallResult, after: CallResult): void => {
    calls++;
    means.before.add(before.score.total);
    means.after.add(after.score.total);
    const change = changeOf(before, after);
    for (const each of change.verdicts) verdicts.add(each.allegation, each);
    for (const each of change.criteria) criteria.add(each.id, each);
    for (const kind of ['gained', 'lost'] as const) {
      for (const { id } of change[kind]) {
        const counts = moments.get(id) ?? { gained: 0, lost: 0 };
        moments.set(id, counts);
        counts[kind]++;
      }
    }
    const by = differenceOf(change);
    if (by > 0) better++;
    if (by < 0) worse++;
    if (change.verdicts.length > 0 || isChange(change.score) || isChange(change.grade)) changes.push(change);
    else if (change.criteria.length + change.gained.length + change.lost.length > 0) unmoved++;
  };
  const finish = (): PackDiff => ({
    calls,
    changed: changes.length,
    better,
    worse,
    unmoved,
    meanScore: { before: means.before.value(), after: means.after.value() },
    verdicts: verdicts.all(),
    criteria: criteria.all(),
    moments: [...moments]
      .map(([id, counts]) => ({ id, ...counts }))
      .sort((a, b) => b.gained + b.lost - (a.gained + a.lost) || (a.id < b.id ? -1 : 1)),
    // Sorting is stable, so that calls stay as they were read.
    changes: changes.toSorted(
      (a, b) =>
        Number(b.verdicts.length > 0) - Number(a.verdicts.length > 0) ||
        Math.abs(differenceOf(b)) - Math.abs(differenceOf(a)),
    ),
  });
  return { add, finish };
}

function differenceOf({ score: { before, after } }: CallChange): number {
  return before === null || after === null ? 0 : after - before;
}

class Transitions<T extends string> {
  private readonly counts = new Map<string, Transition<T>>();

  add(id: string, { before, after }: Change<T>): void {
    const key = JSON.stringify([id, before, after]);
    const calls = (this.counts.get(key)?.calls ?? 0) + 1;
    this.counts.set(key, { id, before, after, calls });
  }

  all(): readonly Transition<T>[] {
    const keyOf = ({ id, before, after }: Transition<T>): string => JSON.stringify([id, before, after]);
    return [...this.counts.values()].sort((a, b) => b.calls - a.calls || (keyOf(a) < keyOf(b) ? -1 : 1));
  }
}

class Mean {
  private sum = 0;
  private count = 0;

  add(value: number | null): void {
    if (value === null) return;
    this.sum += value;
    this.count++;
  }

  /** One decimal; null of nothing. */
  value(): number | null {
    return this.count === 0 ? null : Math.round((this.sum / this.count) * 10) / 10;
  }
}
