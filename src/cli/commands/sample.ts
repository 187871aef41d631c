/** `callqa sample`, as the command line knows it. */
import { Option } from 'commander';
import { threshold, withJobs, withReading, withReport } from '../options.ts';
import { atLeastOne, seed } from '../sampling-options.ts';
import type { Registering } from './registering.ts';

/** `callqa sample PATH…` */
export function registerSample({ program, io, done }: Registering): void {
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
      const { sampleCommand } = await import('../sample-command.ts');
      done(await sampleCommand(paths, flags, io));
    });
}
