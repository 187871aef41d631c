/** The gate over a batch: what its figures have to be at least or at most. */
import type { Analysis } from '../../result/analysis.ts';
import type { VerdictResult } from '../../result/result.ts';

type VerdictKind = VerdictResult['verdict'];

/** One thing that is asked of a batch, such as `upheld<=5%`, `mean>=75` or `no-calm-down>=99%`. */
export interface GateRule {
  readonly written: string;
  readonly figure: 'mean' | { readonly verdict: VerdictKind } | { readonly criterion: string };
  readonly bound: 'at-most' | 'at-least';
  /** A score, or a share in per cent; 0 to 100. */
  readonly value: number;
}

/** What the figure of a rule is. */
export interface GateFigure {
  readonly rule: GateRule;
  readonly passed: boolean;
  /** A score, or a share in per cent; null where there was nothing to measure, which passes. */
  readonly value: number | null;
  readonly count?: number;
  readonly of?: number;
}

const verdicts: readonly string[] = [
  'upheld',
  'partly-upheld',
  'not-upheld',
  'insufficient-evidence',
] satisfies VerdictKind[];

/** The rule that is written; undefined where it is none. A share is written with `%`, the mean score without. */
export function gateRule(written: string): GateRule | undefined {
  const found =
    /^\s*(?<name>[a-z][a-z0-9-]*)\s*(?<bound><=|>=)\s*(?<value>\d+(?:\.\d+)?)(?<percent>%?)\s*$/u.exec(
      written,
    )?.groups;
  if (found === undefined) return undefined;
  const { name = '', bound, percent } = found;
  const value = Number(found['value']);
  if (value > 100 || (percent === '%') === (name === 'mean')) return undefined;
  return {
    written: written.trim(),
    figure:
      name === 'mean'
        ? 'mean'
        : verdicts.includes(name)
          ? { verdict: name as VerdictKind }
          : { criterion: name },
    bound: bound === '<=' ? 'at-most' : 'at-least',
    value,
  };
}

/**
 * The figures that rules ask for. The mean is that of the report, with one decimal; the share of a verdict is of the first
 * allegations of all calls; that of a criterion is how often it was met where it applied.
 */
export function gateFigures(rules: readonly GateRule[], analysis: Analysis): readonly GateFigure[] {
  return rules.map((rule) => {
    const figure = figureOf(rule, analysis);
    const { value, count, of } = figure;
    // In whole numbers of calls, so that 5 % of 20 is one call and not a little more or less.
    const [have, asked] =
      count === undefined || of === undefined ? [value ?? 0, rule.value] : [100 * count, rule.value * of];
    return {
      rule,
      ...figure,
      passed: value === null || (rule.bound === 'at-most' ? have <= asked : have >= asked),
    };
  });
}

function figureOf({ figure }: GateRule, analysis: Analysis): Pick<GateFigure, 'value' | 'count' | 'of'> {
  if (figure === 'mean') return { value: analysis.mean.value };
  if ('verdict' in figure) {
    const of = analysis.verdicts.reduce((sum, { calls }) => sum + calls, 0);
    const count = analysis.verdicts.reduce((sum, { shares }) => sum + shares[figure.verdict].count, 0);
    return { value: of === 0 ? null : (100 * count) / of, count, of };
  }
  const met = analysis.criteria.find(({ criterion }) => criterion === figure.criterion)?.met;
  if (met === undefined || met.of === 0) return { value: null };
  return { value: (100 * met.count) / met.of, count: met.count, of: met.of };
}
