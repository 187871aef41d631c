/** Calls that are there twice, and ids that several calls have. */
import { knownIds } from '../../read/known-ids.ts';
import type { Duplicates } from '../../result/analysis.ts';
import type { CallRecord } from '../../result/record.ts';

const named = 3;

export interface RunningDuplicates {
  /** Takes the next record; true where it is an earlier one over again. */
  readonly add: (record: CallRecord) => boolean;
  readonly finish: () => Duplicates;
}

/**
 * Tells calls whose bytes came before from those that only have an id that came before. Holds no ids but their
 * fingerprints: of more than some hundred thousand calls, one that came long before may be forgotten.
 */
export function createDuplicates(): RunningDuplicates {
  const contents = knownIds();
  const ids = knownIds();
  const copies: Named = { calls: 0, first: [] };
  const sameId: Named = { calls: 0, first: [] };
  return {
    add: (record) => {
      const { id, sha256, source, startedAt = '' } = record;
      // The hash may be that of a file of many calls: within it a copy has the id and the time too.
      const own = `${sha256}\n${id}\n${startedAt}`;
      const place = `${sha256}\n${source}`;
      const isCopy = contents.has(own) || (contents.has(sha256) && !contents.has(place));
      if (isCopy) note(copies, id);
      else if (ids.has(id)) note(sameId, id);
      for (const content of [own, sha256, place]) contents.add(content);
      ids.add(id);
      return isCopy;
    },
    finish: () => ({ copies: { ...copies }, sameId: { ...sameId } }),
  };
}

interface Named {
  calls: number;
  first: readonly string[];
}

function note(counted: Named, id: string): void {
  counted.calls += 1;
  if (counted.first.length < named && !counted.first.includes(id)) counted.first = [...counted.first, id];
}
