/** The tables of the anchor index, made from anchors. */
import { pairOf, pairSlot, type CompiledAnchors } from './program.ts';

/** So many slots for each pair: fewer make the search longer, more take memory. */
const slotsForPair = 1.6;

/** Where an anchor stands: so many units at least and at most after the beginning of a match of its program. */
interface AnchorPlace {
  readonly program: number;
  readonly least: number;
  readonly most: number;
}

/** Collects the anchors of a vocabulary of so many symbols, in the order of their programs, and lays them out. */
export function anchorTables(size: number): {
  /** An anchor: one of the first symbols, with one of the second ones right after it where there are any. */
  readonly add: (place: AnchorPlace, first: readonly number[], second: readonly number[]) => void;
  readonly tables: () => CompiledAnchors;
} {
  const places: number[] = [];
  const singles = new Map<number, number[]>();
  const pairs = new Map<number, number[]>();
  const push = (groups: Map<number, number[]>, key: number, anchor: number): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [anchor]);
    else group.push(anchor);
  };
  return {
    add: ({ program, least, most }, first, second) => {
      const anchor = places.push(program, least, most) / 3 - 1;
      for (const one of first) {
        if (second.length === 0) push(singles, one, anchor);
        for (const other of second) push(pairs, one * size + other, anchor);
      }
    },
    tables: () => {
      const groups: number[] = [-1];
      const known = new Map<string, number>();
      // Many words wake the same anchors.
      const begin = (group: readonly number[]): number => {
        const key = group.join(' ');
        let at = known.get(key);
        if (at === undefined) {
          at = groups.length;
          known.set(key, at);
          for (const anchor of group) groups.push(anchor);
          groups.push(-1);
        }
        return at;
      };
      const single = new Int32Array(size);
      const seconds = new Uint8Array(size);
      for (const [one, group] of singles) single[one] = begin(group);
      const slots = Math.ceil(pairs.size * slotsForPair) + 1;
      const table = new Int32Array(slots * 2);
      for (const [key, group] of pairs) {
        const first = Math.floor(key / size);
        const second = key - first * size;
        const pair = pairOf(first, second, size);
        let slot = pairSlot(pair, slots);
        while (table[slot * 2 + 1] !== 0) slot = slot + 1 === slots ? 0 : slot + 1;
        table.set([pair, begin(group)], slot * 2);
        seconds[second] = 1;
      }
      return {
        places: Int32Array.from(places),
        groups: Int32Array.from(groups),
        singles: single,
        seconds,
        pairs: table,
      };
    },
  };
}
