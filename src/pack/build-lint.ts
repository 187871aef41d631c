/** What a pack says of agent scripts, as it is written, made into data. */
import type { Failure } from '../call/failure.ts';
import { phrasesAt } from './build-moment.ts';
import type { Entry } from './collect.ts';
import { didYouMean } from './issues.ts';
import type { Criterion } from './model/criterion.ts';
import type { LintPlan, LintReplacement, LintRule } from './model/lint-plan.ts';
import type { Localised } from './model/localised.ts';
import type { MomentRule } from './model/moment-rule.ts';
import { namesAt } from './names-at.ts';
import type { WrittenLint } from './schema/lint.ts';
import { failureAt, placeOfKey, placeOfValue } from './source.ts';
import type { ValuePath } from './source.ts';

type Report = (failure: Failure) => void;
type WrittenRule = NonNullable<WrittenLint['rules']>[string];

/** What lint's names are checked against. */
interface Known {
  readonly moments: ReadonlySet<string>;
  /** Those that are sound, by id. */
  readonly soundMoments: ReadonlyMap<string, MomentRule>;
  readonly criteria: ReadonlySet<string>;
  /** Ids of steps of a pack that this one adds to. */
  readonly steps: ReadonlySet<string>;
}

/** The plan; moments, criteria and steps that it names are checked. Phrases are not tried here. */
export function buildLint(
  { written, source, path }: Entry<WrittenLint>,
  known: Known,
  report: Report,
): LintPlan {
  const momentsAt = (names: string | readonly string[] | undefined, key: ValuePath): readonly string[] =>
    names === undefined ? [] : namesAt(names, source, [...path, ...key], known.moments, report);
  const replacements = ({ replace = [] }: WrittenRule, key: ValuePath): readonly LintReplacement[] =>
    replace.map((each, index) => {
      const here = [...path, ...key, 'replace', index];
      if (Object.keys(each.with).length === 0) {
        const hint = 'Say it in `en`, in `zh`, or in both.';
        report(
          failureAt(placeOfKey(source, [...here, 'with']), 'There are no words to say instead.', {
            code: 'missing-key',
            hint,
          }),
        );
      }
      return {
        words: phrasesAt(source, [...here, 'words'], report),
        with: each.with as LintReplacement['with'],
      };
    });

  const rules = Object.entries(written.rules ?? {}).map(([id, rule]): LintRule => {
    const key = ['rules', id];
    const forbid = momentsAt(rule.forbid, [...key, 'forbid']);
    for (const [index, name] of forbid.entries()) {
      if (known.soundMoments.get(name)?.speaker !== 'customer') continue;
      const place = typeof rule.forbid === 'string' ? ['forbid'] : ['forbid', index];
      report(
        failureAt(
          placeOfValue(source, [...path, ...key, ...place]),
          `\`${name}\` is the customer's: a script cannot forbid it.`,
          { code: 'wrong-side', hint: "Scripts are held to the agent's moments." },
        ),
      );
    }
    if (!known.criteria.has(id)) {
      const missing = (['title', 'why', 'forbid'] as const).filter((need) => rule[need] === undefined);
      if (missing.length > 0) {
        const needs = missing.map((need) => `\`${need}\``).join(', ');
        report(
          failureAt(
            placeOfKey(source, [...path, ...key]),
            `There is no criterion \`${id}\`, and a rule of its own needs ${needs}.`,
            { code: 'unknown-criterion', hint: didYouMean(id, known.criteria) },
          ),
        );
      }
    }
    return {
      id,
      ...(rule.title === undefined ? {} : { title: rule.title as Localised }),
      ...(rule.why === undefined ? {} : { why: rule.why as Localised }),
      ...(rule.severity === undefined ? {} : { severity: rule.severity }),
      ...(rule.say === undefined ? {} : { say: rule.say as Localised }),
      ...(rule.forbid === undefined ? {} : { forbid }),
      words: rule.words === undefined ? [] : phrasesAt(source, [...path, ...key, 'words'], report),
      ...(rule.unless === undefined ? {} : { unless: momentsAt(rule.unless, [...key, 'unless']) }),
      replace: replacements(rule, key),
      origin: placeOfKey(source, [...path, ...key]),
    };
  });

  const stepIds = new Set([...known.steps, ...Object.keys(written.steps ?? {})]);
  const stepsAt = (names: readonly string[] | undefined, key: ValuePath): readonly string[] => {
    for (const [index, name] of (names ?? []).entries()) {
      if (stepIds.has(name)) continue;
      report(
        failureAt(placeOfValue(source, [...path, ...key, index]), `There is no step \`${name}\`.`, {
          code: 'unknown-step',
          hint: didYouMean(name, stepIds) ?? 'Define it under `steps:`.',
        }),
      );
    }
    return names ?? [];
  };
  return {
    rules,
    steps: Object.entries(written.steps ?? {}).map(([id, step]) => ({
      id,
      title: step.title as Localised,
      any: momentsAt(step.any, ['steps', id, 'any']),
      ...(step.say === undefined ? {} : { say: step.say as Localised }),
    })),
    scenarios: Object.entries(written.scenarios ?? {}).map(([id, scenario]) => ({
      id,
      title: scenario.title as Localised,
      holds: stepsAt(scenario.holds, ['scenarios', id, 'holds']),
      anywhere: stepsAt(scenario.anywhere, ['scenarios', id, 'anywhere']),
      placeholders: scenario.placeholders ?? [],
    })),
    placeholders: written.placeholders ?? [],
  };
}

/** Reports rules of criteria that forbid nothing by themselves and do not say either what is a problem. */
export function checkLintRules(
  { source, path }: Entry<WrittenLint>,
  { rules }: LintPlan,
  criteria: ReadonlyMap<string, Criterion>,
): readonly Failure[] {
  return rules.flatMap(({ id, forbid, severity }) => {
    const form = criteria.get(id)?.form;
    if (form === undefined || form === 'forbid' || form === 'limit') return [];
    if (forbid !== undefined || severity === 'off') return [];
    return [
      failureAt(
        placeOfKey(source, [...path, 'rules', id]),
        `The criterion \`${id}\` forbids nothing by itself.`,
        {
          code: 'missing-key',
          hint: 'Name the moments that are a problem in a script with `forbid:`.',
        },
      ),
    ];
  });
}
