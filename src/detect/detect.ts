/** Detection: a call and a pack in, its stretches and moments out. */
import type { Call, Speaker } from '../call/call.ts';
import { stretchesOf } from '../call/stretch.ts';
import type { CompiledPack, CompiledSide, PhraseRange } from '../pack/compiled.ts';
import type { MomentRule } from '../pack/model/moment-rule.ts';
import type { Units } from '../phrases/automaton.ts';
import { Matcher } from '../phrases/match.ts';
import type { PhraseHit } from '../phrases/phrase.ts';
import { answeringMoments } from './answering.ts';
import { isBackchannel } from './backchannel.ts';
import type { Detected, DetectedStretch, NotedFact, NotedStep } from './detected.ts';
import { isNegated, isReported } from './guards.ts';
import type { Moment } from './moment.ts';
import { compareMoments } from './moment.ts';
import { passageOf, spansOf } from './passage.ts';
import { inferRoles } from './roles.ts';
import { capitalsMatter, shoutedPieces } from './typography.ts';

/** Makes the detector of a pack; setting it up costs far more than a call does, so keep it. */
export function createDetector(compiled: CompiledPack): (call: Call) => Detected {
  const { moments } = compiled.pack;
  const sides = {
    agent: new Side(compiled.sides.agent, moments),
    customer: new Side(compiled.sides.customer, moments),
  };
  const notes = createNoteReader(compiled);
  const answers = answeringMoments(moments);
  const either = (text: string) =>
    [sides.agent, sides.customer].flatMap((side) => side.find(text, () => true).map(({ moment }) => moment));
  return (given) => {
    const call = inferRoles(given, either);
    const found: Moment[] = [];
    const marks: Moment[] = [];
    const heard = new Set<MomentRule['speaker']>();
    const stretches = stretchesOf(call).map((stretch): DetectedStretch => {
      const passage = passageOf(call, stretch);
      const side = sideOf(stretch.speaker);
      if (side !== undefined) {
        const meansCapitals = (): boolean => capitalsMatter(call, stretch.speaker);
        heard.add(side);
        for (const { moment, start, end } of sides[side].find(passage.text, meansCapitals)) {
          // With nobody else heard yet there was nothing to answer.
          if (moment.answers === true && heard.size < 2) continue;
          const parts = spansOf(passage, start, end);
          const { speaker, participant, index } = stretch;
          found.push({ id: moment.id, speaker, participant, stretch: index, parts });
        }
        for (const { id, start, end } of sides[side].marks()) {
          const { speaker, participant, index } = stretch;
          marks.push({ id, speaker, participant, stretch: index, parts: spansOf(passage, start, end) });
        }
      }
      return { ...stretch, backchannel: isBackchannel(passage.text) };
    });
    found.sort(compareMoments);
    found.push(...answers(found, stretches));
    const { noted, notedFacts } = notes(call);
    return {
      call,
      stretches,
      moments: found.sort(compareMoments),
      marks: marks.sort(compareMoments),
      ...(noted.length === 0 ? {} : { noted }),
      ...(notedFacts.length === 0 ? {} : { notedFacts }),
    };
  };
}

interface Noted {
  readonly noted: readonly NotedStep[];
  readonly notedFacts: readonly NotedFact[];
}

/** Reads notes for the steps that they prove and the key facts that they tell; of one in one note, the first words that do. */
function createNoteReader({ notes }: CompiledPack): (call: Call) => Noted {
  const steps = Object.entries(notes.steps);
  const facts = Object.entries(notes.facts);
  let matcher: Matcher | undefined;
  return ({ notes: written = [] }) => {
    const noted: NotedStep[] = [];
    const told = new Map<string, NotedFact>();
    if (steps.length === 0 && facts.length === 0) return { noted, notedFacts: [] };
    for (const [note, { text }] of written.entries()) {
      matcher ??= new Matcher(notes.phrases);
      const units = matcher.read(text);
      const firstOf = ([from, to]: PhraseRange) => {
        const hit = matcher!.hits(from, to)[0];
        return hit && { note, start: units.starts[hit.first]!, end: units.ends[hit.last]! };
      };
      for (const [name, range] of steps) {
        const found = firstOf(range);
        const [protocol, step] = name.split('/') as [string, string];
        if (found !== undefined) noted.push({ protocol, step, ...found });
      }
      for (const [fact, range] of facts) {
        const found = told.has(fact) ? undefined : firstOf(range);
        if (found !== undefined) told.set(fact, { fact, ...found });
      }
    }
    return { noted, notedFacts: facts.flatMap(([fact]) => told.get(fact) ?? []) };
  };
}

function sideOf(speaker: Speaker): MomentRule['speaker'] | undefined {
  return speaker === 'agent' || speaker === 'customer' ? speaker : undefined;
}

/** From the first to the last of what is counted, both included. */
type Reach = Pick<PhraseHit, 'first' | 'last'>;

interface Found {
  readonly moment: MomentRule;
  readonly start: number;
  readonly end: number;
}

/** The moments of one side. */
class Side {
  private readonly side: CompiledSide;
  private readonly moments: readonly MomentRule[];
  private readonly markRanges: readonly (readonly [id: string, range: PhraseRange])[];
  /** Where the phrases of marks begin; none where there are none. */
  private readonly firstMark: number;
  private units: Units | undefined;
  private readonly matcher: Matcher;
  /** The numbers of the moments that a detector finds too. */
  private readonly detected: readonly number[];

  constructor(side: CompiledSide, moments: readonly MomentRule[]) {
    this.side = side;
    this.moments = moments;
    this.markRanges = Object.entries(side.marks);
    this.firstMark = Math.min(...this.markRanges.map(([, [from]]) => from));
    this.matcher = new Matcher(side.phrases);
    this.detected = [...moments.keys()].filter(
      (index) => index in side.moments && moments[index]!.detector !== undefined,
    );
  }

  find(text: string, meansCapitals: () => boolean): readonly Found[] {
    const units = this.matcher.read(text);
    this.units = units;
    const found: Found[] = [];
    // The phrases of a moment stand together; what only serves others comes last and is looked at where it is asked for.
    for (let phrase = this.matcher.nextPhrase(0); phrase >= 0;) {
      const owner = this.side.owners[phrase]!;
      if (owner < 0) break;
      const [from, to] = this.side.moments[owner]!;
      const hits = this.matcher.hits(from, to);
      if (hits.length > 0) {
        const meant = hits.filter((hit) => this.isMeant(owner, hit, units, text));
        for (const { first, last } of merge(meant)) {
          found.push({ moment: this.moments[owner]!, start: units.starts[first]!, end: units.ends[last]! });
        }
      }
      phrase = this.matcher.nextPhrase(to);
    }
    return this.detected.length === 0 ? found : this.withDetected(found, units, text, meansCapitals);
  }

  /** The marks in the text that `find` was given last; of one mark, what overlaps is one. */
  marks(): readonly { readonly id: string; readonly start: number; readonly end: number }[] {
    const units = this.units!;
    if (this.markRanges.length === 0 || this.matcher.nextPhrase(this.firstMark) < 0) return [];
    return this.markRanges.flatMap(([id, [from, to]]) =>
      merge(this.matcher.hits(from, to)).map(({ first, last }) => ({
        id,
        start: units.starts[first]!,
        end: units.ends[last]!,
      })),
    );
  }

  /** What the phrases found, and what the detectors find; of one moment, what overlaps is one. */
  private withDetected(
    found: readonly Found[],
    units: Units,
    text: string,
    meansCapitals: () => boolean,
  ): readonly Found[] {
    const shouted = shoutedPieces(text, meansCapitals);
    if (shouted.length === 0) return found;
    return this.detected.reduce((all: readonly Found[], owner) => {
      const moment = this.moments[owner]!;
      const meant = shouted.filter(({ start, end }) => !this.isExcepted(owner, unitsOf(units, start, end)));
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

  private isMeant(owner: number, hit: PhraseHit, units: Units, text: string): boolean {
    const moment = this.moments[owner]!;
    if (this.isExcepted(owner, hit)) return false;
    if (moment.negation === 'guard' && isNegated(this.side, this.matcher, units, text, hit.first))
      return false;
    return !(moment.quotation === 'guard' && isReported(this.side, this.matcher, units, hit.first));
  }

  /** Whether a hit of one of the moment's `unless` phrases shares a unit with the hit. */
  private isExcepted(owner: number, { first, last }: Reach): boolean {
    const [from, to] = this.side.unless[owner]!;
    return this.matcher.hits(from, to).some((other) => other.first <= last && other.last >= first);
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
