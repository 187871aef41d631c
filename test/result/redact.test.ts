import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskTurns } from '../../src/result/redact.ts';

const mask = (text: string) => maskTurns([{ text, stretch: 0 }])[0]!;
/** What is hidden, in brackets, so that a table row shows exactly the span. */
const shown = (text: string) => {
  const masked = mask(text);
  let out = '';
  for (let at = 0; at < text.length; at++) {
    const hidden = masked[at] !== text[at];
    const before = at > 0 && masked[at - 1] !== text[at - 1];
    if (hidden && !before) out += '[';
    if (!hidden && before) out += ']';
    out += text[at]!;
  }
  return masked.at(-1) === text.at(-1) ? out : `${out}]`;
};

describe('masks', () => {
  it.each([
    ['my number is 415-555-1212, thanks', 'my number is [415-555-1212], thanks'],
    ['a@b.co12345678', '[a@b.co12345678]'],
    ['(415) 555-1212', '([415) 555-1212]'],
    ['call 555-1212 now', 'call [555-1212] now'],
    ['+1 (415) 555 1212', '+[1 (415) 555 1212]'],
    ['415.555.1212', '[415.555.1212]'],
    ['it is 415, 555, 1212.', 'it is [415, 555, 1212].'],
    ['order 1234567', 'order [1234567]'],
    ['order SF1234567890', 'order SF[1234567890]'],
    ['1234567, 415, 555, 1212', '[1234567], [415, 555, 1212]'],
    ['card 4111 1111 1111 1111 expires 12/26', 'card [4111 1111 1111 1111] expires 12/26'],
    ['SSN 123-45-6789', 'SSN [123-45-6789]'],
    ['06.12.34.56.78', '[06.12.34.56.78]'],
    ['write to john.o-neil+x@mail.example.co.uk.', 'write to [john.o-neil+x@mail.example.co.uk].'],
    ['5 5 5 1 2 1 2', '[5 5 5 1 2 1 2]'],
    ['one three eight double oh five five five', '[one three eight double oh five five five]'],
    ['Five five five, one two one two.', '[Five five five, one two one two].'],
    ['five-five-five dash one-two-one-two', '[five-five-five dash one-two-one-two]'],
    ['five five five, um, one two... one two', '[five five five, um, one two... one two]'],
    ['five five five twenty-one thirty four', '[five five five twenty-one thirty four]'],
    ['five five five one thousand', '[five five five one thousand]'],
    ['oh seven seven double one triple two three', '[oh seven seven double one triple two three]'],
    ['call 138 0013 8000 3 times', 'call [138 0013 8000] 3 times'],
    ['call 18005551212', 'call [18005551212]'],
    ['我的手机是13800138000。', '我的手机是[13800138000]。'],
    ['手机１３８００１３８０００', '手机[１３８００１３８０００]'],
    ['138 0013 8000这个号', '[138 0013 8000]这个号'],
    ['138，0013，8000', '[138，0013，8000]'],
    ['13800138000一直打不通', '[13800138000]一直打不通'],
    ['13800138000天天打不通', '[13800138000]天天打不通'],
    ['电话是一三八零零一三八零零零', '电话是[一三八零零一三八零零零]'],
    ['幺三八,零零幺三,八零零零', '[幺三八,零零幺三,八零零零]'],
    ['一三八，嗯，零零一三，然后八零零零', '[一三八，嗯，零零一三，然后八零零零]'],
    ['一三八零零一三八零零零一直不通', '[一三八零零一三八零零零]一直不通'],
    ['身份证11010519491231002X', '身份证[11010519491231002X]'],
    ['身份证 110105 19491231 002x,对', '身份证 [110105 19491231 002x],对'],
    ['一一零一零五一九四九一二三一零零二叉', '[一一零一零五一九四九一二三一零零二叉]'],
    ['身分證字號A123456789', '身分證字號[A123456789]'],
    ['HKID A123456(7)', 'HKID [A123456(7])'],
    ['卡号6222 0212 3456 7890 123', '卡号[6222 0212 3456 7890 123]'],
    ['订单号20240115001234', '订单号[20240115001234]'],
    ['邮箱是abc_1@qq.com谢谢', '邮箱是[abc_1@qq.com]谢谢'],
    ['市话02-2345-6789', '市话[02-2345-6789]'],
    ['零九一二，三四五，六七八', '[零九一二，三四五，六七八]'],
    ['12315 上的 13912345678', '12315 上的 [13912345678]'],
  ])('%s', (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe('leaves', () => {
  it.each([
    'call 1-800-555-1212',
    'call 1 (800) 555-1212',
    'call 800-555-1212 or (877) 555-1212',
    'one eight hundred, five five five, one two one two',
    'eight hundred five five five one two one two',
    '客服热线400-820-8820',
    '客服热线4008208820，银行95588',
    '四零零八二零八八二零',
    '免費專線0800-080-123',
    '请拨打10086 12315',
    '打10086、12315、95588都可以',
    '投诉12315',
    'it cost $1,234,567.89 in total',
    'the total is 12345678',
    '订单总额：12345678',
    '¥12345678',
    '一共1234567元',
    '3200000 dollars',
    'a balance of 1234567.89',
    'one million two hundred thousand dollars',
    'one hundred twenty three thousand four hundred fifty six',
    '三百二十一万四千五百六十七元',
    'between 2023 2024',
    '2019-2020',
    '二零二三，二零二四',
    'nineteen ninety nine, twenty twenty four',
    'on 2024-01-15 10:30 and 2024/02/16 11:45',
    '01/15/2024 10:30:00',
    '15.01.2024 12.50 13.75',
    '2024年1月15日10:30',
    '2024年01月15日 2024年02月15日',
    '2024-01 2024-02',
    'in 24-48 hours, 3 to 5 business days',
    '三到五个工作日，四十八小时，百分之二十',
    'prices 199, 299, 399, 1299',
    'one, two, three, four, five, six, seven',
    '1、2、3、4、5、6、7',
    'no one one ever told me, oh, one of those',
    '十一二三四百五六',
    '一个两个三个四个五个六个七个八个',
    '张伟 and John Smith',
    'version 3.14.15',
    'user@localhost, me @ home, @@',
    '95.5% 12.5% 100%',
    '',
  ])('%s', (text) => {
    expect(shown(text)).toBe(text);
  });
});

it('masks each code unit with a star as wide as it was', () => {
  expect(mask('幺三八，零零一三，80００。')).toBe('＊＊＊＊＊＊＊＊＊**＊＊。');
  expect(mask('x 555 1212')).toBe('x ********');
});

it.each([
  [
    ['my number is 415.', '555 12', '12, thanks'],
    ['my number is ****', '******', '**, thanks'],
  ],
  [
    ['一三八零零', '一三八零零零，好'],
    ['＊＊＊＊＊', '＊＊＊＊＊＊，好'],
  ],
  [
    ['five five five one', 'um two one two'],
    ['******************', '**************'],
  ],
])('finds a number over the joined turns of a stretch: %j', (texts, expected) => {
  expect(maskTurns(texts.map((text) => ({ text, stretch: 4 })))).toEqual(expected);
});

it('does not join numbers of two stretches', () => {
  const texts = ['138 001', '3 8000'];
  expect(maskTurns(texts.map((text, stretch) => ({ text, stretch })))).toEqual(texts);
});

const fragment = fc.constantFrom(
  ...'0 1 8 13 138 400 800 2024 12345 1234567 １３ 一 三八 零 两 百 万 元 年 月 嗯 一直 𠮷 ， ¥'.split(' '),
  ...'one five double oh hundred twenty thousand um x @ a@b.co . - : / ( ) % *'.split(' '),
  ', ',
  '. ',
  ' ',
  ' ',
  '\n',
  ' hours',
  'total ',
);
const turns = fc.array(
  fc.record({
    text: fc.array(fragment, { maxLength: 24 }).map((parts) => parts.join('')),
    stretch: fc.constantFrom(0, 1),
  }),
  { maxLength: 5 },
);

it('keeps the length of each turn, and every unit that it does not mask', () => {
  fc.assert(
    fc.property(turns, (turns) => {
      const masked = maskTurns(turns);
      expect(masked).toHaveLength(turns.length);
      for (const [index, { text }] of turns.entries()) {
        expect(masked[index]).toHaveLength(text.length);
        for (let at = 0; at < text.length; at++) {
          if (masked[index]![at] !== text[at]) expect('*＊').toContain(masked[index]![at]);
        }
      }
    }),
    { numRuns: 3000 },
  );
});

it('finds nothing more when it is run again', () => {
  fc.assert(
    fc.property(turns, (turns) => {
      const once = maskTurns(turns);
      const again = maskTurns(turns.map(({ stretch }, index) => ({ text: once[index]!, stretch })));
      expect(again).toEqual(once);
    }),
    { numRuns: 3000 },
  );
});

it('never leaves seven digits in a row', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[a-z 一-龥，。]{0,12}$/),
      fc.stringMatching(/^[1-79]\d{6,20}$/),
      fc.stringMatching(/^[a-z ，。号]{0,12}$/),
      (before, digits, after) => {
        fc.pre(!/^(?:400|800|8\d\d)\d{7}$/.test(digits) && !/金|总|總|合|共|余|費|费|价|價/.test(before));
        fc.pre(!/total|amount|balance|sum|price|rmb|nt|cny|usd|hkd|twd/.test(before));
        fc.pre(!/^ ?(?:dollar|buck|yuan|rmb|cny|usd|ntd|twd|hkd|pound|euro|cent)/.test(after));
        expect(mask(`${before}${digits}${after}`)).not.toMatch(/\d{7}/);
      },
    ),
  );
});

it.each([
  ['digits', '1'],
  ['digits apart', '1 '],
  ['digits with commas', '1, '],
  ['thousands', ',111'],
  ['dots', '11.'],
  ['dates', '2024-01-'],
  ['Han digits', '一，'],
  ['words', 'double '],
  ['spoken', 'five, '],
  ['at signs', 'a@'],
  ['local parts', 'aaaaaaaaa.'],
  ['domains', '@a.a.a.a.'],
  ['spaces', ' '],
  ['gaps', '1                  '],
  ['line breaks', '1\n'],
])('takes little time over hostile %s', (_, piece) => {
  const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
  const begin = performance.now();
  expect(mask(text)).toHaveLength(text.length);
  expect(performance.now() - begin).toBeLessThan(5000);
});
