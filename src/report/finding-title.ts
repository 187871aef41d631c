/** How a list of findings names one. */
import { say } from '../result/words.ts';
import { namingOf } from './naming.ts';
import type { ReportOptions } from './options.ts';

/**
 * The title of its criterion. One off the scorecard is no finding wherever it was not met, only where a verdict rests on
 * it: the title says so, lest the rows be taken for a count of the former.
 */
export function findingTitle(
  criterion: string,
  scored: boolean,
  { glossary, language }: Pick<ReportOptions, 'glossary' | 'language'>,
): string {
  const title = namingOf(glossary, language).criterion(criterion);
  return scored
    ? title
    : title + say('punctuation.aside', language, { words: say('grounds.decides', language) });
}
