/** That nothing is written over what it is made of, that outputs are told from inputs, and the form that an ending says. */
import {
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { callqa } from '../calibrate/in-process.ts';
import { ownOutput } from '../../src/read/own-output.ts';

const turns = [
  { speaker: 'customer', text: 'My parcel is three days late and I am really upset.' },
  { speaker: 'agent', text: 'Calm down. It is our policy, there is nothing I can do.' },
];
const calls = ['c1', 'c2', 'c3'].map((id) => `${JSON.stringify({ id, turns })}\n`).join('');
const talk = 'Agent: Hello\nCustomer: My parcel is late.\n';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-guard-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** All files of a folder with what they hold. */
function contents(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(name, 'utf8')]));
}

describe('an output that is one of the inputs', () => {
  it.each([
    ['score', 'calls.jsonl', '--format', 'csv', '-o', 'calls.jsonl'],
    ['score', 'calls.jsonl', '-o', './sub/../calls.jsonl'],
    ['score', '.', '-o', 'calls.jsonl'],
    ['score', 'call*', '-o', 'calls.jsonl'],
    ['score', 'calls.jsonl', '-o', 'link.jsonl'],
    ['score', 'calls.jsonl', '-o', 'hard.jsonl'],
    ['score', 'link.jsonl', '-o', 'calls.jsonl'],
    ['score', 'half.csv.partial', '--input-format', 'jsonl', '-o', 'half.csv'],
    ['sample', 'calls.jsonl', '--format', 'csv', '-o', 'calls.jsonl'],
    ['sample', '.', '-o', 'calls.jsonl'],
    ['audit', 'talk.txt', '-o', 'talk.txt'],
    ['audit', 'talk.txt', '-o', 'sub/talk-link.txt'],
    ['audit', 'sub', '-o', 'sub/one.txt'],
    ['audit', 'talk.txt', '--reviews', 'reviews.csv', '-o', 'reviews.csv'],
    ['convert', 'calls.jsonl', '-o', 'calls.jsonl'],
    ['convert', 'calls.jsonl', '-o', 'link.jsonl'],
    ['convert', 'sub', '-o', 'sub/one.txt'],
    ['convert', 'sub', '--to', 'text', '-o', 'sub'],
  ])('is refused: %s %s %s %s', async (...args) => {
    const cwd = folderWith({
      'calls.jsonl': calls,
      'half.csv.partial': calls,
      'talk.txt': talk,
      'reviews.csv': 'call,criterion,decision\n',
      'sub/one.txt': talk,
    });
    symlinkSync('calls.jsonl', join(cwd, 'link.jsonl'));
    linkSync(join(cwd, 'calls.jsonl'), join(cwd, 'hard.jsonl'));
    symlinkSync('../talk.txt', join(cwd, 'sub', 'talk-link.txt'));
    const before = contents(cwd);
    const { code, stderr } = await callqa(args, cwd);
    expect(stderr).toContain('it is one of the inputs');
    expect(stderr).toContain('[output-is-input]');
    expect(code).toBe(2);
    expect(contents(cwd)).toEqual(before);
  });

  it('is not refused where it only has the same name elsewhere, or was a report', async () => {
    const cwd = folderWith({ 'calls.jsonl': calls, 'out/calls.jsonl': 'an older one\n' });
    expect((await callqa(['score', 'calls.jsonl', '-o', 'out/calls.jsonl'], cwd)).code).toBe(0);
    expect(readFileSync(join(cwd, 'out', 'calls.jsonl'), 'utf8')).toContain('callqa/result@1');
  });

  it('is not refused where an option says the same word of something else', async () => {
    const cwd = folderWith({ 'talk.txt': talk });
    const args = ['score', 'talk.txt', '--format', 'csv', '-o', 'csv'];
    for (const _ of ['first', 'again']) expect((await callqa(args, cwd)).code).toBe(0);
  });

  it.each(['report.csv', 'report.txt', 'report.json', 'report.jsonl'])(
    'is written anew where an earlier run left it among them: %s',
    async (name) => {
      const cwd = folderWith({ 'calls/calls.jsonl': calls });
      const output = join('calls', name);
      expect(await callqa(['score', 'calls', '-o', output], cwd)).toMatchObject({ code: 0, stderr: '' });
      const first = contents(cwd);
      expect(await callqa(['score', 'calls', '-o', output], cwd)).toMatchObject({ code: 0, stderr: '' });
      expect(contents(cwd)).toEqual(first);
    },
  );
});

describe('what this tool wrote', () => {
  const languages = ['en', 'zh-CN', 'zh-TW'];
  const outputs: readonly (readonly string[])[] = [
    ...languages.flatMap((language) => [
      ['score', 'in.jsonl', '--format', 'text', '--lang', language],
      ['score', 'in.jsonl', '--format', 'markdown', '--lang', language],
      ['score', 'in.jsonl', '--format', 'html', '--lang', language],
      ['audit', 'talk.txt', '--format', 'text', '--lang', language],
      ['audit', 'talk.txt', '--format', 'markdown', '--lang', language],
      ['audit', 'talk.txt', '--format', 'html', '--lang', language],
      ['sample', 'in.jsonl', '--n', '1', '--lang', language],
    ]),
    ['score', 'in.jsonl', '--format', 'json'],
    ['score', 'none.jsonl', '--format', 'json'],
    ['score', 'in.jsonl', '--format', 'jsonl'],
    ['score', 'in.jsonl', '--format', 'csv'],
    ['score', 'in.jsonl', '--format', 'csv', '--csv', 'findings'],
    ['audit', 'talk.txt', '--format', 'json'],
    ['sample', 'in.jsonl', '--n', '1', '--format', 'csv'],
    ['sample', 'in.jsonl', '--n', '1', '--format', 'json'],
  ];

  it.each(outputs)('is told: %s %s %s %s %s %s', async (...args) => {
    const cwd = folderWith({ 'in.jsonl': calls, 'talk.txt': talk });
    const { stdout } = await callqa(args, cwd);
    expect(stdout).not.toBe('');
    expect(ownOutput(stdout)).toMatch(/callqa/u);
    // As a spreadsheet saves it, and only the beginning of it, as of a large file.
    expect(ownOutput(stdout.replaceAll('\n', '\r\n'))).toBeDefined();
    const [first = ''] = stdout.split('\n', 1);
    expect(ownOutput(stdout.slice(0, Math.max(first.length + 1, 2000)))).toBeDefined();
  });

  it.each([
    ['a transcript', talk],
    ['a call', calls],
    ['a call that holds its result', JSON.stringify({ id: 'a', turns, qa: { schema: 'callqa/result@1' } })],
    [
      'a call that speaks of one',
      JSON.stringify({ turns: [{ speaker: 'agent', text: '"schema":"callqa/x"' }] }),
    ],
    ['a table of turns', 'call,source,speaker,text\na,b,agent,Hello\n'],
    ['a table of calls with scores', 'id,source,score,grade,transcript\na,b,1,A,"Agent: Hi"\n'],
    ['JSON of another tool', '{"schema":"other/1","calls":[],"sample":[]}'],
  ])('is not: %s', (_, text) => {
    expect(ownOutput(text)).toBeUndefined();
  });

  it.each([
    ['{"call":{"id":"a"},"schema":"callqa/result@1"}'],
    ['{"call":{"id":"a"},"schema":"callqa/result@1"}\n{"schema":"callqa/error@1"}\n'],
    ['[{"call":{"id":"a"},"schema":"callqa/result@1"}]'],
    ['{"errors":[],"results":[{"call":{"id":"a"},"schema":"callqa/result@1"}]}'],
    ['{"call":{"turns":[{"text":"a"}]},"schema":"callqa/result@1","story":[{"turn":1},'],
  ])('is told with its keys in another order: %s', (text) => {
    expect(ownOutput(text)).toBeDefined();
  });

  it.each(['jsonl', 'json', 'text', 'csv'])('is not a transcript converted to %s', async (to) => {
    const cwd = folderWith({ 'talk.txt': talk });
    expect(ownOutput((await callqa(['convert', 'talk.txt', '--to', to], cwd)).stdout)).toBeUndefined();
  });

  it('is passed over in a folder with one warning each, and counts for nothing', async () => {
    const cwd = folderWith({ 'in.jsonl': calls, 'talk.txt': talk });
    const alone = await callqa(['score', '.', '--format', 'csv'], cwd);
    for (const [name, ...args] of [
      ['a.json', 'audit', 'talk.txt'],
      ['r.jsonl', 'score', 'in.jsonl'],
      ['r.csv', 'score', 'in.jsonl'],
      ['s.csv', 'sample', 'in.jsonl'],
      ['t.txt', 'score', 'in.jsonl'],
    ] as const)
      expect((await callqa([...args, '-o', name], cwd)).code).toBe(0);
    for (const path of ['.', '*.*']) {
      const all = await callqa(['score', path, '--format', 'csv'], cwd);
      expect(all).toMatchObject({ code: 0, stdout: alone.stdout });
      expect(all.stderr.match(/\[own-output\]/gu)).toHaveLength(5);
    }
    expect(JSON.parse((await callqa(['sample', '.', '--format', 'json'], cwd)).stdout)).toMatchObject({
      calls: 4,
    });
  });

  it.each(['a.json', 'r.csv', 'r.jsonl'])('is an error where it is named: %s', async (name) => {
    const cwd = folderWith({ 'in.jsonl': calls });
    const args = name === 'a.json' ? ['audit', 'in.jsonl', '--id', 'c1'] : ['score', 'in.jsonl'];
    await callqa([...args, '-o', name], cwd);
    // Named beside the folder that it lies in, it is named nevertheless.
    for (const paths of [[name], ['.', name], [name, '.']]) {
      const { code, stderr } = await callqa(['score', ...paths], cwd);
      expect(code).toBe(2);
      expect(stderr.match(/error: this is no transcript: it is a .* callqa wrote/gu)).toHaveLength(1);
    }
  });
});

describe('the ending of an output', () => {
  const begins: Readonly<Record<string, RegExp>> = {
    'a.csv': /^id,source,/u,
    'a.html': /^<!doctype html>/u,
    'a.JSON': /^\{\n/u,
    'a.jsonl': /^\{"schema"/u,
    'a.md': /^# Calls/u,
    'a.markdown': /^# Calls/u,
    'a.xlsx': /^PK/u,
    'a.txt': /^Call /u,
    'a.dat': /^Call /u,
    a: /^Call /u,
  };
  it.each(Object.entries(begins))('says the format: %s', async (name, expected) => {
    const cwd = folderWith({ 'in.jsonl': calls });
    expect(await callqa(['score', 'in.jsonl', '-o', name], cwd)).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(cwd, name), 'latin1')).toMatch(expected);
  });

  it.each([
    [['audit', 'talk.txt', '-o', 'a.json'], /^\{\n/u],
    [['audit', 'talk.txt', '-o', 'a.md'], /^# Adjudication/u],
    [['sample', 'in.jsonl', '-o', 'a.csv'], /^call,source,/u],
    [['convert', 'talk.txt', '-o', 'a.csv'], /^call_?id,/iu],
    [['convert', 'talk.txt', '-o', 'a.txt'], /Agent: Hello/iu],
    [['score', 'in.jsonl', '--format', 'text', '-o', 'a.xlsx'], /^Call /u],
    [['convert', 'talk.txt', '--to', 'jsonl', '-o', 'a.txt'], /^\{"/u],
  ])('is heeded, and a format that is stated comes first: %j', async (args, expected) => {
    const cwd = folderWith({ 'in.jsonl': calls, 'talk.txt': talk });
    expect(await callqa(args, cwd)).toMatchObject({ code: 0, stderr: '' });
    expect(readFileSync(join(cwd, args.at(-1)!), 'utf8')).toMatch(expected);
  });

  it('is warned of where the command has no such format', async () => {
    const cwd = folderWith({ 'talk.txt': talk });
    const { code, stderr } = await callqa(['audit', 'talk.txt', '-o', 'a.xlsx'], cwd);
    expect(code).toBe(0);
    expect(stderr).toBe(
      'a.xlsx: warning: audit writes no xlsx: a.xlsx will hold text [output-ending]\n' +
        '  hint: Say --format text, json, markdown or html, or name the file accordingly.\n',
    );
  });
});
