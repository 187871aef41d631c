/** The gate that each call is held to (`--fail-under`, `--fail-on`), and the calls that do not come up to it. */
import { findingsOf } from '../result/findings.ts';
import type { CallResult, CriterionResult, VerdictResult } from '../result/result.ts';

/** What a call must not have. */
export type Severe = CriterionResult['severity'] | VerdictResult['verdict'];

/** What is asked of each call. */
export interface CallGate {
  /** The least score, from 0 to 100. */
  readonly failUnder?: number;
  /** Severities of findings and verdicts that no call may have. */
  readonly failOn?: readonly Severe[];
}

/** What a call did not come up to: a score under the least one, or one of what no call may have. */
export type MissedCondition = 'fail-under' | Severe;

/** The calls that missed one condition; plain data, so that it can be sent and written down. */
export interface Missed {
  readonly condition: MissedCondition;
  readonly calls: number;
  /** The ids of the first ones, in the order of the input. */
  readonly first: readonly string[];
}

const named = 3;

/** What one call missed, each condition once. A call without a score cannot fall under one. */
export function missedBy(result: CallResult, { failUnder, failOn = [] }: CallGate): readonly Missed[] {
  const { total } = result.score;
  const conditions: MissedCondition[] = [];
  if (failUnder !== undefined && total !== null && total < failUnder) conditions.push('fail-under');
  if (failOn.length > 0) {
    const has = new Set<Severe>([
      ...findingsOf(result).map(({ severity }) => severity),
      ...result.verdicts.map(({ verdict }) => verdict),
    ]);
    conditions.push(...new Set(failOn.filter((word) => has.has(word))));
  }
  return conditions.map((condition) => ({ condition, calls: 1, first: [result.call.id] }));
}

/** What some calls missed, and what others did after them. */
export function addMissed(some: readonly Missed[], others: readonly Missed[]): readonly Missed[] {
  if (others.length === 0) return some;
  const sum = new Map(some.map((one) => [one.condition, one]));
  for (const other of others) {
    const { calls, first } = sum.get(other.condition) ?? { calls: 0, first: [] };
    sum.set(other.condition, {
      condition: other.condition,
      calls: calls + other.calls,
      first: [...first, ...other.first].slice(0, named),
    });
  }
  return [...sum.values()];
}
