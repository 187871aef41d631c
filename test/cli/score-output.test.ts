/** Where a report of many calls goes, and what is said beside it; in this process, from the sources. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { callqa } from '../calibrate/in-process.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'callqa-output-'));
  made.push(folder);
  writeFileSync(join(folder, 'calls.jsonl'), linesOf(6));
});

function linesOf(count: number, from = 1): string {
  return Array.from({ length: count }, (_, index) => {
    const number = from + index;
    const call = {
      id: `c${number}`,
      startedAt: `2024-01-${String(number).padStart(2, '0')}T09:00:00Z`,
      agent: { id: `a${number % 2}` },
      customer: { id: `k${number}` },
      meta: { product: 'fibre', site: 3 },
      turns: [
        { speaker: 'customer', text: 'My parcel is three days late and I am really upset.' },
        { speaker: 'agent', text: 'Calm down. It is our policy, there is nothing I can do.' },
      ],
    };
    return `${JSON.stringify(call)}\n`;
  }).join('');
}

const score = (...args: string[]) => callqa(['score', 'calls.jsonl', '--jobs', '1', ...args], folder);

describe('-o', () => {
  it.each([
    ['score', 'calls.jsonl', '--jobs', '1'],
    ['score', 'calls.jsonl', '--jobs', '1', '--format', 'csv'],
    ['audit', 'one.txt'],
    ['convert', 'one.txt'],
    ['sample', 'calls.jsonl', '--jobs', '1'],
    ['lint', 'one.txt'],
    ['rules', 'list'],
  ])('- is standard output for %s', async (...args) => {
    writeFileSync(join(folder, 'one.txt'), 'Agent: Hello.\nCustomer: My parcel is late.\n');
    const before = readdirSync(folder);
    const { stdout } = await callqa([...args, '-o', '-'], folder);
    expect(stdout).not.toBe('');
    expect(stdout).toBe((await callqa(args, folder)).stdout);
    expect(readdirSync(folder)).toEqual(before);
  });

  it.each([
    ['csv', 'made/', 'it is a folder'],
    ['jsonl', 'new/', 'it is a folder'],
    ['text', 'made', 'it is a folder'],
    ['xlsx', 'made', 'it is a folder'],
    ['csv', 'nowhere/x.csv', 'its folder is not there'],
    ['json', 'calls.jsonl/x.json', 'what would be its folder is a file'],
    ['html', 'nowhere/report/', 'its folder is not there'],
    ['html', 'calls.jsonl/report/', 'what would be its folder is a file'],
    ['html', 'calls.jsonl/', 'there is a file in its place'],
  ])('of %s into %s says that %s', async (format, output, why) => {
    mkdirSync(join(folder, 'made'));
    const before = readdirSync(folder);
    const { code, stdout, stderr } = await score('--format', format, '-o', output);
    expect(stderr).toContain(`error: cannot write ${output}: ${why} [output-unwritable]`);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(readdirSync(folder)).toEqual(before);
    expect(existsSync(join(folder, 'nowhere'))).toBe(false);
  });
});

describe('a folder of pages', () => {
  const inReport = (...path: string[]) => readdirSync(join(folder, 'report', ...path)).sort();

  it('has none that an earlier run left, and keeps what others put there', async () => {
    writeFileSync(join(folder, 'calls.jsonl'), linesOf(28));
    expect((await score('--format', 'html', '-o', 'report/')).code).toBe(0);
    const cases = inReport('cases');
    expect(cases).toHaveLength(28);
    // Names as those of pages, from another hand.
    writeFileSync(join(folder, 'report/calls-7.html'), '<p>mine</p>');
    writeFileSync(join(folder, 'report/cases/000099.html'), '<p>mine</p>');
    writeFileSync(join(folder, 'report/cases/notes.txt'), 'mine');

    writeFileSync(
      join(folder, 'calls.jsonl'),
      linesOf(2).replaceAll('"agent":{"id":"a0"},', '').replaceAll('"agent":{"id":"a1"},', ''),
    );
    expect((await score('--format', 'html', '-o', 'report/')).code).toBe(0);
    expect(inReport()).toEqual(['calls-1.html', 'calls-7.html', 'cases', 'index.html', 'sign-off-1.html']);
    expect(inReport('cases')).toEqual(['000001.html', '000002.html', '000099.html', 'notes.txt']);
    expect(readFileSync(join(folder, 'report/cases/000099.html'), 'utf8')).toBe('<p>mine</p>');
  });
});

describe('what is said beside a report', () => {
  it.each([
    [
      ['--by', 'meta.nope'],
      'no call has “nope” in its metadata [field-absent]\n  hint: They have meta.product, meta.site.',
    ],
    [['--by', 'meta.Product'], 'hint: Did you mean meta.product? They have'],
    [['--by', 'team'], '--by team sums nothing up: no call names the team of its agent [field-absent]'],
    [['--by', 'meta.product'], ''],
    [['--by', 'agent', '--by', 'week', '--by', 'type'], ''],
    [['--by', 'agent', '--format', 'csv'], '--by agent has no effect: csv has a row a call'],
    [['--by', 'agent', '--format', 'jsonl'], '--by agent has no effect: jsonl has a row a call'],
    [['--csv', 'findings'], '--csv findings has no effect: the format is text [option-without-effect]'],
    [['--csv', 'findings', '--format', 'csv'], ''],
  ])('%j', async (args, warning) => {
    const { code, stderr } = await score(...args);
    expect(code).toBe(0);
    if (warning === '') expect(stderr).toBe('');
    else expect(stderr).toContain(warning);
  });

  it('calls that are there twice', async () => {
    writeFileSync(
      join(folder, 'calls.jsonl'),
      linesOf(6) + linesOf(2) + linesOf(1).replace('fibre', 'mobile'),
    );
    for (const format of ['text', 'json', 'html']) {
      const { code, stderr, stdout } = await score('--format', format);
      expect(code).toBe(0);
      expect(stderr).toContain('warning: 2 calls are there again, the same to the byte: c1, c2 [call-again]');
      expect(stderr).toContain('warning: 1 call has the id of another call: c1 [id-again]');
      if (format === 'json')
        expect(JSON.parse(stdout)).toMatchObject({ totals: { analysis: { repeats: { customers: 0 } } } });
    }
  });
});

describe('the pass rate of each criterion', () => {
  it.each(['text', 'markdown'])('is in %s with its interval, of those always met too', async (format) => {
    writeFileSync(join(folder, 'calls.jsonl'), linesOf(12));
    const { stdout } = await score('--format', format);
    expect(stdout).toMatch(/12\W+100%\W+0% \W?\(0–24%\W+Does not tell the customer to calm down/u);
    expect(stdout).toMatch(/0\W+0%\W+100% \W?\(76–100%\W+Is never rude/u);
  });

  it('is not there for few calls', async () => {
    const { stdout } = await score();
    expect(stdout).toContain('Does not tell the customer to calm down');
    expect(stdout).not.toMatch(/Is never rude|\(0–39%\) +Does not/u);
  });
});

it('each call of the queue for sign-off is marked in CSV', async () => {
  const rows: readonly { readonly verdict: string; readonly sign_off: string }[] = parse(
    (await score('--format', 'csv')).stdout,
    { columns: true },
  );
  expect(rows).toHaveLength(6);
  for (const { verdict, sign_off } of rows) expect(sign_off).toBe(verdict === 'upheld' ? 'upheld' : '');
  expect(rows.some(({ verdict }) => verdict === 'upheld')).toBe(true);
});
