import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/call/call.ts';
import { createDetector } from '../../src/detect/detect.ts';
import { capitalsMatter, shoutedPieces } from '../../src/detect/typography.ts';
import { compilePack } from '../../src/pack/compiled.ts';
import { callOf, tinyPack } from './calls.ts';

const pieces = (text: string, capitals = true): readonly string[] =>
  shoutedPieces(text, () => capitals).map(({ start, end }) => text.slice(start, end));

describe('what is shouted', () => {
  it.each([
    ['WHERE IS MY REFUND', ['WHERE IS MY REFUND']],
    ['hello, WHERE IS MY BAG? thanks', ['WHERE IS MY BAG']],
    ['I WON’T PAY THIS, YOU ARE LIARS, ok', ['I WON’T PAY THIS, YOU ARE LIARS']],
    ['well THIS IS THE THIRD TIME', ['THIS IS THE THIRD TIME']],
    ['ÇA VA PAS, I WANT TO PAY', ['I WANT TO PAY']],
    ['Give it back!!!', ['Give it back!!!']],
    ['One. Two! Give it back!!!! Now', ['Give it back!!!!']],
    ['Really ! ! !', ['Really ! ! !']],
    ['What?!?!?!', ['What?!?!?!']],
    ['到底管不管！！！', ['到底管不管！！！']],
    ['好的。到底管不管！！!还有呢', ['到底管不管！！!']],
    ['I WANT MY MONEY BACK!!!', ['I WANT MY MONEY BACK!!!']],
    ['Stop!!! It is late!!!', ['Stop!!! It is late!!!']],
    // a word, a name, a code and an acronym are not
    ['I am SO tired of this', []],
    ['flight JFK to LAX on KLM', []],
    ['NASA FBI CIA', []],
    ['NEW YORK CITY', []],
    ['THE A1B2C3 X9Y8 ZZ12 IS', []],
    ['@THE_TEAM WWW.THE.COM', []],
    ['这个APP连不上WIFI', []],
    ['我要投诉 I WANT MY MONEY BACK 听到没', ['I WANT MY MONEY BACK']],
    ['I DO', []],
    ['THE REFUND', []],
    ['please answer MY CALL NOW thanks a lot', []],
    ['Stop! Now!', []],
    ['Stop!! Now!!', []],
    ['!!!', []],
    ['', []],
  ] as const)('in %j', (text, expected) => expect(pieces(text)).toEqual(expected));

  it('hears no capitals where they mean nothing, and marks all the same', () => {
    expect(pieces('WHERE IS MY BAG', false)).toEqual([]);
    expect(pieces('WHERE IS MY BAG!!!', false)).toEqual(['WHERE IS MY BAG!!!']);
  });

  it('asks whether capitals mean anything only where some stand', () => {
    const ask = () => {
      throw new Error('asked');
    };
    expect(shoutedPieces('quiet talk, NASA and all!!!', ask)).toHaveLength(1);
    expect(() => shoutedPieces('WHERE IS MY BAG', ask)).toThrow('asked');
  });

  it.each(['!'.repeat(200_000), 'A '.repeat(100_000), 'a!!! '.repeat(40_000), 'THE BAG IS,'.repeat(20_000)])(
    'is linear in the text',
    (text) => {
      const before = performance.now();
      shoutedPieces(text, () => true);
      expect(performance.now() - before).toBeLessThan(2000);
    },
  );
});

it.each<[boolean, Call]>([
  [true, callOf([['customer', 'WHERE IS MY BAG']])],
  [true, callOf([['agent', 'Good morning.'], ['customer', 'WHERE IS MY BAG']])], // prettier-ignore
  [true, callOf([['agent', '您好'], ['customer', 'WHERE IS MY BAG']])], // prettier-ignore
  [false, callOf([['agent', 'GOOD MORNING'], ['customer', 'WHERE IS MY BAG']])], // prettier-ignore
])('tells %s whether capitals are a choice', (expected, call) =>
  expect(capitalsMatter(call, 'customer')).toBe(expected),
);

describe('a moment with a detector', () => {
  const anger = tinyPack.pack.moments.find(({ id }) => id === 'anger');
  const detect = createDetector(
    compilePack({
      ...tinyPack.pack,
      moments: [
        { ...anger!, detector: 'typography', unless: [{ text: 'thank*', origin: anger!.origin }] },
        { ...anger!, id: 'shouting', phrases: [], detector: 'typography' },
      ],
    }),
  );
  const found = (call: Call): readonly string[] =>
    detect(call).moments.map(({ id, parts }) => {
      const words = parts.map(({ turn, start, end }) => call.turns[turn]!.text.slice(start, end));
      return `${id}: ${words.join(' / ')}`;
    });

  it.each([
    ['customer', 'Give it back!!!', ['anger: Give it back!!!', 'shouting: Give it back!!!']],
    // phrase and detector are one
    ['customer', 'furious. I am furious!!!', ['anger: furious', 'anger: I am furious!!!', 'shouting: I am furious!!!']], // prettier-ignore
    ['customer', 'I AM SO VERY LATE, furious', ['shouting: I AM SO VERY LATE', 'anger: I AM SO VERY LATE', 'anger: furious']], // prettier-ignore
    ['customer', 'Thank you!!! Give it back!!!', ['shouting: Thank you!!! Give it back!!!']],
    ['customer', 'Give it back', []],
    ['agent', 'Give it back!!!', []],
  ] as const)('hears the %s say %j', (speaker, text, expected) =>
    expect(found(callOf([[speaker, text]])).toSorted()).toEqual([...expected].toSorted()),
  );

  it('spans joined turns', () => {
    const call = callOf([['customer', 'where is my', { start: 0, end: 900 }], ['customer', 'parcel!!!', { start: 1000, end: 2000 }]]); // prettier-ignore
    expect(found(call)).toContain('shouting: where is my / parcel!!!');
  });

  it('hears no capitals in a transcript of capitals', () => {
    expect(found(callOf([['agent', 'GOOD MORNING'], ['customer', 'WHERE IS MY BAG']]))).toEqual([]); // prettier-ignore
  });
});
