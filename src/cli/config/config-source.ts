/** Which config speaks for a command, by what it can be told again: its path and the hash of its bytes. */
import { hash } from 'node:crypto';
import { resolve } from 'node:path';
import { readInput } from '../read-input.ts';
import { shownPath } from './configure.ts';
import { findConfig } from './find-config.ts';

interface ConfigSource {
  /** As it was named, else from the working folder. */
  readonly source: string;
  /** In hex. */
  readonly sha256: string;
}

/**
 * The config that is named, or found from the working folder upwards; undefined where there is none.
 *
 * @throws {Failure} `input-not-found` or `input-unreadable`
 */
export function configSource(named: string | undefined, cwd: string): ConfigSource | undefined {
  const path = named === undefined ? findConfig(cwd) : resolve(cwd, named);
  if (path === undefined) return undefined;
  const source = named ?? shownPath(cwd, path);
  return { source, sha256: hash('sha256', readInput(path, source)) };
}
