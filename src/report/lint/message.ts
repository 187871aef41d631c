/** A problem in one line, for the forms that have room for no more. */
import type { LintProblem } from '../../result/lint-result.ts';
import type { ReportLanguage } from '../../result/result.ts';
import { say } from '../../result/words.ts';
import { visible } from '../visible.ts';

/** Where it is, in a workbook; why it is a problem; and what to say instead. */
export function messageOf({ why, say: wording, place }: LintProblem, language: ReportLanguage): string {
  const colon = say('punctuation.colon', language);
  const parts = [
    ...(place === undefined ? [] : [`${place.sheet}!${place.cell}${colon}`]),
    why[language],
    ...(wording === undefined ? [] : [` [${say('lint.say', language)}${colon}${wording}]`]),
  ];
  return visible(parts.join(''));
}
