/** A script on standard input: `callqa lint -`, as editors and hooks hand it over. */
import { resolve } from 'node:path';
import { Failure } from '../../call/failure.ts';
import type { FoundScript } from '../../scripts/find-scripts.ts';
import type { Io } from '../io.ts';

/** The path that stands for standard input. */
export const stdinPath = '-';

/** A script that is in hand. */
export interface StdinScript extends FoundScript {
  readonly bytes: Uint8Array;
}

/**
 * Reads standard input to its end.
 * @param name the file that it is the content of: it tells the format, the config and how the report calls it.
 */
export async function stdinScript(io: Io, name: string | undefined): Promise<StdinScript> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of io.stdin as AsyncIterable<Uint8Array | string>) {
    chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
  }
  const path = name?.replaceAll('\\', '/') ?? 'stdin';
  return { path, absolute: resolve(io.cwd, path), bytes: Buffer.concat(chunks) };
}

/** Refuses what cannot be meant: a name without standard input, and fixes of it among those of files. */
export function checkStdin(
  paths: readonly string[],
  { stdinFilename, fix }: { readonly stdinFilename?: string; readonly fix?: boolean },
): void {
  const isStdin = paths.includes(stdinPath);
  if (stdinFilename !== undefined && !isStdin) {
    throw new Failure('--stdin-filename names standard input, and that is not read.', {
      code: 'usage',
      hint: 'Say - for standard input, or leave --stdin-filename out.',
    });
  }
  if (isStdin && fix === true && paths.some((path) => path !== stdinPath)) {
    throw new Failure('--fix writes standard input back to standard output, and files in their places.', {
      code: 'usage',
      hint: 'Fix - in a run of its own.',
    });
  }
}
