/** Paths of outputs that mean a folder. */
import { mkdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure } from '../call/failure.ts';
import type { Io } from './io.ts';
import { unwritable } from './unwritable.ts';

/** True for a path that ends as a folder's does, or that is one. */
export function meansFolder(path: string, io: Io): boolean {
  return /[/\\]$/u.test(path) || isFolder(resolve(io.cwd, path));
}

function isFolder(absolute: string): boolean {
  try {
    return statSync(absolute).isDirectory();
  } catch {
    // Nothing there, or nothing that may be seen: writing to it will tell.
    return false;
  }
}

/**
 * Makes a folder where it is not there; the one that it is to be in has to be.
 * @throws {Failure} `output-unwritable`
 */
export function makeFolder(path: string, io: Io): void {
  const absolute = resolve(io.cwd, path);
  try {
    mkdirSync(absolute);
  } catch (error) {
    if (isFolder(absolute)) return;
    throw unwritable(
      error,
      path,
      'Name a folder that exists, or one whose parent exists and may be written.',
    );
  }
}

/**
 * Refuses a folder where all goes into one file.
 * @throws {Failure} `output-unwritable`
 */
export function refuseFolder(path: string, io: Io): void {
  if (!meansFolder(path, io)) return;
  throw new Failure(`cannot write ${path}: it is a folder`, {
    code: 'output-unwritable',
    file: path,
    hint: 'Name a file; a folder is taken by score with --format html, and by convert.',
  });
}
