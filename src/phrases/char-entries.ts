/** The character table: what the automaton does at each code unit, as one number. */
import { charKind, fold, kinds } from '../text/fold.ts';

/** Below `letter` an entry is a kind; from `symbol` on it is a symbol; between, a place in the trie's alphabet. */
export const charEntry = { letter: 16, digit: 42, otherLetter: 52, symbol: 64 } as const;

/**
 * The entry of each code unit.
 * @param symbolOf the symbol of a folded character that is a unit of its own; undefined where no phrase names it
 */
export function charEntries(symbolOf: (folded: number) => number | undefined): Uint16Array {
  const entries = new Uint16Array(0x10000);
  for (let code = 0; code < 0x10000; code++) {
    const kind = kinds[code]!;
    const folded = fold[code]!;
    if (kind === charKind.letter) {
      entries[code] =
        folded >= 0x61 && folded <= 0x7a ? charEntry.letter + folded - 0x61 : charEntry.otherLetter;
    } else if (kind === charKind.digit) {
      entries[code] = charEntry.digit + folded - 0x30;
    } else {
      const found = kind === charKind.single && code >= 0x2000 ? symbolOf(folded) : undefined;
      entries[code] = found === undefined ? kind : charEntry.symbol + found;
    }
  }
  return entries;
}
