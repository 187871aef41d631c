/** The form `protocol`: other companies' policies, each a change of YAML, and what the course of a call says. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detect.ts';
import { judge } from '../../src/judge/judge.ts';
import type { Outcome } from '../../src/judge/outcome.ts';
import { compilePack } from '../../src/pack/compiled.ts';
import { loadPack } from '../../src/pack/load.ts';
import { PackErrors } from '../../src/pack/pack-errors.ts';
import { folderOf } from '../pack/small-pack.ts';
import { itemsOf } from '../read/content.ts';

const policies = new URL('../../fixtures/policies/', import.meta.url);
const fileOf = (name: string): string => readFileSync(new URL(`${name}.yaml`, policies), 'utf8');

/** The outcome of a call, its lines divided by slashes, under a policy. */
async function judged(policy: string, call: string): Promise<Outcome> {
  const pack = loadPack(folderOf({ 'base.yaml': fileOf('base'), 'policy.yaml': policy }));
  const text = call
    .split(' / ')
    .map((line) => line.replace(/^A /u, 'Agent: ').replace(/^C /u, 'Customer: '))
    .join('\n');
  const [item] = await itemsOf(text);
  if (item === undefined || 'failure' in item) throw new Error('the call cannot be read');
  return judge(createDetector(compilePack(pack))(item.call), pack)[0]!;
}

/** Outcome, reason and ending; then the strikes of each ground, the warnings by turn, and the steps missing. */
function short({ outcome, reason, protocol }: Outcome): string {
  const { ending, grounds, warnings, steps } = protocol!;
  return [
    outcome,
    ...(reason === undefined ? [] : [reason]),
    ending,
    ...grounds.map(({ id, strikes, needed, stands }) => `${id} ${strikes}/${needed}${stands ? '!' : ''}`),
    ...(warnings.length === 0
      ? []
      : [`warned ${warnings.map(({ said }) => said[0]?.parts[0].turn ?? 'note').join(' ')}`]),
    ...steps
      .filter(({ state }) => state !== 'taken')
      .map(({ id, state, turn }) => `${state} ${id}@${turn ?? '-'}`),
  ].join(', ');
}

const politely = 'C It is late / A Please stay polite. / C You idiot';
const table: Readonly<Record<string, readonly (readonly [why: string, call: string, expected: string])[]>> = {
  'no-disconnects': [
    [
      'an insult is no ground',
      'C It is late, you idiot / A Please stay polite. / C You moron / A I am ending this call. / [disconnect agent]',
      'not-met, hung-up',
    ],
    [
      'nor is a threat',
      'C It is late / A So. / C I will hurt you / A No. / [disconnect agent]',
      'not-met, hung-up',
    ],
    [
      'a goodbye is fine',
      'C It is late / A Sent. / C Thank you / A Goodbye. / [disconnect agent]',
      'not-applicable, settled',
    ],
    [
      '中文',
      '客户：坏了，你这个废物 / 客服：请您文明用语。 / 客户：你是笨蛋 / 客服：现在结束本次通话。 / （客服挂机）',
      'not-met, hung-up',
    ],
  ],
  'one-warning': [
    [
      'offence, warning, offence',
      'C It is late, you idiot / A Please stay polite. / C You moron / A I am ending this call. / [disconnect agent]',
      'met, hung-up, insults 2/2!, warned 1',
    ],
    [
      'no warning',
      'C It is late, you idiot / A So. / C You moron / A I am ending this call. / [disconnect agent]',
      'not-met, hung-up, insults 1/2, missing warning@1',
    ],
    [
      'a warning that nothing came before answers nothing',
      `${politely} / A I am ending this call. / [disconnect agent]`,
      'not-met, hung-up, insults 1/2, missing warning@3',
    ],
    [
      'no offence after the warning',
      'C It is late, you idiot / A Please stay polite. / C Is it here? / A I am ending this call. / [disconnect agent]',
      'not-met, hung-up, insults 1/2, warned 1',
    ],
    [
      'a threat needs none, and counts as an insult too',
      'C It is late, I will hurt you / A I am ending this call. / [disconnect agent]',
      'met, hung-up, threats 1/1!',
    ],
    [
      'a threat after the warning of an insult',
      'C It is late, you idiot / A Please stay polite. / C I will hurt you / A I am ending this call. / [disconnect agent]',
      'met, hung-up, threats 1/1!, insults 2/2!',
    ],
    [
      'hung up without a word',
      'C It is late, you idiot / A Please stay polite. / C You moron / A So. / [disconnect agent]',
      'not-met, hung-up, insults 2/2!, warned 1, missing notice@3',
    ],
    [
      'said, and no event: by the words',
      'C It is late, you idiot / A Please stay polite. / C You moron / A I am ending this call.',
      'met, hung-up, insults 2/2!, warned 1',
    ],
    [
      'no end on record',
      'C It is late, you idiot / A Please stay polite. / C You moron',
      'not-evaluated, end-not-recorded, unknown, insults 2/2!, warned 1',
    ],
    [
      'an end, and nobody knows by whom',
      'C It is late / A So. / C It is late / [call ended]',
      'not-evaluated, end-not-recorded, unknown',
    ],
    [
      'a settled call needs no end',
      'C It is late / A Sent. / C Thank you / A Welcome.',
      'not-applicable, settled',
    ],
    ['nothing was ever open', 'C Hello / A Hello.', 'not-applicable, settled'],
    ['nobody answered', 'A Hello. / C Hello, one question / [disconnect agent]', 'not-met, hung-up'],
    [
      'the customer',
      'C It is late, you idiot / A So. / C You moron / [disconnect customer]',
      'not-applicable, by-customer, insults 1/2',
    ],
    ['the line', 'C It is late / A So. / [call dropped]', 'not-applicable, dropped'],
    [
      'a transfer in its place',
      'C It is late, you idiot / A One moment. / [transfer supervisor]',
      'not-applicable, handed-on, insults 1/2',
    ],
    [
      'whoever takes over may hang up',
      'C It is late / A One moment. / [transfer supervisor] / Supervisor: No. / C It is late / [disconnect agent]',
      'not-met, hung-up',
    ],
    [
      'a goodbye after an answer',
      'C It is late / A Sent. / C Right / A Goodbye. / [disconnect agent]',
      'not-applicable, settled',
    ],
    [
      'a goodbye to who objects',
      'C It is late / A Sent. / C It is late / A Goodbye. / [disconnect agent]',
      'not-met, hung-up',
    ],
    ['a goodbye in place of an answer', 'C It is late / A Goodbye. / [disconnect agent]', 'not-met, hung-up'],
    [
      'hung up, and what the customer says into it',
      'C It is late / A So. / C It is late / [disconnect agent] / C Hello?',
      'not-met, hung-up',
    ],
    [
      'a line that came back is no end',
      'C It is late / A So. / [disconnect agent] / A I am back. / C Thank you / [disconnect customer]',
      'not-applicable, by-customer',
    ],
  ],
  'three-warnings': [
    [
      'each answers an offence of its own',
      'C You idiot / A Please stay polite. / C You idiot / A Please stay polite. / C You moron / A Please stay polite. / C You moron / A I am ending this call. / [disconnect agent]',
      'met, hung-up, insults 4/4!, warned 1 3 5',
    ],
    [
      'two warnings to one offence are one',
      'C You idiot / A Please stay polite. / C What? / A Please stay polite. / C You moron / A Please stay polite. / C You moron / A I am ending this call. / [disconnect agent]',
      'not-met, hung-up, insults 3/4, warned 1 5, missing third-warning@7',
    ],
    [
      'two insults in one breath are one',
      'C You idiot, you moron / A Please stay polite. / C You idiot, you moron / A I am ending this call. / [disconnect agent]',
      'not-met, hung-up, insults 2/4, warned 1, missing second-warning@3, missing third-warning@-',
    ],
    [
      'even after a threat',
      'C I will hurt you / A I am ending this call. / [disconnect agent]',
      'not-met, hung-up, insults 1/4, missing first-warning@1, missing second-warning@-, missing third-warning@-',
    ],
  ],
  'to-a-supervisor': [
    [
      'done',
      'C You idiot / A I am putting you through to my supervisor. / [disconnect agent]',
      'not-applicable, handed-on, insults 1/1!',
    ],
    [
      'not done',
      'C You idiot / A I am ending this call. / [disconnect agent]',
      'not-met, hung-up, insults 1/1!, missing supervisor@1',
    ],
    [
      'done before, and nobody came',
      'C You idiot / A I am putting you through to my supervisor. / C You moron / A I am ending this call. / [disconnect agent]',
      'met, hung-up, insults 2/1!',
    ],
  ],
};

describe.each(Object.entries(table))('%s', (policy, rows) => {
  it.each(rows)('%s: %s', async (_, call, expected) => {
    expect(short(await judged(fileOf(policy), call))).toBe(expected);
  });
});

const [from, to] = ['offences: insult, strikes: 2, warnings: 1', 'offences: insult, fragile: true'];
it.each([
  [
    'alone',
    'C You idiot / A Please stay polite. / C You moron / A I am ending this call. / [disconnect agent]',
    'not-met, hung-up, insults 2/0',
  ],
  [
    'beside another',
    'C You idiot / A Please stay polite. / C I will hurt you / A I am ending this call. / [disconnect agent]',
    'met, hung-up, threats 2/2!, insults 1/0, warned 1',
  ],
])('a fragile ground, %s', async (_, call, expected) => {
  const policy = fileOf('one-warning')
    .replace(from, to)
    .replace('offences: threat, strikes: 1', 'offences: threat, strikes: 2, warnings: 1');
  expect(policy).toContain(to);
  expect(short(await judged(policy, call))).toBe(expected);
});

it('who says one of `never` is not hung up on, whatever else they say', async () => {
  const policy = fileOf('one-warning').replace('    steps:', '    never: problem\n    steps:');
  const call = 'C It is late / A So. / C I will hurt you / A I am ending this call. / [disconnect agent]';
  const { outcome, evidence } = await judged(policy, call);
  expect([outcome, ...evidence.map(({ id }) => id)]).toEqual(['not-met', 'problem']);
});

describe('a note', () => {
  const noted = fileOf('one-warning')
    .replace('warning: true, say: warning', 'warning: true, say: warning, noted: warned him')
    .replace(
      '    announced:',
      '      note: {title: {en: Note, zh: 备注}, noted: ended the call}\n    announced:',
    );
  const insults = 'C You idiot / A So. / C You moron / A I am ending this call. / [disconnect agent]';

  it.each([
    [
      'proves a warning',
      `${insults} / [note Warned him, ended the call.]`,
      'met, hung-up, insults 2/2!, warned note',
    ],
    [
      'proves no other step',
      `${insults} / [note Ended the call.]`,
      'not-met, hung-up, insults 1/2, missing warning@1',
    ],
    [
      'proves no offence',
      'C It is late / A So. / C It is late / A I am ending this call. / [disconnect agent] / [note He insulted me, warned him, ended the call.]',
      'not-met, hung-up',
    ],
    [
      'that says something else leaves its step missing',
      'C I will hurt you / A I am ending this call. / [disconnect agent] / [note Order 17.]',
      'not-met, hung-up, threats 1/1!, missing note@-',
    ],
    [
      'of which there is none at all leaves open what one would say',
      'C I will hurt you / A I am ending this call. / [disconnect agent]',
      'not-evaluated, notes-missing, hung-up, threats 1/1!, unknown note@-',
    ],
  ])('%s', async (_, call, expected) => {
    expect(short(await judged(noted, call))).toBe(expected);
  });

  it('is quoted by its place', async () => {
    const { protocol } = await judged(noted, `${insults} / [note Late parcel, warned him, ended the call.]`);
    expect(protocol!.steps[0]!.noted).toEqual({
      protocol: 'policy',
      step: 'warning',
      note: 0,
      start: 13,
      end: 23,
    });
  });
});

it.each([
  ['an unknown moment', 'offences: threat', 'offences: treat', 'unknown-moment'],
  ['no strikes', 'offences: threat, strikes: 1', 'offences: threat', 'protocol-ground'],
  ['as many warnings as strikes', 'strikes: 2, warnings: 1', 'strikes: 2, warnings: 2', 'protocol-ground'],
  [
    'more warnings than steps that warn',
    'strikes: 2, warnings: 1',
    'strikes: 3, warnings: 2',
    'protocol-ground',
  ],
  ['a fragile ground with strikes', 'strikes: 1}', 'strikes: 1, fragile: true}', 'protocol-ground'],
  ['a step that nothing takes', ', say: notice}', '}', 'missing-key'],
  ['a protocol that is not there', '  policy:', '  other:', 'unknown-protocol'],
])('a policy with %s is an error', (_, written, broken, code) => {
  const policy = fileOf('one-warning');
  expect(policy).toContain(written);
  const folder = folderOf({ 'base.yaml': fileOf('base'), 'policy.yaml': policy.replace(written, broken) });
  let codes: readonly string[] = [];
  try {
    loadPack(join(folder, '.'));
  } catch (error) {
    if (!(error instanceof PackErrors)) throw error;
    codes = error.failures.map((failure) => failure.code);
  }
  expect(codes).toContain(code);
});
