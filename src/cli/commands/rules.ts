/** `callqa rules …`, as the command line knows it. */
import { type Command, Option } from 'commander';
import { withReading, withReport, withReportOfPacks, withReportOfRules } from '../options.ts';
import { figuresFormat, withCalls } from '../figures-options.ts';
import { seed, wholeNumber } from '../sampling-options.ts';
import type { Registering } from './registering.ts';

/** `callqa rules list`, `explain`, `test`, `check`, `coverage` and `diff` */
export function registerRules({ program, io, done }: Registering): void {
  const rules = program
    .command('rules')
    .description('what the rules are, what they mean, and whether they hold');
  registerAlone(rules, { io, done });
  registerAgainstCalls(rules, { io, done });
}

/** What needs nothing but the rules. */
function registerAlone(rules: Command, { io, done }: Omit<Registering, 'program'>): void {
  withReportOfRules(rules.command('list'))
    .description('the moments and criteria of the pack')
    .addOption(
      new Option('--format <format>', 'form of the list')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .action(async (flags) => {
      const { rulesListCommand } = await import('../rules-command.ts');
      done(await rulesListCommand(flags, io));
    });
  withReportOfRules(rules.command('explain').argument('<id>', 'a moment or a criterion'))
    .description('what a rule means, with its phrases and examples')
    .action(async (id: string, flags) => {
      const { rulesExplainCommand } = await import('../rules-command.ts');
      done(await rulesExplainCommand(id, flags, io));
    });
  withReportOfRules(rules.command('test'))
    .description('run the examples of the pack as tests')
    .action(async (flags) => {
      const { rulesTestCommand } = await import('../rules-command.ts');
      done(await rulesTestCommand(flags, io));
    });
  withReportOfRules(rules.command('check'))
    .description('dead phrases, points taken twice, missing examples and translations; exit 1 on errors')
    .addOption(new Option('--format <format>', 'form of the list').choices(['text', 'json']).default('text'))
    .action(async (flags) => {
      const { rulesCheckCommand } = await import('../rules-check.ts');
      done(await rulesCheckCommand(flags, io));
    });
}

/** What looks at the rules by what they come to in calls. */
function registerAgainstCalls(rules: Command, { io, done }: Omit<Registering, 'program'>): void {
  withReport(withReading(withCalls(rules.command('coverage'))))
    .description('how often each phrase hits in calls, and a sample of turns in which nothing is heard')
    .option('--moment <id...>', 'only these moments')
    .option('--sample <n>', 'how many turns without a moment to show, of each side', wholeNumber, 10)
    .option('--seed <n>', 'of the sample', seed, 1)
    .addOption(figuresFormat())
    .action(async (flags) => {
      const { rulesCoverageCommand } = await import('../rules-coverage.ts');
      done(await rulesCoverageCommand(flags, io));
    });
  withReportOfPacks(withReading(withCalls(rules.command('diff'))))
    .argument('<before>', 'a pack’s file or folder, or a callqa.yaml; `builtin` is the built-in one')
    .argument('<after>', 'the other one')
    .description('which calls change score or verdict from one pack to another, and why')
    .option('--limit <n>', 'how many calls to show', wholeNumber, 20)
    .addOption(figuresFormat())
    .action(async (before: string, after: string, flags) => {
      const { rulesDiffCommand } = await import('../rules-diff.ts');
      done(await rulesDiffCommand(before, after, flags, io));
    });
}
