import { expect, it } from 'vitest';
import type { Call } from '../../src/call/call.ts';
import { judge } from '../../src/judge/judge.ts';
import { keyFactsOf } from '../../src/judge/key-facts.ts';
import { casePack, dialogue, wordsOf } from './case-pack.ts';

type Row = readonly [why: string, fact: string, lines: string, expected: string, rest?: Partial<Call>];

const rows: readonly Row[] = [
  ['a moment tells it', 'what', 'C: the parcel is late', 'recorded customer parcel is late'],
  ['the customer tells it', 'order', 'C: it is order LF-55218', 'recorded customer order LF-55218'],
  ['the agent does not tell it for them', 'when', 'A: it comes tomorrow', 'missing'],
  ['the agent has it', 'who', 'A: yes Mr Smith', 'recorded agent Mr Smith'],
  ['the agent looked it up', 'order', 'A: I can see it', 'recorded agent I can see'],
  ['asked for and answered', 'who', 'A: may I have your name?\nC: Ann Lee.', 'recorded customer Ann Lee.'],
  [
    'an answer over two turns',
    'who',
    'A: may I have your name?\nC: Ann\nC: Lee',
    'recorded customer Ann|Lee',
  ],
  ['asked for in Chinese', 'order', 'A: 请问订单号是多少\nC: 七七四三', 'recorded customer 七七四三'],
  ['asked for, a question back', 'who', 'A: may I have your name?\nC: What for?', 'asked agent your name'],
  ['asked for, declined', 'who', 'A: may I have your name?\nC: I refuse', 'asked agent your name'],
  [
    'asked for, and much else said',
    'who',
    `A: may I have your name?\nC: ${'well '.repeat(20)}`,
    'asked agent your name',
  ],
  ['asked for, no answer', 'who', 'A: may I have your name?', 'asked agent your name'],
  ['named, and not asked for', 'who', 'A: your name is safe\nC: good', 'missing'],
  [
    'asked for something else a while before',
    'who',
    'A: may I have a moment, as I am quite sure that your name is safe\nC: good',
    'missing',
  ],
  ['in the metadata', 'order', 'C: hello', 'recorded metadata', { meta: { order: 77 } }],
  ['deep in the metadata', 'order', 'C: hello', 'recorded metadata', { meta: { deep: { order: 'x' } } }],
  ['empty in the metadata', 'order', 'C: hello', 'missing', { meta: { order: ' ' } }],
  [
    'words come before metadata',
    'order',
    'C: order LF-55218',
    'recorded customer order LF-55218',
    { meta: { order: 1 } },
  ],
  [
    'in a note',
    'order',
    'C: hello',
    'recorded note order LF-55218',
    { notes: [{ text: 'Cust. called' }, { text: 'about order LF-55218 again' }] },
  ],
  [
    'metadata comes before a note',
    'order',
    'C: hello',
    'recorded metadata',
    { meta: { order: 1 }, notes: [{ text: 'order LF-55218' }] },
  ],
  [
    'a note comes before a question',
    'order',
    'A: 请问订单号是多少',
    'recorded note order LF-55218',
    { notes: [{ text: 'order LF-55218' }] },
  ],
  ['a note that does not tell it', 'order', 'C: hello', 'missing', { notes: [{ text: 'called back' }] }],
  ['the first words', 'when', 'C: on Monday\nA: hm\nC: yesterday', 'recorded customer Monday'],
];

it.each(rows.map(([why, fact, lines, expected, rest = {}]) => [why, fact, lines, expected, rest] as const))(
  '%s (%s)',
  (_, id, lines, expected, rest) => {
    const { pack, detect } = casePack();
    const detected = detect(dialogue(lines, rest));
    const { status, source, words, noted } = keyFactsOf(detected, pack).find((fact) => fact.id === id)!;
    const written = noted && rest.notes?.[noted.note]?.text.slice(noted.start, noted.end);
    const said = words === undefined ? [written] : [wordsOf(detected, words)];
    expect(
      [status, source ?? (status === 'asked' ? words?.speaker : undefined), ...said]
        .filter(Boolean)
        .join(' '),
    ).toBe(expected);
  },
);

it('stands in the order of the pack, one for each', () => {
  const { pack, detect } = casePack();
  expect(keyFactsOf(detect(dialogue('C: hi')), pack).map(({ id }) => id)).toEqual([
    'what',
    'when',
    'order',
    'who',
  ]);
});

it.each<readonly [why: string, lines: string, expected: string]>([
  ['enough told', 'C: the parcel is late since Monday\nA: sorry', 'met'],
  ['one told, one asked for', 'C: the parcel is late\nA: may I have your name?\nC: Why?\nA: just so', 'met'],
  ['one is not enough', 'C: the parcel is late\nA: sorry', 'not-met 0-1'],
  ['nothing to record', 'C: hello\nA: hello', 'not-applicable'],
  ['the agent had no chance', 'A: hello\nC: the parcel is late since Monday', 'not-applicable'],
  ['nobody knows who is who', 'U: the parcel is late\nU: sorry', 'not-evaluated speakers-unknown'],
])('the form facts: %s', (_, lines, expected) => {
  const { pack, detect } = casePack();
  const outcome = judge(detect(dialogue(lines)), pack).find(({ criterion }) => criterion === 'facts')!;
  const { searched, reason } = outcome;
  expect(
    [outcome.outcome, searched && `${searched.from}-${searched.to}`, reason].filter(Boolean).join(' '),
  ).toBe(expected);
});
