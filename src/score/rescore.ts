/** The total that a call would have, had a few criteria come out otherwise: what `score` gives, for a fraction of it. */
import type { Call } from '../call/call.ts';
import { compositeKind } from '../judge/composite.ts';
import type { Outcome, OutcomeKind } from '../judge/outcome.ts';
import type { Pack } from '../pack/model.ts';
import type { CompositeCriterion, Criterion } from '../pack/model/criterion.ts';
import { restsOnSureWords } from './sure-words.ts';
import { totalOf, type SectionSum } from './total.ts';

/** The total with some criteria supposed to be met or not met; null where nothing at all was possible. */
export type Rescore = (supposed: ReadonlyMap<string, OutcomeKind>) => number | null;

/**
 * Prepares a pack. For a call it gives what `score` gives as the total of the outcomes with some supposed and the
 * composites above them judged again: the arithmetic is the same, over the sections that changed. A fatal finding that is
 * supposed counts where the sides are sure.
 */
export function createRescorer(
  pack: Pack,
): (outcomes: readonly Outcome[], call: Call, speakersSure: boolean) => Rescore {
  const rules = new Map(pack.criteria.map((criterion) => [criterion.id, criterion]));
  const above = compositesAbove(pack.criteria);
  const { sections } = pack.scorecard;
  const scored = new Set(sections.flatMap(({ criteria }) => criteria.map(({ id }) => id)));
  const fatal = pack.criteria.filter(({ id, severity }) => severity === 'fatal' && scored.has(id));

  return (outcomes, call, speakersSure) => {
    const byId = new Map(outcomes.map((outcome) => [outcome.criterion, outcome]));
    const sumOf = ({ weight, criteria }: (typeof sections)[number], changed: Changed): SectionSum => {
      let earned = 0;
      let possible = 0;
      for (const { id, weight: points } of criteria) {
        const kind = changed.get(id) ?? byId.get(id)?.outcome;
        if (kind !== 'met' && kind !== 'not-met') continue;
        const share = changed.has(id) ? Number(kind === 'met') : byId.get(id)!.share;
        earned += share * points;
        possible += points;
      }
      return { weight, earned, possible };
    };
    const none: Changed = new Map();
    const before = sections.map((section) => sumOf(section, none));
    const sureFatal = new Set(
      fatal
        .filter(({ id }) => byId.get(id)?.outcome === 'not-met')
        .filter((rule) => speakersSure && restsOnSureWords(byId.get(rule.id)!, rule, call))
        .map(({ id }) => id),
    );
    return (supposed) => {
      const changed = changedBy(supposed, byId, rules, above);
      const isFatal = fatal.some(({ id }) =>
        changed.has(id) ? speakersSure && changed.get(id) === 'not-met' : sureFatal.has(id),
      );
      if (isFatal) return 0;
      return totalOf(
        sections.map((section, index) =>
          section.criteria.some(({ id }) => changed.has(id)) ? sumOf(section, changed) : before[index]!,
        ),
      );
    };
  };
}

type Changed = ReadonlyMap<string, OutcomeKind>;

type Above = ReadonlyMap<string, ReadonlySet<CompositeCriterion>>;

/** By criterion: the composites that it counts in, and those that these count in. */
function compositesAbove(criteria: readonly Criterion[]): Above {
  const composites = criteria.flatMap((rule) => (rule.form === 'all' || rule.form === 'any' ? [rule] : []));
  const above = (id: string): readonly CompositeCriterion[] =>
    composites.filter(({ of }) => of.includes(id)).flatMap((one) => [one, ...above(one.id)]);
  return new Map(criteria.map(({ id }) => [id, new Set(above(id))]));
}

/** What is supposed, and the composites above it where they come out otherwise. */
function changedBy(
  supposed: Changed,
  byId: ReadonlyMap<string, Outcome>,
  rules: ReadonlyMap<string, Criterion>,
  above: Above,
): Changed {
  const changed = new Map<string, OutcomeKind>(supposed);
  const kindOf = (id: string): OutcomeKind => {
    const known = changed.get(id);
    if (known !== undefined) return known;
    const rule = rules.get(id);
    const touched =
      (rule?.form === 'all' || rule?.form === 'any') &&
      [...supposed.keys()].some((one) => above.get(one)?.has(rule));
    if (!touched) return byId.get(id)?.outcome ?? 'not-applicable';
    const kind = compositeKind(rule.form, rule.of.map(kindOf));
    changed.set(id, kind);
    return kind;
  };
  for (const id of supposed.keys()) for (const composite of above.get(id) ?? []) kindOf(composite.id);
  return changed;
}
