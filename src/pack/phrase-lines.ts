/** The phrases of a moment or a list as they were written: one a line, without comments and blank lines. */
import type { Failure } from '../call/failure.ts';
import type { WrittenPhrase } from './model/origin.ts';
import type { PackSource, ValuePath } from './source.ts';
import { writtenLines } from './written-lines.ts';

/** A comment: `#` at the beginning of a line or after white space. */
const COMMENT = /(?:^|\s)#.*$/s;

/** The phrases at a path, each with the place of its first character. */
export function phraseLines(
  source: PackSource,
  path: ValuePath,
): { readonly phrases: readonly WrittenPhrase[]; readonly failures: readonly Failure[] } {
  const { lines, failures } = writtenLines(source, path);
  const phrases = lines.flatMap(({ text, origin }) => {
    const said = text.replace(COMMENT, '').trimEnd();
    const phrase = said.trimStart();
    if (phrase === '') return [];
    return [{ text: phrase, origin: { ...origin, column: origin.column + said.length - phrase.length } }];
  });
  return { phrases, failures };
}
