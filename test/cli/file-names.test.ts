/** The names of the files that `convert` writes into a folder, and names that no file system takes. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, property, string } from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import { createFileNames } from '../../src/cli/file-names.ts';
import { callqa } from '../calibrate/in-process.ts';

it.each<[ids: readonly string[], names: readonly string[]]>([
  [
    ['a', 'b/2', '../x'],
    ['a.txt', 'b_2.txt', '_x.txt'],
  ],
  [
    ['', '...', '/'],
    ['call.txt', 'call-2.txt', '_.txt'],
  ],
  [
    ['a', 'A', 'a', 'a-2', 'a-3', 'a'],
    ['a.txt', 'A-2.txt', 'a-3.txt', 'a-2-2.txt', 'a-3-2.txt', 'a-4.txt'],
  ],
  [
    ['é', 'É'],
    ['é.txt', 'É-2.txt'],
  ],
  [
    ['con', 'NUL.x', 'console', 'com1'],
    ['_con.txt', '_NUL.x.txt', 'console.txt', '_com1.txt'],
  ],
  [['通话 1'], ['通话_1.txt']],
  [['𠮷'.repeat(60)], [`${'𠮷'.repeat(50)}.txt`]],
  [[`a${'𠮷'.repeat(60)}`], [`a${'𠮷'.repeat(49)}.txt`]],
  [
    ['话'.repeat(100), '话'.repeat(101)],
    [`${'话'.repeat(66)}.txt`, `${'话'.repeat(66)}-2.txt`],
  ],
])('%j', (ids, names) => {
  expect(ids.map(createFileNames('.txt'))).toEqual(names);
});

it('are whole, short enough, and never given twice', () => {
  assert(
    property(string({ unit: 'binary', maxLength: 400 }), (id) => {
      const nameOf = createFileNames('.jsonl');
      const names = [nameOf(id), nameOf(id), nameOf(id.toUpperCase())];
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(3);
      for (const name of names) {
        expect(name).not.toMatch(/\p{Cs}/u);
        expect(Buffer.byteLength(`${name}.partial`)).toBeLessThanOrEqual(255);
      }
    }),
  );
});

it('takes no longer for many calls with one id than for as many with their own', () => {
  const timeOf = (idOf: (number: number) => string): number => {
    const nameOf = createFileNames('.txt');
    const from = performance.now();
    for (let number = 0; number < 20_000; number++) nameOf(idOf(number));
    return performance.now() - from;
  };
  // Counting anew each time takes some 200 million steps.
  expect(timeOf(() => 'call')).toBeLessThan(20 * timeOf((number) => `call ${number}`) + 200);
});

function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'callqa-names-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  return cwd;
}

const line = (id: string): string =>
  `${JSON.stringify({
    id,
    turns: [
      { speaker: 'agent', text: 'Hello' },
      { speaker: 'customer', text: 'Hi' },
    ],
  })}\n`;

it('a call with a long id is converted, and those after it', async () => {
  const cwd = folder();
  writeFileSync(
    join(cwd, 'calls.jsonl'),
    ['录'.repeat(300), `${'x'.repeat(99)}𠮷`, 'last'].map(line).join(''),
  );
  expect(await callqa(['convert', 'calls.jsonl', '--to', 'text', '-o', 'out/'], cwd)).toMatchObject({
    code: 0,
    stderr: '',
  });
  expect(readdirSync(join(cwd, 'out')).toSorted()).toEqual(
    [`${'录'.repeat(66)}.txt`, `${'x'.repeat(99)}𠮷.txt`, 'last.txt'].toSorted(),
  );
});

it.each([
  ['score', 'calls.jsonl'],
  ['score', 'calls.jsonl', '--format', 'jsonl'],
  ['score', 'calls.jsonl', '--format', 'html'],
  ['audit', 'calls.jsonl'],
  ['sample', 'calls.jsonl'],
  ['convert', 'calls.jsonl'],
  ['rules', 'list'],
])('%s %s %s %s says that a name is too long', async (...args) => {
  const cwd = folder();
  writeFileSync(join(cwd, 'calls.jsonl'), line('a'));
  const name = '录'.repeat(100);
  const { code, stderr } = await callqa([...args, '-o', name], cwd);
  expect(code).toBe(2);
  expect(stderr).toContain(`cannot write ${name}: its name is too long [output-unwritable]`);
});
