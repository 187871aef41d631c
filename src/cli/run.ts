/** The command line: takes arguments and the world, returns an exit code. */
import { Command, CommanderError } from 'commander';
import { Failure } from '../call/failure.ts';
import { registerAudit } from './commands/audit.ts';
import { registerCalibrate } from './commands/calibrate.ts';
import { registerConvert } from './commands/convert.ts';
import { registerInit } from './commands/init.ts';
import { registerLint } from './commands/lint.ts';
import { registerRules } from './commands/rules.ts';
import { registerSample } from './commands/sample.ts';
import { registerScore } from './commands/score.ts';
import { registerVerify } from './commands/verify.ts';
import type { Registering } from './commands/registering.ts';
import { complaint } from './complain.ts';
import { configure } from './config/configure.ts';
import { endingFormat } from './ending-format.ts';
import type { Io } from './io.ts';
import { resolveOutput } from './options.ts';
import { createOutputGuard } from './output-guard.ts';
import { version } from './version.ts';

export { processIo } from './io.ts';

/** In the order of the help. */
const commands: readonly ((registering: Registering) => void)[] = [
  registerScore,
  registerSample,
  registerAudit,
  registerVerify,
  registerConvert,
  registerLint,
  registerInit,
  registerRules,
  registerCalibrate,
];

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
      const { unwritable } = await import('./unwritable.ts');
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

/** Refuses an output that a path or an option of the same command names to be read. */
function checkOutput(command: Command, io: Io): void {
  const output: unknown = command.getOptionValue('output');
  if (typeof output !== 'string') return;
  const guard = createOutputGuard(output, io);
  // What other options say may be the name of a file by chance: --format csv -o csv.
  const files = command.options.filter(
    (option) => option.attributeName() !== 'output' && /<(?:file|path)(?:\.\.\.)?>/u.test(option.flags),
  );
  const named = files.flatMap((option): unknown => command.getOptionValue(option.attributeName()));
  for (const value of [...command.args, ...named]) if (typeof value === 'string') guard.checkNamed(value);
}

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
    .hook('preAction', async (_, command) => {
      resolveOutput(command);
      const odd = endingFormat(command, io);
      if (odd !== undefined) io.stderr.write(complaint(odd, 'warning'));
      await configure(command, io);
      checkOutput(command, io);
    });

  for (const register of commands) register({ program, io, done });
  return program;
}
