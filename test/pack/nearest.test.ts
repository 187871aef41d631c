import { expect, it } from 'vitest';
import { nearest } from '../../src/pack/nearest.ts';

it.each<[word: string, candidates: readonly string[], expected: string | undefined]>([
  ['problems', ['problem', 'apology'], 'problem'],
  ['problme', ['problem', 'apology'], 'problem'],
  ['no-rudness', ['no-rudeness', 'no-calm-down'], 'no-rudeness'],
  ['proactive-lokups', ['proactive-lookup', 'lookup'], 'proactive-lookup'],
  ['cat', ['bat', 'car'], 'bat'],
  ['cat', ['cart', 'carts'], 'cart'],
  ['greeting', ['closing', 'lookup'], undefined],
  ['ab', ['xy'], undefined],
  ['x', [], undefined],
])('%s among %j is %s', (word, candidates, expected) => {
  expect(nearest(word, candidates)).toBe(expected);
  expect(nearest(word, candidates.toReversed())).toBe(expected);
});
