/** Makes pieces of talk out of words, where a format gives no more than words. */
import type { Word } from '../../call/call.ts';
import type { Piece, Voice } from './draft.ts';

/** A word as a format lists it: times in milliseconds, what it does not say undefined. */
export interface Token {
  readonly text: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  /** 0 to 1. */
  readonly confidence?: number | undefined;
  readonly voice?: Voice | undefined;
  /** Punctuation, which belongs to the word before it. */
  readonly attaches?: boolean;
}

/** A silence that ends a piece, in milliseconds: the one that ends a sentence. */
const pause = 700;
const cjk = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。；：！？、“”（）《》【】「」『』`;
const endsUnspaced = new RegExp(`[${cjk}]$`, 'u');
const startsUnspaced = new RegExp(`^[${cjk}\\d]`, 'u');
const startsHan = /^\p{Script=Han}/u;
const closing = /^[,.;:!?，。；：！？、…)\]}）】」』》”%]/u;

/** Whether words are Chinese, which writes a number without spaces that a recogniser gives digit by digit. */
export function areHan(words: readonly string[]): boolean {
  return words.some((word) => startsHan.test(word.trim()));
}

/** Whether a digit goes on the number before it: digit by digit, or behind a decimal point of its own. */
function goesOn(next: string, before: string | undefined, text: string): boolean {
  if (before === '.') return /\d\.$/u.test(text) && /^\d/u.test(next);
  return before !== undefined && /^\d$/u.test(before) && /^\d$/u.test(next);
}

/**
 * Words as running text: spaces between words, none between Han characters, at numbers among them, before punctuation.
 * @param isHan whether the talk that the words are of is Chinese, as a piece of nothing but digits cannot tell
 */
export function joinWords(words: readonly string[], isHan = areHan(words)): string {
  let text = '';
  let before: string | undefined;
  for (const word of words) {
    const next = word.trim();
    if (next === '') continue;
    const glued =
      text === '' ||
      closing.test(next) ||
      (endsUnspaced.test(text) && startsUnspaced.test(next)) ||
      (/\d$/u.test(text) && startsHan.test(next)) ||
      (isHan && goesOn(next, before, text));
    text += glued ? next : ` ${next}`;
    before = next;
  }
  return text;
}

function sameVoice(a: Voice | undefined, b: Voice | undefined): boolean {
  return a?.id === b?.id && a?.channel === b?.channel && a?.side === b?.side;
}

/** A token as a word, without the keys that it has no value for. */
export function wordOf({ text, start, end, confidence }: Token): Word {
  return {
    text,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined || end < (start ?? 0) ? {} : { end }),
    ...(confidence === undefined ? {} : { confidence }),
  };
}

/** Tokens as words, each run of punctuation on the word before it. */
export function wordsOf(tokens: readonly Token[]): readonly Word[] {
  const words: Word[] = [];
  for (const token of tokens) {
    const last = words.at(-1);
    if (token.attaches === true && last !== undefined) {
      words[words.length - 1] = { ...last, text: last.text + token.text.trim() };
    } else if (token.text.trim() !== '') words.push(wordOf(token));
  }
  return words;
}

/**
 * Cuts words into pieces where the voice changes and where nobody talks for 700 ms. Every word is in exactly one piece:
 * one without a voice goes with the one before it, at the beginning with the one after it.
 */
export function cutWords(tokens: readonly Token[]): readonly Piece[] {
  const runs: { voice: Voice | undefined; tokens: Token[] }[] = [];
  let lastTime: number | undefined;
  for (const token of tokens) {
    const { voice, attaches = false, start, end } = token;
    const open = runs.at(-1);
    const changes = voice !== undefined && open?.voice !== undefined && !sameVoice(voice, open.voice);
    const rests = start !== undefined && lastTime !== undefined && start - lastTime >= pause;
    if (open === undefined || (!attaches && (changes || rests))) {
      runs.push({ voice: voice ?? open?.voice, tokens: [token] });
    } else {
      open.tokens.push(token);
      open.voice ??= voice;
    }
    lastTime = end ?? start ?? lastTime;
  }
  const firstVoice = runs.find((run) => run.voice !== undefined)?.voice;
  const isHan = areHan(tokens.map(({ text }) => text));
  return runs.map(({ voice = firstVoice, tokens }): Piece => {
    const words = wordsOf(tokens);
    const text = joinWords(
      words.map(({ text }) => text),
      isHan,
    );
    return { voice, text, words };
  });
}
