/** Counts as they are spoken in a length of time or an hour: figures, words, Chinese numerals. */

const onesEn = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const tensEn = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const wordsEn = new Map([
  ['fifteen', 15],
  ['half an', 0.5],
  ['a couple of', 2],
  ['couple of', 2],
  // Not exact; the agent has the benefit of the doubt.
  ['a few', 5],
  ['few', 5],
  ['another', 1],
  ['an', 1],
  ['a', 1],
]);
/** A count in English, for a regular expression over folded text. */
export const countEn: string = String.raw`(?:\d+(?:\.\d+)?|\b(?:(?:${tensEn.join('|')})(?:[ -](?:${onesEn.slice(0, 9).join('|')}))?|${[...onesEn, ...wordsEn.keys()].join('|')})\b)`;
/** The same in Chinese. */
export const countZh: string = String.raw`(?:\d+(?:\.\d+)?|[一二两三四五六七八九十百几半数]+)`;

/** What `countEn` or `countZh` found comes to; 几 and 数 stand for five. */
export function countOf(word: string): number {
  if (/^\d/u.test(word)) return Number(word);
  const [first = '', second] = word.split(/[ -]/u);
  const tens = tensEn.indexOf(first);
  if (tens >= 0) return (tens + 2) * 10 + (second === undefined ? 0 : onesEn.indexOf(second) + 1);
  const ones = onesEn.indexOf(word);
  return ones >= 0 ? ones + 1 : (wordsEn.get(word) ?? hanNumber(word));
}

/** 半, 两, 十五, 四十八, 七十二. */
function hanNumber(word: string): number {
  let total = 0;
  let last = 0;
  for (const sign of word) {
    if (sign === '半') return total + last + 0.5;
    if (sign === '十' || sign === '百') {
      total += (last === 0 ? 1 : last) * (sign === '十' ? 10 : 100);
      last = 0;
    } else
      last = sign === '几' || sign === '数' ? 5 : sign === '两' ? 2 : '一二三四五六七八九'.indexOf(sign) + 1;
  }
  return total + last;
}
