/** `verify` of reports that were made by a config, and of what is no report. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { AuditResult } from '../../src/result/result.ts';
import { callqa } from '../calibrate/in-process.ts';

const talk =
  'Smith, John: Hello, how can I help?\na=b: My parcel is late.\nSmith, John: I am sorry, I will look into it.\na=b: OK.\n';
const table =
  'Who, really,What = said\nagent,"Hello, how can I help?"\ncustomer,My parcel is late.\n'.replace(
    'Who, really',
    '"Who, really"',
  );

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-verify-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const resultIn = (path: string): AuditResult => JSON.parse(readFileSync(path, 'utf8')) as AuditResult;

it.each<[what: string, config: string, args: readonly string[], given: readonly string[]]>([
  ['labels with commas', 'speakers: {"Smith, John": agent, a=b: customer}\n', ['a.txt'], []],
  ['headers with commas', 'columns: {speaker: "Who, really", text: "What = said"}\n', ['a.csv'], []],
  ['limits', 'limits: {file-size: 1m}\n', ['a.txt'], []],
  ['no masking', 'redact: false\n', ['a.txt'], []],
  ['reviews', 'reviews: people/r.csv\n', ['a.txt'], []],
  ['a language and a gate', 'lang: zh-CN\ngate: {fail-on: [fatal]}\n', ['a.txt'], []],
  [
    'what the command line says besides',
    'speakers: {"Smith, John": agent}\nredact: false\n',
    ['--speaker', 'a=customer', 'a.txt'],
    ['--speaker', 'a=customer'],
  ],
])('finds the same after a config with %s', async (_, config, args, given) => {
  const cwd = folderWith({
    'callqa.yaml': config,
    'a.txt': talk,
    'a.csv': table,
    'people/r.csv': 'criterion,decision\n',
  });
  const made = await callqa(['audit', ...args, '--format', 'json', '-o', 'r.json'], cwd);
  expect(made.code).toBe(0);
  const { provenance } = resultIn(join(cwd, 'r.json')).case;
  expect(provenance.arguments).toEqual(['audit', '--config', 'callqa.yaml', ...given, '--', args.at(-1)]);
  expect(readFileSync(join(cwd, 'r.json'), 'utf8')).not.toContain(cwd);
  expect(await callqa(['verify', 'r.json'], cwd)).toMatchObject({
    code: 0,
    stderr: '',
    stdout: expect.stringContaining('the same'),
  });
});

it('a config above the folder gives the same bytes wherever the folders stand', async () => {
  const files = {
    'callqa.yaml': 'reviews: r.csv\n',
    'r.csv': 'criterion,decision\n',
    'calls/a.txt': talk,
  };
  const printed = await Promise.all(
    [folderWith(files), folderWith(files)].map((cwd) =>
      callqa(['audit', 'a.txt', '--format', 'json'], join(cwd, 'calls')),
    ),
  );
  expect(printed[0]!.code).toBe(0);
  expect(printed[0]!.stdout).toBe(printed[1]!.stdout);
  const { provenance } = (JSON.parse(printed[0]!.stdout) as AuditResult).case;
  expect(provenance.reviews!.source).toBe('../r.csv');
});

it('finds a config changed that gave the labels', async () => {
  const cwd = folderWith({ 'callqa.yaml': 'speakers: {"Smith, John": agent}\n', 'a.txt': talk });
  await callqa(['audit', 'a.txt', '--format', 'json', '-o', 'r.json'], cwd);
  writeFileSync(join(cwd, 'callqa.yaml'), 'speakers: {"Smith, John": customer}\n');
  const { code, stdout } = await callqa(['verify', 'r.json'], cwd);
  expect(code).toBe(1);
  expect(stdout).toContain('the configuration callqa.yaml changed');
  expect(stdout).toContain('the report differs at ');
});

const input = { source: 'a.txt', sha256: '0' };
const sound = {
  transcripts: [input],
  pack: { id: 'p', version: '1', sha256: '0' },
  arguments: ['audit', '--', 'a.txt'],
  tool: 'callqa/1',
};

it.each<[report: unknown, says: string]>([
  [null, 'provenance'],
  [[], 'provenance'],
  [{ case: [] }, 'provenance'],
  [{ case: { provenance: 'x' } }, 'provenance'],
  [{ case: { provenance: { ...sound, transcripts: [null] } } }, 'provenance.transcripts'],
  [{ case: { provenance: { ...sound, transcripts: [{ source: 'a.txt' }] } } }, 'provenance.transcripts'],
  [{ case: { provenance: { ...sound, pack: { sha256: '0' } } } }, 'provenance.pack'],
  [{ case: { provenance: { ...sound, pack: { ...sound.pack, version: 1 } } } }, 'provenance.pack'],
  [{ case: { provenance: { ...sound, config: null } } }, 'provenance.config'],
  [{ case: { provenance: { ...sound, reviews: { sha256: 1, source: 'r' } } } }, 'provenance.reviews'],
  [{ case: { provenance: { ...sound, arguments: ['score'] } } }, 'provenance.arguments'],
  [{ case: { provenance: { ...sound, arguments: ['audit', 1] } } }, 'provenance.arguments'],
  [{ case: { provenance: { ...sound, tool: undefined } } }, 'provenance.tool'],
])('%j is no report', async (report, says) => {
  const cwd = folderWith({ 'a.txt': talk, 'r.json': JSON.stringify(report) });
  const { code, stdout, stderr } = await callqa(['verify', 'r.json'], cwd);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(`it does not say what it was made from: ${says} [not-a-report]`);
});

it('compares whatever else a report holds', async () => {
  const cwd = folderWith({
    'a.txt': talk,
    'r.json': JSON.stringify({ call: null, case: { provenance: sound } }),
  });
  const { code, stdout } = await callqa(['verify', 'r.json'], cwd);
  expect(code).toBe(1);
  expect(stdout).toContain('the transcript a.txt changed');
});
