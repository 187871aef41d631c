/** What the built bin does that no golden run shows: streams, files, exit codes, terminals, masking. */
import { spawnSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bin, callqa, root } from './callqa.ts';

const inputs = 'test/cli/inputs';
const pack = ['--pack', `${inputs}/small-pack.yaml`];
const bakery = `${inputs}/bakery.txt`;
const went = 'fixtures/calls/topup-gift-as-it-went.txt';
const formats = {
  score: ['text', 'json', 'jsonl', 'markdown', 'csv'],
  audit: ['text', 'json', 'markdown'],
} as const;
const commands = (['score', 'audit'] as const).flatMap((command) =>
  formats[command].map((format) => [command, format] as const),
);

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('input', () => {
  it.each(['score', 'audit'])('%s reads standard input for -', (command) => {
    const stdin = readFileSync(join(root, bakery), 'utf8');
    const { code, stdout, stderr } = callqa([command, '-', '--format', 'json', ...pack], { stdin });
    const result = JSON.parse(stdout) as { results?: readonly object[] };
    expect(result.results?.[0] ?? result).toMatchObject({
      call: { id: 'stdin', source: '-' },
      score: { total: 25 },
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  it('reads an empty standard input as no call', () => {
    const { code, stderr } = callqa(['score', '-']);
    expect(stderr).toContain('[input-empty]');
    expect(code).toBe(2);
  });

  it('finds an empty folder empty', () => {
    const cwd = temporary();
    mkdirSync(join(cwd, 'calls'));
    const { code, stderr } = callqa(['score', 'calls'], { cwd });
    expect(stderr).toMatch(/^calls: error: no transcripts in calls \[input-not-found\]\n {2}hint: /u);
    expect(code).toBe(2);
  });

  it('takes folders, globs and files together, each call once', () => {
    const { stdout } = callqa([
      'score',
      'fixtures/calls',
      'fixtures/calls/*.txt',
      './fixtures/calls/plan-enquiry-en.txt',
      '--format',
      'jsonl',
    ]);
    const ids = stdout
      .trimEnd()
      .split('\n')
      .map((line) => (JSON.parse(line) as { call: { id: string } }).call.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(readdirSync(join(root, 'fixtures/calls')).length + 1); // two calls in one file
  });

  it('scores the good ones where others cannot be read', () => {
    const { code, stdout } = callqa([
      'score',
      bakery,
      `${inputs}/broken.json`,
      'nosuch.txt',
      '--format',
      'json',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      // What stands before the error is kept.
      results: [{ call: { id: 'bakery' } }, { call: { id: 'broken', turns: 1 } }],
      errors: [{ code: 'input-not-found' }, { code: 'json-syntax', line: 5, column: 29 }],
      totals: { calls: 2, errors: 2 },
    });
    expect(code).toBe(2);
  });

  it('says on stderr what a file was taken for, when asked', () => {
    const { stdout, stderr } = callqa(['score', bakery, '--verbose', ...pack]);
    expect(stderr).toContain(bakery);
    expect(stdout).toBe(callqa(['score', bakery, ...pack]).stdout);
  });
});

describe('output', () => {
  it('writes a file, says nothing on stdout and leaves nothing beside it', () => {
    const folder = temporary();
    const file = join(folder, 'report.md');
    const { code, stdout, stderr } = callqa(['audit', bakery, ...pack, '--format', 'markdown', '-o', file]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readFileSync(file, 'utf8')).toBe(
      callqa(['audit', bakery, ...pack, '--format', 'markdown']).stdout,
    );
    expect(readdirSync(folder)).toEqual(['report.md']);
  });

  it('keeps an older report where the run fails', () => {
    const folder = temporary();
    const file = join(folder, 'report.txt');
    writeFileSync(file, 'older');
    expect(callqa(['audit', 'nosuch.txt', '-o', file]).code).toBe(2);
    expect(readFileSync(file, 'utf8')).toBe('older');
    expect(readdirSync(folder)).toEqual(['report.txt']);
  });

  it('writes through a link and leaves it one', () => {
    const folder = temporary();
    const link = join(folder, 'latest.txt');
    symlinkSync('report.txt', link);
    expect(callqa(['score', bakery, ...pack, '-o', link]).code).toBe(0);
    expect(readFileSync(join(folder, 'report.txt'), 'utf8')).toBe(callqa(['score', bakery, ...pack]).stdout);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it('cannot write into a folder that does not exist', () => {
    const file = join(temporary(), 'no', 'report.txt');
    const { code, stderr } = callqa(['score', bakery, ...pack, '-o', file]);
    expect(stderr).toContain('[output-unwritable]');
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['score', 'fixtures/calls', '--format', 'jsonl'],
    ['audit', went],
  ])('%s gives the same bytes again, wherever and whenever it runs', (...args) => {
    const first = callqa(args);
    expect(callqa(args, { env: { TZ: 'Asia/Taipei', LANG: 'zh_TW.UTF-8', LC_ALL: 'C' } })).toEqual(first);
    expect(first.code).toBe(0);
    expect(first.stdout).not.toBe('');
  });

  it.each([
    ['when piped', {}, false],
    ['with NO_COLOR over FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['with an empty NO_COLOR, which asks for nothing', { NO_COLOR: '', FORCE_COLOR: '1' }, true],
    ['with FORCE_COLOR', { FORCE_COLOR: '1' }, true],
  ] as const)('colours %s', (_, env, coloured) => {
    for (const args of [
      ['score', bakery],
      ['audit', bakery],
      ['rules', 'list'],
    ]) {
      expect(callqa([...args, ...pack], { env }).stdout.includes('\u001b['), args[0]).toBe(coloured);
    }
  });

  it.each(commands)('%s as %s stands it that nobody reads on', (command, format) => {
    const script = '"$0" "$@" | true; echo "${PIPESTATUS[0]}"';
    const args = [command, bakery, ...pack, '--format', format];
    const { stderr, stdout } = spawnSync('bash', ['-c', script, process.execPath, bin, ...args], {
      cwd: root,
      encoding: 'utf8',
    });
    expect({ stdout, stderr }).toEqual({ stdout: '0\n', stderr: '' });
  });

  it('stands it that a reader stops in the middle', () => {
    const calls = Array.from({ length: 400 }, (_, n) =>
      JSON.stringify({ id: `call-${n}`, turns: [{ speaker: 'agent', text: 'Good morning. '.repeat(40) }] }),
    ).join('\n');
    const script = '"$0" "$@" | head -n 2 | wc -l; echo "${PIPESTATUS[0]}"';
    const args = ['score', '-', ...pack, '--format', 'jsonl'];
    const { stderr, stdout } = spawnSync('bash', ['-c', script, process.execPath, bin, ...args], {
      cwd: root,
      encoding: 'utf8',
      input: calls,
    });
    expect({ stdout: stdout.trim().split(/\s+/u), stderr }).toEqual({ stdout: ['2', '0'], stderr: '' });
  });

  it('lines up columns of Chinese', () => {
    const { stdout } = callqa(['score', 'fixtures/calls', '--lang', 'zh-CN']);
    const [header, ...rows] = stdout.split('\n\n')[0]!.split('\n');
    const verdict = stringWidth(header!.slice(0, header!.indexOf('结论')));
    expect(verdict).toBeGreaterThan(0);
    for (const row of rows) {
      const at = row.search(/定责成立|部分成立|不成立|证据不足/u);
      expect(stringWidth(row.slice(0, at)), row).toBe(verdict);
    }
  });
});

describe('gate', () => {
  const gates = [
    [['--fail-under', '25'], ''],
    [['--fail-under', '25.1'], '--fail-under 25.1 was asked, and 1 call of 1 scores less: bakery'],
    [['--fail-on', 'upheld'], '--fail-on upheld was asked, and 1 call of 1 has it: bakery'],
    [['--fail-on', 'critical,fatal'], '--fail-on critical was asked, and 1 call of 1 has it: bakery'],
    [['--fail-on', 'partly-upheld,fatal'], ''],
    [['--fail-on', 'insufficient-evidence'], ''],
  ] as const;

  it.each(['score', 'audit'])('of %s makes the exit code and leaves the report as it is', (command) => {
    const { stdout } = callqa([command, bakery, ...pack]);
    for (const [gate, missed] of gates) {
      const run = callqa([command, bakery, ...pack, ...gate]);
      const stderr = missed === '' ? '' : `gate not passed: ${missed}\n`;
      expect(run, gate.join(' ')).toEqual({ code: missed === '' ? 0 : 1, stdout, stderr });
    }
  });

  it('is less than an input that could not be read', () => {
    expect(callqa(['score', bakery, 'nosuch.txt', ...pack, '--fail-on', 'upheld']).code).toBe(2);
  });
});

describe('personal data', () => {
  const secrets = {
    'personal.txt': ['555-010-0177', '555-010-0199', 'jo.bloggs@example.com', 'five five five', '4111 1111'],
    'personal-zh.txt': [
      '13000001234',
      'lin@example.com',
      '一三零，零零零零，一二三四',
      '６２２２０２',
      '110101190001010010',
    ],
  };
  const kept = { 'personal.txt': ['10086', '20 pounds', '48 hours'], 'personal-zh.txt': ['10010', '48小时'] };

  /** Without what wraps and escapes words in a report. */
  const bare = (text: string): string => text.replaceAll(/\s/gu, '').replaceAll('&#64;', '@');

  describe.each(['personal.txt', 'personal-zh.txt'] as const)('%s', (file) => {
    it.each(commands)('%s as %s masks it', (command, format) => {
      const { stdout, stderr } = callqa([command, `${inputs}/${file}`, '--format', format]);
      for (const secret of secrets[file]) expect(bare(stdout + stderr)).not.toContain(bare(secret));
      expect(stdout).not.toBe('');
    });

    it.each(formats.audit)('audit as %s keeps what is no one’s, and shows all with --no-redact', (format) => {
      const args = ['audit', `${inputs}/${file}`, '--format', format];
      const masked = bare(callqa(args).stdout);
      for (const word of kept[file]) expect(masked).toContain(bare(word));
      const shown = bare(callqa([...args, '--no-redact']).stdout);
      for (const secret of secrets[file]) expect(shown).toContain(bare(secret));
    });
  });
});

describe('rules', () => {
  it('explains a rule of the built-in pack', () => {
    const { code, stdout } = callqa(['rules', 'explain', 'no-repeated-deflection', '--lang', 'zh-CN']);
    expect(stdout).toMatch(/^no-repeated-deflection：\P{ASCII}+\n/u);
    expect(code).toBe(0);
  });

  it('lists every criterion of the built-in pack in its section', () => {
    const { stdout } = callqa(['rules', 'list', '--format', 'json']);
    const { sections, moments } = JSON.parse(stdout) as {
      sections: readonly { criteria: readonly { id: string }[] }[];
      moments: readonly { id: string; phrases: number }[];
    };
    expect(sections.flatMap(({ criteria }) => criteria.map(({ id }) => id))).toContain('proactive-lookup');
    expect(moments.every(({ phrases }) => phrases > 0)).toBe(true);
  });
});

describe('an output that nobody reads', () => {
  const shell = (command: string) =>
    spawnSync('sh', ['-c', command.replaceAll('callqa', `"${process.execPath}" "${bin}"`)], {
      cwd: root,
      encoding: 'utf8',
    });

  it.each(['--help', '--version', 'score --help', 'rules list', `score ${went}`])(
    'is no error of %s',
    (args) => {
      const { stderr } = shell(`{ callqa ${args} 2>&1 >&3 | cat >&2; } 3>&1 | true`);
      expect(stderr).toBe('');
    },
  );

  it.skipIf(!existsSync('/dev/full'))('is told of where the disk is full, by the help too', () => {
    const { status, stderr } = shell('callqa --help > /dev/full');
    expect(stderr).toContain('[output-unwritable]');
    expect(status).toBe(2);
  });
});
