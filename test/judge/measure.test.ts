/** The form `measure`: what times come to, what is left out, and what cannot be told without them. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Call, CallEvent, Turn } from '../../src/call/call.ts';
import { createDetector } from '../../src/detect/detect.ts';
import { judge } from '../../src/judge/judge.ts';
import type { Outcome } from '../../src/judge/outcome.ts';
import { compilePack } from '../../src/pack/compiled.ts';
import { loadPack } from '../../src/pack/load.ts';
import { PackErrors } from '../../src/pack/pack-errors.ts';
import { folderOf, SMALL_PACK } from '../pack/small-pack.ts';

const criterionOf = (form: string): string =>
  SMALL_PACK.replace('    limit: calm-down\n    to: 2\n', `    ${form.split('; ').join('\n    ')}\n`);

const sides = { A: 'agent', C: 'customer', U: 'unknown' } as const;

/** A call from `0-4 C so it is / hold 5 / 9- A yes`: seconds, side, words; an event has its second, where it has one. */
function callOf(text: string, rest: Partial<Call> = {}): Call {
  const turns: Turn[] = [];
  const events: CallEvent[] = [];
  for (const piece of text.split(' / ')) {
    const event = /^(hold|resume|disconnect)(?: (\d+))?$/.exec(piece);
    if (event !== null) {
      const at = event[2] === undefined ? {} : { at: Number(event[2]) * 1000 };
      events.push({ kind: event[1] as CallEvent['kind'], afterTurn: turns.length - 1, ...at });
      continue;
    }
    const [, from, to, side, said] = /^([\d.]*)-([\d.]*) ([ACU]) (.*)$/.exec(piece)!;
    turns.push({
      speaker: sides[side as keyof typeof sides],
      text: said!,
      ...(from === '' ? {} : { start: Number(from) * 1000 }),
      ...(to === '' ? {} : { end: Number(to) * 1000 }),
    });
  }
  return { id: 'call', turns, events, ...rest };
}

function judged(form: string, call: Call): Outcome {
  const pack = loadPack(join(folderOf({ 'pack.yaml': criterionOf(form) }), 'pack.yaml'));
  return judge(createDetector(compilePack(pack))(call), pack).find(({ criterion }) => criterion === 'part')!;
}

/** Outcome, reason, the value measured, the turns it was broken in, and what was searched. */
function short({ outcome, reason, measured, searched }: Outcome): string {
  return [
    outcome,
    ...(reason === undefined ? [] : [reason]),
    ...(measured === undefined ? [] : [String(measured.value)]),
    ...(measured?.turns.length ? [`at ${measured.turns.join(' ')}`] : []),
    ...(searched === undefined ? [] : [`searched ${searched.from}-${searched.to}`]),
  ].join(', ');
}

const words = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

const table: Readonly<Record<string, readonly (readonly [why: string, call: string, expected: string])[]>> = {
  'measure: overlap; at-most: 1 s': [
    ['begins after the other', '0-4 C so it is / 4-6 A let us see', 'met, 0'],
    ['exactly the limit', '0-4 C so it is / 3-6 A let us see', 'met, 1000'],
    ['over it', '0-4 C so it is / 2.9-6 A let us see', 'not-met, 1100, at 1, searched 1-1'],
    ['a short one within long talk', '0-9 C so it is / 3-3.9 A let us see', 'met, 900'],
    ['backchannel', '0-9 C so it is / 3-5 A mm-hm', 'not-applicable'],
    ['over backchannel', '0-4 C mm-hm / 2-6 A let us see', 'not-applicable'],
    ['the customer who interrupts', '0-9 A let us see / 3-9 C so it is', 'met, 0'],
    [
      'the worst, and all of them',
      '0-4 C so it is / 2-6 A let us see / 7-20 C no no no / 9-15 A wait there',
      'not-met, 6000, at 1 3, searched 3-3',
    ],
    ['no times', '- C so it is / - A let us see', 'not-evaluated, timings-missing'],
    ['starts alone', '0- C so it is / 3- A let us see', 'not-evaluated, timings-missing'],
    [
      'found although others are missing',
      '0-9 C so it is / 3-9 A let us see / - C well then',
      'not-met, 6000, at 1, searched 1-1',
    ],
    [
      'not found, and some are missing',
      '0-3 C so it is / 3-9 A let us see / - C well then',
      'not-evaluated, timings-missing',
    ],
    ['nobody known to be the agent', '0-9 C so it is / 3-9 U let us see', 'not-evaluated, speakers-unknown'],
    ['one side alone', '0-9 C so it is', 'not-applicable'],
  ],
  'measure: overlap; by: customer; at-most: 500 ms': [
    ['the other side', '0-9 A let us see / 3-9 C so it is', 'not-met, 6000, at 1, searched 1-1'],
  ],
  'measure: silence; at-most: 20 s': [
    ['talk without a pause', '0-4 C so it is / 4-6 A let us see', 'met, 0'],
    ['a pause', '0-4 C so it is / 24-26 A let us see', 'met, 20000'],
    ['too long', '0-4 C so it is / 24.5-26 A let us see', 'not-met, 20500, at 1, searched 1-1'],
    ['a hold is none', '0-4 C so it is / 4-5 A wait / hold 5 / resume 60 / 62-63 A back again', 'met, 2000'],
    [
      'a hold without times, by the words beside it',
      '0-4 C so it is / 4-5 A wait / hold / resume / 62-63 A back again',
      'met, 0',
    ],
    ['a hold that nothing ends', '0-4 C so it is / 4-5 A wait / hold 5 / 62-63 A back again', 'met, 0'],
    [
      'silence after a hold',
      '0-4 C so it is / 4-5 A wait / hold 5 / resume 30 / 62-63 A back again',
      'not-met, 32000, at 2, searched 2-2',
    ],
    ['somebody still talks', '0-40 C so it is / 2-3 A mm-hm / 41-43 A let us see', 'met, 1000'],
    ['no ends', '0- C so it is / 24- A let us see', 'not-evaluated, timings-missing'],
  ],
  'measure: response-time; at-most: 5 s': [
    ['quick', '0-4 C so it is / 6-8 A let us see', 'met, 2000'],
    ['slow', '0-4 C so it is / 10-12 A let us see', 'not-met, 6000, at 1, searched 1-1'],
    [
      'a grunt is no answer',
      '0-4 C so it is / 5-6 A mm-hm / 12-14 C and so on / 15-16 A let us see',
      'met, 1000',
    ],
    ['a hold is not counted', '0-4 C so it is / hold 5 / resume 60 / 62-63 A back again', 'met, 3000'],
    ['the customer took long', '0-4 A let us see / 40-44 C so it is / 45-46 A right there', 'met, 1000'],
    ['no answer at all', '0-4 C so it is', 'not-applicable'],
    ['no times', '- C so it is / - A let us see', 'not-evaluated, timings-missing'],
  ],
  'measure: hold; at-most: 1 min': [
    ['within', '0-4 A wait / hold 4 / resume 60 / 61-62 A back again', 'met, 56000'],
    [
      'the second is longer',
      '0-1 A wait / hold 1 / resume 9 / 9-10 A wait / hold 10 / resume 80',
      'not-met, 70000, at 1, searched 1-1',
    ],
    ['none', '0-4 A wait there', 'not-applicable'],
    ['no times', '- A wait / hold / resume / - A back again', 'not-evaluated, timings-missing'],
  ],
  'measure: talk-share; at-most: 60 %; at-least: 30 %': [
    ['within', '0-6 A let us see / 6-12 C so it is', 'met, 50'],
    ['too much', '0-9 A let us see / 9-12 C so it is', 'not-met, 75, searched 0-1'],
    ['too little', '0-1 A let us see / 1-12 C so it is', 'not-met, 8.3, searched 0-1'],
    ['known in part', '0-9 A let us see / - C so it is', 'not-evaluated, timings-missing'],
  ],
  'measure: speech-rate; at-most: [180 words per minute, 300 characters per minute]': [
    ['words', `0-60 A ${words(180)}`, 'met, 180'],
    ['too many', `0-60 A ${words(181)}`, 'not-met, 181, searched 0-0'],
    ['characters', `0-60 A ${'字'.repeat(300)}`, 'met, 300'],
    ['too many', `0-60 A ${'字'.repeat(301)}`, 'not-met, 301, searched 0-0'],
    ["the customer's talk is no matter", `0-60 A ${words(100)} / 60-70 C ${words(100)}`, 'met, 100'],
    ['too short to tell', `0-9 A ${words(90)}`, 'not-applicable'],
    ['no ends', `0- A ${words(90)}`, 'not-evaluated, timings-missing'],
  ],
  'measure: speech-rate; at-most: 180 words per minute': [
    ['the other script', `0-60 A ${'字'.repeat(600)}`, 'not-applicable'],
  ],
  'measure: duration; at-most: 10 min': [
    ['to the last words', '3-4 A hello / 500-603 C bye', 'met, 600000'],
    ['to the disconnect', '3-4 A hello / 500-603 C bye / disconnect 604', 'not-met, 601000, searched 0-1'],
    ['by starts', '3- A hello / 604- C bye', 'not-met, 601000, searched 0-1'],
    ['no times', '- A hello / - C bye', 'not-evaluated, timings-missing'],
  ],
};

describe.each(Object.entries(table))('%s', (form, rows) => {
  it.each(rows)('%s: %s', (_, call, expected) => {
    expect(short(judged(form, callOf(call)))).toBe(expected);
  });
});

it('in a chat a message without an end answers from its time', () => {
  const call = callOf('0- C so it is / 10- A let us see', { channel: 'chat' });
  expect(short(judged('measure: response-time; at-most: 5 s', call))).toBe(
    'not-met, 10000, at 1, searched 1-1',
  );
});

it.each([
  ['no limit', 'measure: silence', 'criterion-form'],
  ['a limit without a unit', 'measure: silence; at-most: 60', 'wrong-type'],
  ['a unit that is none', 'measure: silence; at-most: 60 seconds', 'wrong-value'],
  ["another measure's unit", 'measure: silence; at-most: 60 %', 'criterion-form'],
  [
    'two limits of one kind',
    'measure: speech-rate; at-most: [1 words per minute, 2 words per minute]',
    'criterion-form',
  ],
  ['a number of facts', 'measure: silence; at-least: 3', 'criterion-form'],
  ['an unknown measure', 'measure: laughter; at-most: 3 s', 'wrong-value'],
])('%s is an error: %s', (_, form, code) => {
  let codes: readonly string[] = [];
  try {
    loadPack(join(folderOf({ 'pack.yaml': criterionOf(form) }), 'pack.yaml'));
  } catch (error) {
    if (!(error instanceof PackErrors)) throw error;
    codes = error.failures.map((failure) => failure.code);
  }
  expect(codes).toContain(code);
});
