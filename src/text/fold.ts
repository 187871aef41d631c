/** Folding: which code units are one for a phrase. A table over UTF-16 code units, so that offsets never move. */
import { simplifiedForms, traditionalForms } from './variant-table.ts';

/** What a code unit is for the reading of text as units. */
export const charKind = {
  /** Space, dash, quote, bracket, emoji, symbol: between units, and of no matter. */
  transparent: 0,
  /** A letter or digit of a Latin word (or of another alphabet that is written in words). */
  letter: 1,
  /** A unit of its own: Han, and letters of scripts without spaces. */
  single: 2,
  /** `.` and its kin: ends a sentence unless a decimal, an abbreviation or an ellipsis says otherwise. */
  stop: 3,
  question: 4,
  exclamation: 5,
  /** Ends a line, and a sentence with it. */
  line: 6,
  apostrophe: 7,
  /** Zero-width and combining: not there at all. */
  ignored: 8,
  /** Comma, semicolon, colon, dash, ellipsis: ends a clause and no sentence. */
  comma: 9,
  digit: 10,
  /** The first half of a surrogate pair. */
  high: 11,
  /** The first character of the filler 那个. */
  fillerHead: 12,
} as const;

/**
 * Characters that are one for a listener and that OpenCC keeps apart, each line a class that folds to its first.
 * Written by hand: forms that writers and recognisers exchange.
 */
const alike = [
  '着著',
  '了瞭',
  '复覆複',
  '什甚',
  '你妳',
  '账帐賬帳',
  '里裡裏',
  '占佔',
  '只祇隻',
  '么麼麽',
  '台臺颱',
  '它牠',
  '咨谘諮',
  '唯惟',
];

/** Fillers of one character, said while thinking. */
const fillerCharacters = '嗯呃';

function foldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++) table[code] = code;
  for (let code = 0x41; code <= 0x5a; code++) table[code] = code + 0x20;
  // Full-width ASCII, then Latin with diacritics by their base letter.
  for (let code = 0xff01; code <= 0xff5e; code++) table[code] = table[code - 0xfee0]!;
  for (let code = 0xc0; code < 0x250; code++) foldLetter(table, code);
  for (let code = 0x1e00; code < 0x1f00; code++) foldLetter(table, code);
  for (let code = 0x370; code < 0x530; code++) table[code] = lower(code);
  for (const quote of '‘’‛ʼ′`´') table[quote.charCodeAt(0)] = 0x27;
  for (const stop of '。｡') table[stop.charCodeAt(0)] = 0x2e;
  table[0x3000] = 0x20;
  table[0xa0] = 0x20;
  for (let index = 0; index < traditionalForms.length; index++) {
    table[traditionalForms.charCodeAt(index)] = simplifiedForms.charCodeAt(index);
  }
  for (const line of alike) {
    for (let index = 1; index < line.length; index++) table[line.charCodeAt(index)] = line.charCodeAt(0);
  }
  // A form that folds to one that folds on in turn (瞭 to 了) must land where that one does.
  for (let code = 0; code < 0x10000; code++) table[code] = table[table[code]!]!;
  return table;
}

function lower(code: number): number {
  const folded = String.fromCharCode(code).toLowerCase();
  return folded.length === 1 ? folded.charCodeAt(0) : code;
}

function foldLetter(table: Uint16Array, code: number): void {
  const base = String.fromCharCode(code).normalize('NFD').charCodeAt(0);
  table[code] = base < 0x80 ? table[base]! : lower(code);
}

/** The representative of each code unit's class. */
export const fold: Uint16Array = foldTable();

/** Ranges `[first, last]` by kind; what no range names is transparent. Later ranges win. */
const ranges: readonly (readonly [kind: number, ...pairs: readonly (readonly [number, number])[]])[] = [
  [
    charKind.letter,
    [0xaa, 0xaa],
    [0xb5, 0xb5],
    [0xba, 0xba],
    [0xc0, 0x2af],
    [0x370, 0x52f],
    [0x531, 0x1fff],
    [0x2c60, 0x2c7f],
    [0xac00, 0xd7a3],
    [0x41, 0x5a],
    [0x61, 0x7a],
    [0xff21, 0xff3a],
    [0xff41, 0xff5a],
  ],
  [charKind.digit, [0x30, 0x39], [0xff10, 0xff19]],
  [
    charKind.single,
    [0xe00, 0xeff],
    [0x3005, 0x3007],
    [0x3040, 0x30fa],
    [0x30fc, 0x30ff],
    [0x3105, 0x318e],
    [0x31f0, 0x31ff],
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0xf900, 0xfaff],
  ],
  [charKind.transparent, [0xd7, 0xd7], [0xf7, 0xf7], [0x37e, 0x37e], [0x387, 0x387]],
  [
    charKind.ignored,
    [0xad, 0xad],
    [0x300, 0x36f],
    [0x1ab0, 0x1aff],
    [0x1dc0, 0x1dff],
    [0x200b, 0x200f],
    [0x202a, 0x202e],
    [0x2060, 0x206f],
    [0x20d0, 0x20ff],
    [0xfe00, 0xfe0f],
    [0xfe20, 0xfe2f],
    [0xfeff, 0xfeff],
  ],
  [charKind.high, [0xd800, 0xdbff]],
];

/** Single characters by kind: every form of each, full-width ones among them. */
const characters: readonly (readonly [kind: number, characters: string])[] = [
  [charKind.stop, '.．。｡'],
  [charKind.question, '?？؟'],
  [charKind.exclamation, '!！'],
  [charKind.line, '\n\r\u2028\u2029'],
  [charKind.apostrophe, "'＇‘’‛ʼ′`｀´"],
  [charKind.comma, ',，、;；:：–—…'],
  [charKind.transparent, fillerCharacters],
  [charKind.fillerHead, '那'],
];

function kindTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  for (const [kind, ...pairs] of ranges) for (const [first, last] of pairs) table.fill(kind, first, last + 1);
  for (const [kind, all] of characters) for (const character of all) table[character.charCodeAt(0)] = kind;
  return table;
}

/** The kind of each code unit, after folding. */
export const kinds: Uint8Array = kindTable();

/** Text with each code unit folded: the same length, so that every offset stays. */
export function foldText(text: string): string {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) units[index] = fold[text.charCodeAt(index)]!;
  return Buffer.from(units.buffer).toString('utf16le');
}
