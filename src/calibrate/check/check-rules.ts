/** Looks a valid pack over: what is dead in it, what counts twice, what is missing. */
import type { Pack } from '../../pack/model.ts';
import { checkCriteria } from './check-criteria.ts';
import { checkPhrases } from './check-phrases.ts';
import { checkWords } from './check-words.ts';
import type { Problem } from './problem.ts';

/** All problems, by file, line, column, code, then English message: the order is the same in every language. */
export function checkRules(pack: Pack): readonly Problem[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...checkPhrases(pack), ...checkCriteria(pack), ...checkWords(pack)].sort(
    (a, b) =>
      compare(a.origin.file, b.origin.file) ||
      a.origin.line - b.origin.line ||
      a.origin.column - b.origin.column ||
      compare(a.code, b.code) ||
      compare(a.message.en, b.message.en),
  );
}
