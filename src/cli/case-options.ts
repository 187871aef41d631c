/** The options that say which case `audit` looks at. */
import type { Command } from 'commander';

/** Which call is disputed, of what, and what people said of it. */
export function withCase(command: Command): Command {
  return command
    .argument('<call...>', 'the transcripts of one case, or -')
    .option('--id <id>', 'the call that is disputed, where there are several')
    .option<readonly string[] | undefined>(
      '--allegation <id>',
      'what is complained of; may be repeated (default: as the transcript says)',
      (id, before) => [...(before ?? []), id],
    )
    .option(
      '--reviews <file>',
      'CSV of people’s decisions: call, criterion, decision, reviewer, reason, date',
    );
}
