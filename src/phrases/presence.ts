/** Presence: what a text has of the symbols that phrases need. Most phrases are out of the question by this alone. */
import type { Units } from './automaton.ts';
import { needsLength, type CompiledPhrases } from './program.ts';

/** Texts are counted up to this many; then what is remembered of them is forgotten. */
const mostTexts = 2 ** 29;

/** Answers for the text that it was told of last; every answer is worked out once. */
export class Presence {
  private readonly sets: Int32Array;
  private readonly members: Int32Array;
  private readonly needs: Int32Array;
  /** By symbol: the last text that has it. */
  private readonly symbols: Int32Array;
  /** By set, by program: twice the number of the text last asked about, plus 1 where the answer was yes. */
  private readonly ofSet: Int32Array;
  private readonly ofProgram: Int32Array;
  private texts = 0;

  constructor({ vocabulary, sets, members, needs, entries }: CompiledPhrases) {
    this.sets = sets;
    this.members = members;
    this.needs = needs;
    this.symbols = new Int32Array(vocabulary.size);
    this.ofSet = new Int32Array(sets.length - 1);
    this.ofProgram = new Int32Array(entries.length);
  }

  begin({ symbols, count }: Units): void {
    if (this.texts === mostTexts) {
      for (const memory of [this.symbols, this.ofSet, this.ofProgram]) memory.fill(0);
      this.texts = 0;
    }
    this.texts++;
    for (let unit = 0; unit < count; unit++) this.symbols[symbols[unit]!] = this.texts;
  }

  /** Whether one of a set's symbols stands in the text. */
  hasSome(set: number): boolean {
    const known = this.ofSet[set]!;
    const text = this.texts * 2;
    if (known >= text) return known > text;
    const end = this.sets[set + 1]!;
    let found = false;
    for (let at = this.sets[set]!; at < end && !found; at++)
      found = this.symbols[this.members[at]!] === this.texts;
    this.ofSet[set] = found ? text + 1 : text;
    return found;
  }

  /** Whether the text has all that a program needs. */
  isPossible(program: number): boolean {
    const known = this.ofProgram[program]!;
    const text = this.texts * 2;
    if (known >= text) return known > text;
    let possible = true;
    for (let at = program * needsLength; at < (program + 1) * needsLength && possible; at++) {
      const set = this.needs[at]!;
      if (set < 0) break;
      possible = this.hasSome(set);
    }
    this.ofProgram[program] = possible ? text + 1 : text;
    return possible;
  }
}
