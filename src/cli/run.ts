/** The command line: takes arguments and the world, returns an exit code. */
import { Command, CommanderError, Option } from 'commander';
import { Failure } from '../call/failure.ts';
import { withCase } from './case-options.ts';
import { complaint } from './complain.ts';
import { configure } from './config/configure.ts';
import { withAnalysis } from './analysis-options.ts';
import type { Io } from './io.ts';
import { withLint } from './lint-options.ts';
import {
  threshold,
  withBatch,
  withGate,
  withJobs,
  withReportOfRules,
  withReading,
  withReport,
} from './options.ts';
import { atLeastOne, resamples, seed, wholeNumber } from './sampling-options.ts';
import { version } from './version.ts';

export { processIo } from './io.ts';

const exitCodes = `
Exit codes:
  0  done
  1  done, and the gate was not passed (--fail-under, --fail-on, --gate, failed rule tests or checks)
  2  not done: usage, rules, or an input that could not be read (the rest is still scored)`;

/** Runs one command. Returns 0 done, 1 done and a gate was not passed, 2 not done. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = commandLine(io, (result) => {
    code = result;
  });
  const failure = watch(io);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      const failed = await failure();
      if (failed === undefined) return error.exitCode === 0 ? 0 : 2;
      const { unwritable } = await import('./output.ts');
      io.stderr.write(complaint(unwritable(failed, 'standard output')));
      return 2;
    }
    if (!(error instanceof Failure)) throw error;
    const { failures = [error] } = error as { readonly failures?: readonly Failure[] };
    for (const failure of failures) io.stderr.write(complaint(failure));
    return 2;
  }
}

/** That nobody reads standard output or standard error to the end is no error; tells what else kept them from being written. */
function watch({ stdout, stderr }: Io): () => Promise<Error | undefined> {
  let failed: Error | undefined;
  const heard = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') failed = error;
  };
  stdout.on('error', heard);
  stderr.on('error', heard);
  return async () => {
    await new Promise(setImmediate);
    return failed;
  };
}

/** Each command's code is loaded when it is run, so that `--help` costs no more than this file. */
function commandLine(io: Io, done: (code: number) => void): Command {
  const program = new Command('callqa')
    .description(
      'Scores call-centre transcripts and adjudicates disputed calls: offline, deterministic, every point explained.',
    )
    .version(version())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
    })
    .showHelpAfterError('(see callqa --help)')
    .addHelpText('after', exitCodes)
    .hook('preAction', (_, command) => configure(command, io));

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
      const { scoreCommand } = await import('./score-command.ts');
      done(await scoreCommand(paths, flags, io));
    });

  withJobs(
    withReport(
      withReading(program.command('sample').argument('<path...>', 'transcripts: files, folders, globs or -')),
    ),
  )
    .description('which calls a person should review: fragile, near a threshold, severe, and some at random')
    .option('--n <count>', 'how many calls', atLeastOne, 50)
    .option('--seed <n>', 'of chance', seed, 1)
    .option('--fail-under <score>', 'a threshold beside those of the grades', threshold)
    .addOption(
      new Option('--format <format>', 'form of the list').choices(['text', 'csv', 'json']).default('text'),
    )
    .action(async (paths: string[], flags) => {
      const { sampleCommand } = await import('./sample-command.ts');
      done(await sampleCommand(paths, flags, io));
    });

  withGate(withReport(withReading(withCase(program.command('audit')))))
    .description('one case in full: what was said, what is held against whom, on which words')
    .addOption(
      new Option('--format <format>', 'form of the report')
        .choices(['text', 'json', 'markdown', 'html'])
        .default('text'),
    )
    .action(async (paths: string[], flags) => {
      const { auditCommand } = await import('./audit-command.ts');
      done(await auditCommand(paths, flags, io));
    });

  program
    .command('verify')
    .argument('<report>', 'what `callqa audit … --format json` wrote')
    .description('do it all again from the same files, and compare: exit 1 where anything differs')
    .action(async (path: string) => {
      const { verifyCommand } = await import('./verify-command.ts');
      done(await verifyCommand(path, io));
    });

  withReading(program.command('convert').argument('<path...>', 'files, folders, globs or -'))
    .description('write transcripts in another format; what they say is not masked')
    .addOption(
      new Option('--to <format>', 'the format; text, vtt and srt hold one call a file')
        .choices(['jsonl', 'json', 'text', 'csv', 'vtt', 'srt'])
        .default('jsonl'),
    )
    .option('-o, --output <path>', 'a file, or a folder that gets a file for each call')
    .action(async (paths: string[], flags) => {
      const { convertCommand } = await import('./convert-command.ts');
      done(await convertCommand(paths, flags, io));
    });

  withLint(program.command('lint').argument('<path...>', 'files, folders, globs or -'))
    .description('check agent scripts: what must not be said, what is missing, and what to say instead')
    .action(async (paths: string[], flags) => {
      const { lintCommand } = await import('./lint-command.ts');
      done(await lintCommand(paths, flags, io));
    });

  program
    .command('init')
    .argument('[folder]', 'where to put them', '.')
    .description('write a commented callqa.yaml and a file of own rules to start from')
    .option('--force', 'write them anew where they are')
    .action(async (folder: string, flags) => {
      const { initCommand } = await import('./init-command.ts');
      done(initCommand(folder, flags, io));
    });

  const rules = program
    .command('rules')
    .description('what the rules are, what they mean, and whether they hold');
  withReport(rules.command('list'))
    .description('the moments and criteria of the pack')
    .addOption(
      new Option('--format <format>', 'form of the list')
        .choices(['text', 'json', 'markdown'])
        .default('text'),
    )
    .action(async (flags) => {
      const { rulesListCommand } = await import('./rules-command.ts');
      done(await rulesListCommand(flags, io));
    });
  withReport(rules.command('explain').argument('<id>', 'a moment or a criterion'))
    .description('what a rule means, with its phrases and examples')
    .action(async (id: string, flags) => {
      const { rulesExplainCommand } = await import('./rules-command.ts');
      done(await rulesExplainCommand(id, flags, io));
    });
  withReport(rules.command('test'))
    .description('run the examples of the pack as tests')
    .action(async (flags) => {
      const { rulesTestCommand } = await import('./rules-command.ts');
      done(await rulesTestCommand(flags, io));
    });
  withReport(rules.command('check'))
    .description('dead phrases, points taken twice, missing examples and translations; exit 1 on errors')
    .addOption(new Option('--format <format>', 'form of the list').choices(['text', 'json']).default('text'))
    .action(async (flags) => {
      const { rulesCheckCommand } = await import('./rules-check.ts');
      done(await rulesCheckCommand(flags, io));
    });
  withReport(withReading(withCalls(rules.command('coverage'))))
    .description('how often each phrase hits in calls, and a sample of turns in which nothing is heard')
    .option('--moment <id...>', 'only these moments')
    .option('--sample <n>', 'how many turns without a moment to show, of each side', wholeNumber, 10)
    .option('--seed <n>', 'of the sample', seed, 1)
    .addOption(figuresFormat())
    .action(async (flags) => {
      const { rulesCoverageCommand } = await import('./rules-coverage.ts');
      done(await rulesCoverageCommand(flags, io));
    });
  withReportOfRules(withReading(withCalls(rules.command('diff'))))
    .argument('<before>', 'a pack’s file or folder; `builtin` is the built-in one')
    .argument('<after>', 'the other pack')
    .description('which calls change score or verdict from one pack to another, and why')
    .option('--limit <n>', 'how many calls to show', wholeNumber, 20)
    .addOption(figuresFormat())
    .action(async (before: string, after: string, flags) => {
      const { rulesDiffCommand } = await import('./rules-diff.ts');
      done(await rulesDiffCommand(before, after, flags, io));
    });

  withReport(
    withReading(
      withCalls(program.command('calibrate').argument('<labels>', 'a CSV of human labels or grades')),
    ),
  )
    .description('how far people and the tool agree, and where they do not')
    .addHelpText('after', calibrateHelp)
    .option('--map <file>', 'YAML that says which moment, or criterion, each label means')
    .option('--grade <name...>', 'columns of grades to compare with (default: all that hold numbers)')
    .option('--seed <n>', 'of the bootstrap', seed, 1)
    .option('--resamples <n>', 'of the bootstrap', resamples, 1000)
    .option('--disagreements <n>', 'how many to show', wholeNumber, 20)
    .addOption(figuresFormat())
    .action(async (labels: string, flags) => {
      const { calibrateCommand } = await import('./calibrate-command.ts');
      done(await calibrateCommand(labels, flags, io));
    });
  return program;
}

const scoreHelp = `
Pages and workbooks:
  --format html -o report.html  everything on one page
  --format html -o report/      an index, lists of calls, and a case report for each call
  --format xlsx -o calls.xlsx   sheets of calls, findings, agents and criteria`;

const calibrateHelp = `
Labels, by their headers:
  call_id, turn, labels        labels separated by ; | or spaces; turns count from 0
  call_id, criterion, outcome  met, not-met, not-applicable (达标, 未达标, 不适用)
  call_id and grades           compared with the score
--columns call_id=通话,turn=轮次 names the headers of the labels; other fields are of the transcripts.`;

function withCalls(command: Command): Command {
  return command.requiredOption('--calls <path...>', 'transcripts: files, folders, globs or -');
}

function figuresFormat(): Option {
  return new Option('--format <format>', 'form of the report')
    .choices(['text', 'json', 'csv', 'markdown'])
    .default('text');
}
