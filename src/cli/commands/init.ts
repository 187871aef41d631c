/** `callqa init`, as the command line knows it. */
import type { Registering } from './registering.ts';

/** `callqa init [FOLDER]` */
export function registerInit({ program, io, done }: Registering): void {
  program
    .command('init')
    .argument('[folder]', 'where to put them', '.')
    .description('write a commented callqa.yaml and a file of own rules to start from')
    .option('--force', 'write them anew where they are')
    .action(async (folder: string, flags) => {
      const { initCommand } = await import('../init-command.ts');
      done(initCommand(folder, flags, io));
    });
}
