/** The index of anchors: from the units of a text to the places where a phrase is worth a look. */
import type { Units } from './automaton.ts';
import type { CompiledPhrases } from './compile.ts';
import { unpackNumbers } from './pack-numbers.ts';
import { symbol } from './symbols.ts';

/**
 * A look is one number, so that looks sort by phrase and then by place: phrase × `lookPhrase` + the first unit at which
 * the phrase may begin × 2^`lookBits` + how many units after that one it may begin at as well.
 */
export const lookBits = 6;
export const lookMask = (1 << lookBits) - 1;
/** A stretch has fewer than 2^24 units, far beyond the limit on a turn's length. */
export const lookPhrase = 2 ** 30;

/** Finds anchors among units: single symbols by a table, pairs of neighbours by a hash. */
export class AnchorIndex {
  private readonly symbolCount: number;
  /** By symbol: where its group begins in `groups`, 0 for none. */
  private readonly singles: Int32Array;
  /** By symbol: whether it is the second of some pair. */
  private readonly seconds: Uint8Array;
  /** Pairs of neighbours: key + 1, 0 for a free slot; and where the group of each begins. */
  private readonly pairKeys: Float64Array;
  private readonly pairGroups: Int32Array;
  private readonly pairMask: number;
  /** Runs of numbers of anchors, each ended by -1. */
  private readonly groups: Int32Array;
  /** By anchor: its phrase times `lookPhrase`, and how many units may stand before it. */
  private readonly bases: Float64Array;
  private readonly least: Int32Array;
  private readonly most: Int32Array;

  constructor({ anchors, words, prefixes, characters }: CompiledPhrases) {
    this.symbolCount = symbol.firstWord + words.length + prefixes.length + characters.length;
    this.singles = new Int32Array(this.symbolCount);
    this.seconds = new Uint8Array(this.symbolCount);
    const packed = unpackNumbers(anchors);
    const bases: number[] = [];
    const least: number[] = [];
    const most: number[] = [];
    let pairs = 0;
    for (let at = 0; at < packed.length;) {
      const second = at + 4 + packed[at + 3]!;
      bases.push(packed[at]! * lookPhrase);
      least.push(packed[at + 1]!);
      most.push(packed[at + 2]!);
      pairs += packed[at + 3]! * packed[second]!;
      at = second + 1 + packed[second]!;
    }
    this.bases = Float64Array.from(bases);
    this.least = Int32Array.from(least);
    this.most = Int32Array.from(most);
    let size = 64;
    while (size < pairs * 2) size *= 2;
    this.pairMask = size - 1;
    this.pairKeys = new Float64Array(size);
    this.pairGroups = new Int32Array(size);

    // Twice over the same anchors: how many there are for each symbol and pair, then which.
    const counts = { singles: new Int32Array(this.symbolCount), pairs: new Int32Array(size) };
    this.each(
      packed,
      (single) => counts.singles[single]!++,
      (slot) => counts.pairs[slot]!++,
    );
    let end = 1;
    const begin = (counted: Int32Array, begins: Int32Array): void => {
      for (let index = 0; index < counted.length; index++) {
        if (counted[index] === 0) continue;
        begins[index] = end;
        end += counted[index]! + 1;
      }
    };
    begin(counts.singles, this.singles);
    begin(counts.pairs, this.pairGroups);
    this.groups = new Int32Array(end).fill(-1);
    const next = { singles: this.singles.slice(), pairs: this.pairGroups.slice() };
    this.each(
      packed,
      (single, anchor) => {
        this.groups[next.singles[single]!++] = anchor;
      },
      (slot, anchor) => {
        this.groups[next.pairs[slot]!++] = anchor;
      },
    );
  }

  /** Calls back with each single symbol and each pair's slot of each anchor, in order. */
  private each(
    packed: Int32Array,
    single: (symbol: number, anchor: number) => void,
    pair: (slot: number, anchor: number) => void,
  ): void {
    for (let at = 0, anchor = 0; at < packed.length; anchor++) {
      const second = at + 4 + packed[at + 3]!;
      const end = second + 1 + packed[second]!;
      for (let first = at + 4; first < second; first++) {
        if (end === second + 1) single(packed[first]!, anchor);
        for (let after = second + 1; after < end; after++) {
          this.seconds[packed[after]!] = 1;
          pair(this.slotFor(packed[first]! * this.symbolCount + packed[after]! + 1), anchor);
        }
      }
      at = end;
    }
  }

  /** The slot of a pair's key, taken for it where it has none yet. */
  private slotFor(key: number): number {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & this.pairMask;
    while (this.pairKeys[slot] !== 0 && this.pairKeys[slot] !== key) slot = (slot + 1) & this.pairMask;
    this.pairKeys[slot] = key;
    return slot;
  }

  /** The looks that units are worth, in order; valid until the next call. */
  find({ symbols, count }: Units): Float64Array<ArrayBuffer> {
    const { singles, seconds, pairKeys, pairGroups, pairMask, symbolCount } = this;
    this.count = 0;
    let before: number = symbol.other;
    for (let at = 0; at < count; at++) {
      const here = symbols[at]!;
      if (here !== symbol.other) {
        const group = singles[here]!;
        if (group !== 0) this.add(group, at);
        if (seconds[here] === 1 && before !== symbol.other) {
          const key = before * symbolCount + here + 1;
          let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & pairMask;
          for (let stored = pairKeys[slot]!; stored !== 0; stored = pairKeys[slot]!) {
            if (stored === key) {
              this.add(pairGroups[slot]!, at - 1);
              break;
            }
            slot = (slot + 1) & pairMask;
          }
        }
      }
      before = here;
    }
    const found = this.looks.subarray(0, this.count);
    return this.count > 1 ? found.sort() : found;
  }

  private looks = new Float64Array(1024);
  private count = 0;

  private add(group: number, at: number): void {
    const { groups, bases, least, most } = this;
    for (let index = group; groups[index] !== -1; index++) {
      const anchor = groups[index]!;
      const to = at - least[anchor]!;
      if (to < 0) continue;
      for (let from = Math.max(at - most[anchor]!, 0); from <= to; from += lookMask + 1) {
        if (this.count === this.looks.length) {
          const larger = new Float64Array(this.count * 2);
          larger.set(this.looks);
          this.looks = larger;
        }
        this.looks[this.count++] = bases[anchor]! + from * (lookMask + 1) + Math.min(to - from, lookMask);
      }
    }
  }
}
