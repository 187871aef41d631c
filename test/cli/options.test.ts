/** What options and configs take, alike, and which commands have which options. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { callqa } from '../calibrate/in-process.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-options-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const talk = 'Agent: Hello\nCustomer: My parcel is late.\nAgent: Sorry.\nCustomer: Well.\n';

describe('a limit', () => {
  it.each(['0', '0k', '-1', '1.5', '1e3', '1t', 'many', ''])(
    'of %j is refused by a config as on the command line',
    async (written) => {
      const cwd = folderWith({ 'a.txt': talk });
      const said = await callqa(['convert', 'a.txt', '--limits', `file-size=${written}`], cwd);
      expect(said.code).toBe(2);
      // Bare, 1e3 is a number to YAML, and a thousand.
      for (const value of [JSON.stringify(written), ...(/^-?[\d.]+$/u.test(written) ? [written] : [])]) {
        writeFileSync(join(cwd, 'callqa.yaml'), `limits: {file-size: ${value}}\n`);
        const { code, stderr } = await callqa(['score', 'a.txt'], cwd);
        expect(code).toBe(2);
        expect(stderr).toContain(
          'callqa.yaml:1:10: error: `limits.file-size` must be a whole number above 0',
        );
      }
    },
  );

  it.each(['1', '"1"', '200m', '"1G"', '" 4k "'])('of %s is taken from a config', async (written) => {
    const cwd = folderWith({ 'a.txt': talk, 'callqa.yaml': `limits: {nesting: ${written}}\n` });
    expect(await callqa(['score', 'a.txt', '--format', 'csv'], cwd)).toMatchObject({ code: 0, stderr: '' });
  });
});

describe('--no-redact', () => {
  it.each([
    [['rules', 'list'], false],
    [['rules', 'explain', 'apology'], false],
    [['rules', 'test'], false],
    [['rules', 'check'], false],
    [['rules', 'coverage'], true],
    [['rules', 'diff'], true],
    [['calibrate'], true],
    [['score'], true],
    [['audit'], true],
    [['sample'], true],
    [['convert'], false],
    [['lint'], false],
  ])('%j: %s', async (command, has) => {
    const { code, stdout } = await callqa([...command, '--help'], tmpdir());
    expect(code).toBe(0);
    expect(stdout.includes('--no-redact')).toBe(has);
  });

  it('is refused where it would do nothing', async () => {
    const { code, stderr } = await callqa(['rules', 'list', '--no-redact'], tmpdir());
    expect(code).toBe(2);
    expect(stderr).toContain("unknown option '--no-redact'");
  });
});

it('every command takes --config and --pack that judges by rules, and a config that masks nothing', async () => {
  const cwd = folderWith({ 'callqa.yaml': 'redact: false\nlang: zh-CN\n' });
  for (const args of [['list'], ['explain', 'apology']]) {
    expect((await callqa(['rules', ...args, '--config', 'callqa.yaml'], cwd)).code).toBe(0);
    expect((await callqa(['rules', ...args, '--config', 'none.yaml'], cwd)).code).toBe(2);
  }
});

it('rules list as JSON shows nothing that a terminal would obey', async () => {
  const pack = readFileSync('test/cli/inputs/small-pack.yaml', 'utf8');
  const title = /title: \{ ?en: /u;
  expect(pack).toMatch(title);
  const odd = pack.replaceAll(/title: \{ ?en: ['"]?([^,'"}]*)['"]?/gu, 'title: { en: "\\u202e\\x9b$1"');
  const cwd = folderWith({ 'pack.yaml': odd });
  const { code, stdout, stderr } = await callqa(
    ['rules', 'list', '--pack', 'pack.yaml', '--format', 'json'],
    cwd,
  );
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain(String.raw`\u202e`);
  expect(stdout).not.toMatch(/[\u0080-\u009f\u202e]/u);
});
