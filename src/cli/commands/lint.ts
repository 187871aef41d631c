/** `callqa lint`, as the command line knows it. */
import { withLint } from '../lint-options.ts';
import type { Registering } from './registering.ts';

/** `callqa lint PATH…` */
export function registerLint({ program, io, done }: Registering): void {
  withLint(program.command('lint').argument('<path...>', 'files, folders, globs or -'))
    .description('check agent scripts: what must not be said, what is missing, and what to say instead')
    .action(async (paths: string[], flags) => {
      const { lintCommand } = await import('../lint-command.ts');
      done(await lintCommand(paths, flags, io));
    });
}
