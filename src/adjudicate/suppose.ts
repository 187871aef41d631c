/** Outcomes as they would be, had some criteria come out otherwise. */
import { judgeComposite } from '../judge/composite.ts';
import type { Outcome, OutcomeKind } from '../judge/outcome.ts';
import type { Pack } from '../pack/model.ts';

/**
 * The outcomes with some supposed and the composites above them judged again; a composite that is itself supposed stays
 * as it was said. In the order of the outcomes. What is supposed rests on no words.
 */
export function suppose(
  outcomes: readonly Outcome[],
  supposed: ReadonlyMap<string, OutcomeKind>,
  { criteria }: Pick<Pack, 'criteria'>,
): readonly Outcome[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.criterion, outcome]));
  const rules = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const touched = new Map<string, Outcome>();
  const outcomeOf = (id: string): Outcome => {
    const known = touched.get(id);
    if (known !== undefined) return known;
    const before = byId.get(id)!;
    const kind = supposed.get(id);
    const rule = rules.get(id);
    const outcome =
      kind !== undefined
        ? { criterion: id, outcome: kind, share: kind === 'met' ? 1 : 0, evidence: [] }
        : rule?.form === 'all' || rule?.form === 'any'
          ? rejudged(rule.of.map(outcomeOf), before, rule)
          : before;
    touched.set(id, outcome);
    return outcome;
  };
  const rejudged = (
    members: readonly Outcome[],
    before: Outcome,
    rule: Parameters<typeof judgeComposite>[0],
  ): Outcome =>
    members.every((member) => member === byId.get(member.criterion)) ? before : judgeComposite(rule, members);
  return outcomes.map(({ criterion }) => outcomeOf(criterion));
}
