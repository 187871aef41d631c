/** Cases of several calls, allegations, people's reviews, and `verify`, as the built bin does them. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { AuditResult } from '../../src/result/result.ts';
import { problemsOf } from '../result/validator.ts';
import { callqa, root } from './callqa.ts';

/** A folder with files in it, that goes when the test ends. */
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-case-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function audited(cwd: string, ...args: string[]): AuditResult {
  const { code, stdout, stderr } = callqa(['audit', ...args, '--format', 'json'], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const result = JSON.parse(stdout) as AuditResult;
  expect(problemsOf('audit', result)).toEqual([]);
  return result;
}

const first = `---
id: first
startedAt: 2024-05-01T10:00
---
Agent: Hello, how can I help you?
Customer: My parcel has not arrived.
Agent: Let me look into it for you. I can see that it is late, I have sent you a new one today.
Customer: Great, thank you.
Agent: Thank you for calling, goodbye.
[disconnect agent]
`;
const second = `---
id: second
startedAt: 2024-05-03T10:00
---
Agent: Hello, how can I help you?
Customer: I called on Wednesday and your agent was so rude to me.
Agent: I'm sorry to hear that, I understand how upsetting that must be.
`;

describe('a case of several calls', () => {
  it('is disputed in its first call, of what the second says', () => {
    const cwd = folderWith({ 'a.txt': second, 'b.txt': first });
    const result = audited(cwd, 'a.txt', 'b.txt');
    expect(result.call.id).toBe('first');
    expect(result.verdicts.map(({ allegation, source }) => [allegation, source])).toEqual([
      ['attitude', 'filed'],
    ]);
    expect(result.case.linked).toMatchObject([{ call: 1, id: 'second', source: 'a.txt', turns: 3 }]);
    expect(result.case.provenance.transcripts.map(({ source }) => source)).toEqual(['b.txt', 'a.txt']);
    expect(new Set(result.case.story.map(({ call }) => call))).toEqual(new Set([0, 1]));
  });

  it('stands as given where it does not say when', () => {
    const plain = (text: string) => text.replace(/startedAt.*\n/u, '');
    const cwd = folderWith({ 'a.txt': plain(second), 'b.txt': plain(first) });
    expect(audited(cwd, 'b.txt', 'a.txt').call.id).toBe('first');
    expect(audited(cwd, 'a.txt', 'b.txt').call.id).toBe('second');
  });

  it('is disputed in the call that --id names, or that has an allegation', () => {
    const filed = second.replace('---\nAgent', 'allegations: no-help\n---\nAgent');
    const cwd = folderWith({ 'a.txt': first, 'b.txt': second, 'c.txt': filed });
    expect(audited(cwd, 'a.txt', 'b.txt', '--id', 'second').call.id).toBe('second');
    const result = audited(cwd, 'a.txt', 'c.txt');
    expect([result.call.id, result.verdicts[0]!.allegation]).toEqual(['second', 'no-help']);
  });

  const line = (id: string, caseId: string | undefined) =>
    `${JSON.stringify({
      id,
      ...(caseId && { caseId }),
      turns: [
        { speaker: 'agent', text: 'Hello' },
        { speaker: 'customer', text: 'Hi' },
      ],
    })}\n`;

  it.each([
    ['one case in a file', [line('a', 'x'), line('b', 'x')], [], 'a +b'],
    ['two cases in a file', [line('a', 'x'), line('b', 'y')], [], 'many-calls'],
    ['no case in a file', [line('a', undefined), line('b', undefined)], [], 'many-calls'],
    ['the case of one of them', [line('a', 'x'), line('b', 'y'), line('c', 'x')], ['--id', 'a'], 'a +c'],
    ['one without a case', [line('a', undefined), line('b', undefined)], ['--id', 'b'], 'b'],
    ['one that is not there', [line('a', 'x')], ['--id', 'z'], 'no-call'],
  ])('%s', (_, lines, args, expected) => {
    const cwd = folderWith({ 'all.jsonl': lines.join('') });
    const { code, stdout, stderr } = callqa(['audit', 'all.jsonl', ...args, '--format', 'json'], { cwd });
    if (code === 0) {
      const { call, case: of } = JSON.parse(stdout) as AuditResult;
      expect([call.id, ...(of.linked ?? []).map(({ id }) => `+${id}`)].join(' ')).toBe(expected);
    } else {
      expect(code).toBe(2);
      expect(stderr).toContain(`[${expected}]`);
    }
  });

  it('is none where files say that they are of different cases', () => {
    const cwd = folderWith({ 'a.jsonl': line('a', 'x'), 'b.jsonl': line('b', 'y') });
    const { code, stderr } = callqa(['audit', 'a.jsonl', 'b.jsonl'], { cwd });
    expect([code, stderr]).toEqual([2, expect.stringContaining('[many-cases]')]);
  });
});

describe('--allegation', () => {
  it('wins, may be repeated, and is checked', () => {
    const cwd = folderWith({ 'a.txt': first });
    const asked = audited(cwd, 'a.txt', '--allegation', 'no-help', '--allegation', 'hung-up');
    expect(asked.verdicts.map(({ allegation }) => allegation)).toEqual(['no-help', 'hung-up']);
    const { code, stderr } = callqa(['audit', 'a.txt', '--allegation', 'hungup'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('Did you mean hung-up?');
  });

  it('filed, one that the rules do not know is left out with a warning that names the known ones', () => {
    const filed = (ids: string) => first.replace('id: first', `id: first\nallegations: [${ids}]`);
    const cwd = folderWith({ 'a.txt': filed('atitude, hung-up'), 'b.txt': filed('parking') });
    const { code, stdout, stderr } = callqa(['audit', 'a.txt', '--format', 'json'], { cwd });
    expect([code, stderr]).toEqual([
      0,
      'a.txt: warning: the rules know no allegation “atitude”; no verdict is given on it [unknown-allegation]\n' +
        '  hint: Did you mean attitude? They know handling, attitude, no-help, hung-up, brushed-off.\n',
    ]);
    const verdicts = (text: string) =>
      (JSON.parse(text) as AuditResult).verdicts.map(({ allegation, source }) => [allegation, source]);
    expect(verdicts(stdout)).toEqual([['hung-up', 'filed']]);
    const none = callqa(['audit', 'b.txt', '--format', 'json'], { cwd });
    expect(none.stderr).toContain('no allegation “parking”');
    expect(verdicts(none.stdout)).toEqual([['handling', 'default']]);
    // What is asked for takes the place of what was filed.
    expect(callqa(['audit', 'b.txt', '--allegation', 'hung-up'], { cwd }).stderr).toBe('');
  });
});

describe('--reviews', () => {
  const reviews = `通话,质检项,复核结果,复核人,理由,日期
first,acknowledges-feelings,达标,Wang,"He said ""I see"", kindly",2024-05-10
other,greets,不达标,Wang,,
first,greets,不达标,Li,no name,2024-05-11
first,,陈述,,I did all I could.,
`;

  it('stand beside what the machine says, with what comes of them', () => {
    const cwd = folderWith({ 'a.txt': first, 'r.csv': reviews });
    const plain = audited(cwd, 'a.txt');
    const result = audited(cwd, 'a.txt', '--reviews', 'r.csv');
    expect({ ...result, case: undefined }).toEqual({ ...plain, case: undefined });
    const { reviewed, provenance } = result.case;
    expect(plain.case).not.toHaveProperty('reviewed');
    expect(reviewed!.reviews).toEqual([
      {
        criterion: 'acknowledges-feelings',
        decision: 'met',
        reviewer: 'Wang',
        reason: 'He said "I see", kindly',
        date: '2024-05-10',
      },
      { criterion: 'greets', decision: 'not-met', reviewer: 'Li', reason: 'no name', date: '2024-05-11' },
    ]);
    expect(reviewed!.statement).toBe('I did all I could.');
    expect(reviewed!.criteria.find(({ id }) => id === 'greets')!.outcome).toBe('not-met');
    expect(reviewed!.total).not.toBe(result.score.total);
    expect(provenance.reviews!.source).toBe('r.csv');
  });

  it.each([
    ['call,criterion\nfirst,greets\n', 'reviews-columns', ''],
    ['criterion,decision\ngreets,met\nnothing,met\n', 'reviews-row', 'r.csv:3:'],
    ['criterion,decision\ngreets,perhaps\n', 'reviews-row', 'r.csv:2:'],
  ])('%j: %s', (text, code, place) => {
    const cwd = folderWith({ 'a.txt': first, 'r.csv': text });
    const { code: exit, stderr } = callqa(['audit', 'a.txt', '--reviews', 'r.csv'], { cwd });
    expect(exit).toBe(2);
    expect(stderr).toContain(`[${code}]`);
    expect(stderr).toContain(place);
  });
});

describe('verify', () => {
  const pack = readFileSync(join(root, 'test/cli/inputs/small-pack.yaml'), 'utf8');
  const reviews = 'criterion,decision\nexplains,met\n';

  /** A report made in a folder of its own, and the folder. */
  function reported(args: readonly string[] = []): string {
    const cwd = folderWith({ 'a.txt': first, 'b.txt': second, 'pack.yaml': pack });
    const { code, stderr } = callqa(
      ['audit', 'a.txt', 'b.txt', ...args, '--format', 'json', '-o', 'report.json'],
      { cwd },
    );
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return cwd;
  }
  const verified = (cwd: string) => callqa(['verify', 'report.json'], { cwd });

  it.each([
    [[]],
    [['--pack', 'pack.yaml']],
    [['--id', 'second', '--allegation', 'attitude', '--allegation', 'hung-up']],
    [['--no-redact', '--speaker', 'Agent=agent,Customer=customer', '--input-format', 'text']],
  ])('finds the same after %j', (args) => {
    const { code, stdout, stderr } = verified(reported(args));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^report\.json: the same/u);
  });

  it('finds the same for a file whose name begins with a dash', () => {
    const cwd = folderWith({ '-odd.txt': first });
    callqa(['audit', '--format', 'json', '-o', 'report.json', '--', '-odd.txt'], { cwd });
    expect(verified(cwd).code).toBe(0);
  });

  const edit = (path: string, from: string, to: string): void => {
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  };

  it.each<[string, (cwd: string) => void, readonly string[]]>([
    [
      'a transcript',
      (cwd) => edit(join(cwd, 'a.txt'), 'Great, thank', 'Well, thank'),
      ['the transcript a.txt changed', 'differs at /call/sha256'],
    ],
    ['the rules', (cwd) => edit(join(cwd, 'pack.yaml'), 'version: ', 'version: 9'), ['the rules changed']],
    [
      'the report',
      (cwd) => edit(join(cwd, 'report.json'), '"total": ', '"total": 1'),
      ['differs at /score/total'],
    ],
    [
      'its version',
      (cwd) => edit(join(cwd, 'report.json'), '"tool": "callqa/', '"tool": "callqa/9'),
      ['differs at /tool'],
    ],
    [
      'its form alone',
      (cwd) => {
        const file = join(cwd, 'report.json');
        writeFileSync(file, JSON.stringify(JSON.parse(readFileSync(file, 'utf8'))));
      },
      ['the same in other bytes'],
    ],
  ])('finds %s changed', (_, change, says) => {
    const cwd = reported(['--pack', 'pack.yaml']);
    change(cwd);
    const { code, stdout } = verified(cwd);
    expect(code).toBe(1);
    for (const one of says) expect(stdout).toContain(one);
  });

  it('finds reviews changed', () => {
    const cwd = folderWith({ 'a.txt': first, 'r.csv': reviews.replace('explains', 'greets') });
    callqa(['audit', 'a.txt', '--reviews', 'r.csv', '--format', 'json', '-o', 'report.json'], { cwd });
    expect(verified(cwd).code).toBe(0);
    edit(join(cwd, 'r.csv'), 'met', 'not-met');
    const { code, stdout } = verified(cwd);
    expect([code, stdout]).toEqual([1, expect.stringContaining('the reviews r.csv changed')]);
  });

  it.each<[string, (cwd: string) => void, string]>([
    ['no report', (cwd) => rmSync(join(cwd, 'report.json')), '[input-not-found]'],
    ['no JSON', (cwd) => writeFileSync(join(cwd, 'report.json'), 'Report'), '[not-a-report]'],
    [
      'no case',
      (cwd) => writeFileSync(join(cwd, 'report.json'), '{"schema":"callqa/result@1"}'),
      '[not-a-report]',
    ],
    [
      'arguments of another tool',
      (cwd) => edit(join(cwd, 'report.json'), '"audit",', '"audit", "--nonsense",'),
      '[not-a-report]',
    ],
    ['no transcript any more', (cwd) => rmSync(join(cwd, 'a.txt')), '[input-not-found]'],
    ['no rules any more', (cwd) => rmSync(join(cwd, 'pack.yaml')), '[pack-not-found]'],
  ])('cannot without: %s', (_, change, says) => {
    const cwd = reported(['--pack', 'pack.yaml']);
    change(cwd);
    const { code, stdout, stderr } = verified(cwd);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(says);
  });

  it('finds the same wherever the folder stands', () => {
    const cwd = reported();
    const moved = folderWith({});
    cpSync(cwd, moved, { recursive: true });
    expect(verified(moved).code).toBe(0);
  });
});
