/** Where a sentence ends: not at every full stop. */
import { charKind, fold, kinds } from './fold.ts';

/** Abbreviations whose point ends no sentence. */
const abbreviations = new Set('mr mrs ms dr jr sr prof vs approx ext dept acct eg ie'.split(' '));

/** Those whose point ends none before a number. */
const numberAbbreviations = new Set(['no', 'nos', 'tel', 'fl', 'flt', 'conf', 'ref', 'p', 'pp']);

/** No abbreviation is longer. */
const longestAbbreviation = 8;

/**
 * Whether a run of full stops with nothing else ends a sentence: an ellipsis, a decimal, an address or an abbreviation
 * does not.
 * @param start where the run begins, `end` where it ends, `stops` how many stops it has
 */
export function endsSentence(text: string, start: number, end: number, stops: number): boolean {
  if (stops > 1) return false;
  if (text[start] !== '.' && text[start] !== '．') return true;
  let from = start;
  while (from > 0 && start - from < longestAbbreviation && isInWord(text, from - 1)) from--;
  const word = lettersOf(text, from, start);
  // "U.S", "www.site.com" and 3.5 hold together; "Done.Next" is a sentence that forgot its space.
  if (isInWord(text, end)) return isCapital(text, end) && word.length > 1;
  let next = end;
  while (next < text.length && (text[next] === ' ' || text[next] === '\t')) next++;
  // "U.S. law" goes on, "at 5 p.m. Thank you" does not.
  if (word.length === 1 && text[from - 1] === '.')
    return word === 'm' && next < text.length && isCapital(text, next);
  if (next >= text.length) return true;
  if (numberAbbreviations.has(word)) return !/\d/.test(text[next]!);
  return !abbreviations.has(word);
}

function isInWord(text: string, at: number): boolean {
  const kind = at >= 0 && at < text.length ? kinds[text.charCodeAt(at)] : charKind.transparent;
  return kind === charKind.letter || kind === charKind.digit;
}

function isCapital(text: string, at: number): boolean {
  return /\p{Lu}/u.test(text[at]!);
}

/** The letters of a piece of a text, folded, without what is not there at all. */
export function lettersOf(text: string, start: number, end: number): string {
  let letters = '';
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (kinds[code] !== charKind.ignored) letters += String.fromCharCode(fold[code]!);
  }
  return letters;
}
