/** Traditional Chinese for what a pack says in Simplified alone. */
import type { Pack } from './model.ts';
import type { Criterion } from './model/criterion.ts';
import type { LintPlan } from './model/lint-plan.ts';
import type { Localised } from './model/localised.ts';
import type { Protocol } from './model/protocol.ts';

/**
 * A pack whose titles, reasons and suggestions all have a `zh-TW`; one that is written stays as it is.
 *
 * @param convert Simplified to Traditional as it is written in Taiwan
 */
export function withTraditional(pack: Pack, convert: (simplified: string) => string): Pack {
  const fill = (said: Localised): Localised => ({ ...said, 'zh-TW': said['zh-TW'] ?? convert(said.zh) });
  const fillTitle = <Titled extends { readonly title: Localised }>(titled: Titled): Titled => ({
    ...titled,
    title: fill(titled.title),
  });
  const fillProtocol = (protocol: Protocol): Protocol => ({
    ...fillTitle(protocol),
    grounds: protocol.grounds.map(fillTitle),
    steps: protocol.steps.map(fillTitle),
  });
  const fillCriterion = (criterion: Criterion): Criterion => ({
    ...fillTitle(criterion),
    why: fill(criterion.why),
    ...(criterion.say === undefined ? {} : { say: fill(criterion.say) }),
    ...(criterion.form === 'protocol' ? { protocol: fillProtocol(criterion.protocol) } : {}),
  });
  const fillLint = (lint: LintPlan): LintPlan => ({
    ...lint,
    rules: lint.rules.map((rule) => ({
      ...rule,
      ...(rule.title === undefined ? {} : { title: fill(rule.title) }),
      ...(rule.why === undefined ? {} : { why: fill(rule.why) }),
      ...(rule.say === undefined ? {} : { say: fill(rule.say) }),
      replace: rule.replace.map((each) => {
        const { zh } = each.with;
        return zh === undefined ? each : { ...each, with: { 'zh-TW': convert(zh), ...each.with } };
      }),
    })),
    steps: lint.steps.map((step) => ({
      ...fillTitle(step),
      ...(step.say === undefined ? {} : { say: fill(step.say) }),
    })),
    scenarios: lint.scenarios.map(fillTitle),
  });
  return {
    ...fillTitle(pack),
    moments: pack.moments.map(fillTitle),
    criteria: pack.criteria.map(fillCriterion),
    scorecard: { ...pack.scorecard, sections: pack.scorecard.sections.map(fillTitle) },
    allegations: pack.allegations.map(fillTitle),
    keyFacts: pack.keyFacts.map(fillTitle),
    complaintTypes: pack.complaintTypes.map((type) => ({
      ...fillTitle(type),
      ...(type.prevent === undefined ? {} : { prevent: fill(type.prevent) }),
    })),
    gravity: pack.gravity.map(fillTitle),
    promises: pack.promises.map(fillTitle),
    ...(pack.lint === undefined ? {} : { lint: fillLint(pack.lint) }),
  };
}
