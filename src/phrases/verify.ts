/** The verifier: does a phrase match from this unit on, and how far at the longest? Bounded work, on symbols alone. */
import { classEnd } from '../text/classes.ts';
import { foldText } from '../text/fold.ts';
import type { Units } from './automaton.ts';
import type { CompiledPhrases } from './compile.ts';
import { phraseClasses } from './phrase.ts';
import { operation, phraseFlag, unpackCode } from './compile.ts';
import { classMost } from './shape.ts';
import { symbol } from './symbols.ts';

/**
 * What a point of choice comes to once it is unfolded: by the symbol of the unit that stands there, the instructions to
 * go on with after it; and those that are no test of one symbol, to be tried at the unit itself.
 */
interface Choice {
  readonly after: ReadonlyMap<number, readonly number[]>;
  readonly here: readonly number[];
}

const nothing: readonly number[] = [];

/** So many symbols are asked for one by one. */
const fewSymbols = 8;

/** Runs the programs of compiled phrases. */
export class Verifier {
  private readonly code: Int32Array;
  private readonly sets: readonly (readonly number[])[];
  private readonly members: (Uint8Array | undefined)[];
  private readonly symbolCount: number;
  private readonly entries: Int32Array;
  private readonly flags: Uint8Array;
  /** By instruction: its choice, unfolded when it is first met. */
  private readonly choices: (Choice | undefined)[];
  /** Steps still to try: an instruction and a unit each. */
  private stack = new Int32Array(1024);
  /**
   * For phrases with many ways: the search in which an instruction was last tried at a unit, by instruction within the
   * phrase × units from its start.
   */
  private readonly tried: Int32Array;
  private readonly spans: Int32Array;
  private readonly needs: readonly (readonly number[])[];
  /** By class and unit: where the class ends there, once it was looked for in the text that `begin` announced. */
  private classEnds = new Int32Array(0);
  private unitCount = 0;
  private text = '';
  /** How many texts were announced, and by symbol the last of them that holds it. */
  private texts = 0;
  private readonly present: Int32Array;
  /** The text folded, once a class asks for it. */
  private folded: string | undefined;
  private search = 0;

  constructor(compiled: CompiledPhrases) {
    this.code = unpackCode(compiled.code);
    this.entries = Int32Array.from(compiled.entries);
    this.flags = Uint8Array.from(compiled.flags);
    this.sets = compiled.sets;
    this.members = compiled.sets.map(() => undefined);
    this.choices = Array.from({ length: this.code.length / 4 }, () => undefined);
    this.symbolCount =
      symbol.firstWord + compiled.words.length + compiled.prefixes.length + compiled.characters.length;
    this.present = new Int32Array(this.symbolCount);
    this.needs = compiled.needs;
    this.spans = Int32Array.from(compiled.most, (most) => most + 2);
    let most = 0;
    for (let phrase = 0; phrase < this.entries.length; phrase++) {
      if ((this.flags[phrase]! & phraseFlag.manyWays) === 0) continue;
      most = Math.max(most, (this.entries[phrase]! - this.lowest(phrase) + 2) * this.spans[phrase]!);
    }
    this.tried = new Int32Array(most);
  }

  /** The instruction before the first of a phrase: its own begin after it, and the shared end is instruction 0. */
  private lowest(phrase: number): number {
    return phrase === 0 ? 0 : this.entries[phrase - 1]!;
  }

  /** Announces a new text and its units. */
  begin(text: string, { symbols, count: unitCount }: Units): void {
    this.text = text;
    this.folded = undefined;
    this.unitCount = unitCount;
    this.texts++;
    for (let unit = 0; unit < unitCount; unit++) this.present[symbols[unit]!] = this.texts;
    const size = phraseClasses.length * unitCount;
    if (this.classEnds.length < size) this.classEnds = new Int32Array(size * 2);
    else this.classEnds.fill(0, 0, size);
  }

  /**
   * The last unit of the longest match of a phrase that begins at a unit; -1 where none does.
   * @param units those of the text that `begin` announced
   */
  longest(phrase: number, units: Units, first: number): number {
    const flags = this.flags[phrase]!;
    if ((flags & phraseFlag.atStart) !== 0 && !isFirst(units, first)) return -1;
    if (!this.mayBegin(this.entries[phrase]!, units.symbols[first]!)) return -1;
    if (!this.hasNeeds(phrase, units, first, (flags & phraseFlag.runsOn) !== 0)) return -1;
    const { code } = this;
    const { symbols, count } = units;
    const remembers = (flags & phraseFlag.manyWays) !== 0;
    const lowest = this.lowest(phrase);
    const span = this.spans[phrase]!;
    const search = remembers ? this.nextSearch() : 0;
    let { stack } = this;
    let depth = 0;
    let instruction = this.entries[phrase]!;
    let unit = first;
    let longest = -1;
    for (;;) {
      let alive = true;
      const at = instruction * 4;
      switch (code[at]) {
        case operation.word: {
          const here = unit < count ? symbols[unit]! : -3;
          alive = here === code[at + 1] || here === code[at + 2];
          unit++;
          break;
        }
        case operation.set:
          alive = unit < count && this.isMember(code[at + 1]!, symbols[unit]!);
          unit++;
          break;
        case operation.split: {
          const choice = this.choices[instruction] ?? this.unfold(instruction);
          const after = (unit < count ? choice.after.get(symbols[unit]!) : undefined) ?? nothing;
          while (depth + 2 * (after.length + choice.here.length) > stack.length) stack = this.grow();
          for (const next of after) {
            stack[depth++] = next;
            stack[depth++] = unit + 1;
          }
          for (const next of choice.here) {
            stack[depth++] = next;
            stack[depth++] = unit;
          }
          alive = false;
          break;
        }
        case operation.gap: {
          // What the same gap reaches from the next unit on, it was already sent to.
          const beside = (instruction - lowest) * span + unit + 1 - first;
          if (remembers && this.tried[beside] === search && !isBreak(symbols[unit]!)) break;
          const next = code[at + 3]!;
          const end = Math.min(unit + code[at + 1]!, count);
          while (depth + 2 * (end - unit) > stack.length) stack = this.grow();
          for (let skipped = unit; skipped < end && !isBreak(symbols[skipped]!); skipped++) {
            stack[depth++] = next;
            stack[depth++] = skipped + 1;
          }
          break;
        }
        case operation.class:
          unit = unit < count ? this.afterClass(code[at + 1]!, units, unit) : -1;
          alive = unit >= 0;
          break;
        default:
          if (unit - 1 > longest && ((flags & phraseFlag.atEnd) === 0 || isLast(units, unit - 1))) {
            longest = unit - 1;
          }
          alive = false;
      }
      if (alive) instruction = code[at + 3]!;
      for (;;) {
        if (!alive) {
          if (depth === 0) return longest;
          unit = stack[--depth]!;
          instruction = stack[--depth]!;
        }
        if (!remembers || instruction === 0) break;
        const key = (instruction - lowest) * span + unit - first;
        if (this.tried[key] !== search) {
          this.tried[key] = search;
          break;
        }
        alive = false;
      }
    }
  }

  /** Whether an instruction can take a unit at all, as far as its symbol tells. */
  private mayBegin(instruction: number, here: number): boolean {
    const at = instruction * 4;
    switch (this.code[at]) {
      case operation.word:
        return here === this.code[at + 1] || here === this.code[at + 2];
      case operation.set:
        return this.isMember(this.code[at + 1]!, here);
      case operation.split: {
        const choice = this.choices[instruction] ?? this.unfold(instruction);
        return choice.here.length > 0 || choice.after.has(here);
      }
      default:
        return true;
    }
  }

  /** Whether all that a phrase needs stands among the units that a match from `first` on may take. */
  private hasNeeds(phrase: number, { symbols, count }: Units, first: number, runsOn: boolean): boolean {
    const end = Math.min(first + this.spans[phrase]!, count);
    for (const set of this.needs[phrase]!) {
      if (!this.mayStand(this.sets[set]!)) return false;
      const members = this.members[set] ?? this.spread(set);
      let unit = first;
      for (; unit < end; unit++) {
        const here = symbols[unit]!;
        if (members[here] === 1) break;
        if (here >= symbol.break && here <= symbol.breakBoth && !runsOn) return false;
      }
      if (unit === end) return false;
    }
    return true;
  }

  /** Whether one of these symbols stands in the text at all; where they are many, it is not worth asking. */
  private mayStand(set: readonly number[]): boolean {
    if (set.length > fewSymbols) return true;
    for (const member of set) if (this.present[member] === this.texts) return true;
    return false;
  }

  /** The unit after a class that begins at a unit; -1 where none does. Many phrases ask the same. */
  private afterClass(name: number, units: Units, unit: number): number {
    const key = name * this.unitCount + unit;
    const known = this.classEnds[key]!;
    if (known !== 0) return known - 2;
    this.folded ??= foldText(this.text);
    const after = afterClass(name, units, this.folded, unit);
    this.classEnds[key] = after + 2;
    return after;
  }

  private isMember(set: number, here: number): boolean {
    return (this.members[set] ?? this.spread(set))[here] === 1;
  }

  private spread(set: number): Uint8Array {
    const members = new Uint8Array(this.symbolCount);
    for (const member of this.sets[set]!) members[member] = 1;
    this.members[set] = members;
    return members;
  }

  /** Everything that a point of choice can go on with, through further points of choice. */
  private unfold(from: number): Choice {
    const after = new Map<number, number[]>();
    const here: number[] = [];
    const seen = new Set<number>();
    const add = (one: number, next: number): void => {
      if (one < 0) return;
      const known = after.get(one);
      if (known === undefined) after.set(one, [next]);
      else if (!known.includes(next)) known.push(next);
    };
    const visit = (instruction: number): void => {
      if (seen.has(instruction)) return;
      seen.add(instruction);
      const [what, one, other, next] = this.code.subarray(
        instruction * 4,
        instruction * 4 + 4,
      ) as unknown as [number, number, number, number];
      if (what === operation.split) {
        visit(next);
        visit(one);
      } else if (what === operation.word) {
        add(one, next);
        add(other, next);
      } else if (what === operation.set) {
        for (const member of this.sets[one]!) add(member, next);
      } else {
        here.push(instruction);
      }
    };
    visit(from);
    const choice = { after, here };
    this.choices[from] = choice;
    return choice;
  }

  private nextSearch(): number {
    if (this.search === 0x7fffffff) {
      this.tried.fill(0);
      this.search = 0;
    }
    return ++this.search;
  }

  private grow(): Int32Array<ArrayBuffer> {
    const larger = new Int32Array(this.stack.length * 2);
    larger.set(this.stack);
    this.stack = larger;
    return larger;
  }
}

function isBreak(unit: number): boolean {
  return unit >= symbol.break && unit <= symbol.breakBoth;
}

/** Whether nothing but breaks stands before a unit. */
function isFirst({ symbols }: Units, unit: number): boolean {
  for (let at = unit - 1; at >= 0; at--) if (!isBreak(symbols[at]!)) return false;
  return true;
}

/** Whether nothing but breaks stands after a unit. */
function isLast({ symbols, count }: Units, unit: number): boolean {
  for (let at = unit + 1; at < count; at++) if (!isBreak(symbols[at]!)) return false;
  return true;
}

/** The unit after a class that begins at a unit; -1 where none does, or where it would end inside a unit. */
function afterClass(
  name: number,
  { starts, ends, symbols, count }: Units,
  text: string,
  unit: number,
): number {
  if (isBreak(symbols[unit]!)) return -1;
  const start = starts[unit]!;
  const signed = signBefore(text, start);
  let end = classEnd(phraseClasses[name]!, text, signed);
  // "#5" is a number; "$5" is none.
  if (end < 0 && text[signed] === '#') end = classEnd(phraseClasses[name]!, text, start);
  if (end < 0) return -1;
  let after = unit;
  while (after < count && starts[after]! < end) {
    if (isBreak(symbols[after]!)) break;
    after++;
  }
  return after > unit && after - unit <= classMost && ends[after - 1]! <= end ? after : -1;
}

/** Where a sign that belongs to a number stands before it, as in `$ 50`; else the number's own place. */
function signBefore(text: string, start: number): number {
  let at = start - 1;
  if (text[at] === ' ') at--;
  return at >= 0 && '$£￡€¥￥#'.includes(text[at]!) ? at : start;
}
