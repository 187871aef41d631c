/** A pack in two parts: what scoring works with, and what only its readers look at. */
import type { Pack } from './model.ts';
import type { Criterion } from './model/criterion.ts';
import type { MomentRule } from './model/moment-rule.ts';

/** What is only looked at where rules are listed, explained and checked: most of a pack. */
const momentTexts = [
  'phrases',
  'unless',
  'examples',
  'origin',
] as const satisfies readonly (keyof MomentRule)[];
const criterionTexts = ['examples', 'origin'] as const satisfies readonly (keyof Criterion)[];

/** A pack without its lists and the texts of its rules. */
export interface LeanPack extends Omit<Pack, 'lists' | 'moments' | 'criteria'> {
  readonly moments: readonly Omit<MomentRule, (typeof momentTexts)[number]>[];
  readonly criteria: readonly Omit<Criterion, (typeof criterionTexts)[number]>[];
}

/** The part of a pack that scoring works with. */
export function leanPack(pack: Pack): LeanPack {
  return {
    ...without(pack, ['lists']),
    moments: pack.moments.map((moment) => without(moment, momentTexts)),
    criteria: pack.criteria.map((criterion) => without(criterion, criterionTexts)),
  };
}

function without<Rule extends object, Key extends keyof Rule>(
  rule: Rule,
  keys: readonly Key[],
): Omit<Rule, Key> {
  return Object.fromEntries(
    Object.entries(rule).filter(([key]) => !(keys as readonly PropertyKey[]).includes(key)),
  ) as Omit<Rule, Key>;
}

/**
 * The whole pack again.
 * @param written gives the pack from which `leanPack` took it; asked when one of its texts is first looked at
 * @param lists gives its lists alone
 */
export function wholePack(lean: LeanPack, written: () => Pack, lists: () => Pick<Pack, 'lists'>): Pack {
  const pack = {
    ...lean,
    moments: lean.moments.map((moment, index) =>
      looking(moment, momentTexts, () => written().moments[index]!),
    ),
    criteria: lean.criteria.map((criterion, index) =>
      looking(criterion, criterionTexts, () => written().criteria[index]!),
    ),
  };
  return looking(pack, ['lists'], lists);
}

/** An object with keys that look themselves up in another. */
function looking<Own extends object, Other extends object>(
  own: Own,
  keys: readonly (keyof Other & string)[],
  other: () => Other,
): Own & Other {
  const whole = { ...own } as Own & Other;
  for (const key of keys) Object.defineProperty(whole, key, { enumerable: true, get: () => other()[key] });
  return whole;
}
