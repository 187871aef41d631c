/** `callqa rules test`: the examples of a pack, run as its tests. */
import type { ChalkInstance } from 'chalk';
import { formatPlace } from '../call/failure.ts';
import { createDetector } from '../detect/detect.ts';
import { runExamples } from '../judge/examples.ts';
import type { OutcomeKind } from '../judge/outcome.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import type { ReportLanguage } from '../result/result.ts';
import { say } from '../result/words.ts';

export interface RulesTest {
  /** With its final line break. */
  readonly text: string;
  readonly passed: boolean;
}

/** Runs every example; the text names each that is not as it should be, with its place. */
export function testRules(
  compiled: CompiledPack,
  { language, chalk }: { readonly language: ReportLanguage; readonly chalk: ChalkInstance },
): RulesTest {
  const kind = (got: 'hit' | 'miss' | 'known-miss' | 'known-false-hit'): string =>
    say(`rules.hit-kind.${got}`, language);
  const outcome = (got: OutcomeKind): string => say(`outcome.${got}`, language);
  const colon = say('punctuation.colon', language);
  const { run, moments, criteria, fixed } = runExamples(compiled.pack, createDetector(compiled));
  const lines = [
    ...moments.map(
      ({ moment, expected, got, text, origin }) =>
        `${formatPlace(origin)}: ${chalk.red(say('rules.moment', language))} ${moment}${colon}${say('rules.got-moment', language, { got: kind(got), expected: kind(expected) })}\n    ${text}`,
    ),
    ...criteria.map(
      ({ criterion, expected, got, text, origin }) =>
        `${formatPlace(origin)}: ${chalk.red(say('rules.criterion', language))} ${criterion}${colon}${say('rules.got-criterion', language, { got: outcome(got), expected: outcome(expected) })}\n    ${text.trimEnd().replaceAll('\n', '\n    ')}`,
    ),
    ...fixed.map(
      ({ moment, expected, text, origin }) =>
        `${formatPlace(origin)}: ${chalk.green(say('rules.fixed', language))} ${moment}${colon}${say('rules.no-longer', language, { expected: kind(expected) })}\n    ${text}`,
    ),
  ];
  const failed = moments.length + criteria.length;
  lines.push(say('rules.examples', language, { good: run - failed, run }));
  return { text: `${lines.join('\n')}\n`, passed: failed === 0 };
}
