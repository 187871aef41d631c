/** Reading for a command: paths in, calls and errors out, in order. */
import type { Failure } from '../call/failure.ts';
import { readCalls, type ReadOptions } from '../read/read.ts';
import type { ReadCall, ReadFailure } from '../read/reading.ts';
import { findSources } from '../read/sources.ts';
import type { ErrorResult } from '../result/result.ts';
import type { Io } from './io.ts';
import type { ReadFlags } from './options.ts';

/** All calls and failures of all paths, one source after another. */
export async function* readPaths(
  paths: readonly string[],
  flags: ReadFlags,
  io: Io,
): AsyncGenerator<ReadCall | ReadFailure> {
  const options: ReadOptions = {
    ...(flags.inputFormat === undefined ? {} : { inputFormat: flags.inputFormat }),
    ...(flags.columns === undefined ? {} : { columns: flags.columns }),
    ...(flags.verbose === true ? { verbose: (line: string) => void io.stderr.write(`${line}\n`) } : {}),
  };
  for await (const source of findSources(paths, { cwd: io.cwd, stdin: io.stdin })) {
    if ('failure' in source) yield source;
    else yield* readCalls(source, options);
  }
}

/** A failure as a line of the results. */
export function errorResult({
  failure,
  path,
}: {
  readonly failure: Failure;
  readonly path: string;
}): ErrorResult {
  const { line, column } = failure.place;
  return {
    schema: 'callqa/error@1',
    source: path,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    code: failure.code,
    message: failure.message,
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
  };
}
