import { expect, it } from 'vitest';
import type { Call } from '../../src/call/call.ts';
import { promisesOf } from '../../src/judge/promises.ts';
import { casePack, dialogue, wordsOf } from './case-pack.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** The ledger of a case in short: `call kind status`, the time it is due, where it was kept. */
function ledger(...calls: readonly Call[]): readonly string[] {
  const { pack, detect } = casePack();
  return promisesOf(calls.map(detect), pack).map(({ call, id, status, dueAfter, dueFrom, keptIn }) =>
    [
      call,
      id,
      status,
      ...(dueAfter === undefined ? [] : [`${dueAfter / minute}min ${dueFrom}`]),
      ...(keptIn === undefined ? [] : [`in ${keptIn.call}@${keptIn.turn}`]),
    ].join(' '),
  );
}

const at = (startedAt: string, lines: string, direction?: 'inbound' | 'outbound'): Call =>
  dialogue(lines, { startedAt, ...(direction === undefined ? {} : { direction }) });
const week = (7 * day) / minute;

it.each<readonly [why: string, lines: string, expected: readonly string[]]>([
  ['the company’s own time', 'A: I will call you back', [`0 callback open ${week}min policy`]],
  ['the time that was said', 'A: I will call you back within two hours', ['0 callback open 120min said']],
  ['a time in another clause', 'A: I will call you back, within two hours', ['0 callback open 120min said']],
  [
    'a time in another sentence',
    'A: I will call you back. It takes two hours.',
    [`0 callback open ${week}min policy`],
  ],
  ['a kind by its phrase', 'A: the supervisor will call you', ['0 supervisor-call open 30min policy']],
  [
    'a phrase in another clause',
    'A: I asked the supervisor, I will call you back',
    [`0 callback open ${week}min policy`],
  ],
  [
    'two promises, each with its own time',
    'A: the supervisor will call you in ten minutes, and I will keep you posted',
    ['0 supervisor-call open 10min said', '0 progress open 2880min policy'],
  ],
  [
    'said again',
    'A: I will call you back\nC: so\nA: I will call you back',
    [`0 callback open ${week}min policy`],
  ],
  [
    'said again, with a time',
    'A: I will call you back\nC: when\nA: I will call you back in one hour',
    ['0 callback open 60min said'],
  ],
  ['the customer promises nothing', 'C: I will call you back', []],
  [
    'kept by a moment',
    'A: I will call you back\nC: no\nA: I can see it now',
    [`0 callback kept ${week}min policy in 0@2`],
  ],
  [
    'not by one before it',
    'A: I can see it\nC: so\nA: I will call you back',
    [`0 callback open ${week}min policy`],
  ],
  [
    'kept by a transfer',
    'A: the supervisor will call you\nC: no\n[transfer]\nA2: hello there',
    ['0 supervisor-call kept 30min policy in 0@1'],
  ],
  [
    'kept by another agent who takes over',
    'A: the supervisor will call you\nC: no\nA2: hello there',
    ['0 supervisor-call kept 30min policy in 0@2'],
  ],
  [
    'not by a transfer where it is no way to keep it',
    'A: I will call you back\n[transfer]\nA2: hello there',
    [`0 callback open ${week}min policy`],
  ],
])('in one call: %s', (_, lines, expected) => {
  expect(ledger(dialogue(lines))).toEqual(expected);
});

const first = at('2024-05-06T10:00:00', 'A: the supervisor will call you');
it.each<readonly [why: string, later: Call, expected: string]>([
  [
    'the company called in time',
    at('2024-05-06T10:20:00', 'A: hello there', 'outbound'),
    'kept 30min policy in 1@0',
  ],
  [
    'the company called late',
    at('2024-05-06T10:31:00', 'A: hello there', 'outbound'),
    'late 30min policy in 1@0',
  ],
  [
    'the company called, no time',
    dialogue('A: hello there', { direction: 'outbound' }),
    'kept 30min policy in 1@0',
  ],
  [
    'another offset, in time',
    at('2024-05-06T10:20:00Z', 'A: hello there', 'outbound'),
    'kept 30min policy in 1@0',
  ],
  [
    'the customer says it was kept',
    at('2024-05-08T10:00:00', 'C: your supervisor called'),
    'kept 30min policy in 1@0',
  ],
  ['the customer says it was not', at('2024-05-08T10:00:00', 'C: nobody called'), 'broken 30min policy'],
  ['the customer says so too early', at('2024-05-06T10:10:00', 'C: nobody called'), 'open 30min policy'],
  ['the customer says so, no time', dialogue('C: nobody called'), 'broken 30min policy'],
  ['nothing is said of it', at('2024-05-08T10:00:00', 'C: hello'), 'open 30min policy'],
  [
    'called at last, and blamed for the wait',
    at('2024-05-08T10:00:00', 'A: hello there\nC: nobody called', 'outbound'),
    'late 30min policy in 1@0',
  ],
])('in a later call: %s', (_, later, expected) => {
  expect(ledger(first, later)).toEqual([`0 supervisor-call ${expected}`]);
});

it('is a promise in the agent’s first words where the customer came with something before, or called', () => {
  const words = 'A: I email you back as I said';
  expect(ledger(dialogue(`C: hello\n${words}`))).toEqual([]);
  expect(ledger(dialogue(`C: my parcel is late\n${words}`))).toEqual([`0 callback open ${week}min policy`]);
  expect(ledger(at('2024-05-08T10:00:00', words, 'inbound'))).toEqual([`0 callback open ${week}min policy`]);
});

it('is kept by words that announce it, in the first words only, and these promise nothing', () => {
  const promised = dialogue('A: I will call you back');
  expect(ledger(promised, dialogue('A: I am calling you back, I said I call you back'))[0]).toContain('kept');
  expect(ledger(promised, dialogue('A: hello there\nC: hello\nA: I am calling you back'))[0]).toContain(
    'open',
  );
});

it('is broken in the first call that shows it, whatever came later', () => {
  const late = at('2024-05-10T10:00:00', 'A: hello there', 'outbound');
  expect(ledger(first, at('2024-05-08T10:00:00', 'C: nobody called'), late)).toEqual([
    '0 supervisor-call broken 30min policy',
  ]);
});

it('of progress, is late where two reports lie too far apart', () => {
  const promised = at('2024-05-06T10:00:00', 'A: I will keep you posted');
  const report = (startedAt: string): Call => at(startedAt, 'A: I have an update for you');
  expect(ledger(promised, report('2024-05-07T10:00:00'), report('2024-05-08T10:00:00'))[0]).toBe(
    '0 progress kept 2880min policy in 1@0',
  );
  expect(ledger(promised, report('2024-05-07T10:00:00'), report('2024-05-10T10:00:00'))[0]).toBe(
    '0 progress late 2880min policy in 1@0',
  );
});

it.each<readonly [what: string, said: string, later: Call, expected: string]>([
  ['kept on the day', 'tomorrow', at('2024-05-07', 'A: hello', 'outbound'), 'kept 2880min said in 1@0'],
  ['kept a day later', 'tomorrow', at('2024-05-08', 'A: hello', 'outbound'), 'late 2880min said in 1@0'],
  [
    'kept a day later, with a time',
    'tomorrow',
    at('2024-05-08T00:10', 'A: hello', 'outbound'),
    'late 2880min said in 1@0',
  ],
  ['not kept, said the day after', 'tomorrow', at('2024-05-08', 'C: nobody called'), 'broken 2880min said'],
  ['not kept, said too early', 'tomorrow', at('2024-05-07', 'C: nobody called'), 'open 2880min said'],
  [
    'hours, not kept, said the same day',
    'in two hours',
    at('2024-05-06', 'C: nobody called'),
    'broken 120min said',
  ],
])('of a call with a date and no time: %s', (_, said, later, expected) => {
  expect(ledger(at('2024-05-06', `A: the supervisor will call you ${said}`), later)).toEqual([
    `0 supervisor-call ${expected}`,
  ]);
});

it('counts the time of the promise from where it was said', () => {
  const { turns, ...rest } = first;
  const said = { ...rest, turns: turns.map((turn) => ({ ...turn, start: 10 * minute })) };
  expect(ledger(said, at('2024-05-06T10:40:00', 'A: hello there', 'outbound'))[0]).toContain('kept');
  expect(ledger(said, at('2024-05-06T10:41:00', 'A: hello there', 'outbound'))[0]).toContain('late');
});

it('gives the words that promise', () => {
  const { pack, detect } = casePack();
  const detected = detect(dialogue('C: well\nA: 好的，明天之前给您回电'));
  const [made] = promisesOf([detected], pack);
  expect(wordsOf(detected, made!.moment)).toBe('给您回电');
  expect(made!.dueAfter).toBe(2 * day);
});
