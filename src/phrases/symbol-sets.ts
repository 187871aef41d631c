/** Sets of symbols: whether one is in a set is asked far more often than answered yes. */
import type { CompiledPhrases } from './program.ts';

/** Sets of more members have a bit for each symbol, made when one of them is first asked; smaller ones are gone through. */
const mostListed = 32;

/** Answers whether a symbol is in a set. */
export class SymbolSets {
  private readonly sets: Int32Array;
  private readonly members: Int32Array;
  /** By set: 64 bits, two numbers; a symbol can be in the set only where its bit is 1. */
  private readonly masks: Int32Array;
  /** How many numbers the bits of a large set take. */
  private readonly length: number;
  /** Large sets: bit `symbol & 31` of the number at where its bits begin + `symbol >>> 5`. */
  private bits: Int32Array<ArrayBuffer>;
  private end: number;
  /** By set: where its bits begin; 0 where it has none yet. */
  private readonly begins: Int32Array;

  constructor({ vocabulary, sets, members }: CompiledPhrases) {
    this.sets = sets;
    this.members = members;
    this.length = (vocabulary.size + 31) >>> 5;
    this.end = this.length;
    this.bits = new Int32Array(this.length * 64);
    this.begins = new Int32Array(sets.length - 1);
    const masks = new Int32Array((sets.length - 1) * 2);
    for (let set = 0; set + 1 < sets.length; set++) {
      for (let at = sets[set]!; at < sets[set + 1]!; at++) {
        const place = placeOf(members[at]!);
        masks[set * 2 + (place >>> 5)]! |= 1 << (place & 31);
      }
    }
    this.masks = masks;
  }

  has(set: number, symbol: number): boolean {
    const place = placeOf(symbol);
    if (((this.masks[set * 2 + (place >>> 5)]! >>> (place & 31)) & 1) === 0) return false;
    const end = this.sets[set + 1]!;
    let at = this.sets[set]!;
    if (end - at > mostListed) {
      const row = this.begins[set]! || this.spread(set);
      return ((this.bits[row + (symbol >>> 5)]! >>> (symbol & 31)) & 1) === 1;
    }
    const { members } = this;
    while (at < end && members[at] !== symbol) at++;
    return at < end;
  }

  private spread(set: number): number {
    const begin = this.end;
    this.end += this.length;
    if (this.end > this.bits.length) {
      const larger = new Int32Array(this.bits.length * 2);
      larger.set(this.bits);
      this.bits = larger;
    }
    for (let at = this.sets[set]!; at < this.sets[set + 1]!; at++) {
      const member = this.members[at]!;
      this.bits[begin + (member >>> 5)]! |= 1 << (member & 31);
    }
    this.begins[set] = begin;
    return begin;
  }
}

/** The place of a symbol among 64: neighbouring symbols, which are often words of one list, are far apart. */
function placeOf(symbol: number): number {
  return Math.imul(symbol, 0x9e3779b1) >>> 26;
}
