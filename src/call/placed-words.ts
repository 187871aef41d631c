/** Where a recogniser's words stand in the text of their turn. */
import type { Turn, Word } from './call.ts';

export interface PlacedWord {
  readonly word: Word;
  /** Its span in the turn's text: `[from, until)`, UTF-16 code units. */
  readonly from: number;
  readonly until: number;
}

/**
 * The words of a turn, each looked for from where the one before it ended, whatever its case; one that the text does
 * not have is passed over. Empty where the turn has no words.
 */
export function placeWords({ text, words }: Pick<Turn, 'text' | 'words'>): readonly PlacedWord[] {
  if (words === undefined) return [];
  const lower = text.toLowerCase();
  // Where lower case changes the length, only the exact spelling has offsets that hold.
  const folds = lower.length === text.length;
  const placed: PlacedWord[] = [];
  let rest = 0;
  for (const word of words) {
    const from = folds ? lower.indexOf(word.text.toLowerCase(), rest) : text.indexOf(word.text, rest);
    if (from < 0 || word.text === '') continue;
    rest = from + word.text.length;
    placed.push({ word, from, until: rest });
  }
  return placed;
}

/**
 * When the words at an offset of a turn were said, in milliseconds from the call's start: the start of the word that
 * stands there, or of the first one after it; without words, the turn's own start.
 */
export function timeAt(turn: Turn, offset: number): number | undefined {
  const there = placeWords(turn).find(({ until, word }) => until > offset && word.start !== undefined);
  return there?.word.start ?? turn.start;
}
