/** Where classes end: a class is looked for at a unit once a text, however many phrases ask. */
import { classEnd } from '../text/classes.ts';
import { foldText } from '../text/fold.ts';
import type { Units } from './automaton.ts';
import { phraseClasses } from './phrase.ts';
import type { Presence } from './presence.ts';
import type { CompiledPhrases } from './program.ts';
import { classMost } from './shape.ts';
import { isBreak } from './symbols.ts';

/** Answers for the text that it was told of last. */
export class ClassEnds {
  private readonly classes: Int32Array;
  private readonly presence: Presence;
  /** By class and unit: the unit after the class, plus 2; 0 where it was not looked for yet. */
  private known = new Int32Array(0);
  private isCleared = false;
  private text = '';
  /** The text folded, once a class asks for it. */
  private folded: string | undefined;
  private units: Units | undefined;

  constructor({ classes }: CompiledPhrases, presence: Presence) {
    this.classes = classes;
    this.presence = presence;
  }

  begin(text: string, units: Units): void {
    this.text = text;
    this.folded = undefined;
    this.units = units;
    this.isCleared = false;
  }

  /** The unit after a class, by its place in `phraseClasses`, that begins at a unit; -1 where none does. */
  after(name: number, unit: number): number {
    if (!this.presence.hasSome(this.classes[name]!)) return -1;
    const units = this.units!;
    if (!this.isCleared) this.clear(phraseClasses.length * units.count);
    const key = name * units.count + unit;
    const known = this.known[key]!;
    if (known !== 0) return known - 2;
    this.folded ??= foldText(this.text);
    const after = afterClass(name, units, this.folded, unit);
    this.known[key] = after + 2;
    return after;
  }

  /** Whether one of some classes, a bit for each, begins at a unit. */
  beginsSome(classes: number, unit: number): boolean {
    for (let name = 0; classes >>> name !== 0; name++)
      if (((classes >>> name) & 1) === 1 && this.after(name, unit) >= 0) return true;
    return false;
  }

  private clear(size: number): void {
    if (this.known.length < size) this.known = new Int32Array(size * 2);
    else this.known.fill(0, 0, size);
    this.isCleared = true;
  }
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
