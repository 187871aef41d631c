/** What the built-in protocol makes of the calls in fixtures/calls/hang-up-*. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detect.ts';
import { judge } from '../../src/judge/judge.ts';
import { builtinPack } from '../../src/pack/builtin.ts';
import { itemsOf } from '../read/content.ts';

const folder = fileURLToPath(new URL('../../fixtures/calls/', import.meta.url));
const compiled = builtinPack();
const detect = createDetector(compiled);

/** By fixture: outcome, reason and ending; the grounds that stood; the first step missing and the turn where it belonged. */
const expected: Readonly<Record<string, string>> = {
  'agreed-callback-en': 'not-applicable, settled',
  'agreed-callback-zh': 'not-applicable, agreed',
  'by-words-alone-zh': 'met, hung-up, insults, oaths',
  'done-right-en': 'met, hung-up, insults, oaths',
  'done-right-zh': 'met, hung-up, insults, oaths',
  'dropped-line-en': 'not-applicable, dropped',
  'dropped-line-zh': 'not-applicable, dropped',
  'no-announcement-en': 'not-met, hung-up, insults, oaths, announcement@11',
  'no-announcement-zh': 'not-met, hung-up, insults, oaths, announcement@11',
  'no-consequence-warning-en': 'not-met, hung-up, consequence-warning@8',
  'no-consequence-warning-zh': 'not-met, hung-up, consequence-warning@8',
  'no-end-en': 'not-evaluated, end-not-recorded, unknown',
  'no-invitation-en': 'not-met, hung-up, insults, oaths, announcement@12',
  'no-note-en': 'not-met, hung-up, insults, oaths, note',
  'no-note-zh': 'not-met, hung-up, insults, oaths, note',
  'no-polite-warning-en': 'not-met, hung-up, polite-warning@4',
  'no-polite-warning-zh': 'not-met, hung-up, polite-warning@4',
  'no-reason-en': 'not-met, hung-up, insults, oaths, announcement@12',
  'no-team-leader-en': 'not-met, hung-up, insults, oaths, team-leader',
  'no-team-leader-zh': 'not-met, hung-up, insults, oaths, team-leader',
  'normal-goodbye-en': 'not-applicable, settled',
  'normal-goodbye-zh': 'not-applicable, settled',
  'note-claims-en': 'not-met, hung-up',
  'note-claims-zh': 'not-met, hung-up',
  'notes-not-given-en': 'not-evaluated, notes-missing, hung-up, insults, oaths',
  'offence-before-last-warning-en': 'not-met, hung-up',
  'offence-before-last-warning-zh': 'not-met, hung-up',
  'self-harm-en': 'not-met, hung-up',
  'self-harm-handed-on-en': 'not-applicable, handed-on',
  'self-harm-zh': 'not-met, hung-up',
  'shouting-alone-en': 'not-met, hung-up',
  'stayed-on-line-en': 'not-applicable, by-customer, insults, oaths',
  'threat-of-violence-en': 'met, hung-up, violence',
  'threat-of-violence-zh': 'met, hung-up, violence',
  'warning-in-the-note-en': 'met, hung-up, insults, oaths',
  'without-grounds-en': 'not-met, hung-up',
  'without-grounds-zh': 'not-met, hung-up',
};

async function judged(file: string) {
  const [item] = await itemsOf(readFileSync(join(folder, file)), { path: file });
  if (item === undefined || 'failure' in item) throw new Error(`${file} cannot be read`);
  return judge(detect(item.call), compiled.pack).find(({ criterion }) => criterion === 'hang-up-protocol')!;
}

it('every call has its row', () => {
  const files = readdirSync(folder).filter((file) => file.startsWith('hang-up-'));
  expect(files.toSorted()).toEqual(Object.keys(expected).map((name) => `hang-up-${name}.txt`));
});

it.each(Object.entries(expected))('%s: %s', async (name, said) => {
  const { outcome, reason, protocol } = await judged(`hang-up-${name}.txt`);
  const { ending, grounds, steps } = protocol!;
  const missing = steps.find(({ state }) => state === 'missing');
  expect(
    [
      outcome,
      ...(reason === undefined ? [] : [reason]),
      ending,
      ...grounds.filter(({ stands }) => stands).map(({ id }) => id),
      ...(missing === undefined
        ? []
        : [missing.turn === undefined ? missing.id : `${missing.id}@${missing.turn}`]),
    ].join(', '),
  ).toBe(said);
});

it('who hung up on talk of self-harm is shown the words', async () => {
  const { evidence } = await judged('hang-up-self-harm-zh.txt');
  expect(evidence.map(({ id }) => id)).toContain('self-harm');
});
