/** Options of the commands that sum many calls up. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { gateExample, readGateRule, type GateRule } from '../batch/analysis/gate-rule.ts';
import { atLeastOne } from './sampling-options.ts';

export interface AnalysisFlags {
  /** Fields that calls are grouped by. */
  readonly by?: readonly string[];
  /** Calls of a customer within so many days are repeats. */
  readonly repeatDays: number;
  readonly gate?: readonly GateRule[];
  /** What a row of CSV is. */
  readonly csv?: 'calls' | 'findings';
}

const fields = ['agent', 'team', 'type', 'week'];

/** Takes fields from one use of the option to the next. */
function byField(value: string, before: readonly string[] = []): readonly string[] {
  const field = value.trim();
  if (!fields.includes(field) && !/^meta\.\S+$/u.test(field)) {
    throw new InvalidArgumentError(
      `Write one of ${fields.join(', ')}, or meta. and a key, such as meta.product.`,
    );
  }
  return before.includes(field) ? before : [...before, field];
}

/** Rules as they are written one after another, from one use of the option to the next. */
function gateRules(value: string, before: readonly GateRule[] = []): readonly GateRule[] {
  const rules = value.split(',').map((written) => {
    const read = readGateRule(written);
    if ('rule' in read) return read.rule;
    throw new InvalidArgumentError(
      `“${written.trim()}” ${read.problem}. Write figures such as ${gateExample}: shares with %, the mean without.`,
    );
  });
  return [...before, ...rules];
}

/** What is said of many calls together. */
export function withAnalysis(command: Command): Command {
  return command
    .option(
      '--by <field>',
      `sum up by agent, team, type (of complaint), week or meta.KEY; may be said several times`,
      byField,
    )
    .option(
      '--repeat-days <n>',
      'a customer who calls again within so many days does so again',
      atLeastOne,
      7,
    )
    .addOption(
      new Option('--csv <rows>', 'with --format csv, what a row is')
        .choices(['calls', 'findings'])
        .default('calls'),
    )
    .option(
      '--gate <rules>',
      `exit with 1 unless all hold over the batch, such as ${gateExample}`,
      gateRules,
    );
}
