/** The sentence, and the clause, that hold a place in a text. */
import { endsSentence } from '../text/sentence.ts';

/** What ends a sentence; full stops are looked at again. */
const ends = /[.．]+|[!?。！？\r\n]+/gu;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The sentence around an offset, as `[start, end)`: the end that belongs to it is in it, the spaces before it are not. */
export function sentenceAt(text: string, offset: number): Range {
  let start = 0;
  for (const match of text.matchAll(ends)) {
    const [stops] = match;
    const end = match.index + stops.length;
    if (/^[.．]/u.test(stops) && !endsSentence(text, match.index, end, stops.length)) continue;
    if (end > offset) return { start: afterSpaces(text, start), end };
    start = end;
  }
  return { start: afterSpaces(text, start), end: text.length };
}

/** The clause around an offset in its sentence: from comma to comma, those of numbers such as 1,000 aside. */
export function clauseAt(text: string, offset: number, sentence: Range): Range {
  let { start } = sentence;
  for (const { index } of text.slice(sentence.start, sentence.end).matchAll(/,(?!\d)|[，、;；:：—]/gu)) {
    const at = sentence.start + index;
    if (at >= offset) return { start, end: at };
    start = at + 1;
  }
  return { start: afterSpaces(text, start), end: sentence.end };
}

function afterSpaces(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/u.test(text[at]!)) at++;
  return at;
}
