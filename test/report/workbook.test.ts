import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import readExcelFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { sheetOf } from '../../src/report/summary/xlsx/sheet.ts';
import { batchXlsx } from '../../src/report/summary/xlsx/workbook.ts';
import { options } from './fixture.ts';
import { recordsOf, reportOf, summaryGlossary } from './summaries.ts';

const folder = mkdtempSync(join(tmpdir(), 'callqa-xlsx-'));
const file = join(folder, 'book.xlsx');
const bytes = await batchXlsx(reportOf(recordsOf(40)), options('zh-CN', 80, undefined, summaryGlossary));
writeFileSync(file, bytes);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** A file of the zip, read from its directory: signatures and offsets of APPNOTE.TXT, 4.3. */
function part(name: string): string {
  const zip = Buffer.from(bytes);
  for (let at = zip.indexOf('PK\u0001\u0002'); at !== -1; at = zip.indexOf('PK\u0001\u0002', at + 4)) {
    const length = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + length) !== name) continue;
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const packed = zip.subarray(start, start + zip.readUInt32LE(at + 20));
    return (zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)).toString('utf8');
  }
  throw new Error(`the zip has no ${name}`);
}

describe('the workbook', () => {
  it('has four sheets of calls, findings, agents and criteria', async () => {
    const sheets = await readExcelFile(file);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['通话', '未达标项', '客服', '标准']);
    const [calls, findings, agents, criteria] = sheets.map(({ data }) => data);
    expect([calls!.length, findings!.length, agents!.length, criteria!.length]).toEqual([41, 21, 4, 5]);
    const column = calls![0]!.indexOf('得分');
    expect(calls![1]![column]).toBe(20);
    expect(calls![2]![column]).toBe(81);
    expect(criteria![2]!.slice(2, 5)).toEqual([40, 10, 0.75]);
  });

  it('defuses what begins like a formula, and keeps numbers numbers', async () => {
    const findings = (await readExcelFile(file))[1]!.data;
    const quote = findings[0]!.indexOf('原话');
    const say = findings[0]!.indexOf('推荐话术');
    expect(findings[1]![quote]).toMatch(/^Calm down <script>/u);
    expect(findings[1]![say]).toBe("'+I hear you.");
    expect(findings.map((row) => row[quote])).toContain("'=1+1 calm down");
    for (const name of ['sheet1', 'sheet2', 'sheet3', 'sheet4']) {
      expect(part(`xl/worksheets/${name}.xml`)).not.toContain('<f>');
    }
  });

  it.each([
    [1, 'A1:Q41'],
    [2, 'A1:J21'],
    [3, 'A1:K4'],
    [4, 'A1:I5'],
  ])('sheet %d has a frozen header, a filter over %s and widths', (sheet, range) => {
    const xml = part(`xl/worksheets/sheet${sheet}.xml`);
    expect(xml).toContain(`<autoFilter ref="${range}"/>`);
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/u);
    expect(xml.match(/<col [^>]*customWidth="1"/gu)?.length).toBeGreaterThan(5);
    // The order that the schema asks for.
    const order = ['<sheetViews', '<cols', '<sheetData', '<autoFilter'].map((tag) => xml.indexOf(tag));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  it('names its filters as Excel does', () => {
    expect(part('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'通话'!$A$1:$Q$41</definedName>`,
    );
  });

  it('has each part of its book once, in the order that the schema asks for', () => {
    const xml = part('xl/workbook.xml');
    const inside = xml.slice(xml.indexOf('<workbook'));
    const parts = ['workbookPr', 'bookViews', 'sheets', 'definedNames', 'calcPr'];
    const found = [...inside.matchAll(/<(\w+)/gu)]
      .map(([, name]) => name!)
      .filter((name) => parts.includes(name));
    expect(found).toEqual(parts.filter((name) => found.includes(name)));
    expect(found).toContain('definedNames');
  });

  it('is the same bytes a second later', async () => {
    await new Promise((done) => setTimeout(done, 2100));
    const again = await batchXlsx(reportOf(recordsOf(40)), options('zh-CN', 80, undefined, summaryGlossary));
    expect(Buffer.compare(again, bytes)).toBe(0);
  });
});

it('a cell holds no more than Excel can, and half a character is none', () => {
  const { data } = sheetOf(
    'a/b',
    [{ heading: 'x', width: 5, value: (row: string) => row }],
    [`${'a'.repeat(32_765)}😀b`],
    String,
  );
  const [cell] = data[1]!;
  expect(cell).toMatchObject({ value: `${'a'.repeat(32_765)}…` });
});
