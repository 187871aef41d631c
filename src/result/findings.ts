/** The findings of a call: criteria that were not met, worst first. */
import type { CallResult, CriterionResult } from './result.ts';

const rank = { fatal: 0, critical: 1, ordinary: 2 } as const;

/**
 * The criteria of a result that were not met, worst first: by severity, then by the points they lost, then in the pack's
 * order. A criterion outside the scorecard, which only serves another, is a finding where a verdict names it.
 */
export function findingsOf(result: CallResult): readonly CriterionResult[] {
  const named = new Set(result.verdicts.flatMap(({ because }) => because));
  const lost = ({ points }: CriterionResult) => points.possible - points.earned;
  return result.criteria
    .filter(({ id, outcome, section }) => outcome === 'not-met' && (section !== undefined || named.has(id)))
    .sort((a, b) => rank[a.severity] - rank[b.severity] || lost(b) - lost(a));
}
