/** Numbers that name nobody: dates, times, amounts, decimals, percentages, durations. */
import type { NumberToken } from './number-tokens.ts';

// Every repetition is bounded, so that trying one at each token stays linear.
const month = '(?:0?[1-9]|1[0-2])';
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const year = '(?:19|20)\\d\\d';
const date = new RegExp(
  `(?:${year}([-/.])${month}\\1${day}|${year}年${month}月${day}|${month}([-/.])${day}\\2${year}` +
    `|${day}([-/.])${month}\\3${year}|${year}[-/](?:0[1-9]|1[0-2]))(?!\\d|[-/.]\\d)`,
  'y',
);
const thousands = /\d{1,3}(?:[,，]\d{3}){1,5}(?:[.．]\d{1,2})?(?!\d|[,，.．]\d)/y;
const decimal = /\d{1,9}[.．]\d{1,2}(?!\d|[.．-]\d)/y;
const smallDecimal = /\d{1,2}[.．]\d{1,4}(?!\d|[.．-]\d)/y;

const moneyUnit =
  /^\s?(?:元|块|塊|圆|圓|円|美元|美金|人民币|人民幣|台币|台幣|万|萬|亿|億|(?:dollars?|bucks|yuan|rmb|cny|usd|ntd|twd|hkd|pounds?|euros?|cents?)(?![a-z]))/i;
const otherUnit =
  /^\s?(?:[%％‰]|百分|天(?!天)|小时|小時|分钟|分鐘|秒|次|个月|個月|年|折|(?:percent|hours?|hrs?|days?|minutes?|mins?|seconds?|secs?|times|weeks?|months?|years?|[ap]m)(?![a-z]))/i;
const moneySign = /(?:[¥￥$＄€£]|(?<![a-z])(?:rmb|cny|usd|nt|ntd|twd|hkd))\s?$/i;
const moneyWord =
  /(?:(?<![a-z])(?:total|amount|balance|sum|price)|金额|金額|总额|總額|总计|總計|合计|合計|共计|共計|总价|總價|余额|餘額|费用|費用|价格|價格)(?:\s?[:：]|\s?(?:is|was|of)|是|为|為)?\s?$/i;

function matchEnd(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

/** A masked digit beside the colon counts as one, so that masking twice is masking once. */
function isTime(text: string, { start, end }: NumberToken): boolean {
  return (
    end - start <= 2 &&
    (/^[:：][\d*＊]/.test(text.slice(end, end + 2)) ||
      /[\d*＊][:：]$/.test(text.slice(Math.max(0, start - 2), start)))
  );
}

function isAmount(text: string, { start, end, digits }: NumberToken): boolean {
  const after = text.slice(end, end + 12);
  const before = text.slice(Math.max(0, start - 24), start);
  return (
    (digits.length <= 9 && (moneyUnit.test(after) || moneyWord.test(before))) ||
    (digits.length <= 6 && otherUnit.test(after)) ||
    (digits.length <= 12 && moneySign.test(before))
  );
}

/**
 * The indices of the tokens that are no part of anyone's number: written dates, times of day, amounts, decimals, percentages,
 * durations. Compact dates (20240115) are not among them: eight digits in a row may be anything.
 */
export function protectedTokens(text: string, tokens: readonly NumberToken[]): ReadonlySet<number> {
  const plain = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xff10 + 0x30));
  const found = new Set<number>();
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.kind !== 'numeral') continue;
    const begins = !/[\d][-/.．,，]$/.test(plain.slice(Math.max(0, token.start - 2), token.start));
    const end = begins
      ? [date, thousands, decimal, smallDecimal]
          .map((pattern) => matchEnd(pattern, plain, token.start))
          .find((at) => at !== undefined)
      : undefined;
    if (end !== undefined) {
      for (; index < tokens.length && tokens[index]!.start < end; index++) found.add(index);
      index -= 1;
    } else if (isTime(plain, token) || isAmount(plain, token)) {
      found.add(index);
    }
  }
  return found;
}
