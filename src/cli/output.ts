/** Where a report goes: standard output or a file, with back-pressure, and quietly away when nobody reads on. */
import { createWriteStream, lstatSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Failure } from '../call/failure.ts';
import type { Io } from './io.ts';

export interface Output {
  /** Takes a piece; false where nobody reads any more. */
  readonly write: (text: string | Uint8Array) => Promise<boolean>;
  /** Everything was written: a file takes its name now. */
  readonly finish: () => Promise<void>;
  /** Given up: a file that was begun goes. */
  readonly abandon: () => Promise<void>;
}

/** Standard output, or a file that is written beside its name and renamed when it is done. */
export function openOutput(path: string | undefined, io: Io): Output {
  return path === undefined ? toStream(io.stdout) : toFile(resolve(io.cwd, path), path);
}

/**
 * An error of the system as an expected one; any other is thrown on.
 * @param shown the file's name as it was given, or `standard output`
 */
export function unwritable(error: unknown, shown: string, kept?: string): Failure {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) throw error;
  return new Failure(`cannot write ${shown}: ${code === 'ENOSPC' ? 'the disk is full' : code}`, {
    code: 'output-unwritable',
    ...(shown === 'standard output' ? {} : { file: shown }),
    hint: kept ?? 'Name a file in a folder that exists and may be written.',
  });
}

function toStream(stream: NodeJS.WritableStream): Output {
  const isClosed = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'EPIPE';
  let closed = false;
  let failed: Error | undefined;
  stream.on('error', (error: Error) => {
    closed = true;
    if (!isClosed(error)) failed = error;
  });
  const write = (text: string | Uint8Array): Promise<boolean> =>
    new Promise((done, fail) => {
      if (closed) {
        done(false);
        return;
      }
      stream.write(text, (error) => {
        if (error && !isClosed(error)) fail(error);
        else done(!error);
      });
    });
  return {
    write: async (text) => {
      try {
        return await write(text);
      } catch (error) {
        throw unwritable(error, 'standard output');
      }
    },
    finish: () =>
      failed === undefined ? Promise.resolve() : Promise.reject(unwritable(failed, 'standard output')),
    abandon: () => Promise.resolve(),
  };
}

/** True for a device, a pipe or a link, which are written through: their name must not become a file's. */
export function isSpecial(path: string): boolean {
  try {
    return !lstatSync(path).isFile();
  } catch {
    // Nothing there yet, or nothing that may be seen: opening it will tell.
    return false;
  }
}

function toFile(path: string, shown: string): Output {
  const special = isSpecial(path);
  const beside = special ? path : `${path}.partial`;
  const stream = createWriteStream(beside);
  const opened = new Promise<void>((done, fail) => {
    stream.once('open', () => done());
    stream.once('error', fail);
  });
  const guard = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      await opened;
      return await work();
    } catch (error) {
      throw unwritable(error, shown);
    }
  };
  // Reported by whoever writes next.
  opened.catch(() => {});
  return {
    write: (text) =>
      guard(
        () =>
          new Promise<boolean>((done, fail) => {
            stream.write(text, (error) => (error ? fail(error) : done(true)));
          }),
      ),
    finish: () =>
      guard(async () => {
        await new Promise<void>((done, fail) => {
          stream.once('error', fail);
          stream.end(() => done());
        });
        if (!special) await rename(beside, path);
      }),
    abandon: async () => {
      stream.destroy();
      if (!special) await rm(beside, { force: true });
    },
  };
}
