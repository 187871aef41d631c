/** The options of `lint`. */
import { InvalidArgumentError, Option, type Command } from 'commander';
import { languageOption, outputOption } from './options.ts';
import { wholeNumber } from './sampling-options.ts';

function names(value: string): readonly string[] {
  const found = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  if (found.length === 0) throw new InvalidArgumentError('Write names, such as text,reply,话术.');
  return found;
}

/** How scripts are read and judged, and what is made of it. */
export function withLint(command: Command): Command {
  return command
    .addOption(
      new Option('--format <format>', 'form of the report')
        .choices(['text', 'json', 'sarif', 'junit', 'github'])
        .default('text'),
    )
    .addOption(outputOption())
    .addOption(languageOption())
    .option('--config <file>', 'settings (default: the callqa.yaml nearest to each file, upwards)')
    .option('--pack <path>', 'rules to judge by, in place of those of the config')
    .option('--stdin-filename <name>', 'what file standard input is: its format and its config go by it')
    .addOption(
      new Option('--input-format <format>', 'what the scripts are, whatever their names').choices([
        'markdown',
        'text',
        'yaml',
        'json',
        'csv',
        'xlsx',
      ]),
    )
    .option('--fields <names>', 'keys and columns whose values are said, such as text,reply', names)
    .option('--fix', 'put exact replacements into the files; of -, write the text to stdout')
    .option('--dry-run', 'with --fix: show what it would change, and change nothing')
    .addOption(
      new Option('--fail-on <severity>', 'exit with 1 on a problem of this severity')
        .choices(['error', 'warning'])
        .default('error'),
    )
    .option('--max-warnings <n>', 'exit with 1 on more warnings than this', wholeNumber)
    .option('--baseline <file>', 'problems that are known and accepted for now')
    .option('--update-baseline', 'write the problems that there are to the baseline')
    .option('--prune-baseline', 'take out of the baseline what is no longer there')
    .option('--allow-empty', 'no scripts are no error')
    .option('--no-suppressions', 'tell suppressed problems too')
    .option('--verbose', 'say on stderr what each file was taken for, and what in it is exempt');
}
