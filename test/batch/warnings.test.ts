/** Warnings on single calls of a batch: what is told of them, and how often. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createUnitScorer } from '../../src/batch/score-unit.ts';
import { createOftenHeard } from '../../src/cli/often-heard.ts';
import { speakerPairs } from '../../src/result/speaker-pairs.ts';
import { callqa } from '../cli/callqa.ts';

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

it('shows ten warnings, and ten errors, of a kind, and tells how many more there were', () => {
  const often = createOftenHeard();
  const shown = (level: 'warning' | 'error', code: string, count: number): number =>
    Array.from({ length: count }, () => often.isShown({ level, failure: { message: 'x', code } })).filter(
      Boolean,
    ).length;
  expect(shown('warning', 'speakers-unknown', 13)).toBe(10);
  expect(shown('error', 'json-syntax', 2000)).toBe(10);
  expect(shown('warning', 'json-syntax', 10)).toBe(10);
  expect(often.isShown({ level: 'verbose', line: 'x' })).toBe(true);
  expect(often.rest()).toBe(
    'warning: 3 more like this [speakers-unknown]\nerror: 1990 more like this [json-syntax]\n',
  );
  expect(createOftenHeard().rest()).toBe('');
});

it('shows what is the same for all calls of a file once a file', () => {
  const often = createOftenHeard();
  const shown = ['a.csv', 'a.csv', 'b.csv', 'a.csv', 'b.csv'].map((file) =>
    often.isShown({ level: 'warning', failure: { message: 'x', code: 'date-unread', file } }),
  );
  expect(shown).toEqual([true, false, true, false, false]);
  expect(often.rest()).toBe('warning: 3 more like this [date-unread]\n');
});

it.each([
  ['score', ['--format', 'jsonl']],
  ['convert', ['--to', 'jsonl']],
] as const)('%s tells once of dates that are not read, and how many they are', (command, format) => {
  const { stderr, stdout, code } = callqa([command, '-', '--input-format', 'csv', ...format], {
    stdin: 'call_id,date,speaker,text\n'.concat(
      ...Array.from(
        { length: 5 },
        (_, at) => `c${at},05/01/2026,agent,Hello\nc${at},05/01/2026,customer,Hi\n`,
      ),
    ),
  });
  expect(stderr.match(/\[date-unread\]/gu)).toHaveLength(2);
  expect(stderr).toMatch(/^-:2: warning: the call “c0” is read without its date: “05\/01\/2026”/u);
  expect(stderr).toContain('warning: 4 more like this [date-unread]\n');
  expect([stdout.trimEnd().split('\n').length, code]).toEqual([5, 0]);
});

it('errors of a kind are capped on standard error, and each has its row', () => {
  const { stdout, stderr, code } = callqa(['score', '-', '--format', 'jsonl', '--jobs', '1'], {
    stdin: '{"id":"good","turns":[{"speaker":"agent","text":"Hello."}]}\n'.concat('{broken}\n'.repeat(40)),
  });
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((row) => JSON.parse(row) as { schema: string; line?: number });
  expect(rows.filter(({ schema }) => schema === 'callqa/error@1').map(({ line }) => line)).toEqual(
    Array.from({ length: 40 }, (_, index) => index + 2),
  );
  expect(stderr.match(/^-:\d+:\d+: error: /gmu)).toHaveLength(10);
  expect(stderr).toContain('error: 30 more like this [json-syntax]\n');
  expect(code).toBe(2);
});
