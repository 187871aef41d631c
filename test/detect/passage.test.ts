import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchesOf } from '../../src/call/stretch.ts';
import type { Passage } from '../../src/detect/passage.ts';
import { passageOf, spansOf } from '../../src/detect/passage.ts';
import { callOf } from './calls.ts';

function passage(...texts: readonly string[]): Passage {
  const call = callOf(texts.map((text) => ['agent', text] as const));
  return passageOf(call, stretchesOf(call)[0]!);
}

describe('passageOf', () => {
  it.each([
    [['calm down'], 'calm down', [0]],
    [['calm', 'down'], 'calm down', [0, 5]],
    [['Calm', 'down'], 'Calm\ndown', [0, 5]],
    [['calm.', 'down', 'now'], 'calm.\ndown now', [0, 6, 11]],
    [['calm', '', 'down'], 'calm  down', [0, 5, 6]],
    [['您先', '冷静'], '您先 冷静', [0, 3]],
    [['您先,', '冷静'], '您先, 冷静', [0, 4]],
    [['您先，', '冷静'], '您先，\n冷静', [0, 4]],
  ] as const)('%j', (texts, text, offsets) => {
    const pieces = offsets.map((at, turn) => ({ turn, from: 0, at }));
    expect(passage(...texts)).toEqual({ text, pieces });
  });
});

/** A word, and from when to when. */
type Said = readonly [text: string, start?: number, end?: number];

describe('a turn whose words have times', () => {
  const words = (...times: readonly Said[]) =>
    times.map(([text, start, end]) => ({
      text,
      ...(start !== undefined && { start }),
      ...(end !== undefined && { end }),
    }));
  const passageOfTurn = (text: string, ...times: readonly Said[]) => {
    const call = { id: 'c', turns: [{ speaker: 'agent' as const, text, words: words(...times) }] };
    return passageOf(call, stretchesOf(call)[0]!);
  };

  it.each([
    // a second between "no" and "calm" is a sentence's end, a tenth is none
    [
      'no calm down',
      [
        ['no', 0, 200],
        ['calm', 1200, 1400],
        ['down', 1500, 1700],
      ],
      'no \ncalm down',
    ],
    [
      'no calm down',
      [
        ['no', 0, 200],
        ['calm', 900, 1400],
        ['down', 1500, 1700],
      ],
      'no calm down',
    ],
    [
      '不行您冷静',
      [
        ['不行', 0, 300],
        ['您', 1300, 1400],
        ['冷静', 1400, 1700],
      ],
      '不行\n您冷静',
    ],
    // words without times, and words that the text does not have
    ['no calm down', [['no'], ['calm', 1200, 1400], ['down', 1500, 1700]], 'no calm down'],
    [
      'no calm down',
      [
        ['no', 0, 200],
        ['[noise]', 300, 900],
        ['calm', 1200, 1400],
      ],
      'no \ncalm down',
    ],
  ] as const)('%j', (text, times, joined) => {
    expect(passageOfTurn(text, ...times).text).toBe(joined);
  });

  it('keeps one span for words on both sides of a pause', () => {
    const paused = passageOfTurn('no calm down', ['no', 0, 200], ['calm', 1200, 1400]);
    expect(spansOf(paused, 0, paused.text.length)).toEqual([{ turn: 0, start: 0, end: 12 }]);
    expect(spansOf(paused, 4, 8)).toEqual([{ turn: 0, start: 3, end: 7 }]);
  });
});

describe('spansOf', () => {
  const three = passage('calm', 'your self', 'down');
  it.each([
    [0, 4, [[0, 0, 4]]],
    [5, 9, [[1, 0, 4]]],
    [10, 14, [[1, 5, 9]]],
    [15, 19, [[2, 0, 4]]],
    [
      2,
      7,
      [
        [0, 2, 4],
        [1, 0, 2],
      ],
    ],
    [
      0,
      19,
      [
        [0, 0, 4],
        [1, 0, 9],
        [2, 0, 4],
      ],
    ],
  ] as const)('[%i, %i)', (start, end, spans) => {
    expect(spansOf(three, start, end).map((span) => [span.turn, span.start, span.end])).toEqual(spans);
  });

  it("counts turns from the stretch's first", () => {
    const call = callOf([
      ['customer', 'hi'],
      ['agent', 'calm'],
      ['agent', 'down'],
    ]);
    expect(spansOf(passageOf(call, stretchesOf(call)[1]!), 0, 9)).toEqual([
      { turn: 1, start: 0, end: 4 },
      { turn: 2, start: 0, end: 4 },
    ]);
  });

  it('gives back the words of every piece, in order', () => {
    const texts = fc.array(fc.constantFrom('', 'calm', '冷静', 'so😀', 'a b'), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(), (turns, a, b) => {
        const all = passage(...turns);
        if (all.text.trim() === '') return;
        const start = a % all.text.length;
        const end = start + 1 + (b % (all.text.length - start));
        const said = spansOf(all, start, end)
          .map((span) => turns[span.turn]!.slice(span.start, span.end))
          .join('');
        expect(said.replaceAll(' ', '')).toBe(all.text.slice(start, end).replaceAll(' ', ''));
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
