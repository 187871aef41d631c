/** `callqa convert`, as the command line knows it. */
import { Option } from 'commander';
import { outputOption, withReading } from '../options.ts';
import type { Registering } from './registering.ts';

/** `callqa convert PATH…` */
export function registerConvert({ program, io, done }: Registering): void {
  withReading(program.command('convert').argument('<path...>', 'files, folders, globs or -'))
    .description('write transcripts in another format; what they say is not masked')
    .addOption(
      new Option('--to <format>', 'the format; text, vtt and srt hold one call a file')
        .choices(['jsonl', 'json', 'text', 'csv', 'vtt', 'srt'])
        .default('jsonl'),
    )
    .addOption(outputOption('-o, --output <path>', 'a file, or a folder that gets a file for each call'))
    .action(async (paths: string[], flags) => {
      const { convertCommand } = await import('../convert-command.ts');
      done(await convertCommand(paths, flags, io));
    });
}
