/** English numbers in words: "twenty-four", "a hundred and five", "half a dozen". */

/** As alternatives of a pattern. */
export const ones = 'one|two|three|four|five|six|seven|eight|nine';
export const small = `zero|${ones}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen`;
export const tens = 'twenty|thirty|forty|fourty|fifty|sixty|seventy|eighty|ninety';
export const scale = 'hundred|thousand|million|billion|grand';

const onesWords = new Set(ones.split('|'));
const smallWords = new Set(small.split('|'));
const tensWords = new Set(tens.split('|'));
const scaleWords = new Set(scale.split('|'));
const scaleOrDozen = new Set([...scaleWords, 'dozen']);
const vague = new Set(['couple', 'few']);

/** The words that a number may begin with. */
export const numberFirstWords: ReadonlySet<string> = new Set([
  'half',
  'a',
  'dozen',
  ...tensWords,
  ...smallWords,
  ...scaleWords,
]);

/** Where the longest number in words that begins at an offset ends; -1 where none begins there. */
export function numberWordsEnd(text: string, at: number): number {
  const first = wordAt(text, at);
  let end = at + first.length;
  switch (first) {
    case 'half': {
      const a = word(text, end, 'a');
      return a < 0 ? -1 : word(text, a, 'dozen');
    }
    case 'dozen':
      return end;
    case 'a': {
      const dozen = word(text, end, 'dozen');
      if (dozen >= 0) return dozen;
      const few = oneOf(text, end, vague);
      if (few >= 0) {
        const of = word(text, few, 'of');
        return oneOf(text, of < 0 ? few : of, scaleOrDozen);
      }
      if (oneOf(text, end, scaleWords) < 0) return -1;
      break;
    }
    default:
      if (first === 'hundred' || first === 'thousand') return end;
      end = belowHundred(text, at);
      if (end < 0) return -1;
  }
  for (;;) {
    const scaled = oneOf(text, end, scaleWords);
    if (scaled < 0) return end;
    const and = word(text, scaled, 'and');
    const more = spaced(text, and < 0 ? scaled : and);
    const rest = more < 0 ? -1 : belowHundred(text, more);
    end = rest < 0 ? scaled : rest;
  }
}

function belowHundred(text: string, at: number): number {
  const first = wordAt(text, at);
  const end = at + first.length;
  if (smallWords.has(first)) return end;
  if (!tensWords.has(first)) return -1;
  const sign = text[end];
  if (sign !== ' ' && sign !== '-') return end;
  const second = wordAt(text, end + 1);
  return onesWords.has(second) ? end + 1 + second.length : end;
}

/** The offset after the spaces at an offset; -1 where there are none. */
function spaced(text: string, at: number): number {
  let to = at;
  while (text[to] === ' ') to++;
  return to === at ? -1 : to;
}

/** The end of a word after spaces; -1 where another stands there. */
function word(text: string, at: number, wanted: string): number {
  const from = spaced(text, at);
  return from >= 0 && wordAt(text, from) === wanted ? from + wanted.length : -1;
}

function oneOf(text: string, at: number, words: ReadonlySet<string>): number {
  const from = spaced(text, at);
  if (from < 0) return -1;
  const found = wordAt(text, from);
  return words.has(found) ? from + found.length : -1;
}

/** The whole word of small letters that begins at an offset; empty where digits follow it without a space. */
function wordAt(text: string, at: number): string {
  const word = lettersAt(text, at);
  const next = text.charCodeAt(at + word.length);
  return (next >= 0x30 && next <= 0x39) || next === 0x5f ? '' : word;
}

/** The small letters that begin at an offset, whatever follows them. */
export function lettersAt(text: string, at: number): string {
  let end = at;
  while (isLetter(text.charCodeAt(end))) end++;
  return text.slice(at, end);
}

/** Whether a code unit is a small Latin letter. */
export function isLetter(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}
