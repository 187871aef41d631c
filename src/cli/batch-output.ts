/**
 * Where the report of a batch goes. A file is written beside its name, with a journal of what is done, and takes its name
 * at the end; a run that ended before that can be gone on from.
 */
import { createHash, hash } from 'node:crypto';
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { BatchStep } from '../batch/batch-state.ts';
import {
  inputsBetween,
  journalHead,
  journalLine,
  readJournal,
  type JournalStep,
  type RunIdentity,
} from '../batch/journal.ts';
import type { Input, Position } from '../batch/plan-units.ts';
import type { Io } from './io.ts';
import { isSpecial, openOutput } from './output.ts';
import { refuseFolder } from './output-folder.ts';
import { unwritable } from './unwritable.ts';

export interface BatchOutput {
  /** What an earlier run did, where this one goes on. */
  readonly done: readonly JournalStep[];
  /** Takes a piece; false where nobody reads any more. */
  readonly write: (text: string | Uint8Array) => Promise<boolean>;
  /** Notes that a step is done and written. */
  readonly note: (step: BatchStep, end: Position) => Promise<void>;
  /** Everything was written. */
  readonly finish: () => Promise<void>;
  /** Ended before everything was written: what is done stays. */
  readonly leave: () => Promise<void>;
  /** Where it stays, for people; undefined where there is nothing to go on from. */
  readonly kept: string | undefined;
}

export interface BatchOutputOptions {
  readonly run: RunIdentity;
  readonly inputs: readonly Input[];
  readonly resume: boolean;
}

/** Opens standard output, a device, a pipe or a link as they are; any other file so that a run can be gone on from. */
export async function openBatchOutput(
  path: string | undefined,
  io: Io,
  options: BatchOutputOptions,
): Promise<BatchOutput> {
  if (path !== undefined) refuseFolder(path, io);
  if (path !== undefined && !isSpecial(resolve(io.cwd, path))) return openFile(path, io, options);
  const output = openOutput(path, io);
  return {
    done: [],
    write: output.write,
    note: () => Promise.resolve(),
    finish: output.finish,
    leave: output.abandon,
    kept: undefined,
  };
}

const none: Position = { inputs: 0, units: 0 };

async function openFile(
  shown: string,
  io: Io,
  { run, inputs, resume }: BatchOutputOptions,
): Promise<BatchOutput> {
  const path = resolve(io.cwd, shown);
  const names = { partial: `${path}.partial`, journal: `${path}.journal` };
  const hint = `What is done is kept in ${shown}.partial; once there is room, the same command with --resume goes on.`;
  const handles: FileHandle[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(handles.splice(0).map((handle) => handle.close()));
  };
  const guard = async <Value>(work: () => Promise<Value>, kept?: string): Promise<Value> => {
    try {
      return await work();
    } catch (error) {
      throw unwritable(error, shown, kept);
    }
  };
  const opened = async (name: string, length: number): Promise<FileHandle> => {
    const handle = await open(name, length === 0 ? 'w' : 'r+');
    handles.push(handle);
    await handle.truncate(length);
    return handle;
  };

  const found = resume
    ? await guard(() => journalOf(names.journal, names.partial, run, inputs, `${shown}.journal`))
    : undefined;
  const done = found?.steps ?? [];
  let bytes = done.at(-1)?.bytes ?? 0;
  let from = done.at(-1)?.end ?? none;
  let noted = found?.length ?? 0;
  /** Of what was written since the last step. */
  let digest = createHash('sha256');
  const [partial, journal] = await guard(async () => {
    try {
      const both = [await opened(names.partial, bytes), await opened(names.journal, noted)] as const;
      if (noted === 0) noted = await append(both[1], journalHead(run), 0);
      return both;
    } catch (error) {
      await close();
      throw error;
    }
  });
  return {
    done,
    write: (text) =>
      guard(async () => {
        bytes = await append(partial, text, bytes);
        digest.update(text);
        return true;
      }, hint),
    note: (step, end) =>
      guard(async () => {
        const sha256 = digest.digest('hex');
        const line = journalLine({ ...step, end, bytes, sha256, inputs: inputsBetween(inputs, from, end) });
        digest = createHash('sha256');
        noted = await append(journal, line, noted);
        from = end;
      }, hint),
    finish: () =>
      guard(async () => {
        await close();
        await rename(names.partial, path);
        await rm(names.journal, { force: true });
      }, hint),
    leave: close,
    kept: `${shown}.partial`,
  };
}

/** Writes all of a piece behind so many bytes; returns how many there are then. */
async function append(handle: FileHandle, text: string | Uint8Array, at: number): Promise<number> {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  for (let from = 0; from < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, from, bytes.length - from, at + from);
    from += bytesWritten;
  }
  return at + bytes.length;
}

/** The journal of an earlier run, as far as what it says was written stands there; undefined where there is none. */
async function journalOf(
  journalName: string,
  partialName: string,
  run: RunIdentity,
  inputs: readonly Input[],
  shown: string,
): Promise<{ readonly steps: readonly JournalStep[]; readonly length: number } | undefined> {
  const content = await readFile(journalName).catch(ifMissing);
  const partial = await open(partialName, 'r').catch(ifMissing);
  try {
    if (content === undefined || partial === undefined) return undefined;
    const { steps, lengths } = readJournal(content, run, inputs, shown);
    const whole = await countWhole(steps, partial);
    return { steps: steps.slice(0, whole), length: lengths[whole] ?? 0 };
  } finally {
    await partial?.close();
  }
}

/** How many steps stand in the output as they were written; what a step says is done is not, should that be lost. */
async function countWhole(steps: readonly JournalStep[], partial: FileHandle): Promise<number> {
  let from = 0;
  for (const [index, { bytes, sha256 }] of steps.entries()) {
    const written = Buffer.alloc(bytes - from);
    const bytesRead = await readFully(partial, written, from);
    if (bytesRead < written.length || hash('sha256', written) !== sha256) return index;
    from = bytes;
  }
  return steps.length;
}

/** Fills a buffer from a position on; returns how many bytes there were. */
async function readFully(handle: FileHandle, buffer: Buffer, position: number): Promise<number> {
  let filled = 0;
  while (filled < buffer.length) {
    const { bytesRead } = await handle.read(buffer, filled, buffer.length - filled, position + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

function ifMissing(error: unknown): undefined {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}
