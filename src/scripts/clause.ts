/** Clauses of a text: what stands between two commas or ends of sentences. */
import { charKind, foldText, kinds } from '../text/fold.ts';
import { endsSentence } from '../text/sentence.ts';

/** Signs that open or close something said, and stand between a clause and its edge. */
const wrapping = /[\s"“”„«»「」『』()（）*_~]/u;

/** Whether a clause may begin or end beside the character at an offset. */
function parts(text: string, at: number): boolean {
  return kinds[text.charCodeAt(at)] === charKind.comma || partsSentences(text, at);
}

/** Whether a sentence may. */
function partsSentences(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return true;
  switch (kinds[text.charCodeAt(at)]) {
    case charKind.question:
    case charKind.exclamation:
    case charKind.line:
      return true;
    case charKind.stop: {
      let first = at;
      while (first > 0 && kinds[text.charCodeAt(first - 1)] === charKind.stop) first--;
      let end = at + 1;
      while (end < text.length && kinds[text.charCodeAt(end)] === charKind.stop) end++;
      return endsSentence(text, first, end, end - first);
    }
    default:
      return false;
  }
}

/** Whether `[start, end)` is one whole clause, or several in a row; signs of quoting and white space aside. */
export function isWholeClause(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before >= 0 && wrapping.test(text[before]!)) before--;
  let after = end;
  while (after < text.length && wrapping.test(text[after]!)) after++;
  return parts(text, before) && parts(text, after);
}

type Span = readonly [start: number, end: number];

/** `[start, end)` widened to the clauses that it stands in. */
export function clauseAround(text: string, start: number, end: number): Span {
  return widened(text, start, end, parts);
}

/** `[start, end)` widened to all of the sentences that it stands in, however long. */
export function wholeSentence(text: string, start: number, end: number): Span {
  return widened(text, start, end, partsSentences);
}

function widened(
  text: string,
  start: number,
  end: number,
  isEdge: (text: string, at: number) => boolean,
): Span {
  let from = start;
  while (from > 0 && !isEdge(text, from - 1)) from--;
  let until = end;
  while (until < text.length && !isEdge(text, until)) until++;
  return [from, until];
}

/** The clauses of a text that hold words. */
export function clausesOf(text: string): readonly string[] {
  const clauses: string[] = [];
  let from = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !parts(text, at)) continue;
    if (/[\p{L}\p{N}]/u.test(text.slice(from, at))) clauses.push(text.slice(from, at).trim());
    from = at + 1;
  }
  return clauses;
}

/** A clause as it is compared: folded, without signs and spaces. */
export function normalisedClause(text: string): string {
  return foldText(text).replaceAll(/[^\p{L}\p{N}]/gu, '');
}
