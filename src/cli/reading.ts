/** Reading for a command: paths in, calls and errors out, in order. */
import { readCalls, type ReadOptions } from '../read/read.ts';
import type { ReadCall, ReadFailure } from '../read/reading.ts';
import { findSources } from '../read/sources.ts';
import { complaint } from './complain.ts';
import type { Io } from './io.ts';
import type { ReadFlags } from './options.ts';

/** All calls and failures of all paths, one source after another; warnings go to standard error. */
export async function* readPaths(
  paths: readonly string[],
  flags: ReadFlags,
  io: Io,
): AsyncGenerator<ReadCall | ReadFailure> {
  const options: ReadOptions = {
    ...readOptions(flags),
    warn: (warning) => void io.stderr.write(complaint(warning, 'warning')),
    ...(flags.verbose === true ? { verbose: (line: string) => void io.stderr.write(`${line}\n`) } : {}),
  };
  for await (const source of findSources(paths, { cwd: io.cwd, stdin: io.stdin })) {
    if ('failure' in source) yield source;
    else yield* readCalls(source, options);
  }
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
