import { describe, expect, it } from 'vitest';
import type { Turn } from '../../src/call/call.ts';
import { areRolesSure, swapRoles } from '../../src/call/roles.ts';
import { blankUnsureWords, hasUnsureWords } from '../../src/call/unsure-words.ts';

const turn = (text: string, rest: Partial<Turn> = {}): Turn => ({ speaker: 'agent', text, ...rest });
const word = (text: string, confidence?: number) => ({
  text,
  ...(confidence === undefined ? {} : { confidence }),
});

describe('unsure words', () => {
  it.each([
    ['a sure turn', turn('you idiot', { confidence: 0.5 }), undefined],
    ['one without confidence', turn('you idiot'), undefined],
    ['an unsure turn', turn('you idiot', { confidence: 0.49 }), '         '],
    [
      'one unsure word',
      turn('You idiot, you.', { words: [word('you', 0.9), word('idiot', 0.2), word('you', 0.9)] }),
      'You      , you.',
    ],
    ['the second of two alike', turn('no, no!', { words: [word('No', 0.9), word('no', 0.1)] }), 'no,   !'],
    [
      'Chinese',
      turn('你听不懂吗', { words: [word('你', 1), word('听不懂', 0.3), word('吗', 1)] }),
      '你   吗',
    ],
    [
      'its words where they have a confidence, whatever its own',
      turn('you idiot', { confidence: 0.1, words: [word('you', 0.9), word('idiot', 0.9)] }),
      undefined,
    ],
    [
      'its own where they have none',
      turn('you idiot', { confidence: 0.1, words: [word('you'), word('idiot')] }),
      '         ',
    ],
    ['a word that is not there', turn('hello', { words: [word('goodbye', 0.1)] }), 'hello'],
  ] as const)('of %s', (_, one, expected) => {
    expect(hasUnsureWords(one)).toBe(expected !== undefined);
    expect(blankUnsureWords({ id: 'c', turns: [one] })?.turns[0]!.text).toBe(expected);
  });
});

describe('roles', () => {
  const call = {
    id: 'c',
    turns: [turn('a'), { speaker: 'customer', text: 'b' }, { speaker: 'unknown', text: 'c' }],
    participants: [{ id: 'x', speaker: 'customer' }],
    events: [{ kind: 'disconnect', by: 'agent', afterTurn: 2 }],
  } as const;

  it.each([
    [undefined, true],
    [0.8, true],
    [0.79, false],
  ])('of confidence %s are sure: %s', (confidence, sure) => {
    const roles = confidence === undefined ? {} : { roles: { inferred: true as const, confidence } };
    expect(areRolesSure({ ...call, ...roles })).toBe(sure);
  });

  it('are swapped with their people, and events stay', () => {
    const swapped = swapRoles(call);
    expect(swapped.turns.map(({ speaker }) => speaker)).toEqual(['customer', 'agent', 'unknown']);
    expect(swapped.participants).toEqual([{ id: 'x', speaker: 'agent' }]);
    expect(swapped.events).toEqual(call.events);
  });
});
