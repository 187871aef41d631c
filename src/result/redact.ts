/** Masks personal data in what people said: numbers that name someone, written or spoken, and e-mail addresses. */
import { protectedTokens } from './harmless-numbers.ts';
import { isHotline } from './hotline.ts';
import { numberTokens, type NumberToken } from './number-tokens.ts';

/** A turn's text and the number of the stretch it belongs to. */
export interface MaskableTurn {
  readonly text: string;
  readonly stretch: number;
}

/** So many digits in a row name someone: local phones have seven. */
const leastDigits = 7;
/** Between two groups of one number there stands no more than this, in code units. */
const widestGap = 24;
const widestPlainGap = 4;

const tightGap = /^[\s\-\u2010-\u2015－()（）·\u00ad\u200b-\u200d\ufeff]*$/;
const looseGap =
  /^(?:[\s\-\u2010-\u2015－()（）·\u00ad\u200b-\u200d\ufeff.,;，。、；…]|(?:um+|uh+|erm?|hmm+|dash|hyphen|and then|then)(?![a-z])|嗯|呃|额|額|啊|唔|然后|然後|横杠|横槓|杠|槓)*$/i;

/** How groups of a number stand when they are written or dictated with commas: by the lengths of the groups. */
const commaShape = /^(?:(?:1,)?3,3,4|(?:2,)?3,4,4|4,4,4,4(?:,3)?)$/;

const years = /^(?:19|20)\d\d$/;

/** 一 at the end of a spoken number that begins the next word: 一直, 一下, 一个. */
const beginsWordWithOne = /[直下个個些次样樣定起般旦共边邊点點会會致律切句周天年月日再同]/;

interface Masked {
  readonly start: number;
  readonly end: number;
}

/**
 * The texts with personal data masked: phones, ids, cards, e-mail addresses and whatever else has seven or more digits in
 * a row, in digits or in words of either language, also where a number runs over joined turns of one stretch. Each code
 * unit becomes one `*`, or `＊` where it is a wide one, so that offsets and widths hold. Hotlines, amounts, durations,
 * dates, years, times and percentages stay, and so do names. Linear in the text; texts without anything are returned
 * as they are.
 */
export function maskTurns(turns: readonly MaskableTurn[]): readonly string[] {
  const masked: string[] = [];
  for (let first = 0; first < turns.length;) {
    let next = first + 1;
    while (next < turns.length && turns[next]!.stretch === turns[first]!.stretch) next += 1;
    const texts = turns.slice(first, next).map(({ text }) => text);
    masked.push(...maskStretch(texts));
    first = next;
  }
  return masked;
}

/** Joins the turns of a stretch by one line break each, masks, and cuts at the same offsets again. */
function maskStretch(texts: readonly string[]): readonly string[] {
  const joined = texts.length === 1 ? texts[0]! : texts.join('\n');
  const withoutMail = joined.includes('@') || joined.includes('＠') ? cover(joined, emails(joined)) : joined;
  const result = cover(withoutMail, numbers(withoutMail));
  if (result === joined) return texts;
  let from = 0;
  return texts.map((text) => {
    const part = result.slice(from, from + text.length);
    from += text.length + 1;
    return part;
  });
}

/** Whether a code unit takes two columns: Han, kana, full-width forms and their punctuation. */
function isWide(unit: number): boolean {
  return (
    unit >= 0x2e80 &&
    (unit <= 0xa4cf ||
      (unit >= 0xac00 && unit <= 0xd7a3) ||
      (unit >= 0xf900 && unit <= 0xfaff) ||
      (unit >= 0xfe30 && unit <= 0xfe6f) ||
      (unit >= 0xff01 && unit <= 0xff60) ||
      (unit >= 0xffe0 && unit <= 0xffe6))
  );
}

function cover(text: string, spans: readonly Masked[]): string {
  if (spans.length === 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    pieces.push(text.slice(from, start));
    for (let at = start; at < end; at++) pieces.push(isWide(text.charCodeAt(at)) ? '＊' : '*');
    from = end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}

const localUnit = /[\w.%+\-０-９Ａ-Ｚａ-ｚ]/;
const domainUnit = /[\w.\-０-９Ａ-Ｚａ-ｚ．]/;
const topLevel = /[.．][a-zａ-ｚ]{2}/i;

/** E-mail addresses; no `@` is looked at twice, so this is linear. */
function emails(text: string): readonly Masked[] {
  const found: Masked[] = [];
  let free = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] !== '@' && text[at] !== '＠') continue;
    let start = at;
    while (start > free && localUnit.test(text[start - 1]!)) start -= 1;
    let end = at + 1;
    while (end < text.length && domainUnit.test(text[end]!)) end += 1;
    // A sentence's own full stop, or a dash, is no part of it.
    while (end > at + 1 && /[.．\-_]/.test(text[end - 1]!)) end -= 1;
    free = at + 1;
    if (start === at || !topLevel.test(text.slice(at + 1, end))) continue;
    found.push({ start, end });
    free = end;
    at = end - 1;
  }
  return found;
}

type Gap = 'tight' | 'loose' | 'none';

function gapBetween(text: string, a: NumberToken, b: NumberToken): Gap {
  const width = b.start - a.end;
  // 一 alone beside digits is a word more often than a digit: 13800138000一直打不通.
  const lone = (x: NumberToken, y: NumberToken) =>
    x.kind === 'han' && x.digits.length === 1 && y.kind !== 'han';
  if (width > widestGap || lone(a, b) || lone(b, a)) return 'none';
  const gap = text.slice(a.end, b.start);
  const spoken = a.kind !== 'numeral' && b.kind !== 'numeral';
  if (gap === '.' && a.digits.length > 1 && b.digits.length > 1) return 'tight';
  if (width <= widestPlainGap && tightGap.test(gap)) return 'tight';
  if (!looseGap.test(gap)) return 'none';
  return spoken || gap.includes('\n') ? 'tight' : 'loose';
}

/** The spans of the numbers that name someone. */
function numbers(text: string): readonly Masked[] {
  const tokens = numberTokens(text);
  let digits = 0;
  for (const token of tokens) digits += token.digits.length;
  if (digits < leastDigits) return [];

  const harmless = protectedTokens(text, tokens);
  const found: Masked[] = [];
  let chain: NumberToken[][] = [];
  let previous: NumberToken | undefined;
  for (const [index, token] of tokens.entries()) {
    if (harmless.has(index)) {
      previous = undefined;
      continue;
    }
    const gap = previous === undefined ? 'none' : gapBetween(text, previous, token);
    if (gap === 'tight') {
      chain.at(-1)!.push(token);
    } else if (gap === 'loose') {
      chain.push([token]);
    } else {
      closeChain(text, chain, found);
      chain = [[token]];
    }
    previous = token;
  }
  closeChain(text, chain, found);
  return found;
}

/**
 * Groups with commas between them are one number only where they stand like one. Else the runs that are long enough alone
 * are judged alone, and cut the chain.
 */
function closeChain(text: string, chain: readonly NumberToken[][], found: Masked[]): void {
  if (standsLikeOne(chain)) {
    closeRun(text, chain.flat(), found);
    return;
  }
  let rest: NumberToken[][] = [];
  for (const run of [...chain, undefined]) {
    const length = run?.reduce((sum, token) => sum + token.digits.length, 0) ?? Infinity;
    if (run !== undefined && length < leastDigits) {
      rest.push(run);
      continue;
    }
    if (rest.length < chain.length && standsLikeOne(rest)) closeRun(text, rest.flat(), found);
    if (run !== undefined) closeRun(text, run, found);
    rest = [];
  }
}

function standsLikeOne(chain: readonly NumberToken[][]): boolean {
  if (chain.length < 2) return false;
  const all = chain.flat();
  if (all.length >= leastDigits) return all.every((token) => token.digits.length === 1);
  return commaShape.test(all.map((token) => token.digits.length).join());
}

function closeRun(text: string, run: readonly NumberToken[], found: Masked[]): void {
  const tokens = trimmed(text, run);
  const first = tokens[0];
  const last = tokens.at(-1);
  if (first === undefined || last === undefined) return;
  const digits = tokens.map((token) => token.digits).join('');
  if (digits.length < leastDigits || isHotline(tokens) || isHarmless(tokens, digits)) return;
  found.push({ start: startOf(text, first), end: endOf(text, last, digits.length) });
}

/** Without an "Oh" before digits, and without the 一 of a word that follows. */
function trimmed(text: string, run: readonly NumberToken[]): readonly NumberToken[] {
  let tokens = run;
  if (tokens.length > 1 && tokens[1]!.kind === 'numeral' && /^oh?$/i.test(slice(text, tokens[0]!))) {
    tokens = tokens.slice(1);
  }
  const last = tokens.at(-1);
  if (
    last?.kind === 'han' &&
    last.digits.length > 1 &&
    text[last.end - 1] === '一' &&
    beginsWordWithOne.test(text[last.end] ?? '')
  ) {
    tokens = [...tokens.slice(0, -1), { ...last, end: last.end - 1, digits: last.digits.slice(0, -1) }];
  }
  return tokens;
}

function slice(text: string, token: NumberToken): string {
  return text.slice(token.start, token.end);
}

/** Years side by side, counting, and amounts in words, which have few digits said one by one. */
function isHarmless(tokens: readonly NumberToken[], digits: string): boolean {
  if (tokens.length > 1 && tokens.every((token) => token.kind !== 'word' && years.test(token.digits))) {
    return true;
  }
  if (tokens.every((token) => token.digits.length === 1) && '0123456789'.includes(digits)) return true;
  if (!tokens.every((token) => token.kind === 'word')) return false;
  let singles = 0;
  for (const token of tokens) singles += token.singles;
  return singles < 3 && digits.length < 12;
}

/** One letter right before the digits belongs to them, as in the ids of Taiwan and Hong Kong. */
function startOf(text: string, first: NumberToken): number {
  const attached =
    first.kind === 'numeral' &&
    /[a-z]/i.test(text[first.start - 1] ?? '') &&
    !/[a-z0-9]/i.test(text[first.start - 2] ?? '');
  return attached ? first.start - 1 : first.start;
}

/** The X that ends an id of 18 places. */
function endOf(text: string, last: NumberToken, digits: number): number {
  if (digits !== 17) return last.end;
  const x = /^\s?[xｘ×叉](?![a-z])/i.exec(text.slice(last.end, last.end + 3));
  return x === null ? last.end : last.end + x[0].length;
}
