import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { findScripts } from '../../src/scripts/find-scripts.ts';

let cwd: string;
const files = (names: readonly string[], text = 'x') => {
  for (const name of names) {
    mkdirSync(dirname(join(cwd, name)), { recursive: true });
    writeFileSync(join(cwd, name), text);
  }
};
const found = async (paths: readonly string[], options: Partial<Parameters<typeof findScripts>[1]> = {}) => {
  const { files, failures } = await findScripts(paths, { cwd, ...options });
  return [...files.map(({ path }) => path), ...failures.map(({ code }) => code)];
};

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'callqa-find-'));
  files([
    'b.md',
    'a.txt',
    'sub/c.yaml',
    'sub/deep/d.csv',
    'sub/x.bin',
    '.hidden/e.md',
    'node_modules/f.md',
    'package.json',
    'sub/g.XLSX',
    '.h.md',
  ]);
});
afterEach(() => {
  rmSync(cwd, { recursive: true });
});

it('searches folders for scripts, in one order', async () => {
  expect(await found(['.'])).toEqual(['a.txt', 'b.md', 'sub/c.yaml', 'sub/deep/d.csv', 'sub/g.XLSX']);
  expect(await found(['./sub/', 'sub/c.yaml'])).toEqual(['./sub/c.yaml', './sub/deep/d.csv', './sub/g.XLSX']);
});

it('reads a file that is named, whatever its name', async () => {
  expect(await found(['sub/x.bin', '.hidden/e.md', 'package.json'])).toEqual([
    '.hidden/e.md',
    'package.json',
    'sub/x.bin',
  ]);
});

it('follows globs, and says what names nothing', async () => {
  expect(await found(['**/*.{md,csv}'])).toEqual(['b.md', 'sub/deep/d.csv']);
  expect(await found(['no.md', 'b.md', '*.nothing'])).toEqual(['b.md', 'input-not-found', 'input-not-found']);
});

it('takes include and exclude, relative to the root', async () => {
  expect(await found(['.'], { include: ['sub/**'], exclude: ['*.csv'] })).toEqual([
    'sub/c.yaml',
    'sub/g.XLSX',
  ]);
  expect(await found(['b.md', 'sub'], { root: join(cwd, 'sub'), exclude: ['deep/'] })).toEqual([
    'b.md',
    'sub/c.yaml',
    'sub/g.XLSX',
  ]);
  expect(await found(['sub/deep/d.csv', 'b.md'], { include: ['*.md'], exclude: ['deep/'] })).toEqual([
    'b.md',
  ]);
});

it('honours .gitignore files, the nearest first', async () => {
  files(['.gitignore'], '*.txt\n/sub/deep/\n*.yaml\n');
  files(['sub/.gitignore'], '!c.yaml\n');
  files(['sub/h.txt', 'sub/i.yaml']);
  expect(await found(['.'])).toEqual(['b.md', 'sub/c.yaml', 'sub/g.XLSX']);
  expect(await found(['sub/**/*'])).toEqual(['sub/c.yaml', 'sub/g.XLSX']);
  expect(await found(['.'], { gitignore: false })).toHaveLength(7);
  files(['sub/.git/config']);
  expect(await found(['sub'])).toEqual([
    'sub/c.yaml',
    'sub/deep/d.csv',
    'sub/g.XLSX',
    'sub/h.txt',
    'sub/i.yaml',
  ]);
});

it('does not run in circles', async () => {
  symlinkSync(cwd, join(cwd, 'sub', 'up'));
  expect(await found(['.'])).toEqual(['a.txt', 'b.md', 'sub/c.yaml', 'sub/deep/d.csv', 'sub/g.XLSX']);
});
