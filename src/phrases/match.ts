/** Matching: the automaton's units, the anchors among them, and the verifier at those alone. */
import type { Units } from './automaton.ts';
import { Automaton } from './automaton.ts';
import type { CompiledPhrases } from './compile.ts';
import type { PhraseHit } from './phrase.ts';
import { symbol } from './symbols.ts';
import { Verifier } from './verify.ts';
import { AnchorIndex, lookBits, lookMask, lookPhrase } from './anchor-index.ts';

/** Finds compiled phrases in texts. One matcher serves one text at a time. */
export class Matcher {
  private readonly automaton: Automaton;
  private readonly verifier: Verifier;
  private readonly most: Int32Array;
  private readonly anchors: AnchorIndex;
  private units: Units | undefined;
  private looks = new Float64Array(0);

  constructor(compiled: CompiledPhrases) {
    this.automaton = new Automaton(compiled);
    this.verifier = new Verifier(compiled);
    this.most = Int32Array.from(compiled.most);
    this.anchors = new AnchorIndex(compiled);
  }

  /** Reads a text into units; `hits` is about it until the next. */
  read(text: string): Units {
    const units = this.automaton.scan(text);
    this.units = units;
    this.verifier.begin(text, units);
    this.looks = this.anchors.find(units);
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
  hits(from = 0, to = this.most.length): readonly PhraseHit[] {
    const { looks, verifier } = this;
    const units = this.units!;
    const { count, symbols } = units;
    const hits: PhraseHit[] = [];
    const end = to * lookPhrase;
    let phrase = -1;
    let next = 0;
    for (let index = this.firstLook(from); index < looks.length; index++) {
      const look = looks[index]!;
      if (look >= end) break;
      const owner = Math.floor(look / lookPhrase);
      const rest = look - owner * lookPhrase;
      const earliest = rest >>> lookBits;
      const latest = Math.min(earliest + (rest & lookMask), count - 1);
      if (owner !== phrase) {
        phrase = owner;
        next = 0;
      }
      for (let first = Math.max(earliest, next); first <= latest; first++) {
        next = first + 1;
        const unit = symbols[first]!;
        if (unit >= symbol.break && unit <= symbol.breakBoth) continue;
        const last = verifier.longest(phrase, units, first);
        if (last < 0) continue;
        hits.push({ phrase, first, last });
        next = last + 1;
        first = last;
      }
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
