import { describe, expect, it } from 'vitest';
import { joinWords } from '../../../src/read/vendors/pieces.ts';

describe('words in a row', () => {
  it.each<[string, boolean | undefined, string]>([
    ['how are you', undefined, 'how are you'],
    ['您 好 ， 请 问', undefined, '您好，请问'],
    ['号 码 是 1 2 3 4 5 对 吧', undefined, '号码是12345对吧'],
    ['1 2 3 4 5', true, '12345'],
    ['价 格 是 9 9 . 5 元', undefined, '价格是99.5元'],
    ['价 格 是 99 . 5 元', undefined, '价格是99.5元'],
    // Numbers that are whole stay apart, and so does what is no Chinese.
    ['是 12 34 号', undefined, '是12 34号'],
    ['options 1 2 or 3', undefined, 'options 1 2 or 3'],
    ['1 2 3', undefined, '1 2 3'],
    ['it is 5 . 3 of us came', undefined, 'it is 5. 3 of us came'],
  ])('%s (Chinese: %s) are %s', (words, isHan, text) => {
    expect(joinWords(words.split(' '), isHan)).toBe(text);
  });
});
