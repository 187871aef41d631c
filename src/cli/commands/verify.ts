/** `callqa verify`, as the command line knows it. */
import type { Registering } from './registering.ts';

/** `callqa verify REPORT` */
export function registerVerify({ program, io, done }: Registering): void {
  program
    .command('verify')
    .argument('<report>', 'what `callqa audit … --format json` wrote')
    .description('do it all again from the same files, and compare: exit 1 where anything differs')
    .action(async (path: string) => {
      const { verifyCommand } = await import('../verify-command.ts');
      done(await verifyCommand(path, io));
    });
}
