import { expect, it } from 'vitest';
import { cycles } from '../../src/pack/cycles.ts';

it.each<[graph: Readonly<Record<string, readonly string[]>>, expected: readonly string[]]>([
  [{ a: ['b', 'c'], b: ['d'], c: ['d'], d: [] }, []],
  [{ a: ['a'] }, ['a a']],
  [{ a: ['b'], b: ['c'], c: ['b'] }, ['b c b']],
  [{ a: ['b', 'b'], b: ['a'] }, ['a b a']],
  [{ a: ['b'], b: ['a'], c: ['d'], d: ['c'] }, ['a b a', 'c d c']],
  [{ a: ['gone'] }, []],
])('finds the cycles of %j', (graph, expected) => {
  expect(cycles(Object.keys(graph), (id) => graph[id]!).map((cycle) => cycle.join(' '))).toEqual(expected);
});
