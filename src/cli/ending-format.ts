/** The form of what is written, by the ending of the file that it goes to. */
import { extname } from 'node:path';
import type { Command } from 'commander';
import { Failure } from '../call/failure.ts';
import type { Io } from './io.ts';
import { meansFolder } from './output-folder.ts';

const endings = new Map([
  ['.csv', 'csv'],
  ['.html', 'html'],
  ['.json', 'json'],
  ['.jsonl', 'jsonl'],
  ['.markdown', 'markdown'],
  ['.md', 'markdown'],
  ['.sarif', 'sarif'],
  ['.srt', 'srt'],
  ['.txt', 'text'],
  ['.vtt', 'vtt'],
  ['.xlsx', 'xlsx'],
]);

/**
 * Gives a command that has `--format`, or `--to` as `convert` has it, and was not told one, the format that the ending of
 * `--output` says. A folder, and an ending that says nothing, leave the default. Gives a warning where the command has no
 * such format.
 */
export function endingFormat(command: Command, io: Io): Failure | undefined {
  const output: unknown = command.getOptionValue('output');
  const name = command.name() === 'convert' ? 'to' : 'format';
  const choices = command.options.find((option) => option.attributeName() === name)?.argChoices;
  if (typeof output !== 'string' || choices === undefined || meansFolder(output, io)) return undefined;
  if (command.getOptionValueSource(name) !== 'default') return undefined;
  const ending = extname(output).toLowerCase();
  const format = endings.get(ending);
  if (format === undefined) return undefined;
  if (choices.includes(format)) {
    command.setOptionValueWithSource(name, format, 'implied');
    return undefined;
  }
  const written = String(command.getOptionValue(name));
  return new Failure(`${command.name()} writes no ${ending.slice(1)}: ${output} will hold ${written}`, {
    code: 'output-ending',
    file: output,
    hint: `Say --${name} ${choices.join(', ').replace(/, (?=[^,]*$)/u, ' or ')}, or name the file accordingly.`,
  });
}
