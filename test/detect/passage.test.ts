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
    expect(passage(...texts)).toEqual({ text, offsets, firstTurn: 0 });
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
