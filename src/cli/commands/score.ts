/** `callqa score`, as the command line knows it. */
import { Option } from 'commander';
import { withAnalysis } from '../analysis-options.ts';
import { withBatch, withGate, withReading, withReport } from '../options.ts';
import type { Registering } from './registering.ts';

/** `callqa score PATH…` */
export function registerScore({ program, io, done }: Registering): void {
  withAnalysis(
    withBatch(
      withGate(
        withReport(withReading(program.command('score').argument('<path...>', 'files, folders, globs or -'))),
      ),
    ),
  )
    .description('score calls and sum them up')
    .addOption(
      new Option('--format <format>', 'form of the report')
        .choices(['text', 'json', 'jsonl', 'markdown', 'csv', 'html', 'xlsx'])
        .default('text'),
    )
    .addHelpText('after', scoreHelp)
    .action(async (paths: string[], flags) => {
      const { scoreCommand } = await import('../score-command.ts');
      done(await scoreCommand(paths, flags, io));
    });
}

const scoreHelp = `
Pages and workbooks:
  --format html -o report.html  everything on one page
  --format html -o report/      an index, lists of calls, and a case report for each call
  --format xlsx -o calls.xlsx   sheets of calls, findings, agents and criteria`;
