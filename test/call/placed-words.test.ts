import { expect, it } from 'vitest';
import { placeWords, timeAt } from '../../src/call/placed-words.ts';

const turn = {
  speaker: 'agent' as const,
  start: 100,
  text: 'Calm down, so calm.',
  words: [
    { text: 'calm', start: 1000 },
    { text: '[noise]', start: 1200 },
    { text: 'down' },
    { text: 'calm', start: 2000 },
  ],
};

it('finds each word behind the one before it, whatever its case', () => {
  expect(placeWords(turn).map(({ word, from, until }) => [word.text, from, until])).toEqual([
    ['calm', 0, 4],
    ['down', 5, 9],
    ['calm', 14, 18],
  ]);
});

it.each([
  [0, 1000],
  [3, 1000],
  // "down" has no time of its own: the next one that has
  [5, 2000],
  [14, 2000],
  [18, 100],
])('tells when offset %i was said', (offset, time) => expect(timeAt(turn, offset)).toBe(time));

it('knows no more than the turn where there are no words', () => {
  expect(timeAt({ speaker: 'agent', text: 'Hello', start: 7 }, 3)).toBe(7);
  expect(timeAt({ speaker: 'agent', text: 'Hello' }, 3)).toBeUndefined();
});
