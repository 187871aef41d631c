import { expect, it } from 'vitest';
import type { Call } from '../../src/call/call.ts';
import { stretchesOf } from '../../src/call/stretch.ts';

const turn = (speaker: 'agent' | 'customer', participant?: string) => ({
  speaker,
  text: 'x',
  ...(participant === undefined ? {} : { participant }),
});
const ranges = (call: Omit<Call, 'id'>) =>
  stretchesOf({ id: 'c', ...call }).map((stretch) => [stretch.speaker, stretch.firstTurn, stretch.lastTurn]);

it('joins neighbouring turns of one participant and cuts where another person talks', () => {
  expect(
    ranges({ turns: [turn('agent', 'a'), turn('agent', 'a'), turn('agent', 'b'), turn('customer')] }),
  ).toEqual([
    ['agent', 0, 1],
    ['agent', 2, 2],
    ['customer', 3, 3],
  ]);
});

it('cuts at a transfer though the side stays the same', () => {
  expect(
    ranges({ turns: [turn('agent'), turn('agent')], events: [{ kind: 'transfer', afterTurn: 0 }] }),
  ).toEqual([
    ['agent', 0, 0],
    ['agent', 1, 1],
  ]);
});

it('has no stretch without turns', () => {
  expect(ranges({ turns: [] })).toEqual([]);
});
