import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { csvRow } from '../../src/report/csv-row.ts';
import { jsonText } from '../../src/report/json-text.ts';
import { markdownText } from '../../src/report/markdown-text.ts';

describe('a CSV cell', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t=1"],
    ['\r=1', '"\'\r=1"'],
    ['\u0000=1+1', "'=1+1"],
    ['＝1+1', "'＝1+1"],
    ['＠x', "'＠x"],
    ['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
    ['a,b', '"a,b"'],
    ['say "hi"', '"say ""hi"""'],
    ['two\nlines', '"two\nlines"'],
    ['a=b', 'a=b'],
    ['客服\u001b[31m', '客服[31m'],
    ['', ''],
  ])('%j', (value, expected) => {
    expect(csvRow([value])).toBe(`${expected}\r\n`);
  });

  it('is a number as it is and nothing for null', () => {
    expect(csvRow([-1.5, null, 0])).toBe('-1.5,,0\r\n');
  });

  it('comes back from a reader of CSV', () => {
    const row = ['a', 'b,"c"\r\nd', '', '客服'];
    expect(parse(csvRow(row))).toEqual([row]);
  });
});

describe('Markdown', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert\\(1\\)&lt;/script&gt;'],
    ['a | b', 'a \\| b'],
    ['*bold* _it_ `code` ~~x~~', '\\*bold\\* \\_it\\_ \\`code\\` \\~\\~x\\~\\~'],
    ['[x](http://e.vil)', '\\[x\\]\\(http\\://e.vil\\)'],
    ['![x](y)', '\\!\\[x\\]\\(y\\)'],
    ['www.e.vil', 'www\\.e.vil'],
    ['@all #12 $x$', '&#64;all \\#12 \\$x\\$'],
    ['&amp;', '&amp;amp;'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['62.5', '62.5'],
    ['a\n# b', 'a \\# b'],
    ['\u001b[31m', '␛\\[31m'],
  ])('%j', (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });
});

it('JSON holds the same data and nothing that a terminal obeys', () => {
  const value = { text: '\u001b\u009b31m\u202e客服\u2028' };
  const text = jsonText(value);
  expect(text).toBe('{"text":"\\u001b\\u009b31m\\u202e客服\\u2028"}');
  expect(JSON.parse(text)).toEqual(value);
});
