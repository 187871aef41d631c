/** Traditional Chinese for what a pack says in Simplified alone. */
import type { Criterion, Localised, Pack } from './model.ts';

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
  const fillCriterion = (criterion: Criterion): Criterion => ({
    ...fillTitle(criterion),
    why: fill(criterion.why),
    ...(criterion.say === undefined ? {} : { say: fill(criterion.say) }),
  });
  return {
    ...fillTitle(pack),
    moments: pack.moments.map(fillTitle),
    criteria: pack.criteria.map(fillCriterion),
    scorecard: { ...pack.scorecard, sections: pack.scorecard.sections.map(fillTitle) },
    allegations: pack.allegations.map(fillTitle),
  };
}
