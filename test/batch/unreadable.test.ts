/** Inputs that cannot be read: each is an error row, and the rest is scored. That a file may not be read binds no root, and is not tried. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { progressText } from '../../src/cli/progress-text.ts';
import { callqa } from '../cli/callqa.ts';
import { callText } from './calls.ts';
import { temporary } from './running.ts';

const isPosix = process.platform !== 'win32';

function rowsOf(args: readonly string[]) {
  const { stdout, stderr, code } = callqa(['score', ...args, '--format', 'jsonl']);
  const rows = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as { code?: string; source?: string; call?: { id: string } });
  return { rows: rows.map((row) => row.code ?? row.call!.id), stderr, code };
}

it.runIf(isPosix)('a link to nothing, a folder named as a file is, and what is not there are errors', () => {
  const folder = temporary();
  const paths = ['dangling.txt', 'folder.txt', 'missing.txt', 'ok.txt'].map((name) => join(folder, name));
  symlinkSync(join(folder, 'nothing'), paths[0]!);
  mkdirSync(paths[1]!);
  writeFileSync(paths[3]!, callText(1));
  const { rows, stderr, code } = rowsOf(paths);
  expect(rows).toEqual(['input-not-found', 'input-not-found', 'input-not-found', 'ok']);
  for (const path of paths.slice(0, 3)) expect(stderr).toContain(`${path}: error: `);
  expect(stderr).not.toContain('    at ');
  expect(code).toBe(2);
});

it.runIf(existsSync('/proc/self/mem'))('a file that breaks off in the reading is an error', () => {
  const folder = temporary();
  const ok = join(folder, 'ok.txt');
  writeFileSync(ok, callText(1));
  const { rows, stderr, code } = rowsOf(['/proc/self/mem', ok]);
  expect(rows.toSorted()).toEqual(['input-unreadable', 'ok']);
  expect(stderr).toMatch(/error: cannot read .*: \w+ \[input-unreadable\]/u);
  expect(code).toBe(2);
});

it.runIf(isPosix)('a pipe in a folder is not waited for', () => {
  const folder = temporary();
  execFileSync('mkfifo', [join(folder, 'a.txt')]);
  writeFileSync(join(folder, 'b.txt'), callText(1));
  expect(rowsOf([folder])).toEqual({ rows: ['b'], stderr: '', code: 0 });
});

const none = { calls: 0, read: 0 };

it.each([
  [
    { calls: 3, findings: 5, read: 50, expected: 100, before: none, elapsed: 999 },
    '3 calls, 50% done, 5 findings',
  ],
  [
    { calls: 1200, findings: 3100, read: 30, expected: 100, before: none, elapsed: 3000 },
    '1200 calls, 400/s, 30% done, 7 s left, 3100 findings',
  ],
  // What an earlier run did counts as done, and not in the rate.
  [
    { calls: 1000, findings: 0, read: 60, expected: 100, before: { calls: 800, read: 50 }, elapsed: 100_000 },
    '1000 calls, 2/s, 60% done, 6 min 40 s left, 0 findings',
  ],
  [
    { calls: 7, findings: 1, read: 9, expected: undefined, before: none, elapsed: 2000 },
    '7 calls, 4/s, 1 findings',
  ],
  [
    { calls: 10, findings: 1, read: 1, expected: 7201, before: none, elapsed: 1000 },
    '10 calls, 10/s, 0% done, 2 h 0 min left, 1 findings',
  ],
  // A file that grew while it was read.
  [
    { calls: 10, findings: 1, read: 120, expected: 100, before: none, elapsed: 1000 },
    '10 calls, 10/s, 100% done, 0 s left, 1 findings',
  ],
])('progress %j reads %s', (progress, text) => {
  expect(progressText(progress)).toBe(text);
});
