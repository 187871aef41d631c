/** Units of a text in print: for the automaton's tests. */
import { Automaton } from '../../src/phrases/automaton.ts';
import { compilePhrases } from '../../src/phrases/compile.ts';
import { parsePhrase } from '../../src/phrases/parse.ts';
import { symbol } from '../../src/phrases/symbols.ts';

const fixed: Readonly<Record<number, string>> = {
  [symbol.other]: '_',
  [symbol.break]: '|',
  [symbol.breakQuestion]: '|?',
  [symbol.breakExclamation]: '|!',
  [symbol.breakBoth]: '|?!',
  [symbol.number]: '#',
  [symbol.mixed]: '@',
  [symbol.filler]: 'FILLER',
};

/** A printer for the vocabulary of some phrases. */
export function unitPrinter(phrases: readonly string[]): {
  /**
   * One sign a unit: a known word as itself, `_` an unknown one, `#` a number, `@` letters and digits, `|` a break with its
   * marks; a comma before a unit that begins a clause.
   */
  readonly symbols: (text: string) => string;
  /** The text of each unit. */
  readonly spans: (text: string) => readonly string[];
} {
  const { vocabulary } = compilePhrases(phrases.map((text) => parsePhrase(text)));
  const names = [
    ...vocabulary.words,
    ...vocabulary.prefixes.map((prefix) => `${prefix}*`),
    ...vocabulary.characters,
  ];
  const automaton = new Automaton(vocabulary);
  return {
    symbols: (text) => {
      const { count, symbols, clauseStarts } = automaton.scan(text);
      return Array.from(symbols.subarray(0, count), (each, index) => {
        const name = each >= symbol.firstWord ? names[each - symbol.firstWord]! : fixed[each]!;
        return clauseStarts[index] === 1 ? `,${name}` : name;
      }).join(' ');
    },
    spans: (text) => {
      const { count, starts, ends } = automaton.scan(text);
      return Array.from(starts.subarray(0, count), (start, index) => text.slice(start, ends[index]));
    },
  };
}
