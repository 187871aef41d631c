/** The sentence around a piece of a text, for quoting: enough to be understood, no more than a line or two. */
import { endsSentence } from './sentence.ts';

/** A quote is no longer, in code units, unless the piece itself is. */
const longest = 120;

const stop = /[.．!?。！？\n]/u;
const clauseEnd = /[,，;；、:：]/u;

/** `[start, end)` of the sentence around a piece `[start, end)`; of a long one, the clauses next to the piece. */
export function sentenceAround(
  text: string,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  let from = start;
  while (from > 0 && !endsAt(text, from - 1)) from--;
  let until = end;
  while (until < text.length && !(until > start && endsAt(text, until - 1))) until++;
  if (until - from > longest) {
    const clauseFrom = start - from > longest / 2 ? lastClause(text, from, start) : from;
    from = Math.max(clauseFrom, Math.min(start, end - longest));
    if (until - from > longest) until = firstClause(text, end, Math.max(end, from + longest));
  }
  while (from < start && /\s/u.test(text[from]!)) from++;
  while (until > end && /\s/u.test(text[until - 1]!)) until--;
  return { start: wholeCharacter(text, from), end: wholeCharacter(text, until) };
}

/** Whether a sentence ends with the character at an offset. */
function endsAt(text: string, at: number): boolean {
  if (!stop.test(text[at]!)) return false;
  if (text[at] !== '.' && text[at] !== '．') return true;
  let first = at;
  while (first > 0 && text[first - 1] === text[at]) first--;
  let last = at + 1;
  while (last < text.length && text[last] === text[at]) last++;
  return last === at + 1 && endsSentence(text, first, last, last - first);
}

function lastClause(text: string, from: number, start: number): number {
  for (let at = start - 1; at > from; at--) if (clauseEnd.test(text[at]!)) return at + 1;
  return start;
}

function firstClause(text: string, end: number, until: number): number {
  for (let at = until; at > end; at--) if (clauseEnd.test(text[at - 1]!)) return at - 1;
  return until;
}

/** Not between the halves of a pair. */
function wholeCharacter(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff && at > 0 ? at - 1 : at;
}
