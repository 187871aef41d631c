/** `callqa lint` and `callqa init` as their users run them: exit codes, fixes, baselines, configs. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { encode } from '../../src/scripts/encode.ts';
import { callqa as callqaIn } from '../calibrate/in-process.ts';

/** Writes files (path to content) into a new folder that goes when the test ends; gives the folder. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-lint-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

const bad = 'Sir, please calm down, and tell me.\n';
const good = 'Thank you for calling, how can I help you today?\n';
const mild = "That's your own fault.\n";

const textAt = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
const rulesOf = (stdout: string): readonly string[] =>
  (JSON.parse(stdout) as { problems: { file: string; rule: string }[] }).problems.map(
    ({ file, rule }) => `${file} ${rule}`,
  );

describe('exit codes', () => {
  it.each<[why: string, files: Readonly<Record<string, string>>, args: readonly string[], code: number]>([
    ['nothing wrong', { 'a.md': good }, ['.'], 0],
    ['an error', { 'a.md': bad }, ['.'], 1],
    ['a warning', { 'a.md': mild }, ['.'], 0],
    ['a warning that fails the run', { 'a.md': mild }, ['.', '--fail-on', 'warning'], 1],
    ['as many warnings as may be', { 'a.md': mild }, ['.', '--max-warnings', '1'], 0],
    ['more warnings than may be', { 'a.md': mild }, ['.', '--max-warnings', '0'], 1],
    ['no scripts', { 'a.pdf': bad }, ['.'], 2],
    ['no scripts, and that is fine', { 'a.pdf': bad }, ['.', '--allow-empty'], 0],
    ['a pattern that matches nothing, and that is fine', { 'a.md': good }, ['no*.md', '--allow-empty'], 0],
    ['a path that is not there, all the same', { 'a.md': good }, ['no.md', '--allow-empty'], 2],
    ['a workbook by its bytes', { 'a.rst': 'PK\u0003\u0004' }, ['a.rst'], 2],
    ['keys that nobody knows', { 'a.json': '{"x.y":"Hold on, please."}' }, ['.', '--fail-on', 'warning'], 1],
    ['no such path', { 'a.md': good }, ['b.md'], 2],
    ['a file that cannot be read beats problems', { 'a.md': bad, 'b.json': '{' }, ['.'], 2],
    ['an unknown option', { 'a.md': good }, ['.', '--frobnicate'], 2],
    ['a baseline that is not there', { 'a.md': good }, ['.', '--baseline', 'b.json'], 2],
    ['--dry-run with nothing to try', { 'a.md': good }, ['.', '--dry-run'], 2],
    ['a config of comments alone', { 'a.md': good, 'callqa.yaml': '# lint:\n\n  # later\n' }, ['.'], 0],
    ['an empty config', { 'a.md': good, 'callqa.yaml': '' }, ['.'], 0],
    ['no baseline to update', { 'a.md': good }, ['.', '--update-baseline'], 2],
  ])('%s', async (_, files, args, code) => {
    expect((await callqaIn(['lint', ...args], folderOf(files))).code).toBe(code);
  });

  it('lints the others where one cannot be read', async () => {
    const folder = folderOf({ 'a.md': bad, 'b.json': '{' });
    const { stdout, stderr } = await callqaIn(['lint', '.', '--format', 'json'], folder);
    expect(rulesOf(stdout)).toEqual(['a.md no-calm-down']);
    expect(stderr).toContain('b.json');
  });
});

describe('--fix', () => {
  it('puts exact replacements in, leaves the rest byte for byte, and passes after', async () => {
    const folder = folderOf({ 'a.md': `# Head \r\n\r\n*  ${bad}\r\n\tend `, 'b.md': good });
    const { code, stdout } = await callqaIn(['lint', '.', '--fix'], folder);
    expect(textAt(folder, 'a.md')).toBe(
      '# Head \r\n\r\n*  Sir, I can hear how upsetting this is, and tell me.\n\r\n\tend ',
    );
    expect(code).toBe(0);
    expect(stdout).toBe('2 files checked, no problems. 1 put right.\n');
  });

  it('mends the lines of a list in plain text, and leaves their markers', async () => {
    const folder = folderOf({ 'a.txt': '- Please calm down.\n2) Please calm down.\n3、您先冷静一下。\n' });
    await callqaIn(['lint', 'a.txt', '--fix'], folder);
    expect(textAt(folder, 'a.txt')).toBe(
      '- I can hear how upsetting this is.\n2) I can hear how upsetting this is.\n3、您先消消气，慢慢说。\n',
    );
  });

  it('--dry-run shows a diff and changes nothing', async () => {
    const folder = folderOf({ 'a.md': bad });
    const { code, stdout } = await callqaIn(['lint', 'a.md', '--fix', '--dry-run'], folder);
    expect(stdout).toContain(
      '-Sir, please calm down, and tell me.\n+Sir, I can hear how upsetting this is, and tell me.\n',
    );
    expect(textAt(folder, 'a.md')).toBe(bad);
    expect(code).toBe(0);
  });

  it('keeps the encoding, in Traditional Chinese', async () => {
    const line = encode('請您先冷靜一下,我幫您查。', 'big5') as Uint8Array;
    const other = encode('我們會在兩天內給您答覆。', 'big5') as Uint8Array;
    const folder = folderOf({ 'a.txt': Buffer.concat([other, Buffer.from('\r\n'), line]) });
    await callqaIn(['lint', 'a.txt', '--fix'], folder);
    const now = readFileSync(join(folder, 'a.txt'));
    expect(new TextDecoder('big5').decode(now)).toBe(
      '我們會在兩天內給您答覆。\r\n您先消消氣，慢慢說,我幫您查。',
    );
  });
});

describe('standard input', () => {
  it.each<[why: string, args: readonly string[], stdin: string, expected: readonly string[], code: number]>([
    ['plain text', ['-'], bad, ['stdin no-calm-down'], 1],
    ['as a file of that name', ['-', '--stdin-filename', 'lib/a.md'], `# Don't say\n\n${bad}`, [], 0],
    ['of a format', ['-', '--input-format', 'yaml'], `text: ${bad}`, ['stdin no-calm-down'], 1],
    ['by the config of its folder', ['-', '--stdin-filename', 'mild/a.md'], bad, [], 0],
    ['left out by the config', ['-', '--stdin-filename', 'drafts/a.md'], bad, [], 0],
    ['beside files', ['-', 'b.md'], good, ['b.md no-calm-down'], 1],
    ['that cannot be read', ['-', '--stdin-filename', 'a.json'], '{', [], 2],
    ['nothing at all', ['-'], '', [], 0],
  ])('is linted %s', async (_, args, stdin, expected, code) => {
    const folder = folderOf({
      'b.md': bad,
      'callqa.yaml': 'lint: {exclude: [drafts/]}\n',
      'mild/callqa.yaml': "lint: {severity: {no-calm-down: 'off'}}\n",
    });
    const run = await callqaIn(['lint', ...args, '--format', 'json'], folder, stdin);
    expect(rulesOf(run.stdout)).toEqual(expected);
    expect(run.code).toBe(code);
  });

  it('--fix writes the text to stdout and what is left to say to stderr', async () => {
    const run = await callqaIn(
      ['lint', '-', '--fix', '--stdin-filename', 'a.md'],
      folderOf({}),
      `* ${bad}\n\tBe quiet and listen to me.\n`,
    );
    expect(run.stdout).toBe(
      '* Sir, I can hear how upsetting this is, and tell me.\n\n\tBe quiet and listen to me.\n',
    );
    expect(run.stderr).toContain('1 put right.');
    expect(run.stderr).toContain('no-commands');
    expect(run.code).toBe(0);
  });

  it.each<[why: string, args: readonly string[], stdin: string, stdout: string]>([
    ['nothing to fix', ['-'], good, good],
    ['what is left out', ['-', '--stdin-filename', 'drafts/a.md'], bad, bad],
    ['what cannot be read', ['-', '--stdin-filename', 'a.json'], '{ ', '{ '],
  ])('--fix gives back %s', async (_, args, stdin, stdout) => {
    const folder = folderOf({ 'callqa.yaml': 'lint: {exclude: [drafts/]}\n' });
    expect((await callqaIn(['lint', ...args, '--fix'], folder, stdin)).stdout).toBe(stdout);
  });

  it('--fix --dry-run shows a diff', async () => {
    const { stdout } = await callqaIn(['lint', '-', '--fix', '--dry-run'], folderOf({}), bad);
    expect(stdout).toContain('-Sir, please calm down, and tell me.\n+Sir, I can hear');
  });

  it('--fix -o puts the report into a file', async () => {
    const folder = folderOf({});
    const args = ['lint', '-', '--fix', '--format', 'json', '-o', 'report.json'];
    const { stdout, stderr } = await callqaIn(args, folder, bad);
    expect([stdout, stderr]).toEqual(['Sir, I can hear how upsetting this is, and tell me.\n', '']);
    expect(JSON.parse(textAt(folder, 'report.json'))).toMatchObject({ summary: { fixed: 1 } });
  });

  it.each<[args: readonly string[], message: string]>([
    [['-', 'b.md', '--fix'], '--fix writes standard input back'],
    [['b.md', '--stdin-filename', 'a.md'], '--stdin-filename names standard input'],
  ])('%j is no use', async (args, message) => {
    const run = await callqaIn(['lint', ...args], folderOf({ 'b.md': bad }), bad);
    expect(run).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(message) as string });
  });
});

describe('a file of counter-examples alone', () => {
  const exempt = '# Bad\n\n- Calm down.\n- Relax.\n';
  it('is noted where its title is, counted, and fails nothing', async () => {
    const folder = folderOf({ 'a.md': exempt });
    const { stdout, code } = await callqaIn(
      ['lint', '.', '--fail-on', 'warning', '--max-warnings', '0'],
      folder,
    );
    expect(stdout).toContain('1:3 note all-exempt');
    expect(stdout).toContain('1 file checked, no problems. 2 not judged, being counter-examples.');
    expect(code).toBe(0);
    const { stdout: json } = await callqaIn(['lint', '.', '--format', 'json'], folder);
    expect(JSON.parse(json)).toMatchObject({
      problems: [],
      notes: [{ rule: 'all-exempt', quote: 'Bad', span: [2, 5] }],
      summary: { errors: 0, warnings: 0, exempt: 2 },
    });
  });
  it('is none where anything else is said', async () => {
    const folder = folderOf({ 'a.md': `${exempt}\n# Refunds\n\n${good}` });
    expect((await callqaIn(['lint', '.'], folder)).stdout).toBe(
      '1 file checked, no problems. 2 not judged, being counter-examples.\n',
    );
  });
  it.each<[severity: string, code: number]>([
    ['error', 1],
    ["'off'", 0],
  ])('can be an %s by config', async (severity, code) => {
    const folder = folderOf({
      'a.md': exempt,
      'callqa.yaml': `lint: {severity: {all-exempt: ${severity}}}\n`,
    });
    expect((await callqaIn(['lint', '.'], folder)).code).toBe(code);
  });
  it('can be suppressed, and is in no baseline', async () => {
    const folder = folderOf({
      'a.md': `<!-- callqa-disable all-exempt -- a list of what not to say -->\n${exempt}`,
      'b.md': exempt,
    });
    expect((await callqaIn(['lint', 'a.md'], folder)).stdout).not.toContain('note');
    await callqaIn(['lint', 'b.md', '--baseline', 'known.json', '--update-baseline'], folder);
    expect(textAt(folder, 'known.json')).toContain('"files": {}');
  });
  it('is noted by the header of a table', async () => {
    const folder = folderOf({ 'a.csv': '避免\n你先冷静一下\n' });
    expect((await callqaIn(['lint', '.'], folder)).stdout).toContain('1:1 note all-exempt');
  });
});

describe('baselines', () => {
  it('take off what is known, count it, and report and prune what is gone', async () => {
    const folder = folderOf({ 'lib/a.md': bad, 'lib/b.md': mild });
    const baseline = ['--baseline', 'known.json'];
    expect((await callqaIn(['lint', 'lib', ...baseline, '--update-baseline'], folder)).code).toBe(0);
    const known = await callqaIn(['lint', 'lib', ...baseline], folder);
    expect(known).toMatchObject({
      code: 0,
      stdout: '2 files checked, no problems. 2 known from the baseline.\n',
      stderr: '',
    });

    writeFileSync(join(folder, 'lib/a.md'), `${bad}\n\nPlease calm down.\n`);
    writeFileSync(join(folder, 'lib/b.md'), good);
    const changed = await callqaIn(['lint', 'lib', ...baseline, '--format', 'json'], folder);
    expect(rulesOf(changed.stdout)).toEqual(['lib/a.md no-calm-down']);
    expect(changed.stderr).toContain('the baseline knows no-blame in lib/b.md once more than it is there');

    await callqaIn(['lint', 'lib', ...baseline, '--prune-baseline'], folder);
    expect(textAt(folder, 'known.json')).not.toContain('no-blame');
    expect((await callqaIn(['lint', 'lib', ...baseline], folder)).stderr).toBe('');
  });

  it('count files from their own folder, wherever the tool runs', async () => {
    const folder = folderOf({ 'lib/a.md': bad, 'callqa.yaml': 'lint: {baseline: known.json}\n' });
    await callqaIn(['lint', '.', '--update-baseline'], folder);
    expect((await callqaIn(['lint', '.'], join(folder, 'lib'))).code).toBe(0);
    expect((await callqaIn(['lint', join(folder, 'lib/a.md')], folder)).code).toBe(0);
  });
});

describe('suppressions', () => {
  const suppressed = `<!-- callqa-disable-next-line no-calm-down until=2999-01-01 -- an example -->\n${bad}`;
  it('hold, are counted, and can be looked behind', async () => {
    const folder = folderOf({ 'a.md': suppressed });
    expect((await callqaIn(['lint', 'a.md'], folder)).stdout).toBe(
      '1 file checked, no problems. 1 suppressed with a reason.\n',
    );
    expect((await callqaIn(['lint', 'a.md', '--no-suppressions'], folder)).code).toBe(1);
  });
  it('expire', async () => {
    const folder = folderOf({ 'a.md': suppressed.replace('2999', '2001') });
    const { stdout } = await callqaIn(['lint', 'a.md', '--format', 'json'], folder);
    expect(rulesOf(stdout)).toEqual(['a.md expired-suppression', 'a.md no-calm-down']);
  });
});

it('--verbose says what is exempt and why', async () => {
  const folder = folderOf({ 'a.md': "# Hello\n\nGood day.\n\n## Don't say\n\n- Calm down.\n- Relax.\n" });
  const { stderr, code } = await callqaIn(['lint', 'a.md', '--verbose'], folder);
  expect(code).toBe(0);
  expect(stderr).toMatch(/a\.md:7: 2 exempt: .*Don't say/u);
});

it('a file that is gone is stale in the baseline as a whole', async () => {
  const folder = folderOf({ 'lib/a.md': bad, 'lib/b.md': mild });
  const args = ['lint', 'lib', '--baseline', 'known.json'];
  await callqaIn([...args, '--update-baseline'], folder);
  rmSync(join(folder, 'lib/b.md'));
  expect((await callqaIn(args, folder)).stderr).toContain('no-blame in lib/b.md once more than it is there');
  // One that is there and was not looked at is not spoken of.
  writeFileSync(join(folder, 'lib/b.md'), mild);
  expect((await callqaIn(['lint', 'lib/a.md', ...args.slice(2)], folder)).stderr).toBe('');
  rmSync(join(folder, 'lib/b.md'));
  await callqaIn([...args, '--prune-baseline'], folder);
  expect(textAt(folder, 'known.json')).not.toContain('b.md');
});

describe('callqa.yaml', () => {
  const lib = { 'lib/a.md': bad, 'lib/training/b.md': bad, 'drafts/c.md': bad };
  it.each<[why: string, config: string, expected: readonly string[]]>([
    ['none', '{}\n', ['drafts/c.md error', 'lib/a.md error', 'lib/training/b.md error']],
    ['exclude', 'lint: {exclude: [drafts/]}\n', ['lib/a.md error', 'lib/training/b.md error']],
    ['include', "lint: {include: ['lib/*.md']}\n", ['lib/a.md error']],
    ['severity', 'lint: {severity: {no-calm-down: warning}, include: [lib/a.md]}\n', ['lib/a.md warning']],
    ['off', "lint: {severity: {no-calm-down: 'off'}}\n", []],
    [
      'by folder',
      "lint:\n  exclude: [drafts/]\n  overrides: [{files: training/, severity: {no-calm-down: 'off'}}]\n",
      ['lib/a.md error'],
    ],
    [
      'a pinned major version',
      'extends: respect-sincerity@1\nlint: {include: [lib/a.md]}\n',
      ['lib/a.md error'],
    ],
    [
      'a pinned minor version',
      'extends: respect-sincerity@1.0\nlint: {include: [lib/a.md]}\n',
      ['lib/a.md error'],
    ],
  ])('%s', async (_, config, expected) => {
    const folder = folderOf({ ...lib, 'callqa.yaml': config });
    const { stdout } = await callqaIn(['lint', '.', '--format', 'json'], folder);
    const { problems } = JSON.parse(stdout) as { problems: { file: string; severity: string }[] };
    expect(problems.map(({ file, severity }) => `${file} ${severity}`)).toEqual(expected);
  });

  it('gives a criterion made of others to its members', async () => {
    const folder = folderOf({
      'a.md': 'Be quiet and listen to me.\n',
      'callqa.yaml': 'lint: {severity: {soft-wording: error}}\n',
    });
    expect((await callqaIn(['lint', 'a.md'], folder)).code).toBe(1);
  });

  it('is the nearest one to each file', async () => {
    const folder = folderOf({
      ...lib,
      'lib/training/callqa.yaml': "lint: {severity: {no-calm-down: 'off'}}\n",
    });
    const { stdout } = await callqaIn(['lint', 'lib', '--format', 'json'], folder);
    expect(rulesOf(stdout)).toEqual(['lib/a.md no-calm-down']);
  });

  it('--config names another', async () => {
    const folder = folderOf({
      'a.md': bad,
      'callqa.yaml': '{}\n',
      'other.yaml': "lint: {severity: {no-calm-down: 'off'}}\n",
    });
    expect((await callqaIn(['lint', 'a.md', '--config', 'other.yaml'], folder)).code).toBe(0);
  });

  it('names keys and columns whose values are said', async () => {
    const folder = folderOf({
      'a.yaml': `x: Please calm down.\ntext: ${good}`,
      'callqa.yaml': 'lint: {fields: [x]}\n',
    });
    expect((await callqaIn(['lint', 'a.yaml'], folder)).code).toBe(1);
    expect((await callqaIn(['lint', 'a.yaml', '--fields', 'text'], folder)).code).toBe(0);
  });

  it.each<[why: string, config: string, expected: string]>([
    [
      'an unknown key',
      'lint:\n  exclud: [a]\n',
      'callqa.yaml:2:3: error: Unknown key `exclud`. [unknown-key]\n  hint: Did you mean `exclude`?',
    ],
    [
      'an unknown rule',
      'lint:\n  severity:\n    no-calm-dwn: error\n',
      'callqa.yaml:3:5: error: No rule for scripts is called `no-calm-dwn`. [unknown-rule]\n  hint: Did you mean `no-calm-down`?',
    ],
    [
      'an unknown severity',
      'lint: {severity: {no-blame: loud}}\n',
      'callqa.yaml:1:29: error: `lint.severity.no-blame` must be one of error, warning, off. [wrong-value]',
    ],
    [
      'another major version',
      'extends: respect-sincerity@9\n',
      'callqa.yaml:1:10: error: This version of callqa has respect-sincerity',
    ],
    ['a newer minor version', 'extends: respect-sincerity@1.99\n', 'older than 1.99. [unknown-pack]'],
    [
      'other built-in rules',
      'extends: kindness@1\n',
      'There are no built-in rules called `kindness`. [unknown-pack]',
    ],
    [
      'no rules at all',
      'extends: none\n',
      'callqa.yaml:1:10: error: This config has no rules at all. [config-no-rules]',
    ],
    [
      'a pack that is not there',
      'packs: [rules/none.yaml]\n',
      'callqa.yaml:1:9: error: There is no pack at rules/none.yaml. [pack-not-found]',
    ],
    ['broken YAML', 'lint: [\n', '[yaml-syntax]'],
    ['a list', '- a\n', 'callqa.yaml:1:1: error: A config must be a map. [wrong-type]'],
    ['a side that is none', 'speakers: {坐席01: nobody}\n', 'callqa.yaml:1:12: error: `speakers.坐席01`'],
    ['a limit that is none', 'limits: {nesting: many}\n', '`limits.nesting`'],
    ['an unknown limit', 'limits: {depth: 3}\n', 'callqa.yaml:1:10: error:'],
    [
      'a gate out of range',
      'gate: {fail-under: 101}\n',
      'callqa.yaml:1:20: error: `gate.fail-under` must be at most 100. [wrong-value]',
    ],
  ])('%s is an error, with its place', async (_, config, expected) => {
    const { code, stderr } = await callqaIn(['lint', '.'], folderOf({ 'a.md': good, 'callqa.yaml': config }));
    expect(stderr).toContain(expected);
    expect(code).toBe(2);
  });

  it('gives score its rules, its language and its gate, and the command line wins', async () => {
    const call = 'Agent: Hello.\nCustomer: My parcel is lost.\nAgent: Your ticket is still in the queue.\n';
    const folder = folderOf({ 'call.txt': call });
    await callqaIn(['init'], folder);
    const config = `${textAt(folder, 'callqa.yaml')}\nlang: zh-CN\ngate: {fail-under: 100}\n`;
    writeFileSync(join(folder, 'callqa.yaml'), config);
    const { stdout, code } = await callqaIn(['score', 'call.txt', '--format', 'jsonl'], folder);
    const { criteria } = JSON.parse(stdout) as { criteria: { id: string; outcome: string }[] };
    expect(criteria).toContainEqual(
      expect.objectContaining({ id: 'no-internal-jargon', outcome: 'not-met' }),
    );
    expect(code).toBe(1);
    expect((await callqaIn(['score', 'call.txt'], folder)).stdout).toContain('通话');
    expect(await callqaIn(['score', 'call.txt', '--lang', 'en', '--fail-under', '0'], folder)).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Call') as string,
    });
  });
});

describe('init', () => {
  it('writes a config and rules that work', async () => {
    const folder = folderOf({});
    expect(await callqaIn(['init', 'new'], folder)).toMatchObject({
      code: 0,
      stdout: 'wrote new/callqa.yaml\nwrote new/rules/own-rules.yaml\nnext: callqa lint new\n',
    });
    const lib = join(folder, 'new');
    expect((await callqaIn(['rules', 'test'], lib)).stdout).not.toContain('own-rules.yaml');
    expect(await callqaIn(['lint', '.', '--allow-empty'], lib)).toMatchObject({ code: 0, stderr: '' });
    writeFileSync(
      join(lib, 'a.md'),
      `---\nscenario: goodwill\n---\n\nYour ticket is still in the queue.\n\n${bad}`,
    );
    const { stdout, code } = await callqaIn(['lint', '.', '--format', 'json'], lib);
    expect(rulesOf(stdout)).toEqual([
      'a.md missing-step',
      'a.md missing-step',
      'a.md missing-step',
      'a.md no-internal-jargon',
      'a.md no-calm-down',
    ]);
    expect(code).toBe(1);
    await callqaIn(['lint', '.', '--fix'], lib);
    expect(textAt(lib, 'a.md')).toContain('\nA colleague is working on it.\n');
  });

  it('overwrites nothing, unless it is forced to', async () => {
    const folder = folderOf({ 'rules/own-rules.yaml': '# mine\n' });
    expect(await callqaIn(['init'], folder)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('rules/own-rules.yaml is already there. [already-there]') as string,
    });
    expect(existsSync(join(folder, 'callqa.yaml'))).toBe(false);
    expect(textAt(folder, 'rules/own-rules.yaml')).toBe('# mine\n');
    expect((await callqaIn(['init', '--force'], folder)).code).toBe(0);
    expect(textAt(folder, 'rules/own-rules.yaml')).toContain('moments:');
  });
});
