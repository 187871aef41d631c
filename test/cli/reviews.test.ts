/** Tables of people's reviews: how they are read, and the way from a sample to them. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readReviews } from '../../src/cli/read-reviews.ts';
import { processIo } from '../../src/cli/io.ts';
import { csvRow } from '../../src/report/csv-row.ts';
import type { AuditResult } from '../../src/result/result.ts';
import { callqa } from '../calibrate/in-process.ts';

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-reviews-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const read = (text: string | Uint8Array) =>
  readReviews('r.csv', 'a', new Set(['greets', 'listens']), {
    ...processIo(),
    cwd: folderWith({ 'r.csv': text }),
  });

const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le');

describe('a table', () => {
  it.each<[text: string | Uint8Array, reason: string | undefined]>([
    ['criterion,decision,reason\ngreets,met,said so\n', 'said so'],
    ['why,criterion,decision,reason\nrandom,greets,met,said so\n', 'said so'],
    ['why,criterion,decision,reason\nrandom,greets,met,\n', undefined],
    ['comment,criterion,decision,reason\nx,greets,met,said so\n', 'said so'],
    ['why,criterion,decision\nsaid so,greets,met\n', 'said so'],
    ['备注,质检项,复核结果,理由\nx,greets,达标,said so\n', 'said so'],
    ['result,decision,rule,criterion,id,call,reason\nfail,met,x,greets,b,a,said so\n', 'said so'],
    ['criterion;decision;reason\r\ngreets;met;said so\r\n', 'said so'],
    ['sep=;\r\ncriterion;decision;reason\r\ngreets;met;said so\r\n', 'said so'],
    ['\ufeffcriterion,decision,reason\ngreets,met,said so\n', 'said so'],
    [utf16('criterion\tdecision\treason\r\ngreets\tmet\tsaid so\r\n'), 'said so'],
    ['criterion,decision,reason\ngreets,met,the 5" screen\n', 'the 5" screen'],
    ['criterion,decision,reason\ngreets,met,"a"b\n', '"a"b'],
    ['criterion,decision,reason\ngreets,met,"one\ntwo, three"\n', 'one\ntwo, three'],
  ])('%j', async (text, reason) => {
    expect((await read(text)).reviews).toEqual([
      { criterion: 'greets', decision: 'met', ...(reason === undefined ? {} : { reason }) },
    ]);
  });

  it('has rows that nobody has filled in', async () => {
    const rows = 'a,,,,\na,greets,,,\na,listens,not-met,Li,\nb,nothing,perhaps,,\n';
    const { reviews, statement } = await read(`call,criterion,decision,reviewer,reason\n${rows}`);
    expect(reviews).toEqual([{ criterion: 'listens', decision: 'not-met', reviewer: 'Li' }]);
    expect(statement).toBeUndefined();
  });

  it.each<[rows: string, code: string, line: number, says: string]>([
    ['greets,met,Li,"open\n', 'csv-quote', 2, 'never closed'],
    ['greets,met,Li,x\ngreets,met,Li,"open\nlistens,met,,\n', 'csv-quote', 3, 'never closed'],
    [',met,Li,x\n', 'reviews-row', 2, 'a decision and no criterion'],
    ['greets,,Li,\n', 'reviews-row', 2, 'no decision'],
    ['greets,met,,"two\nlines"\ngreets,,,why not\n', 'reviews-row', 4, 'no decision'],
    ['greets,met,,\nnothing,met,,\n', 'reviews-row', 3, 'no criterion “nothing”'],
  ])('%j is refused with its line', async (rows, code, line, says) => {
    await expect(read(`criterion,decision,reviewer,reason\n${rows}`)).rejects.toMatchObject({
      code,
      place: { file: 'r.csv', line },
      hint: expect.any(String),
      message: expect.stringContaining(says),
    });
  });
});

const talk = (id: string): string =>
  `---\nid: ${id}\n---\nAgent: Hello, how can I help you?\nCustomer: My parcel has not come, I am furious.\nAgent: Wait.\nCustomer: Well.\n`;

describe('--reviews', () => {
  it('that say nothing on the call are warned of, unless a config names them', async () => {
    const cwd = folderWith({
      'a.txt': talk('a'),
      'r.csv': 'call,criterion,decision\nb,greets,met\na,greets,\n',
    });
    const { code, stderr } = await callqa(['audit', 'a.txt', '--reviews', 'r.csv'], cwd);
    expect(code).toBe(0);
    expect(stderr).toContain('r.csv: warning: no row of r.csv decides anything on the call a [reviews-none]');
    writeFileSync(join(cwd, 'callqa.yaml'), 'reviews: r.csv\n');
    expect((await callqa(['audit', 'a.txt'], cwd)).stderr).toBe('');
  });

  it('of a sample that was filled in say what the reviewer wrote', async () => {
    const cwd = folderWith({ 'a.txt': talk('a'), 'b.txt': talk('b') });
    const drawn = await callqa(
      ['sample', 'a.txt', 'b.txt', '--n', '2', '--format', 'csv', '-o', 's.csv'],
      cwd,
    );
    expect(drawn).toMatchObject({ code: 0, stderr: '' });
    const sample = await callqa(['sample', 'a.txt', 'b.txt', '--n', '2', '--format', 'csv'], cwd);
    const [head, ...rows] = parse(sample.stdout);
    const at = (name: string): number => head!.indexOf(name);
    expect(rows).toHaveLength(2);
    // Of the other call nothing is filled in.
    const filled = rows.map((row) => {
      if (row[at('call')] !== 'a') return row;
      const cells = [...row];
      cells[at('criterion')] ||= 'greets';
      cells[at('decision')] = 'not-met';
      cells[at('reviewer')] = 'Li';
      cells[at('reason')] = 'HER REASON';
      return cells;
    });
    writeFileSync(join(cwd, 's.csv'), [head!, ...filled].map(csvRow).join(''));
    const audit = async (file: string) => {
      const { code, stdout } = await callqa(['audit', file, '--reviews', 's.csv', '--format', 'json'], cwd);
      expect(code).toBe(0);
      return (JSON.parse(stdout) as AuditResult).case.reviewed?.reviews ?? [];
    };
    expect(await audit('a.txt')).toEqual([
      expect.objectContaining({ decision: 'not-met', reviewer: 'Li', reason: 'HER REASON' }),
    ]);
    expect(await audit('b.txt')).toEqual([]);
  });
});
