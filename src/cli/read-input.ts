/** Reads a file whole that a command cannot do without. */
import { readFileSync } from 'node:fs';
import { unreadable } from '../read/sources.ts';

/**
 * Its bytes.
 *
 * @param shown what errors call it
 * @throws {Failure} `input-not-found` or `input-unreadable`
 */
export function readInput(absolute: string, shown: string): Uint8Array {
  try {
    return readFileSync(absolute);
  } catch (error) {
    throw unreadable(error, shown);
  }
}
