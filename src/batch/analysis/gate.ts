/** The gate over a batch: what its figures are beside what was asked of them. */
import type { Analysis } from '../../result/analysis.ts';
import type { GateRule } from './gate-rule.ts';

/** What the figure of a rule is. */
export interface GateFigure {
  readonly rule: GateRule;
  readonly passed: boolean;
  /** A score, or a share in per cent; null where there was nothing to measure. */
  readonly value: number | null;
  readonly count?: number;
  /** How many calls it was measured in. */
  readonly of: number;
  /** Of a criterion: calls that could not tell, and calls in which its occasion never came up. */
  readonly notEvaluated?: number;
  readonly notApplicable?: number;
}

/**
 * The figures that rules ask for. The mean is that of the report, with one decimal; the share of a verdict is of the
 * gravest on each call; that of a criterion is how often it was met where it applied. What could not be measured in
 * any call is not passed; a criterion whose occasion never came up, in calls that could all tell, is.
 */
export function gateFigures(rules: readonly GateRule[], analysis: Analysis): readonly GateFigure[] {
  return rules.map((rule) => {
    const figure = figureOf(rule, analysis);
    const { value, count, of, notEvaluated = 0, notApplicable = 0 } = figure;
    // In whole numbers of calls, so that 5 % of 20 is one call and not a little more or less.
    const [have, asked] = count === undefined ? [value ?? 0, rule.value] : [100 * count, rule.value * of];
    return {
      rule,
      ...figure,
      passed:
        value === null
          ? notEvaluated === 0 && notApplicable > 0
          : rule.bound === 'at-most'
            ? have <= asked
            : have >= asked,
    };
  });
}

function figureOf({ figure }: GateRule, analysis: Analysis): Omit<GateFigure, 'rule' | 'passed'> {
  if (figure === 'mean') return { value: analysis.mean.value, of: analysis.mean.calls };
  if ('verdict' in figure) {
    const of = analysis.verdicts.reduce((sum, { calls }) => sum + calls, 0);
    const count = analysis.verdicts.reduce((sum, { shares }) => sum + shares[figure.verdict].count, 0);
    return { value: of === 0 ? null : (100 * count) / of, count, of };
  }
  const found = analysis.criteria.find(({ criterion }) => criterion === figure.criterion);
  if (found === undefined) return { value: null, of: 0 };
  const { met, notEvaluated, notApplicable } = found;
  return {
    value: met.of === 0 ? null : (100 * met.count) / met.of,
    count: met.count,
    of: met.of,
    notEvaluated,
    notApplicable,
  };
}
