/** What a report calls a criterion on which verdicts turn and which has no place of its own on the scorecard. */
import type { Pack } from '../pack/model.ts';
import type { KindOf } from './judge-tree.ts';

/**
 * Makes the lookup of a pack: for a criterion that asks for less of a protocol than one of the scorecard, that one, as
 * long as both came out alike; any other is shown as itself. So a hang-up without grounds is one finding and not two, while
 * one where only the note is missing is held against the paperwork alone.
 */
export function createShownAs({
  criteria,
  scorecard,
}: Pick<Pack, 'criteria' | 'scorecard'>): (criterion: string, kindOf: KindOf) => string {
  const scored = new Set(scorecard.sections.flatMap((section) => section.criteria.map(({ id }) => id)));
  const protocols = criteria.filter((one) => one.form === 'protocol');
  const wholes = new Map(
    protocols
      .filter(({ id }) => !scored.has(id))
      .flatMap(({ id, protocol }) => {
        const whole = protocols.find((one) => scored.has(one.id) && one.protocol.id === protocol.id);
        return whole === undefined ? [] : [[id, whole.id] as const];
      }),
  );
  return (criterion, kindOf) => {
    const whole = wholes.get(criterion);
    return whole !== undefined && kindOf(whole) === kindOf(criterion) ? whole : criterion;
  };
}
