/** What comes of slips: labels that no turn has, numbers that are none, calls without a word, what is no transcript. */
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AuditResult } from '../../src/result/result.ts';
import { callqa } from './callqa.ts';

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-slips-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const talk = 'Agent: Hello\nDana: My parcel is late.\nAgent: Sorry.\nDana: Well.\n';

describe('--speaker', () => {
  it.each([['score'], ['audit'], ['convert']])('%s tells of labels that no turn has, once', (command) => {
    const cwd = folderWith({ 'a.txt': talk, 'b.txt': talk });
    const { stderr } = callqa([command, 'a.txt', 'b.txt', '--speaker', 'Danna=customer,Agent=agent'], {
      cwd,
    });
    expect(stderr).toContain(
      'warning: no turn has the label “Danna” that --speaker names [speaker-unused]\n' +
        '  hint: Did you mean Dana? The labels are Dana, agent.\n',
    );
    expect(stderr.match(/speaker-unused/gu)).toHaveLength(1);
  });

  it('says nothing where each comes up in some call, nor of those of a config', () => {
    const lone = folderWith({ 'a.txt': talk, 'b.txt': talk.replaceAll('Dana', 'Maria') });
    expect(callqa(['score', '.', '--speaker', 'dana=customer,MARIA=customer'], { cwd: lone }).stderr).toBe(
      '',
    );
    const configured = folderWith({
      'a.txt': talk,
      'callqa.yaml': 'speakers: {Dana: customer, Eve: agent}\n',
    });
    expect(callqa(['score', 'a.txt'], { cwd: configured }).stderr).toBe('');
  });

  it('is told over threads as over one', () => {
    const line = `${JSON.stringify({ turns: [{ speaker: 'Dana', text: 'well '.repeat(400) }] })}\n`;
    const cwd = folderWith({ 'a.jsonl': line.repeat(1200) });
    const args = ['score', 'a.jsonl', '--format', 'csv', '--speaker', 'Dana=agent,Dan=customer'];
    const [one, two] = ['1', '2'].map((jobs) => callqa([...args, '--jobs', jobs], { cwd }).stderr);
    expect(one).toContain('no turn has the label “Dan” that');
    expect(two).toBe(one);
  }, 60_000);
});

describe('numbers', () => {
  it.each([
    ['sample', 'a.txt', '--n', '0'],
    ['sample', 'a.txt', '--n', '1.5'],
    ['sample', 'a.txt', '--n', '-1'],
    ['sample', 'a.txt', '--n', 'NaN'],
    ['sample', 'a.txt', '--n', '1e99'],
    ['sample', 'a.txt', '--seed', '4294967296'],
    ['sample', 'a.txt', '--fail-under', '0x10'],
    ['score', 'a.txt', '--fail-under', '100.5'],
    ['score', 'a.txt', '--fail-under', 'NaN'],
    ['score', 'a.txt', '--jobs', '0'],
    ['score', 'a.txt', '--jobs', '2.5'],
    ['score', 'a.txt', '--jobs', '0x2'],
    ['score', 'a.txt', '--repeat-days', '0'],
    ['score', 'a.txt', '--limits', 'turns=0'],
    ['score', 'a.txt', '--limits', 'turns=-5'],
    ['calibrate', 'l.csv', '--calls', 'a.txt', '--resamples', '0'],
    ['calibrate', 'l.csv', '--calls', 'a.txt', '--resamples', '9007199254740991'],
    ['lint', 'a.txt', '--max-warnings', '-1'],
  ])('%s %s %s %s … is a usage error', (...args) => {
    const cwd = folderWith({ 'a.txt': talk });
    const { code, stdout, stderr } = callqa(args, { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^error: option '--[^']+' argument '[^']*' is invalid\. Write /u);
  });
});

describe('calls without a word', () => {
  const files = {
    'none.json': '{"id":"n","turns":[]}',
    'blank.jsonl': '{"id":"a","turns":[]}\n{"id":"b","turns":[{"speaker":"agent","text":" "}]}\n',
    'labels.txt': 'Agent:\nCustomer:\n',
  };

  it('are errors with their places, and no scores', () => {
    const cwd = folderWith({ ...files, 'talk.txt': talk });
    const { code, stdout } = callqa(['score', '.', '--format', 'json'], { cwd });
    const { results, errors } = JSON.parse(stdout) as {
      readonly results: readonly { readonly call: { readonly id: string } }[];
      readonly errors: readonly { source: string; line?: number; code: string; message: string }[];
    };
    expect(code).toBe(2);
    expect(results.map(({ call }) => call.id)).toEqual(['talk']);
    expect(errors.map(({ source, line, code, message }) => [source, line, code, message])).toEqual([
      ['blank.jsonl', 1, 'input-empty', 'the call “a” has no turns'],
      ['blank.jsonl', 2, 'input-empty', 'the call “b” has no words in its turns'],
      ['labels.txt', undefined, 'input-empty', 'the call “labels” has no words in its turns'],
      ['none.json', undefined, 'input-empty', 'the call “n” has no turns'],
    ]);
  });

  it('cannot be audited', () => {
    const { code, stdout, stderr } = callqa(['audit', 'none.json'], { cwd: folderWith(files) });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('none.json: error: the call “n” has no turns [input-empty]');
  });

  it('is a record all the same where something happened', () => {
    const dropped = '{"turns":[],"events":[{"kind":"disconnect","by":"system","afterTurn":-1}]}';
    expect(callqa(['score', '-'], { stdin: dropped })).toMatchObject({ code: 0, stderr: '' });
  });
});

it('refuses a page of the web, and warns of a script', () => {
  const cwd = folderWith({
    'a.html': '<!doctype html>\n<p>Agent: calm down</p>\n',
    'b.md': '---\nscenario: delay\n---\nAgent: Hello\nCustomer: Hi\n',
  });
  const { code, stdout, stderr } = callqa(['score', 'a.html', 'b.md', '--format', 'csv'], { cwd });
  expect(code).toBe(2);
  expect(stdout.trimEnd().split('\n')).toHaveLength(3);
  expect(stderr).toContain(
    'a.html: error: this is a page of the web (HTML) and no transcript [not-a-transcript]',
  );
  expect(stderr).toContain('b.md: warning: this looks like an agent script;');
  expect(stderr).toContain('callqa lint');
});

it('names the config of an audit with its hash, and verifies with it', () => {
  const config = 'speakers: {Dana: customer}\n';
  const cwd = folderWith({ 'a.txt': talk, 'callqa.yaml': config });
  expect(callqa(['audit', 'a.txt', '--format', 'json', '-o', 'r.json'], { cwd }).code).toBe(0);
  const { provenance } = (JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8')) as AuditResult).case;
  const sha256 = createHash('sha256').update(config).digest('hex');
  expect(provenance.config).toEqual({ source: 'callqa.yaml', sha256 });
  expect(provenance.arguments).toContain('--config');
  expect(callqa(['verify', 'r.json'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  writeFileSync(join(cwd, 'callqa.yaml'), `${config}# more\n`);
  const { code, stdout } = callqa(['verify', 'r.json'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('the configuration callqa.yaml changed');
});

describe('rules', () => {
  it('check lists what is in the files of the user, and says that the built-in rules are not listed', () => {
    const cwd = folderWith({
      'callqa.yaml': 'packs: [own.yaml]\n',
      'own.yaml': `moments:
  jargon:
    speaker: agent
    title: {en: Jargon, zh: 行话}
    phrases: ticket is in the queue
    examples: {hit: [The ticket is in the queue.], miss: [I am looking into it.]}
`,
    });
    const { stdout, code } = callqa(['rules', 'check', '--format', 'json'], { cwd });
    const found = JSON.parse(stdout) as {
      readonly problems: readonly { readonly file: string }[];
      readonly builtinNotListed: number;
    };
    expect(new Set(found.problems.map(({ file }) => file))).toEqual(new Set(['own.yaml']));
    expect(found.builtinNotListed).toBeGreaterThan(0);
    expect(code).toBe(0);
  }, 120_000);

  it.each([
    ['list'],
    ['explain', 'acknowledges-feelings'],
    ['explain', 'no-policy-brush-off'],
    ['explain', 'hang-up-protocol'],
    ['explain', 'shouting'],
    ['test', '--pack', 'test/cli/inputs/failing-pack.yaml'],
  ])(
    '%s %s has its labels in the language of the reader',
    (...args) => {
      // What the tool says stands before the phrases and examples, which come in both languages.
      const said = (language: string) =>
        callqa(['rules', ...args, '--lang', language])
          .stdout.split('\n')
          .filter((line) => !line.startsWith('  '))
          .join('\n');
      const [en, zh, tw] = ['en', 'zh-CN', 'zh-TW'].map(said) as [string, string, string];
      const labels =
        /\b(?:Moments|Criteria|said by|title|phrases|Phrases|Unless|Heard|Guarded|Used by|Requires|Forbids|All of|criterion|moment|examples|ordinary|critical|agent|Say|unless|when|within)\b(?![-/.])/u;
      expect(en).toMatch(labels);
      // Ids, and titles in brackets, stay as they are.
      const bare = (text: string) => text.replaceAll(/[\w./:-]*[-/.:][\w./:-]*/gu, '');
      expect(bare(zh)).not.toMatch(labels);
      expect(bare(tw)).not.toMatch(labels);
      expect(zh).not.toBe(tw);
    },
    60_000,
  );
});
