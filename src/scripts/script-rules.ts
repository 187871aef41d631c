/** The rules that a pack holds scripts to: what its criteria forbid, and what it says of scripts beside that. */
import type { Pack } from '../pack/model.ts';
import type { Criterion } from '../pack/model/criterion.ts';
import type { LintReplacement, LintRule } from '../pack/model/lint-plan.ts';
import type { Localised } from '../pack/model/localised.ts';
import type { WrittenPhrase } from '../pack/model/origin.ts';

/** A rule with all that its criterion gives it. */
export interface ScriptRule {
  readonly id: string;
  readonly title: Localised;
  readonly why: Localised;
  readonly say?: Localised;
  readonly severity: 'error' | 'warning' | 'off';
  /** The agent's moments that are a problem. */
  readonly forbid: readonly string[];
  /** Only where one of these stands in the same sentence. Empty: wherever it stands. */
  readonly words: readonly WrittenPhrase[];
  /** None, where one of these moments is in the same script. */
  readonly unless: readonly string[];
  /** None, where one of these moments is in the same piece of the agent's or in the next ones: so many in all. */
  readonly forgiven: { readonly by: readonly string[]; readonly within: number };
  /** Only in scripts with one of these moments, and only after one of those. Empty: always. */
  readonly when: readonly string[];
  readonly after: readonly string[];
  /** So many pieces of a script may have it, counted anew after one of these moments. */
  readonly limit?: { readonly to: number; readonly resetBy: readonly string[] };
  readonly replace: readonly LintReplacement[];
}

/**
 * The rules, in the order of the criteria, then of the pack's own.
 *
 * Every `forbid` criterion of an agent's moment is one, whether the pack names it under `lint` or not; one that looks
 * at the edges of a call is none, since a script has no such edges. A `limit` criterion is one where `lint` names it:
 * then its `when` goes without saying, for the script stands for its occasion.
 */
export function scriptRulesOf(pack: Pack): readonly ScriptRule[] {
  const written = new Map((pack.lint?.rules ?? []).map((rule) => [rule.id, rule]));
  const agents = new Set(pack.moments.filter(({ speaker }) => speaker === 'agent').map(({ id }) => id));
  const ofCriteria = pack.criteria.flatMap((criterion): readonly ScriptRule[] => {
    const rule = written.get(criterion.id);
    const found = ruleOfCriterion(criterion, rule);
    if (found === undefined) return [];
    const forbid = found.forbid.filter((id) => agents.has(id));
    return forbid.length === 0 ? [] : [{ ...found, forbid }];
  });
  const criteria = new Set(pack.criteria.map(({ id }) => id));
  return [...ofCriteria, ...[...written.values()].filter(({ id }) => !criteria.has(id)).map(ownRule)];
}

function ruleOfCriterion(criterion: Criterion, rule: LintRule | undefined): ScriptRule | undefined {
  const say = rule?.say ?? criterion.say;
  const base = {
    id: criterion.id,
    title: rule?.title ?? criterion.title,
    why: rule?.why ?? criterion.why,
    ...(say === undefined ? {} : { say }),
    severity: rule?.severity ?? (criterion.severity === 'ordinary' ? 'warning' : 'error'),
    words: rule?.words ?? [],
    unless: rule?.unless ?? [],
    replace: rule?.replace ?? [],
  } as const;
  const anywhere = { forgiven: { by: [], within: 1 }, when: [], after: [] } as const;
  if (rule?.forbid !== undefined) return { ...base, ...anywhere, forbid: rule.forbid };
  switch (criterion.form) {
    case 'forbid': {
      const { forbid, unless, within, when, after } = criterion;
      if (criterion.in !== undefined && rule === undefined) return undefined;
      // What `lint` says of when it is none stands in place of the criterion's own.
      const by = rule?.unless === undefined ? unless : [];
      return { ...base, forbid, forgiven: { by, within }, when, after };
    }
    case 'limit': {
      if (rule === undefined) return undefined;
      const { limit, to, resetBy } = criterion;
      return { ...base, ...anywhere, forbid: limit, limit: { to, resetBy } };
    }
    default:
      return undefined;
  }
}

function ownRule(rule: LintRule): ScriptRule {
  return {
    id: rule.id,
    // A rule of its own has them: the pack was read with that condition.
    title: rule.title!,
    why: rule.why!,
    ...(rule.say === undefined ? {} : { say: rule.say }),
    severity: rule.severity ?? 'warning',
    forbid: rule.forbid!,
    words: rule.words,
    unless: rule.unless ?? [],
    forgiven: { by: [], within: 1 },
    when: [],
    after: [],
    replace: rule.replace,
  };
}
