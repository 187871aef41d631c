/** What an analyst gets from `score` and `sample`, end to end; in this process, from the sources. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import type { BatchResult } from '../../src/result/result.ts';
import { callqa } from '../calibrate/in-process.ts';
import { problemsOf } from '../result/validator.ts';

const folder = mkdtempSync(join(tmpdir(), 'callqa-summaries-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const good = [
  ['agent', 'Good morning, thank you for calling. How can I help you?'],
  ['customer', 'My parcel is three days late and I am really upset.'],
  ['agent', 'I am so sorry, I understand how upsetting that is. Let me look it up for you right now.'],
  ['agent', 'I can see it is held at the depot. It will be delivered tomorrow before noon.'],
  ['customer', 'Thank you, that solves it.'],
  ['agent', 'Is there anything else I can help you with? Thank you for calling, goodbye.'],
];
const bad = [
  ['agent', 'Yes?'],
  ['customer', 'My parcel is three days late and I am really upset.'],
  ['agent', 'You need to calm down. It is our policy, there is nothing I can do.'],
  ['customer', 'This is ridiculous.'],
];

const lines = Array.from({ length: 24 }, (_, index) => ({
  id: `c${index + 1}`,
  startedAt: `2024-01-${String(1 + index).padStart(2, '0')}T09:00:00Z`,
  agent: { id: index % 2 === 0 ? 'ann' : 'bob', team: 'North' },
  customer: { id: `k${index % 20}` },
  meta: { product: index % 3 === 0 ? 'fibre' : 'mobile' },
  turns: (index % 4 === 0 ? bad : good).map(([speaker, text]) => ({ speaker, text })),
}));
writeFileSync(join(folder, 'calls.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));

const score = (...args: string[]) => callqa(['score', 'calls.jsonl', '--jobs', '1', ...args], folder);

describe('score', () => {
  it('text has tables only of what is asked for', async () => {
    const plain = await score();
    expect(plain.code).toBe(0);
    expect(plain.stdout).toContain('Overview');
    expect(plain.stdout).not.toContain('By agent');
    const { stdout } = await score('--by', 'agent', '--by', 'meta.product');
    expect(stdout).toContain('Coaching notes');
    expect(stdout).toMatch(/fibre \(few calls\)\s+8\s/u);
    expect(stdout).toMatch(/mobile {2,}16/u);
  });

  it('JSON has the analysis in its totals, as the schema says', async () => {
    const { stdout } = await score('--format', 'json', '--by', 'meta.product');
    const document = JSON.parse(stdout) as BatchResult;
    expect(problemsOf('batch', document)).toEqual([]);
    const { analysis } = document.totals;
    expect(analysis!.groupings.map(({ by }) => by)).toEqual([
      'agent',
      'team',
      'type',
      'week',
      'meta.product',
    ]);
    expect(analysis!.mean).toMatchObject({ calls: 24, value: document.totals.meanScore });
    const calm = analysis!.criteria.find(({ criterion }) => criterion === 'no-calm-down');
    expect(calm!.met).toMatchObject({ count: 18, of: 24, value: 0.75 });
    expect(analysis!.coaching.map(({ agent }) => agent)).toEqual(['ann', 'bob']);
    // Customers k0 to k3 called twice, twenty days apart.
    expect(analysis!.repeats).toMatchObject({ days: 7, customers: 0 });
  });

  it('--repeat-days says how close together', async () => {
    const { stdout } = await score('--format', 'json', '--repeat-days', '20');
    const { totals } = JSON.parse(stdout) as BatchResult;
    expect(totals.analysis!.repeats).toMatchObject({ days: 20, customers: 4, calls: 8 });
  });

  it('--csv findings has a row a finding', async () => {
    const calls = parse((await score('--format', 'csv')).stdout, { columns: true }) as { findings: string }[];
    const rows = parse((await score('--format', 'csv', '--csv', 'findings')).stdout, {
      columns: true,
    }) as Record<string, string>[];
    const counted = calls.flatMap(({ findings }) => (findings === '' ? [] : findings.split('; ')));
    expect(rows.map(({ criterion }) => criterion)).toEqual(counted);
    const calm = rows.find(({ criterion }) => criterion === 'no-calm-down');
    expect(calm).toMatchObject({ id: 'c1', agent_id: 'ann', severity: 'critical', turn: '2', error: '' });
    expect(calm!['quote']).toContain('calm down');
    expect(calm!['say']).not.toBe('');
  });

  it('a workbook is written to a file', async () => {
    const { code, stdout } = await score('--format', 'xlsx', '-o', 'calls.xlsx');
    expect([code, stdout]).toEqual([0, '']);
    const sheets = await readExcelFile(join(folder, 'calls.xlsx'));
    expect(sheets.map(({ data }) => data.length).slice(0, 1)).toEqual([25]);
  });

  it('a folder gets an index, lists and a case report for each call', async () => {
    const { code } = await score('--format', 'html', '-o', 'report/');
    expect(code).toBe(0);
    expect(readdirSync(join(folder, 'report')).sort()).toEqual([
      'agents.html',
      'calls-1.html',
      'cases',
      'index.html',
      'sign-off-1.html',
    ]);
    const cases = readdirSync(join(folder, 'report', 'cases')).sort();
    expect(cases).toHaveLength(24);
    expect(readFileSync(join(folder, 'report', 'cases', cases[4]!), 'utf8')).toContain('<p>c5</p>');
    expect(readFileSync(join(folder, 'report', 'index.html'), 'utf8')).toContain('href="cases/000001.html"');
  });

  it.each([
    ['no-calm-down>=75%,mean>=1', 0],
    ['no-calm-down>=76%', 1],
    ['mean>=100', 1],
    ['nobody>=5%', 2],
    ['mean>=5%', 2],
  ])('--gate %s: exit %d', async (gate, code) => {
    const run = await score('--format', 'jsonl', '--gate', gate);
    expect(run.code).toBe(code);
    if (code === 1) expect(run.stderr).toContain('gate not passed');
  });

  it('a gate that no call can answer is not passed, and says so', async () => {
    const { code, stderr } = await score('--format', 'jsonl', '--gate', 'no-interruption>=50%');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^gate not passed: no-interruption>=50% was asked, and it was not measured in any call: 24 calls could not tell$/mu,
    );
  });

  it('calls that miss what each is held to are counted, and the first are named', async () => {
    const { code, stderr } = await score('--format', 'jsonl', '--fail-under', '100');
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^gate not passed: --fail-under 100 was asked, and \d+ calls of 24 score less: c\d+, c\d+, c\d+ and \d+ more$/mu,
    );
  });

  it.each([
    ['  require: [no-calm-down>=99%]', 1, 'gate not passed: no-calm-down>=99%'],
    ['  require: no-calm-down>=99%,mean>=1', 1, 'gate not passed: no-calm-down>=99%'],
    ['  no-calm-down>=99%', 1, 'gate not passed: no-calm-down>=99%'],
    ['  - no-calm-down>=99%\n  - mean>=1', 1, 'gate not passed: no-calm-down>=99%'],
    ['  fail-on: [critical]', 1, 'gate not passed: fail-on critical of the config'],
    ['  require: [mean>=99%]', 2, 'wrong.yaml:2:13: error: `gate.require.0` has a %'],
    ['  - mean>=1\n  - upheld<5%', 2, 'wrong.yaml:3:5: error: `gate.1` has “<”'],
    ['  mean>=75,upheld<5%', 2, 'wrong.yaml:2:3: error: `gate` has “<”'],
    ['  upheld: 5', 2, 'wrong.yaml:2:3: error: Unknown key `upheld`. [unknown-key]\n  hint: A gate is'],
    ['  mean: ">=75"', 2, 'hint: A gate is what --gate takes (upheld<=5%'],
    ['  5', 2, 'hint: A gate is what --gate takes'],
    ['  fail-undr: 5', 2, 'hint: Did you mean `fail-under`?'],
  ])('a gate in callqa.yaml, written%j: exit %d', async (gate, code, line) => {
    writeFileSync(join(folder, 'wrong.yaml'), `gate:\n${gate}\n`);
    const run = await score('--format', 'jsonl', '--config', 'wrong.yaml');
    expect(run.stderr).toContain(line);
    expect(run.code).toBe(code);
  });
});

describe('sample', () => {
  const sample = (...args: string[]) => callqa(['sample', 'calls.jsonl', ...args], folder);

  it('draws the same calls for the same seed', async () => {
    const first = await sample('--n', '6', '--seed', '7');
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('6 of 24 calls for review');
    expect((await sample('--n', '6', '--seed', '7')).stdout).toBe(first.stdout);
    expect((await sample('--n', '6', '--seed', '8')).stdout).not.toBe(first.stdout);
  });

  it('gives a CSV that reviewers fill in and a JSON that programs read', async () => {
    const rows = parse((await sample('--n', '6', '--format', 'csv')).stdout, { columns: true }) as Record<
      string,
      string
    >[];
    expect(rows).toHaveLength(6);
    expect(rows.filter(({ agent }) => agent === 'ann')).toHaveLength(3);
    expect(rows[0]).toMatchObject({ decision: '', reviewer: '', reason: '' });
    const json = JSON.parse((await sample('--n', '6', '--format', 'json')).stdout) as {
      readonly calls: number;
      readonly sample: readonly { readonly id: string }[];
    };
    expect(json.calls).toBe(24);
    expect(json.sample.map(({ id }) => id)).toEqual(rows.map(({ call }) => call));
  });
});
