/** Sets of symbols as bits: made when a set is first asked for, since few are. */
import type { CompiledPhrases } from './program.ts';

/** Answers whether a symbol is in a set. */
export class SymbolSets {
  private readonly sets: Int32Array;
  private readonly members: Int32Array;
  /** How many numbers the bits of a set take. */
  private readonly length: number;
  /** For loops: a symbol is in a set where bit `symbol & 31` of the number at the set's row + `symbol >>> 5` is 1. */
  bits: Int32Array;
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
  }

  /** Where the bits of a set begin in `bits`, which is to be asked for anew after this. */
  row(set: number): number {
    return this.begins[set]! || this.spread(set);
  }

  has(set: number, symbol: number): boolean {
    const row = this.row(set);
    return ((this.bits[row + (symbol >>> 5)]! >>> (symbol & 31)) & 1) === 1;
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
