import { describe, expect, it } from 'vitest';
import { addMissed, type Missed } from '../../src/batch/call-gate.ts';
import { tellGate } from '../../src/cli/gate.ts';

const missed = (condition: Missed['condition'], ...first: string[]): Missed => ({
  condition,
  calls: first.length,
  first,
});

type Parts = readonly Missed[];

describe('what calls missed', () => {
  it('is added up by condition, with the first three in order, however it is cut', () => {
    const parts: Parts[] = [
      [missed('fail-under', 'a')],
      [missed('upheld', 'a'), missed('fail-under', 'b')],
      [],
      [missed('fail-under', 'c'), missed('upheld', 'c')],
      [missed('fail-under', 'd')],
    ];
    const sum = [
      { condition: 'fail-under', calls: 4, first: ['a', 'b', 'c'] },
      { condition: 'upheld', calls: 2, first: ['a', 'c'] },
    ];
    expect(parts.reduce(addMissed)).toEqual(sum);
    const [one, two, three, four, five] = parts as [Parts, Parts, Parts, Parts, Parts];
    expect(addMissed(addMissed(one, two), addMissed(addMissed(three, four), five))).toEqual(sum);
  });
});

describe('what is told of it', () => {
  const calls = { calls: 60, scored: 60, missed: [] };

  it.each([
    [calls, { failUnder: 75, failOn: ['upheld'] as const }, true, ''],
    [
      { ...calls, missed: [{ condition: 'fail-under' as const, calls: 12, first: ['a', 'b', 'c'] }] },
      { failUnder: 75 },
      false,
      'gate not passed: --fail-under 75 was asked, and 12 calls of 60 score less: a, b, c and 9 more\n',
    ],
    [
      { ...calls, missed: [missed('fatal', 'a\u001b[2J')] },
      { failOn: ['fatal', 'upheld'] as const },
      false,
      'gate not passed: --fail-on fatal was asked, and 1 call of 60 has it: a␛[2J\n',
    ],
    [
      { calls: 60, scored: 58, missed: [] },
      { failUnder: 75 },
      true,
      'gate: --fail-under 75 says nothing of 2 calls of 60 without a score\n',
    ],
    [
      { calls: 2, scored: 0, missed: [] },
      { failUnder: 0 },
      false,
      'gate not passed: --fail-under 0 was asked, and no call has a score\n',
    ],
    [{ calls: 2, scored: 0, missed: [] }, { failOn: ['upheld'] as const }, true, ''],
    [{ calls: 0, scored: 0, missed: [] }, { failUnder: 50 }, true, ''],
  ])('%j held to %j', (gated, gate, passed, told) => {
    expect(tellGate(gated, gate)).toEqual({ passed, told });
  });
});
