/** What tells a problem from others where lines and files move. */
import { createHash } from 'node:crypto';
import { normalisedClause } from './clause.ts';

/** The first 16 hex digits of a SHA-256 over the rule and the words that it is about, normalised. */
export function fingerprintOf(rule: string, words: string): string {
  return createHash('sha256')
    .update(`${rule}\0${normalisedClause(words)}`)
    .digest('hex')
    .slice(0, 16);
}
