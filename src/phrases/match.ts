/** Matching: the automaton's units, the anchors among them, and the verifier at those alone. */
import { AnchorIndex, lookPhrase, lookUnit } from './anchor-index.ts';
import { Automaton, type Units } from './automaton.ts';
import { ClassEnds } from './class-ends.ts';
import type { PhraseHit } from './phrase.ts';
import { Presence } from './presence.ts';
import type { CompiledPhrases } from './program.ts';
import { SymbolSets } from './symbol-sets.ts';
import { isBreak } from './symbols.ts';
import { Verifier } from './verify.ts';

const none: readonly PhraseHit[] = [];

/** Finds compiled phrases in texts. One matcher serves one text at a time. */
export class Matcher {
  private readonly automaton: Automaton;
  private readonly presence: Presence;
  private readonly classes: ClassEnds;
  private readonly verifier: Verifier;
  private readonly programs: Int32Array;
  private readonly anchors: AnchorIndex;
  private units: Units | undefined;
  private looks = new Float64Array(0);
  /** What was asked about the text so far, by the first and the last phrase. */
  private readonly known = new Map<number, readonly PhraseHit[]>();

  constructor(compiled: CompiledPhrases) {
    const sets = new SymbolSets(compiled);
    this.automaton = new Automaton(compiled.vocabulary);
    this.presence = new Presence(compiled);
    this.classes = new ClassEnds(compiled, this.presence);
    this.verifier = new Verifier(compiled, sets, this.classes);
    this.programs = compiled.programs;
    this.anchors = new AnchorIndex(compiled, { sets, presence: this.presence, classes: this.classes });
  }

  /** Reads a text into units; `hits` is about it until the next. */
  read(text: string): Units {
    const units = this.automaton.scan(text);
    this.units = units;
    this.presence.begin(units);
    let last = units.count - 1;
    while (last > 0 && isBreak(units.symbols[last]!)) last--;
    this.classes.begin(text, units);
    this.verifier.begin(last);
    this.looks = this.anchors.find(units, last);
    if (this.known.size > 0) this.known.clear();
    return units;
  }

  /** The number of the first phrase from a number on that may hit at all; -1 where there is none. */
  nextPhrase(from: number): number {
    const look = this.looks[this.firstLook(from)];
    return look === undefined ? -1 : Math.floor(look / lookPhrase);
  }

  /**
   * The hits of phrases `[from, to)` in the text that was read: per phrase leftmost, longest, not overlapping; by phrase,
   * then by place.
   */
  hits(from = 0, to = this.programs.length - 1): readonly PhraseHit[] {
    const { looks } = this;
    const index = this.firstLook(from);
    const look = looks[index];
    if (look === undefined || look >= to * lookPhrase) return none;
    const key = from * this.programs.length + to;
    let found = this.known.get(key);
    if (found === undefined) this.known.set(key, (found = this.verified(index, to)));
    return found;
  }

  private verified(index: number, to: number): readonly PhraseHit[] {
    const { looks, verifier, programs } = this;
    const units = this.units!;
    const end = to * lookPhrase;
    const hits: PhraseHit[] = [];
    let before = -1;
    let hit: PhraseHit | undefined;
    for (let look = looks[index]!; look < end; look = looks[++index] ?? Infinity) {
      if (look === before) continue;
      before = look;
      const owner = Math.floor(look / lookPhrase);
      const rest = look - owner * lookPhrase;
      const first = Math.floor(rest / lookUnit);
      const isSame = hit !== undefined && hit.phrase === owner;
      if (isSame && first > hit!.first && first <= hit!.last) continue;
      const last = verifier.longest(programs[owner]! + (rest - first * lookUnit), units, first);
      if (last < 0) continue;
      if (isSame && first === hit!.first) {
        // Another branch of the phrase hits here as well: the longest counts.
        if (last <= hit!.last) continue;
        hits.pop();
      }
      hit = { phrase: owner, first, last };
      hits.push(hit);
    }
    return hits;
  }

  /** The index of the first look of a phrase from a number on. */
  private firstLook(phrase: number): number {
    const { looks } = this;
    const least = phrase * lookPhrase;
    let low = 0;
    let high = looks.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (looks[middle]! < least) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
