/** `callqa rules test`: the examples of a pack, run as its tests. */
import type { ChalkInstance } from 'chalk';
import { formatPlace } from '../call/failure.ts';
import { createDetector } from '../detect/detect.ts';
import { runExamples } from '../judge/examples.ts';
import type { CompiledPack } from '../pack/compiled.ts';

export interface RulesTest {
  /** With its final line break. */
  readonly text: string;
  readonly passed: boolean;
}

/** Runs every example; the text names each that is not as it should be, with its place. */
export function testRules(compiled: CompiledPack, chalk: ChalkInstance): RulesTest {
  const { run, moments, criteria, fixed } = runExamples(compiled.pack, createDetector(compiled));
  const lines = [
    ...moments.map(
      ({ moment, expected, got, text, origin }) =>
        `${formatPlace(origin)}: ${chalk.red('moment')} ${moment}: a ${got}, written as ${expected}\n    ${text}`,
    ),
    ...criteria.map(
      ({ criterion, expected, got, text, origin }) =>
        `${formatPlace(origin)}: ${chalk.red('criterion')} ${criterion}: ${got}, written as ${expected}\n    ${text.trimEnd().replaceAll('\n', '\n    ')}`,
    ),
    ...fixed.map(
      ({ moment, expected, text, origin }) =>
        `${formatPlace(origin)}: ${chalk.green('fixed')} ${moment}: no longer a ${expected}\n    ${text}`,
    ),
  ];
  const failed = moments.length + criteria.length;
  lines.push(`${run - failed} of ${run} examples are as they are written`);
  return { text: `${lines.join('\n')}\n`, passed: failed === 0 };
}
