/** Warnings on single calls of a batch: what is told of them, and how often. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createUnitScorer } from '../../src/batch/score-unit.ts';
import type { Heard } from '../../src/batch/unit.ts';
import { createOftenWarned } from '../../src/cli/often-warned.ts';
import { speakerPairs } from '../../src/result/speaker-pairs.ts';

/** The warnings on a transcript, as `code: hint`. */
async function warningsOn(text: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-warnings-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const absolute = join(folder, 'a.txt');
  writeFileSync(absolute, text);
  const score = createUnitScorer({
    tool: 'callqa/0',
    redact: true,
    reading: {},
    verbose: false,
    format: 'jsonl',
    language: 'en',
  });
  const { heard } = await score({ kind: 'files', files: [{ path: 'a.txt', name: 'a', absolute }] });
  return heard.map((each) =>
    each.level === 'warning' ? `${each.failure.code}: ${each.failure.hint}` : each.level,
  );
}

it.each([
  ['nothing', 'Agent: Hello\nCustomer: Hi', []],
  [
    'an allegation that the rules do not know',
    '---\nallegations: [brushed-of, attitude]\n---\nAgent: Hello\nCustomer: Hi',
    [/^unknown-allegation: Did you mean brushed-off\?/],
  ],
  [
    'speakers that only have labels',
    'Speaker 1: so\nSpeaker 2: well\nSpeaker 1: hm',
    [/^speakers-unknown: .*--speaker "Speaker 1=agent,Speaker 2=customer"/],
  ],
  ['speakers without labels', 'so it was\nand it rained', [/^speakers-unknown: .*“Agent:” or “Customer:”/]],
])('score warns of %s', async (_, text, expected) => {
  const warnings = await warningsOn(text);
  expect(warnings).toHaveLength(expected.length);
  for (const [index, pattern] of expected.entries()) expect(warnings[index]).toMatch(pattern);
});

it.each([
  ['customer', 'A=agent'],
  ['agent', 'A=customer'],
  ['bot', 'A=agent,B=customer'],
])('where the %s is heard, the others may be %s', (speaker, pairs) => {
  const labelled = ['A', 'B', 'A'].map((participant) => ({ speaker: 'unknown', participant }));
  expect(speakerPairs([{ speaker, participant: 'X' }, ...labelled])).toBe(pairs);
});

it('shows ten warnings of a kind and tells how many more there were; others are all shown', () => {
  const often = createOftenWarned();
  const warning = (code: string): Heard => ({ level: 'warning', failure: { message: 'x', code } });
  const shown = (code: string) =>
    Array.from({ length: 13 }, () => often.isShown(warning(code))).filter(Boolean).length;
  expect([shown('speakers-unknown'), shown('encoding-lost'), shown('unknown-allegation')]).toEqual([
    10, 13, 10,
  ]);
  expect(often.rest()).toBe(
    'warning: 3 more like this [speakers-unknown]\nwarning: 3 more like this [unknown-allegation]\n',
  );
  expect(createOftenWarned().rest()).toBe('');
});
