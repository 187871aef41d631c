/** Options of the commands that count what rules come to in calls. */
import { type Command, Option } from 'commander';

/** The calls that are looked at, where the argument is something else. */
export function withCalls(command: Command): Command {
  return command.requiredOption('--calls <path...>', 'transcripts: files, folders, globs or -');
}

/** The form of a report of figures. */
export function figuresFormat(): Option {
  return new Option('--format <format>', 'form of the report')
    .choices(['text', 'json', 'csv', 'markdown'])
    .default('text');
}
