/** What the built-in pack decides on the calls of fixtures/ in which something was complained of. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createEvaluator } from '../../src/batch/evaluate.ts';
import { builtinPack } from '../../src/pack/builtin.ts';
import type { VerdictResult } from '../../src/result/result.ts';
import { itemsOf } from '../read/content.ts';

const folder = fileURLToPath(new URL('../../fixtures/calls/', import.meta.url));
const evaluator = createEvaluator(builtinPack(), { tool: 'test', redact: true });

/** By fixture: the verdict, who bears it, and why the evidence is insufficient. */
const filed: Readonly<Record<string, string>> = {
  'allegation-attitude-insufficient-en.txt': 'insufficient-evidence, voice-not-heard',
  'allegation-attitude-insufficient-tw.txt': 'insufficient-evidence, voice-not-heard',
  'allegation-attitude-not-upheld-en.txt': 'not-upheld',
  'allegation-attitude-not-upheld-zh.txt': 'not-upheld',
  'allegation-attitude-upheld-en.txt': 'upheld, agent',
  'allegation-attitude-upheld-tw.txt': 'upheld, agent',
  'allegation-brushed-off-insufficient-en.json': 'insufficient-evidence, words-unsure',
  'allegation-brushed-off-insufficient-zh.txt': 'insufficient-evidence, speakers-unsure',
  'allegation-brushed-off-not-upheld-en.txt': 'not-upheld',
  'allegation-brushed-off-not-upheld-zh.txt': 'not-upheld',
  'allegation-brushed-off-upheld-en.txt': 'upheld, agent',
  'allegation-brushed-off-upheld-zh.txt': 'upheld, agent',
  'allegation-handling-insufficient-en.txt': 'insufficient-evidence, speakers-unsure',
  'allegation-handling-insufficient-zh.json': 'insufficient-evidence, words-unsure',
  'allegation-handling-not-upheld-en.txt': 'not-upheld',
  'allegation-handling-not-upheld-zh.txt': 'not-upheld',
  'allegation-handling-upheld-en.txt': 'upheld, agent',
  'allegation-handling-upheld-zh.txt': 'upheld, agent',
  'allegation-hung-up-insufficient-en.txt': 'insufficient-evidence, not-evaluated',
  'allegation-hung-up-insufficient-zh.txt': 'insufficient-evidence, not-evaluated',
  'allegation-hung-up-not-upheld-en.txt': 'not-upheld, customer',
  'allegation-hung-up-not-upheld-tw.txt': 'not-upheld',
  'allegation-hung-up-upheld-en.txt': 'upheld, agent',
  'allegation-hung-up-upheld-zh.txt': 'upheld, agent',
  'allegation-no-help-insufficient-en.json': 'insufficient-evidence, words-unsure',
  'allegation-no-help-insufficient-zh.txt': 'insufficient-evidence, speakers-unsure',
  'allegation-no-help-not-upheld-en.txt': 'not-upheld',
  'allegation-no-help-not-upheld-tw.txt': 'not-upheld',
  'allegation-no-help-upheld-en.txt': 'upheld, agent',
  'allegation-no-help-upheld-zh.txt': 'upheld, agent',
  // Brushed off by the first agent, put right by the second.
  'brush-off-put-right-en.txt': 'partly-upheld, agent',
  'brush-off-put-right-zh.txt': 'partly-upheld, agent',
};

/** Nobody filed anything: judged by the default. */
const unfiled: Readonly<Record<string, string>> = {
  'data-bonus-as-it-went.txt': 'upheld, agent',
  'data-bonus-handled-well.txt': 'not-upheld',
  'hang-up-agreed-callback-en.txt': 'not-upheld',
  'hang-up-agreed-callback-zh.txt': 'not-upheld',
  'hang-up-done-right-en.txt': 'not-upheld',
  'hang-up-done-right-zh.txt': 'not-upheld',
  'hang-up-no-announcement-en.txt': 'partly-upheld, agent',
  'hang-up-no-announcement-zh.txt': 'partly-upheld, agent',
  // What is missing here the customer was never owed.
  'hang-up-no-note-en.txt': 'not-upheld',
  'hang-up-no-note-zh.txt': 'not-upheld',
  'hang-up-no-team-leader-en.txt': 'not-upheld',
  'hang-up-no-team-leader-zh.txt': 'not-upheld',
  'hang-up-normal-goodbye-en.txt': 'not-upheld',
  'hang-up-normal-goodbye-zh.txt': 'not-upheld',
  'hang-up-self-harm-en.txt': 'upheld, agent',
  'hang-up-self-harm-handed-on-en.txt': 'not-upheld',
  'hang-up-self-harm-zh.txt': 'upheld, agent',
  'hang-up-stayed-on-line-en.txt': 'not-upheld',
  'hang-up-threat-of-violence-en.txt': 'not-upheld',
  'hang-up-threat-of-violence-zh.txt': 'not-upheld',
  'hang-up-without-grounds-en.txt': 'upheld, agent',
  'hang-up-without-grounds-zh.txt': 'upheld, agent',
  'parcel-late-handled-well.txt': 'not-upheld',
  'topup-gift-as-it-went-tw.txt': 'upheld, agent',
  'topup-gift-as-it-went.txt': 'upheld, agent',
  'topup-gift-handled-well-tw.txt': 'not-upheld',
  'topup-gift-handled-well.txt': 'not-upheld',
};

async function judged(file: string, allegations?: readonly string[]) {
  const [item] = await itemsOf(readFileSync(join(folder, file)), { path: file });
  if (item === undefined || 'failure' in item) throw new Error(`${file} cannot be read`);
  const call = allegations === undefined ? item.call : { ...item.call, allegations };
  return evaluator.score(call, item.source).verdicts;
}

function short({ verdict, responsibility, reason }: VerdictResult): string {
  return [verdict, ...(responsibility === null ? [] : [responsibility]), ...(reason ? [reason] : [])].join(
    ', ',
  );
}

it('every call with an allegation has its row, and its name says the verdict', () => {
  const files = readdirSync(folder).filter((file) => /^(?:allegation|brush-off)-/u.test(file));
  expect(files.toSorted()).toEqual(Object.keys(filed));
  for (const [file, said] of Object.entries(filed)) {
    const named = /-(?<word>not-upheld|upheld|insufficient)-/u.exec(file)?.groups?.['word'];
    if (named !== undefined) expect(said, file).toMatch(new RegExp(`^${named}`, 'u'));
  }
});

it.each(Object.entries(filed))('%s: %s', async (file, said) => {
  const [verdict] = await judged(file);
  expect(short(verdict!)).toBe(said);
  expect(verdict!.source).toBe('filed');
  if (file.startsWith('allegation-'))
    expect(file.startsWith(`allegation-${verdict!.allegation}-`)).toBe(true);
  else expect(verdict!.allegation).toBe('brushed-off');
});

it.each(Object.entries(unfiled))('%s, of which nothing was filed: %s', async (file, said) => {
  const [verdict] = await judged(file);
  expect(short(verdict!)).toBe(said);
  expect(verdict).toMatchObject({ allegation: 'handling', source: 'default' });
});

it.each([
  // The agent did what the customer is owed; the paperwork is the company's own.
  ['hang-up-no-note-en.txt', 'not-upheld', []],
  ['hang-up-no-team-leader-zh.txt', 'not-upheld', []],
  ['hang-up-no-announcement-en.txt', 'upheld', ['hang-up-protocol']],
  ['hang-up-without-grounds-zh.txt', 'upheld', ['hang-up-protocol']],
] as const)('%s, of hanging up: %s on %j', async (file, expected, because) => {
  const [verdict] = await judged(file, ['hung-up']);
  expect(verdict).toMatchObject({ verdict: expected, because });
});
