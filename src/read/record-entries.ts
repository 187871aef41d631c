/** What an object in JSON says of its call, as names and values that `metadataOf` takes. */
import { keyField } from './key-field.ts';
import { momentOf } from './row-time.ts';

type Entry = readonly [name: string, value: unknown];

/** Names of times that are a call's where they are dates and no better one is there, the best first. */
const lesserDates = ['start', 'createdAt'] as const;

/**
 * The entries of an object that hold anything, with its date under `startedAt` where only another name of a time has one:
 * `start_time`, `created_at`.
 * @param isDated whether the date is known from elsewhere
 */
export function recordEntries(entries: readonly Entry[], isDated: boolean): readonly Entry[] {
  const filled = entries.filter(([, value]) => value !== null && value !== undefined && value !== '');
  if (isDated || filled.some(([name]) => keyField(name)?.field === 'startedAt')) return filled;
  for (const field of lesserDates) {
    for (const entry of filled) {
      const [name, value] = entry;
      if (keyField(name)?.field !== field || (typeof value !== 'string' && typeof value !== 'number'))
        continue;
      const iso = momentOf(String(value).trim())?.iso;
      if (iso !== undefined) return filled.map((one) => (one === entry ? ['startedAt', iso] : one));
    }
  }
  return filled;
}
