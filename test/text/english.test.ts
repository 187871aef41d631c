import { expect, it } from 'vitest';
import { endsNegated } from '../../src/text/english.ts';

it.each([
  ["I'm not going to tell you to calm", true],
  ['I would never ask you to calm', true],
  ['no need to calm', true],
  ['you need to calm', false],
  ['not now but you should calm', false],
  ['', false],
] as const)('%j: %s', (text, negated) => expect(endsNegated(text)).toBe(negated));
