/** One side of a call: its moments and marks in a text, by all layers of a pack. */
import type { CompiledSide, PhraseRange } from '../pack/compiled.ts';
import type { MomentRule } from '../pack/model/moment-rule.ts';
import type { Units } from '../phrases/automaton.ts';
import { Matcher } from '../phrases/match.ts';
import type { PhraseHit } from '../phrases/phrase.ts';
import { isNegated, isReported, type Cues } from './guards.ts';
import { shoutedPieces } from './typography.ts';

/** From the first to the last of what is counted, both included. */
type Reach = Pick<PhraseHit, 'first' | 'last'>;

export interface Found {
  readonly moment: MomentRule;
  readonly start: number;
  readonly end: number;
}

/** A text, once it is read. Its units are the same for all layers, but for their symbols. */
interface Read {
  readonly text: string;
  readonly units: Units;
}

/** What one side may say, by what a pack's layers hear. */
export class Side {
  private readonly moments: readonly MomentRule[];
  private readonly layers: readonly [Layer, ...Layer[]];
  private units: Units | undefined;
  /** The numbers of the moments that a detector finds too, each with the layer that knows its exceptions. */
  private readonly detected: readonly (readonly [owner: number, layer: Layer])[];

  constructor(sides: readonly CompiledSide[], moments: readonly MomentRule[]) {
    this.moments = moments;
    const [first, ...others] = sides.map((side) => new Layer(side));
    this.layers = [first!, ...others];
    this.detected = [...moments.entries()].flatMap(([owner, { detector }]) => {
      const layer = detector === undefined ? undefined : this.layers.find((each) => each.hears(owner));
      return layer === undefined ? [] : [[owner, layer] as const];
    });
  }

  find(text: string, meansCapitals: () => boolean): readonly Found[] {
    const read = this.read(text);
    const { units } = read;
    const [{ cues }] = this.layers;
    const found: Found[] = [];
    for (const layer of this.layers) {
      layer.eachHeard((owner, hits) => {
        const moment = this.moments[owner]!;
        const meant = hits.filter((hit) => layer.isMeant(moment, owner, { hit, read, cues }));
        for (const { first, last } of merge(meant))
          found.push({ moment, start: units.starts[first]!, end: units.ends[last]! });
      });
    }
    return this.detected.length === 0 ? found : this.withDetected(found, read, meansCapitals);
  }

  private read(text: string): Read {
    const [first, ...others] = this.layers;
    this.units = first.read(text);
    for (const layer of others) layer.read(text);
    return { text, units: this.units };
  }

  /** The marks in the text that `find` was given last; of one mark, what overlaps is one. */
  marks(): readonly { readonly id: string; readonly start: number; readonly end: number }[] {
    const { starts, ends } = this.units!;
    return this.layers.flatMap((layer) =>
      layer.marks().map(({ id, first, last }) => ({ id, start: starts[first]!, end: ends[last]! })),
    );
  }

  /** What the phrases found, and what the detectors find; of one moment, what overlaps is one. */
  private withDetected(
    found: readonly Found[],
    { text, units }: Read,
    meansCapitals: () => boolean,
  ): readonly Found[] {
    const shouted = shoutedPieces(text, meansCapitals);
    if (shouted.length === 0) return found;
    return this.detected.reduce((all: readonly Found[], [owner, layer]) => {
      const moment = this.moments[owner]!;
      const meant = shouted.filter(({ start, end }) => !layer.isExcepted(owner, unitsOf(units, start, end)));
      const mine = [...all.filter((each) => each.moment === moment), ...meant];
      return [
        ...all.filter((each) => each.moment !== moment),
        ...merge(mine.map(({ start, end }) => ({ first: start, last: end - 1 }))).map(({ first, last }) => ({
          moment,
          start: first,
          end: last + 1,
        })),
      ];
    }, found);
  }
}

/** A hit, in the text that it was found in. */
interface About {
  readonly hit: PhraseHit;
  readonly read: Read;
  readonly cues: Cues;
}

/** What phrases that were compiled together hear in a text. */
class Layer {
  readonly cues: Cues;
  private readonly side: CompiledSide;
  private readonly matcher: Matcher;
  private readonly markRanges: readonly (readonly [id: string, range: PhraseRange])[];
  /** Where the phrases of marks begin; none where there are none. */
  private readonly firstMark: number;

  constructor(side: CompiledSide) {
    this.side = side;
    this.matcher = new Matcher(side.phrases);
    this.cues = { ranges: side.cues, matcher: this.matcher };
    this.markRanges = Object.entries(side.marks);
    this.firstMark = Math.min(...this.markRanges.map(([, [from]]) => from));
  }

  hears(owner: number): boolean {
    return owner in this.side.moments;
  }

  read(text: string): Units {
    return this.matcher.read(text);
  }

  /** Gives the hits of each moment that has some, whether it is meant there or not. */
  eachHeard(give: (owner: number, hits: readonly PhraseHit[]) => void): void {
    const { matcher, side } = this;
    // The phrases of a moment stand together; what only serves others comes last and is looked at where it is asked for.
    for (let phrase = matcher.nextPhrase(0); phrase >= 0;) {
      const owner = side.owners[phrase]!;
      if (owner < 0) break;
      const range = side.moments[owner];
      if (range === undefined) {
        phrase = matcher.nextPhrase(phrase + 1);
        continue;
      }
      const hits = matcher.hits(range[0], range[1]);
      if (hits.length > 0) give(owner, hits);
      phrase = matcher.nextPhrase(range[1]);
    }
  }

  isMeant(moment: MomentRule, owner: number, { hit, read: { text, units }, cues }: About): boolean {
    if (this.isExcepted(owner, hit)) return false;
    if (moment.negation === 'guard' && isNegated(cues, units, text, hit.first)) return false;
    return !(moment.quotation === 'guard' && isReported(cues, units, hit.first));
  }

  /** Whether a hit of one of the moment's `unless` phrases shares a unit with the hit. */
  isExcepted(owner: number, { first, last }: Reach): boolean {
    const [from, to] = this.side.unless[owner]!;
    return this.matcher.hits(from, to).some((other) => other.first <= last && other.last >= first);
  }

  /** In units; of one mark, what overlaps is one. */
  marks(): readonly (Reach & { readonly id: string })[] {
    if (this.markRanges.length === 0 || this.matcher.nextPhrase(this.firstMark) < 0) return [];
    return this.markRanges.flatMap(([id, [from, to]]) =>
      merge(this.matcher.hits(from, to)).map((reach) => ({ id, ...reach })),
    );
  }
}

/** The units that share something with a piece `[start, end)` of the text; none where `first` is after `last`. */
function unitsOf({ count, starts, ends }: Units, start: number, end: number): Reach {
  return { first: firstFrom(ends, count, start + 1), last: firstFrom(starts, count, end) - 1 };
}

/** The index of the first of ascending values that is at least so much. */
function firstFrom(values: Int32Array, count: number, least: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Hits in order, those that overlap as one. */
function merge(hits: readonly Reach[]): readonly Reach[] {
  const merged: { first: number; last: number }[] = [];
  for (const { first, last } of hits.toSorted((a, b) => a.first - b.first || a.last - b.last)) {
    const previous = merged.at(-1);
    if (previous !== undefined && first <= previous.last) previous.last = Math.max(previous.last, last);
    else merged.push({ first, last });
  }
  return merged;
}
