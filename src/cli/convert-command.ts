/** `callqa convert PATH…`: transcripts in any format that is read, out in one that is written. */
import { join, resolve } from 'node:path';
import type { Call } from '../call/call.ts';
import { Failure } from '../call/failure.ts';
import { findSources } from '../read/sources.ts';
import { transcriptFormats, type TranscriptFormatName } from '../report/transcript/formats.ts';
import type { TranscriptFormat } from '../report/transcript/transcript-format.ts';
import { complaint } from './complain.ts';
import { fileIdentity } from './file-identity.ts';
import { createFileNames } from './file-names.ts';
import type { Io } from './io.ts';
import type { ReadFlags } from './options.ts';
import { makeFolder, meansFolder } from './output-folder.ts';
import { createOutputGuard } from './output-guard.ts';
import { outputIsInput } from './output-is-input.ts';
import { openOutput } from './output.ts';
import { startProgress } from './progress.ts';
import { readPaths } from './reading.ts';
import { writeOutput } from './write-output.ts';

export interface ConvertFlags extends ReadFlags {
  readonly to: TranscriptFormatName;
  readonly output?: string;
}

/** Takes calls one after another; false where nobody reads any more. */
interface Writer {
  readonly put: (call: Call) => Promise<boolean>;
  readonly finish: () => Promise<void>;
  readonly abandon: () => Promise<void>;
}

/** Returns the exit code: 2 where an input could not be read or written in the format, else 0. */
export async function convertCommand(
  paths: readonly string[],
  { to, output, ...flags }: ConvertFlags,
  io: Io,
): Promise<number> {
  const format = transcriptFormats[to];
  const isFolder = output !== undefined && meansFolder(output, io);
  if (!isFolder) await createOutputGuard(output, io).checkPaths(paths);
  const writer = isFolder
    ? toFolder(output, format, await inputFiles(paths, io), io)
    : toOne(output, format, io);
  let failed = false;
  const fail = (failure: Failure): void => {
    failed = true;
    io.stderr.write(complaint(failure));
  };
  const progress = await startProgress('converting', io);
  let done = 0;
  try {
    for await (const item of readPaths(paths, flags, io)) {
      if ('failure' in item) {
        fail(item.failure);
        continue;
      }
      try {
        if (!(await writer.put(item.call))) break;
      } catch (error) {
        if (!(error instanceof Failure) || error.code !== 'no-times') throw error;
        const { message, code, hint } = error;
        const { path, line } = item.source;
        const place = { file: path, ...(line === undefined ? {} : { line }) };
        fail(new Failure(message, { code, ...place, ...(hint === undefined ? {} : { hint }) }));
      }
      progress.update(`${++done} calls: ${item.call.id}`);
    }
    await writer.finish();
  } catch (error) {
    await writer.abandon().catch(() => {});
    throw error;
  } finally {
    progress.stop();
  }
  return failed ? 2 : 0;
}

/** Standard output or one file. */
function toOne(path: string | undefined, format: TranscriptFormat, io: Io): Writer {
  const output = openOutput(path, io);
  let count = 0;
  let first: string | undefined;
  return {
    put: async (call) => {
      if (!format.holdsMany && count > 0) {
        throw new Failure(`a ${format.extension} file holds one call, and there are more`, {
          code: 'many-calls',
          hint: 'Name a folder, such as -o converted/, or convert to jsonl, json or csv.',
        });
      }
      const text = format.call(call, count);
      count++;
      if (format.holdsMany) return output.write(count === 1 ? format.head + text : text);
      // Written when it is known to be the only one.
      first = text;
      return true;
    },
    finish: async () => {
      const rest = format.holdsMany && count === 0 ? format.head : (first ?? '');
      await output.write(rest + format.tail);
      await output.finish();
    },
    abandon: output.abandon,
  };
}

/** What tells the files that paths mean. */
async function inputFiles(paths: readonly string[], io: Io): Promise<ReadonlySet<string>> {
  const files = new Set<string>();
  for await (const source of findSources(paths, { cwd: io.cwd, stdin: io.stdin })) {
    const file =
      'failure' in source || source.absolute === undefined ? undefined : fileIdentity(source.absolute);
    if (file !== undefined) files.add(file);
  }
  return files;
}

/** A file a call, named after its id; none takes the place of an input. */
function toFolder(path: string, format: TranscriptFormat, inputs: ReadonlySet<string>, io: Io): Writer {
  makeFolder(path, io);
  const nameOf = createFileNames(format.extension);
  return {
    put: async (call) => {
      const text = format.head + format.call(call, 0) + format.tail;
      const name = join(path, nameOf(call.id));
      if (inputs.has(fileIdentity(resolve(io.cwd, name)) ?? '')) throw outputIsInput(name);
      await writeOutput(name, text, io);
      return true;
    },
    finish: () => Promise.resolve(),
    abandon: () => Promise.resolve(),
  };
}
