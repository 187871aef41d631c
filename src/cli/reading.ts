/** Reading for a command: paths in, calls and errors out, in order. */
import { failureData } from '../batch/failure-data.ts';
import { readCalls, type ReadOptions } from '../read/read.ts';
import type { ReadCall, ReadFailure } from '../read/reading.ts';
import { findSources } from '../read/sources.ts';
import { complaint } from './complain.ts';
import type { Io } from './io.ts';
import { namedSpeakers } from './named-speakers.ts';
import { createOftenHeard } from './often-heard.ts';
import type { ReadFlags } from './options.ts';

/**
 * All calls and failures of all paths, one source after another; warnings go to standard error.
 *
 * @param named watches over more than these paths; its warning is then the caller's
 */
export async function* readPaths(
  paths: readonly string[],
  flags: ReadFlags,
  io: Io,
  named?: ReturnType<typeof namedSpeakers>,
): AsyncGenerator<ReadCall | ReadFailure> {
  const often = createOftenHeard();
  const options: ReadOptions = {
    ...readOptions(flags),
    warn: (warning) => {
      if (often.isShown({ level: 'warning', failure: failureData(warning) }))
        io.stderr.write(complaint(warning, 'warning'));
    },
    ...(flags.verbose === true ? { verbose: (line: string) => void io.stderr.write(`${line}\n`) } : {}),
  };
  const watch = named ?? namedSpeakers(flags);
  for await (const source of findSources(paths, { cwd: io.cwd, stdin: io.stdin })) {
    if ('failure' in source) {
      yield source;
      continue;
    }
    for await (const item of readCalls(source, options)) {
      if ('call' in item) watch.hear(item.call);
      yield item;
    }
  }
  io.stderr.write(often.rest());
  if (named === undefined) io.stderr.write(watch.warning());
}

/** What the flags say on reading, as plain data. */
export function readOptions(flags: ReadFlags): Omit<ReadOptions, 'warn' | 'verbose'> {
  return {
    ...(flags.inputFormat === undefined ? {} : { inputFormat: flags.inputFormat }),
    ...(flags.encoding === undefined ? {} : { encoding: flags.encoding }),
    ...(flags.columns === undefined ? {} : { columns: flags.columns }),
    ...(flags.speaker === undefined ? {} : { speakers: flags.speaker }),
    ...(flags.limits === undefined ? {} : { limits: flags.limits }),
  };
}
