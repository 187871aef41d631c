import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { fit } from '../../src/report/fit.ts';
import { tableLines } from '../../src/report/table.ts';
import { visible } from '../../src/report/visible.ts';
import { hanging, wrap } from '../../src/report/wrap.ts';

const same = (text: string) => text;

describe('fit', () => {
  it.each([
    ['abc', 5, 'left', 'abc  '],
    ['abc', 5, 'right', '  abc'],
    ['客服', 5, 'left', '客服 '],
    ['客服热线', 5, 'left', '客服…'],
    ['客服热线', 6, 'left', '客服… '],
    ['👨‍👩‍👧‍👦x', 3, 'left', '👨‍👩‍👧‍👦x'],
    ['👨‍👩‍👧‍👦xyz', 3, 'left', '👨‍👩‍👧‍👦…'],
    ['abc', 0, 'left', ''],
  ] as const)('%s in %d columns, %s', (text, width, align, expected) => {
    expect(fit(text, width, align)).toBe(expected);
  });
});

describe('wrap', () => {
  it.each([
    ['one two three', 7, ['one two', 'three']],
    ['one  two', 20, ['one two']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['', 10, ['']],
    ['请您稍等一下', 6, ['请您稍', '等一下']],
    // No line begins with a closing mark or ends with an opening one.
    ['请您稍，等一下', 6, ['请您', '稍，等', '一下']],
    ['说：“好的”吧', 6, ['说：', '“好的”', '吧']],
    ['帮您check一下', 8, ['帮您', 'check一', '下']],
    ['it is 3.5%, ok', 11, ['it is 3.5%,', 'ok']],
    ['*************', 5, ['*****', '*****', '***']],
  ])('%s in %d columns', (text, width, expected) => {
    expect(wrap([{ text }], width)).toEqual(expected);
  });

  it('paints the pieces of a line, not its breaks', () => {
    const paint = (text: string) => `<${text}>`;
    expect(wrap([{ text: 'a ' }, { text: 'bb cc', paint }, { text: '! dd' }], 5)).toEqual([
      'a <bb>',
      '<cc>!',
      'dd',
    ]);
  });

  it('keeps a whole piece together, on a new line where need be', () => {
    expect(wrap([{ text: 'one' }, { text: '⟦a b⟧', whole: true }, { text: ', two' }], 9)).toEqual([
      'one⟦a b⟧,',
      'two',
    ]);
    expect(wrap([{ text: 'abcde' }, { text: '⟦a b⟧', whole: true }], 8)).toEqual(['abcde', '⟦a b⟧']);
  });

  it('is fast on a word as long as a book', () => {
    const begin = performance.now();
    expect(wrap([{ text: 'a'.repeat(300_000) }], 80)).toHaveLength(3750);
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  it('hangs further lines under the first', () => {
    expect(hanging('客服  ', [{ text: 'one two three four five' }], 22)).toEqual([
      '客服  one two three',
      '      four five',
    ]);
  });
});

describe('a table', () => {
  const columns = [
    { heading: 'Call', shrinks: true },
    { heading: '得分', align: 'right' as const },
    { heading: 'Worst', shrinks: true },
  ];
  const rows = [
    ['call-1', '9.5', 'Looks it up before answering'],
    ['一个很长的通话编号一个很长的通话编号', '100.0', '主动查询核实主动查询核实主动查询核实'],
    ['x', '', ''],
  ].map((row) => row.map((text) => ({ text })));

  it('puts columns under each other, whatever their script', () => {
    expect(
      tableLines(
        [columns[0]!, columns[1]!],
        rows.map((row) => row.slice(0, 2)),
        80,
        same,
      ),
    ).toEqual([
      'Call                                   得分',
      'call-1                                  9.5',
      '一个很长的通话编号一个很长的通话编号  100.0',
      'x',
    ]);
  });

  it.each([60, 40, 30])('fits %d columns', (width) => {
    const lines = tableLines(columns, rows, width, same);
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(width);
    expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeGreaterThan(width - 3);
  });

  it('cuts nothing where the width has no end', () => {
    expect(tableLines(columns, rows, Infinity, same).join('\n')).not.toContain('…');
  });
});

describe('visible', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '␛[31mred␛[0m'],
    ['\u009b31mred', '�31mred'],
    ['bell\u0007 nul\u0000 del\u007f', 'bell␇ nul␀ del␡'],
    ['a\tb\r\nc\u2028d\u0085e', 'a b  c d e'],
    ['x\u202egnp.exe\u2066y\u200f', 'x�gnp.exe�y�'],
    ['客服 👍🏽 é', '客服 👍🏽 é'],
  ])('%j', (text, expected) => {
    expect(visible(text)).toBe(expected);
    expect(visible(text)).toHaveLength(text.length);
  });
});

it('one long cell does not pad the rows of a table, and stays whole in its last column', () => {
  const long = 'A'.repeat(300);
  const lines = tableLines(
    [{ heading: 'Call', shrinks: true }, { heading: 'Agent' }, { heading: 'Said' }],
    [
      [{ text: long }, { text: long }, { text: long }],
      [{ text: 'c1' }, { text: 'Ann' }, { text: 'x' }],
    ],
    Number.POSITIVE_INFINITY,
    same,
  );
  expect(lines.map((line) => line.length)).toEqual([136, 432, 133]);
  expect(lines[1]).toContain(`${'A'.repeat(63)}…  ${'A'.repeat(63)}…  ${long}`);
});
