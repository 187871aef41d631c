/** Counts of many different things in bounded memory. */

export interface Frequent {
  /** Counts one more of it, in a column. */
  readonly add: (key: string, column: number) => void;
  /** The counts by column, of everything that is still held. */
  readonly entries: () => IterableIterator<[key: string, counts: Uint32Array]>;
}

/**
 * Counts keys in columns and holds about `most` of them: when there are more, those that were counted least go. What is
 * counted more often than every `most`-th time is never lost; a count can be short by what it had when it went.
 * Source: lossy counting, after G. S. Manku and R. Motwani, "Approximate frequency counts over data streams", VLDB 2002.
 */
export function frequent(most: number, columns: number): Frequent {
  const counts = new Map<string, Uint32Array>();
  let floor = 0;
  const prune = (): void => {
    while (counts.size > most) {
      floor++;
      for (const [key, own] of counts)
        if (own.reduce((sum, one) => sum + one, 0) <= floor) counts.delete(key);
    }
  };
  return {
    add: (key, column) => {
      let own = counts.get(key);
      if (own === undefined) {
        if (counts.size >= 2 * most) prune();
        own = new Uint32Array(columns);
        counts.set(key, own);
      }
      own[column]! += 1;
    },
    entries: () => counts.entries(),
  };
}
