/** `callqa lint` on a library over time: baselines of a part, files that are put right in place. */
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { callqa } from '../calibrate/in-process.ts';

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-library-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) writeFileSync(join(folder, path), content);
  return folder;
}

const bad = 'Sir, please calm down, and tell me.\n';

it('keeps what a baseline knows of files that were not linted, and drops those that are gone', async () => {
  const folder = folderOf({
    'a.md': bad,
    'b.md': bad,
    'c.md': bad,
    'd.json': '{"text":"Please calm down."}',
  });
  const update = ['--baseline', 'known.json', '--update-baseline'];
  await callqa(['lint', '.', ...update], folder);
  rmSync(join(folder, 'c.md'));
  writeFileSync(join(folder, 'd.json'), '{');
  expect((await callqa(['lint', 'a.md', 'd.json', ...update], folder)).code).toBe(2);
  const known = JSON.parse(readFileSync(join(folder, 'known.json'), 'utf8')) as { files: object };
  expect(Object.keys(known.files)).toEqual(['a.md', 'b.md', 'd.json']);
});

it('writes a baseline anew where it was none', async () => {
  const folder = folderOf({ 'a.md': bad, 'known.json': 'x' });
  expect((await callqa(['lint', 'a.md', '--baseline', 'known.json', '--update-baseline'], folder)).code).toBe(
    0,
  );
  expect((await callqa(['lint', 'a.md', '--baseline', 'known.json'], folder)).code).toBe(0);
});

it('puts right in place: modes and links stay, and nothing is left beside', async () => {
  const folder = folderOf({ 'a.md': 'Please calm down.\n', 'b.txt': 'Please calm down.\n' });
  chmodSync(join(folder, 'a.md'), 0o640);
  symlinkSync('b.txt', join(folder, 'c.txt'));
  expect((await callqa(['lint', 'a.md', 'c.txt', '--fix'], folder)).code).toBe(0);
  expect(statSync(join(folder, 'a.md')).mode & 0o777).toBe(0o640);
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).not.toContain('calm down');
  expect(readFileSync(join(folder, 'b.txt'), 'utf8')).not.toContain('calm down');
  expect(readdirSync(folder).toSorted()).toEqual(['a.md', 'b.txt', 'c.txt']);
});

it('does not cut a tag of HTML in half', async () => {
  const html = '<p>Please <b>calm down</b>.</p>\n';
  const folder = folderOf({ 'a.md': html });
  expect((await callqa(['lint', 'a.md', '--fix'], folder)).code).toBe(1);
  expect(readFileSync(join(folder, 'a.md'), 'utf8')).toBe(html);
});
