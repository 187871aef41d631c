/** Where a report goes: standard output or a file, with back-pressure, and quietly away when nobody reads on. */
import { createWriteStream, lstatSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Io } from './io.ts';
import { refuseFolder } from './output-folder.ts';
import { unwritable } from './unwritable.ts';

export interface Output {
  /** Takes a piece; false where nobody reads any more. */
  readonly write: (text: string | Uint8Array) => Promise<boolean>;
  /** Everything was written: a file takes its name now. */
  readonly finish: () => Promise<void>;
  /** Given up: a file that was begun goes. */
  readonly abandon: () => Promise<void>;
}

/**
 * Standard output, or a file that is written beside its name and renamed when it is done.
 * @throws {Failure} `output-unwritable` where the path is a folder's
 */
export function openOutput(path: string | undefined, io: Io): Output {
  if (path === undefined) return toStream(io.stdout);
  refuseFolder(path, io);
  return toFile(resolve(io.cwd, path), path);
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
      try {
        if (!special) await rm(beside, { force: true });
      } catch (error) {
        throw unwritable(error, shown);
      }
    },
  };
}
