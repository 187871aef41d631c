/** Which keys the metadata of a batch has, where one that it was to be grouped by is missing. */
import type { CallRecord } from '../../result/record.ts';
import { byText } from '../../result/by-text.ts';

/** Enough to name; a file whose every call has keys of its own is not kept. */
const mostKept = 200;

export interface MetaKeys {
  readonly add: (record: CallRecord) => void;
  /** In order. */
  readonly list: () => readonly string[];
}

/** Collects the keys of calls that lack one that was asked for. */
export function createMetaKeys(): MetaKeys {
  const keys = new Set<string>();
  return {
    add: ({ metaKeys = [] }) => {
      for (const key of metaKeys) if (keys.size < mostKept) keys.add(key);
    },
    list: () => [...keys].sort(byText),
  };
}
