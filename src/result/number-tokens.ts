/** Numbers as they stand in a transcript: in digits, in Han digits and in English words, as tokens for masking. */

/** One written or spoken group of digits: `138`, `零零一三`, `five`, `double oh`, `twenty-one`. */
export interface NumberToken {
  /** UTF-16 offsets into the text, `[start, end)`. */
  readonly start: number;
  readonly end: number;
  /** What it reads as, in ASCII digits. */
  readonly digits: string;
  readonly kind: 'numeral' | 'han' | 'word';
  /** How many of its digits were said or written one by one. */
  readonly singles: number;
}

const hanDigits: readonly (readonly [characters: string, digit: number])[] = [
  ['零〇○', 0],
  ['一幺壹', 1],
  ['二两兩贰貳', 2],
  ['三叁參', 3],
  ['四肆', 4],
  ['五伍', 5],
  ['六陆陸', 6],
  ['七柒', 7],
  ['八捌', 8],
  ['九玖', 9],
];

const numeral = 16;
const letter = 32;

/** By code unit: `numeral | digit`, a Han digit's own value plus 1, `letter`, or 0. */
const classes = buildClasses();

function buildClasses(): Uint8Array {
  const table = new Uint8Array(65_536);
  for (let digit = 0; digit < 10; digit++) {
    table[0x30 + digit] = numeral | digit;
    table[0xff10 + digit] = numeral | digit;
  }
  for (let offset = 0; offset < 26; offset++) {
    table[0x41 + offset] = letter;
    table[0x61 + offset] = letter;
  }
  for (const [characters, digit] of hanDigits) {
    for (const character of characters) table[character.charCodeAt(0)] = digit + 1;
  }
  return table;
}

type Word =
  | { readonly kind: 'single' | 'teen' | 'ten'; readonly digits: string }
  | { readonly kind: 'scale'; readonly zeros: string }
  | { readonly kind: 'repeat'; readonly times: number };

const words: ReadonlyMap<string, Word> = new Map<string, Word>([
  ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'].map(
    (word, digit): [string, Word] => [word, { kind: 'single', digits: String(digit) }],
  ),
  ['oh', { kind: 'single', digits: '0' }],
  ['o', { kind: 'single', digits: '0' }],
  ['nought', { kind: 'single', digits: '0' }],
  ...[
    'ten',
    'eleven',
    'twelve',
    'thirteen',
    'fourteen',
    'fifteen',
    'sixteen',
    'seventeen',
    'eighteen',
    'nineteen',
  ].map((word, index): [string, Word] => [word, { kind: 'teen', digits: String(10 + index) }]),
  ...['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'].map(
    (word, index): [string, Word] => [word, { kind: 'ten', digits: String(20 + 10 * index) }],
  ),
  ['hundred', { kind: 'scale', zeros: '00' }],
  ['thousand', { kind: 'scale', zeros: '000' }],
  ['double', { kind: 'repeat', times: 2 }],
  ['triple', { kind: 'repeat', times: 3 }],
]);

const longestWord = Math.max(...[...words.keys()].map((word) => word.length));

/** Whether the words at `end` and `start` stand side by side: one space or hyphen between them. */
function adjacent(text: string, end: number, start: number): boolean {
  return start - end === 1 && (text[end] === ' ' || text[end] === '-');
}

/** What a word does to the tokens before it; `repeat` is a `double` or `triple` that waits for its digit. */
class WordReader {
  readonly #text: string;
  readonly #tokens: NumberToken[];
  #repeat: { readonly start: number; readonly end: number; readonly times: number } | undefined;
  /** The kind of the last word, as long as its token is the last one. */
  #last: 'single' | 'teen' | 'ten' | undefined;
  #lastToken: NumberToken | undefined;

  constructor(text: string, tokens: NumberToken[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  read(word: Word, start: number, end: number): void {
    const previous = this.#tokens.at(-1);
    const follows =
      previous !== undefined && previous === this.#lastToken && adjacent(this.#text, previous.end, start);
    switch (word.kind) {
      case 'repeat':
        this.#repeat = { start, end, times: word.times };
        return;
      case 'scale':
        // "eight hundred", "one thousand"; any other thousand is an amount, and no token.
        if (follows && (word.zeros === '00' || this.#last === 'single')) {
          this.#replaceLast({ ...previous, end, digits: previous.digits + word.zeros, singles: 0 });
        }
        return;
      case 'single':
        if (this.#repeat !== undefined && adjacent(this.#text, this.#repeat.end, start)) {
          const { start: from, times } = this.#repeat;
          this.#push({ start: from, end, digits: word.digits.repeat(times), kind: 'word', singles: times });
        } else if (follows && this.#last === 'ten' && word.digits !== '0') {
          this.#replaceLast({ ...previous, end, digits: previous.digits[0]! + word.digits });
        } else {
          this.#push({ start, end, digits: word.digits, kind: 'word', singles: 1 });
          this.#last = 'single';
        }
        return;
      case 'teen':
      case 'ten':
        this.#push({ start, end, digits: word.digits, kind: 'word', singles: 0 });
        this.#last = word.kind;
    }
  }

  #push(token: NumberToken): void {
    this.#tokens.push(token);
    this.#lastToken = token;
    this.#last = undefined;
    this.#repeat = undefined;
  }

  #replaceLast(token: NumberToken): void {
    this.#tokens.pop();
    this.#push(token);
  }
}

/**
 * The groups of digits of a text, in order, not overlapping: runs of digits (ASCII and full-width), runs of Han digits
 * without multipliers, and English number words. Linear in the text.
 */
export function numberTokens(text: string): readonly NumberToken[] {
  const tokens: NumberToken[] = [];
  const reader = new WordReader(text, tokens);
  for (let at = 0; at < text.length;) {
    const start = at;
    const kind = classes[text.charCodeAt(at)]!;
    if (kind === 0) {
      at += 1;
    } else if (kind === letter) {
      while (at < text.length && classes[text.charCodeAt(at)] === letter) at += 1;
      if (at - start > longestWord) continue;
      const word = words.get(text.slice(start, at).toLowerCase());
      if (word !== undefined) reader.read(word, start, at);
    } else {
      const han = kind <= 10;
      let digits = '';
      for (; at < text.length; at++) {
        const next = classes[text.charCodeAt(at)]!;
        if (next === 0 || next === letter || next <= 10 !== han) break;
        digits += han ? next - 1 : next & 15;
      }
      const single = han || at - start === 1;
      tokens.push({
        start,
        end: at,
        digits,
        kind: han ? 'han' : 'numeral',
        singles: single ? at - start : 0,
      });
    }
  }
  return tokens;
}
