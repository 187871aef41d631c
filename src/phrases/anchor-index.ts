/** The index of anchors: from the units of a text to the places where a phrase is worth a look. */
import type { Units } from './automaton.ts';
import type { ClassEnds } from './class-ends.ts';
import type { Presence } from './presence.ts';
import { pairOf, pairSlot, phraseFlag, type CompiledAnchors, type CompiledPhrases } from './program.ts';
import type { SymbolSets } from './symbol-sets.ts';
import { symbol } from './symbols.ts';

/**
 * A look is one number, so that looks sort by phrase and then by place: phrase × `lookPhrase` + the unit at which the
 * phrase may begin × `lookUnit` + the branch of the phrase that may begin there.
 */
export const lookUnit = 2 ** 12;
/** A stretch has fewer than 2^24 units, far beyond the limit on a turn's length. */
export const lookPhrase = 2 ** 36;

/** What rules a place out. */
interface AboutText {
  readonly sets: SymbolSets;
  readonly presence: Presence;
  readonly classes: ClassEnds;
}

/** Finds anchors among units: single symbols by a table, pairs of neighbours by a hash. */
export class AnchorIndex {
  private readonly anchors: CompiledAnchors;
  /** How many symbols there are. */
  private readonly size: number;
  private readonly sets: SymbolSets;
  private readonly presence: Presence;
  private readonly classes: ClassEnds;
  private readonly firsts: Int32Array;
  private readonly firstClasses: Uint8Array;
  private readonly most: Int32Array;
  private readonly flags: Uint8Array;
  /** By program: its look at unit 0. */
  private readonly bases: Float64Array;
  private looks = new Float64Array(1024);
  private count = 0;
  /** The last unit of the text that is no break. */
  private last = 0;
  private symbols: Int32Array = new Int32Array(0);

  constructor(compiled: CompiledPhrases, about: AboutText) {
    const { programs, entries } = compiled;
    this.anchors = compiled.anchors;
    this.size = compiled.vocabulary.size;
    this.sets = about.sets;
    this.presence = about.presence;
    this.classes = about.classes;
    this.firsts = compiled.firsts;
    this.firstClasses = compiled.firstClasses;
    this.most = compiled.most;
    this.flags = compiled.flags;
    this.bases = new Float64Array(entries.length);
    for (let phrase = 0; phrase + 1 < programs.length; phrase++) {
      const begin = programs[phrase]!;
      for (let program = begin; program < programs[phrase + 1]!; program++)
        this.bases[program] = phrase * lookPhrase + program - begin;
    }
  }

  /**
   * The looks that units are worth, in order, some of them twice; valid until the next call.
   * @param last the last unit that is no break
   */
  find({ symbols, count }: Units, last: number): Float64Array<ArrayBuffer> {
    const { singles, seconds, pairs } = this.anchors;
    const { size } = this;
    const slots = pairs.length / 2;
    this.count = 0;
    this.last = last;
    this.symbols = symbols;
    let before: number = symbol.other;
    for (let at = 0; at < count; at++) {
      const here = symbols[at]!;
      if (here !== symbol.other) {
        const group = singles[here]!;
        if (group !== 0) this.add(group, at);
        if (seconds[here] === 1 && before !== symbol.other) {
          const pair = pairOf(before, here, size);
          let slot = pairSlot(pair, slots);
          for (let found = pairs[slot * 2 + 1]!; found !== 0; found = pairs[slot * 2 + 1]!) {
            if (pairs[slot * 2] === pair) {
              this.add(found, at - 1);
              break;
            }
            if (++slot === slots) slot = 0;
          }
        }
      }
      before = here;
    }
    const found = this.looks.subarray(0, this.count);
    return this.count > 1 ? found.sort() : found;
  }

  /** Adds the looks of a group of anchors at a unit: wherever the program's first unit may stand. */
  private add(group: number, at: number): void {
    const { groups, places } = this.anchors;
    const { presence, classes, sets, symbols, last } = this;
    for (let index = group; groups[index] !== -1; index++) {
      const place = groups[index]! * 3;
      const program = places[place]!;
      if (!presence.isPossible(program)) continue;
      const flags = this.flags[program]!;
      let from = Math.max(at - places[place + 2]!, 0);
      let to = at - places[place + 1]!;
      if ((flags & phraseFlag.atStart) !== 0 && to > 0) to = 0;
      if ((flags & phraseFlag.atEnd) !== 0) from = Math.max(from, last + 1 - this.most[program]!);
      const set = this.firsts[program]!;
      const begun = this.firstClasses[program]!;
      for (let first = from; first <= to; first++) {
        if (!sets.has(set, symbols[first]!) && (begun === 0 || !classes.beginsSome(begun, first))) continue;
        if (this.count === this.looks.length) {
          const larger = new Float64Array(this.count * 2);
          larger.set(this.looks);
          this.looks = larger;
        }
        this.looks[this.count++] = this.bases[program]! + first * lookUnit;
      }
    }
  }
}
