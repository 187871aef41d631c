import { expect, it } from 'vitest';
import { leanPack, wholePack } from '../../src/pack/lean-pack.ts';
import type { Pack } from '../../src/pack/model.ts';
import type { Criterion } from '../../src/pack/model/criterion.ts';
import type { MomentRule } from '../../src/pack/model/moment-rule.ts';

const origin = { file: 'p.yaml', line: 1, column: 1 };
const pack = {
  id: 'p',
  lists: { words: [{ text: 'calm', origin }] },
  moments: [
    {
      id: 'm',
      speaker: 'agent',
      phrases: [{ text: 'calm', origin }],
      unless: [],
      examples: { hit: [{ speaker: 'agent', text: 'calm' }] },
      origin,
    } as unknown as MomentRule,
  ],
  criteria: [{ id: 'c', form: 'limit', to: 2, examples: { met: [] }, origin } as unknown as Criterion],
} as unknown as Pack;

it('is without texts, and whole again with them', () => {
  const lean = leanPack(pack);
  expect(JSON.parse(JSON.stringify(lean))).toEqual({
    id: 'p',
    moments: [{ id: 'm', speaker: 'agent' }],
    criteria: [{ id: 'c', form: 'limit', to: 2 }],
  });
  expect(
    wholePack(
      lean,
      () => pack,
      () => pack,
    ),
  ).toEqual(pack);
});

it('asks for the texts when one is looked at, not before', () => {
  let asked = 0;
  let listsAsked = 0;
  const whole = wholePack(
    leanPack(pack),
    () => {
      asked++;
      return pack;
    },
    () => {
      listsAsked++;
      return pack;
    },
  );
  expect([whole.id, whole.moments[0]!.id, whole.criteria[0]!.form]).toEqual(['p', 'm', 'limit']);
  expect(asked).toBe(0);
  expect(whole.lists).toBe(pack.lists);
  expect([asked, listsAsked]).toEqual([0, 1]);
  expect(whole.moments[0]!.phrases[0]!.text).toBe('calm');
  expect([asked, listsAsked]).toEqual([1, 1]);
});
