import { expect, it } from 'vitest';
import { mostInformativeFirst } from '../../src/calibrate/informative.ts';

it('shows each cause once before any twice, the urgent and the frequent first', () => {
  const of = (item: string, cause: string, urgent: boolean, errors: number, share = 1) => ({
    item,
    cause,
    urgent,
    errors,
    share,
  });
  expect(
    mostInformativeFirst([
      of('a1', 'a', false, 3),
      of('a2', 'a', false, 3),
      of('a3', 'a', false, 3),
      of('b1', 'b', false, 9),
      of('c1', 'c', true, 2),
      of('c2', 'c', true, 2),
      of('d1', 'd', false, 9, 0.5),
      of('e1', 'e', false, 9),
    ]),
  ).toEqual(['c1', 'b1', 'e1', 'd1', 'a1', 'c2', 'a2', 'a3']);
});
