/** Keeps an output from taking the place of what it is made of. */
import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { ownOutput } from '../read/own-output.ts';
import type { ReadFailure } from '../read/reading.ts';
import { findSources, type Source } from '../read/sources.ts';
import { fileIdentity } from './file-identity.ts';
import type { Io } from './io.ts';
import { outputIsInput } from './output-is-input.ts';

export interface OutputGuard {
  /** @throws {Failure} `output-is-input` where a file that is named is the output; what is no file is none */
  readonly checkNamed: (path: string) => void;
  /** @throws {Failure} the same where it is one of the sources that paths mean */
  readonly checkPaths: (paths: readonly string[]) => Promise<void>;
  /**
   * What of sources is read: all but the output itself, where that lay among them and an earlier run wrote it.
   * @throws {Failure} `output-is-input` where it is one of them otherwise
   */
  readonly apart: <Item>(
    items: readonly Item[],
    sourceOf: (item: Item) => Source | ReadFailure,
  ) => readonly Item[];
}

const openGuard: OutputGuard = {
  checkNamed: () => {},
  checkPaths: () => Promise.resolve(),
  apart: (items) => items,
};

/** So much of a file tells what it is. */
const headSize = 1 << 16;

/**
 * Guards the file that a path names, and those that are written beside it. Files are compared by device and inode, so that
 * links and other names are seen through.
 *
 * @param output undefined for standard output, which takes nobody's place
 */
export function createOutputGuard(output: string | undefined, io: Io): OutputGuard {
  // With a slash behind it a folder is meant, and writing there tells what is wrong.
  if (output === undefined || /[/\\]$/u.test(output)) return openGuard;
  const absolute = resolve(io.cwd, output);
  const taken = new Set<string>();
  for (const name of [absolute, `${absolute}.partial`, `${absolute}.journal`]) {
    const file = fileIdentity(name);
    if (file !== undefined) taken.add(file);
  }
  if (taken.size === 0) return openGuard;
  const isTaken = (file: string | number): boolean => {
    const identity = fileIdentity(file);
    return identity !== undefined && taken.has(identity);
  };
  const { fd } = io.stdin as { readonly fd?: unknown };
  const apart: OutputGuard['apart'] = (items, sourceOf) =>
    items.filter((item) => {
      const source = sourceOf(item);
      if ('failure' in source || source.absolute === undefined || !isTaken(source.absolute)) return true;
      if (source.isFound !== true || !isOwn(source.absolute)) throw outputIsInput(output, source.path);
      return false;
    });
  return {
    checkNamed: (path) => {
      const isInput = path === '-' ? typeof fd === 'number' && isTaken(fd) : isTaken(resolve(io.cwd, path));
      if (isInput) throw outputIsInput(output, path === '-' ? 'standard input' : path);
    },
    checkPaths: async (paths) => {
      for await (const source of findSources(paths, { cwd: io.cwd, stdin: io.stdin }))
        apart([source], (one) => one);
    },
    apart,
  };
}

/** Whether this tool wrote a file. */
function isOwn(absolute: string): boolean {
  const file = openSync(absolute, 'r');
  try {
    const head = Buffer.alloc(headSize);
    return ownOutput(head.toString('utf8', 0, readSync(file, head))) !== undefined;
  } finally {
    closeSync(file);
  }
}
