/** The verifier: does a program match from this unit on, and how far at the longest? Bounded work, on symbols alone. */
import type { Units } from './automaton.ts';
import { Choices } from './choices.ts';
import type { ClassEnds } from './class-ends.ts';
import {
  eitherBits,
  eitherMask,
  needsLength,
  operation,
  operationBits,
  operationMask,
  phraseFlag,
  type CompiledPhrases,
} from './program.ts';
import type { SymbolSets } from './symbol-sets.ts';
import { isBreak } from './symbols.ts';
import { TriedSteps } from './tried-steps.ts';

/** Runs the programs of compiled phrases. */
export class Verifier {
  private readonly code: Int32Array;
  private readonly sets: SymbolSets;
  private readonly entries: Int32Array;
  private readonly flags: Uint8Array;
  private readonly most: Int32Array;
  private readonly needs: Int32Array;
  private readonly choices: Choices;
  /** Steps still to try: an instruction and a unit each. */
  private stack = new Int32Array(1024);
  /** For programs with many ways. */
  private readonly tried = new TriedSteps();
  private readonly classes: ClassEnds;
  /** The last unit of the text that is no break. */
  private last = 0;

  constructor(compiled: CompiledPhrases, sets: SymbolSets, classes: ClassEnds) {
    this.code = compiled.code;
    this.entries = compiled.entries;
    this.flags = compiled.flags;
    this.most = compiled.most;
    this.needs = compiled.needs;
    this.classes = classes;
    this.sets = sets;
    this.choices = new Choices(compiled);
  }

  /**
   * Announces a new text.
   * @param last its last unit that is no break
   */
  begin(last: number): void {
    this.last = last;
  }

  /**
   * The last unit of the longest match of a program that begins at a unit; -1 where none does.
   * @param units those of the text that `begin` announced; a match at the start only is asked for at the first alone
   */
  longest(program: number, units: Units, first: number): number {
    const flags = this.flags[program]!;
    if (!this.hasNeeds(program, units, first, (flags & phraseFlag.runsOn) !== 0)) return -1;
    const { code, choices, tried } = this;
    const { symbols, count } = units;
    const remembers = (flags & phraseFlag.manyWays) !== 0;
    if (remembers) tried.clear();
    let { stack } = this;
    let depth = 0;
    let instruction = this.entries[program]!;
    let unit = first;
    let longest = -1;
    for (;;) {
      let alive = true;
      const what = code[instruction * 2]!;
      const operand = what >>> operationBits;
      switch (what & operationMask) {
        case operation.word:
          alive = unit < count && symbols[unit] === operand;
          unit++;
          break;
        case operation.either: {
          const here = unit < count ? symbols[unit]! : -1;
          alive = here === (operand & eitherMask) || here === operand >>> eitherBits;
          unit++;
          break;
        }
        case operation.set:
          alive = unit < count && this.sets.has(operand, symbols[unit]!);
          unit++;
          break;
        case operation.split: {
          const choice = choices.of(instruction);
          const after = unit < count ? choices.after(choice, symbols[unit]!) : 0;
          const here = choices.here(choice);
          const { lists } = choices;
          while (depth + 2 * (lists[after]! + lists[here]!) > stack.length) stack = this.grow();
          for (let index = after + 1; index <= after + lists[after]!; index++) {
            stack[depth++] = lists[index]!;
            stack[depth++] = unit + 1;
          }
          for (let index = here + 1; index <= here + lists[here]!; index++) {
            stack[depth++] = lists[index]!;
            stack[depth++] = unit;
          }
          alive = false;
          break;
        }
        case operation.gap: {
          // What the same gap reaches from the next unit on, it was already sent to.
          if (remembers && tried.has(instruction, unit + 1) && !isBreak(symbols[unit]!)) break;
          const next = code[instruction * 2 + 1]!;
          const end = Math.min(unit + operand, count);
          while (depth + 2 * (end - unit) > stack.length) stack = this.grow();
          for (let skipped = unit; skipped < end && !isBreak(symbols[skipped]!); skipped++) {
            stack[depth++] = next;
            stack[depth++] = skipped + 1;
          }
          break;
        }
        case operation.class:
          unit = unit < count ? this.classes.after(operand, unit) : -1;
          alive = unit >= 0;
          break;
        default:
          if (unit - 1 > longest && ((flags & phraseFlag.atEnd) === 0 || unit > this.last))
            longest = unit - 1;
          alive = false;
      }
      if (alive) instruction = code[instruction * 2 + 1]!;
      for (;;) {
        if (!alive) {
          if (depth === 0) return longest;
          unit = stack[--depth]!;
          instruction = stack[--depth]!;
        }
        // Ways part and meet again at points of choice and gaps alone.
        if (
          !remembers ||
          (code[instruction * 2]! & operationMask) < operation.gap ||
          tried.add(instruction, unit)
        )
          break;
        alive = false;
      }
    }
  }

  /** Whether all that a program needs stands among the units that a match from `first` on may take. */
  private hasNeeds(program: number, { symbols, count }: Units, first: number, runsOn: boolean): boolean {
    const { sets } = this;
    // A mark at the end of a phrase is one more.
    const end = Math.min(first + this.most[program]! + 2, count);
    for (let at = program * needsLength; at < (program + 1) * needsLength; at++) {
      const set = this.needs[at]!;
      if (set < 0) return true;
      let unit = first;
      for (; unit < end; unit++) {
        const here = symbols[unit]!;
        if (sets.has(set, here)) break;
        if (!runsOn && isBreak(here)) return false;
      }
      if (unit === end) return false;
    }
    return true;
  }

  private grow(): Int32Array<ArrayBuffer> {
    const larger = new Int32Array(this.stack.length * 2);
    larger.set(this.stack);
    this.stack = larger;
    return larger;
  }
}
