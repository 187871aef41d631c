import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charKind, fold, foldText, kinds } from '../../src/text/fold.ts';

describe('foldText', () => {
  it('never moves an offset, whatever the text', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
    );
    fc.assert(
      fc.property(anything, (text) => {
        const folded = foldText(text);
        expect(folded).toHaveLength(text.length);
        expect(foldText(folded)).toBe(folded);
        for (let at = 0; at < text.length; at++) expect(foldText(text[at]!)).toBe(folded[at]);
      }),
      { seed: 7, numRuns: 500 },
    );
  });

  it('gives every code unit a class that keeps its kind', () => {
    const moved: string[] = [];
    for (let code = 0; code < 0x10000; code++) {
      expect(fold[fold[code]!]).toBe(fold[code]);
      if (kinds[fold[code]!] !== kinds[code]) moved.push(String.fromCharCode(code));
    }
    expect(moved).toEqual([]);
  });

  it.each([
    ['Calm DOWN', 'calm down'],
    ['ＣＡＬＭ　ｄｏｗｎ１２', 'calm down12'],
    ['Café Ünïted Ångström', 'cafe united angstrom'],
    ['ΑΒΓ ЖЗИ', 'αβγ жзи'],
    ['it’s it‘s it´s it`s', "it's it's it's it's"],
    ['好。好｡', '好.好.'],
    ['a\u00a0b', 'a b'],
    ['冷靜', '冷静'],
    ['規定', '规定'],
    ['沒辦法', '没办法'],
    ['客戶', '客户'],
    ['請您稍等', '请您稍等'],
    ['ß', 'ß'],
    ['😀𠮷', '😀𠮷'],
  ])('%j becomes %j', (text, folded) => expect(foldText(text)).toBe(folded));

  it.each([
    ['瞭解', '了解'],
    ['瞭望', '了望'],
    ['回覆', '回复'],
    ['回復', '回复'],
    ['重複', '重复'],
    ['著急', '着急'],
    ['甚麼', '什么'],
    ['甚么', '什麼'],
    ['妳', '你'],
    ['帳單', '账单'],
    ['賬單', '帐单'],
    ['這裡', '这里'],
    ['這裏', '这里'],
    ['佔用', '占用'],
    ['隻', '只'],
    ['祇有', '只有'],
    ['臺灣', '台湾'],
    ['諮詢', '咨询'],
    ['彷彿', '彷佛'],
    ['後來', '后来'],
    ['週末', '周末'],
    ['聯絡', '联络'],
    ['幾個工作天', '几个工作天'],
    ['鐘', '钟'],
  ])('%s and %s are one', (a, b) => expect(foldText(a)).toBe(foldText(b)));

  it.each([
    ['做', '作'],
    ['他', '她'],
    ['份', '彿'],
    ['末', '未'],
    ['0', 'o'],
  ])('%s and %s are two', (a, b) => expect(foldText(a)).not.toBe(foldText(b)));
});

describe('kinds', () => {
  it.each([
    ['letter', 'aZéßΩжａ한'],
    ['digit', '09０９'],
    ['single', '静規々〆〇にカ'],
    ['stop', '.．。｡'],
    ['question', '?？'],
    ['exclamation', '!！'],
    ['line', '\n\r\u2028\u2029'],
    ['apostrophe', "'’‘´`＇"],
    ['ignored', '\u200b\u0301\ufeff\u00ad\ufe0f\u200d'],
    ['comma', ',，、;；:：—…'],
    ['transparent', ' \t\u00a0\u3000"“”(（-/_嗯呃×÷「」'],
    ['high', '\ud842'],
    ['fillerHead', '那'],
  ] as const)('%s: %j', (kind, characters) => {
    for (const character of characters.split(''))
      expect([character, kinds[character.charCodeAt(0)]]).toEqual([character, charKind[kind]]);
  });
});
