import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import readExcelFile from 'read-excel-file/node';
import { afterAll, describe, expect, it } from 'vitest';
import { sheetOf, withOwnNames } from '../../src/report/summary/xlsx/sheet.ts';
import { batchXlsx } from '../../src/report/summary/xlsx/workbook.ts';
import { writtenTime } from '../../src/report/summary/xlsx/written-time.ts';
import type { BatchReport } from '../../src/report/summary/report.ts';
import { finding, many } from '../batch/analysis/records.ts';
import { options } from './fixture.ts';
import { analysed, recordsOf, reportOf, summaryGlossary } from './summaries.ts';

const folder = mkdtempSync(join(tmpdir(), 'callqa-xlsx-'));
const file = join(folder, 'book.xlsx');
const bytes = await batchXlsx(reportOf(recordsOf(40)), options('zh-CN', 80, undefined, summaryGlossary));
writeFileSync(file, bytes);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The sheets of another report, in English. */
async function sheetsOf(report: BatchReport) {
  const other = join(folder, 'other.xlsx');
  writeFileSync(other, await batchXlsx(report, options('en', 80, undefined, summaryGlossary)));
  return readExcelFile(other);
}

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
  it('has sheets of calls, findings, agents and criteria, and one for each field that sums up', async () => {
    const sheets = await readExcelFile(file);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      '通话',
      '未达标项',
      '客服',
      '标准',
      '按班组',
      '按投诉类型',
      '按周',
      '未了结的承诺',
      '重复来电',
      '无法读取',
    ]);
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
    [1, 'A1:R41'],
    [2, 'A1:J21'],
    [3, 'A1:K4'],
    [4, 'A1:I5'],
    [5, 'A1:K2'],
    [7, 'A1:H4'],
    [8, 'A1:K2'],
    [10, 'A1:F2'],
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

  it('has dates as dates, with a format', async () => {
    const [calls, , , , , , weeks] = (await readExcelFile(file)).map(({ data }) => data);
    const column = calls![0]!.indexOf('时间');
    expect(calls![1]![column]).toEqual(new Date('2024-01-01T10:00:00Z'));
    expect(weeks!.slice(1).map((row) => row.slice(0, 3))).toEqual([
      ['2024-W01', new Date('2024-01-01T00:00:00Z'), 14],
      ['2024-W02', new Date('2024-01-08T00:00:00Z'), 14],
      ['2024-W03', new Date('2024-01-15T00:00:00Z'), 12],
    ]);
    expect(part('xl/styles.xml')).toContain('formatCode="yyyy-mm-dd hh:mm"');
  });

  it('has a sheet of open promises and one of repeat contacts, where there are any', async () => {
    const sheets = await sheetsOf(reportOf(recordsOf(40)));
    const rowsOf = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data;
    expect(rowsOf('Open promises')).toEqual([
      ['Call', 'No.', 'Case', 'Date', 'Agent', 'Team', 'Promise', 'Due (UTC)', 'Status', 'Turn', 'Said'],
      [
        'call-2',
        2,
        null,
        new Date('2024-01-02T10:00:00Z'),
        '李娜',
        'North',
        'callback',
        new Date('1970-01-01T00:00:00Z'),
        'overdue',
        5,
        'We will call you.',
      ],
    ]);
    const repeats = rowsOf('Repeat contacts');
    expect(repeats).toHaveLength(16);
    expect(repeats.slice(0, 2)).toEqual([
      ['Customer', 'Calls', 'First', 'Last', 'Call'],
      ['c0', 2, new Date('2024-01-10T10:00:00Z'), new Date('2024-01-16T10:00:00Z'), 'call-31, call-16'],
    ]);
    const without = await sheetsOf(reportOf(many(2, () => ({}))));
    expect(without.map(({ sheet }) => sheet)).not.toContain('Open promises');
    expect(without.map(({ sheet }) => sheet)).not.toContain('Repeat contacts');
  });

  it('counts promises and customers beyond those that are listed', async () => {
    const report = reportOf(recordsOf(40));
    const { analysis } = report;
    const sheets = await sheetsOf({
      ...report,
      analysis: {
        ...analysis,
        promises: { ...analysis.promises, beyond: 7 },
        repeats: { ...analysis.repeats, beyond: 8 },
      },
    });
    const lastOf = (name: string) => sheets.find(({ sheet }) => sheet === name)!.data.at(-1)![0];
    expect([lastOf('Open promises'), lastOf('Repeat contacts')]).toEqual(['and 7 more', 'and 8 more']);
  });

  it('has a sheet of what could not be read, where there is any', async () => {
    expect((await readExcelFile(file)).at(-1)!.data).toEqual([
      ['来源', '行', '错误代码', '错误类型', '说明', '处理办法'],
      ['calls/broken.json', 3, 'json-invalid', null, 'A comma is missing.', 'Put one before the string.'],
    ]);
    const sheets = await sheetsOf({ ...reportOf(recordsOf(4)), errors: [] });
    expect(sheets.map(({ sheet }) => sheet)).not.toContain('Could not be read');
  });

  it('shows the gravest of several verdicts and names all', async () => {
    const [judged] = recordsOf(1)[0]!.verdicts;
    const verdicts = [
      { ...judged!, allegation: 'hung-up', verdict: 'insufficient-evidence' as const },
      { ...judged!, allegation: 'handling', verdict: 'upheld' as const },
    ];
    const [first, ...others] = recordsOf(2);
    const [calls] = await sheetsOf(reportOf([{ ...first!, verdicts }, ...others]));
    const [headings, row] = calls!.data;
    const cell = (heading: string) => row![headings!.indexOf(heading)];
    expect([cell('Verdict'), cell('Complaint'), cell('All verdicts')]).toEqual([
      'Upheld',
      'filed by the customer',
      'hung-up: Insufficient evidence; handling: Upheld',
    ]);
    const [alone] = await sheetsOf(reportOf(recordsOf(2)));
    expect(alone!.data[0]).not.toContain('All verdicts');
  });

  it('says of a finding off the scorecard that it is one since it decides', async () => {
    const [, findings] = await sheetsOf(
      reportOf(many(1, () => ({ findings: [finding('both', { unscored: true }), finding('helps')] }))),
    );
    const column = findings!.data[0]!.indexOf('Criterion');
    const [unscored, scored] = findings!.data.slice(1).map((row) => row[column]);
    expect(unscored).toMatch(/ \(decides the verdict\)$/u);
    expect(scored).not.toMatch(/decides/u);
  });

  it('names its filters as Excel does', () => {
    expect(part('xl/workbook.xml')).toContain(
      `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">'通话'!$A$1:$R$41</definedName>`,
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

it.each([
  ['2026-01-05', new Date('2026-01-05T00:00:00Z')],
  ['2026-01-05T10:02', new Date('2026-01-05T10:02:00Z')],
  ['2026-01-05T10:02:03.500Z', new Date('2026-01-05T10:02:03Z')],
  ['2026-01-05T23:02:03+08:00', new Date('2026-01-05T23:02:03Z')],
  ['1899-12-31', '1899-12-31'],
  ['0026-01-05', '0026-01-05'],
  [undefined, null],
])('%s is a cell with the time of day as it is written', (iso, cell) => {
  expect(writtenTime(iso)).toEqual(cell);
});

it('sheets have names that Excel takes, each its own', () => {
  const long = `meta ${'x'.repeat(40)}`;
  const named = [`${long}1`, `${long}2`, 'By Team', 'by team', "'a/b'", '  ', `${'a'.repeat(30)}😀`].map(
    (name) => sheetOf(name, [], [], String),
  );
  expect(withOwnNames(named).map(({ sheet }) => sheet)).toEqual([
    `meta ${'x'.repeat(26)}`,
    `meta ${'x'.repeat(22)} (2)`,
    'By Team',
    'by team (2)',
    'a b',
    '–',
    'a'.repeat(30),
  ]);
});

it('a field of the metadata that sums up has a column of its own, and a sheet', async () => {
  const records = many(12, (index) =>
    index === 0 ? {} : { meta: { product: index % 2 === 0 ? 'phone' : '=1+1' } },
  );
  const report = { ...reportOf(records), analysis: analysed(records, ['agent', 'meta.product']) };
  const other = join(folder, 'meta.xlsx');
  writeFileSync(other, await batchXlsx(report, options('en', 80, undefined, summaryGlossary)));
  const sheets = await readExcelFile(other);
  const calls = sheets[0]!.data;
  const column = calls[0]!.indexOf('product');
  expect(calls.slice(1, 4).map((row) => row[column])).toEqual([null, "'=1+1", 'phone']);
  const own = sheets.find(({ sheet }) => sheet === 'By product')!.data;
  expect(own.slice(1).map((row) => row.slice(0, 2))).toEqual([
    ["'=1+1", 6],
    ['phone', 5],
    ['(none)', 1],
  ]);
});
