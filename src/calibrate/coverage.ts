/** What a pack hears in real calls, and what it does not: hits by phrase, and turns in which nothing was heard. */
import type { Call, CallSource } from '../call/call.ts';
import { createDetector } from '../detect/detect.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import type { MomentRule } from '../pack/model/moment-rule.ts';
import type { Origin, WrittenPhrase } from '../pack/model/origin.ts';
import { maskTurns } from '../result/redact.ts';
import type { DetectedStretch } from '../detect/detected.ts';
import { rounded } from '../result/estimate.ts';
import { createPhraseFinder, standsBehind } from './phrase-finder.ts';
import { randomFrom } from './random.ts';

export type Side = MomentRule['speaker'];

export interface PhraseCoverage {
  readonly text: string;
  readonly origin: Origin;
  /** Where it was heard and meant. */
  readonly hits: number;
  /** Where `unless` or a guard dropped it. */
  readonly dropped: number;
  readonly calls: number;
  /** Of all calls, 0 to 1. */
  readonly share: number;
}

export interface MomentCoverage {
  readonly id: string;
  readonly speaker: Side;
  /** How often the moment was found. */
  readonly found: number;
  readonly calls: number;
  readonly share: number;
  /** Most hits first, then as they are written. */
  readonly phrases: readonly PhraseCoverage[];
}

/** A turn in which nothing was heard. */
export interface SilentTurn {
  readonly call: string;
  readonly source: string;
  readonly turn: number;
  readonly speaker: Side;
  /** Masked unless the user asked otherwise. */
  readonly text: string;
}

export interface Coverage {
  readonly calls: number;
  /** By side: its turns that say more than mm-hm, and those of them without a moment. */
  readonly turns: Readonly<Record<Side, { readonly all: number; readonly silent: number }>>;
  /** In the pack's order. */
  readonly moments: readonly MomentCoverage[];
  /** By side, then by place. */
  readonly sample: readonly SilentTurn[];
}

export interface CoverageOptions {
  /** How many silent turns of each side. */
  readonly sample: number;
  readonly seed: number;
  readonly redact: boolean;
}

interface Count {
  hits: number;
  dropped: number;
  calls: number;
  lastCall: number;
}

/** Takes calls one by one and sums them up; only counts and the sample are kept. */
export function coverageOf(
  compiled: CompiledPack,
  options: CoverageOptions,
): { readonly add: (call: Call, source: CallSource) => void; readonly finish: () => Coverage } {
  const detect = createDetector(compiled);
  const find = createPhraseFinder(compiled);
  const phrases = new Map<WrittenPhrase, Count>();
  const moments = new Map<string, Count>();
  const turns = { agent: { all: 0, silent: 0 }, customer: { all: 0, silent: 0 } };
  const samples = {
    agent: new Reservoir<SilentTurn>(options.sample, options.seed),
    customer: new Reservoir<SilentTurn>(options.sample, options.seed + 1),
  };
  let calls = 0;
  const count = <K>(counts: Map<K, Count>, key: K, meant: boolean): void => {
    const entry = counts.get(key) ?? { hits: 0, dropped: 0, calls: 0, lastCall: -1 };
    counts.set(key, entry);
    if (!meant) {
      entry.dropped++;
      return;
    }
    entry.hits++;
    if (entry.lastCall === calls) return;
    entry.lastCall = calls;
    entry.calls++;
  };
  const add = (call: Call, { path }: CallSource): void => {
    const detected = detect(call);
    const heard = new Set<number>();
    for (const { id, parts } of detected.moments) {
      count(moments, id, true);
      for (const { turn } of parts) heard.add(turn);
    }
    for (const hit of find(call)) {
      const meant = detected.moments.some(({ id, parts }) => standsBehind(hit, id, parts));
      count(phrases, hit.phrase, meant);
    }
    for (const { speaker, firstTurn, lastTurn, backchannel } of detected.stretches) {
      if (backchannel || (speaker !== 'agent' && speaker !== 'customer')) continue;
      for (let turn = firstTurn; turn <= lastTurn; turn++) {
        if (call.turns[turn]!.text.trim() === '') continue;
        turns[speaker].all++;
        if (heard.has(turn)) continue;
        turns[speaker].silent++;
        samples[speaker].offer(() => ({
          call: call.id,
          source: path,
          turn,
          speaker,
          text: options.redact ? maskedTurn(call, detected.stretches, turn) : call.turns[turn]!.text,
        }));
      }
    }
    calls++;
  };
  const finish = (): Coverage => ({
    calls,
    turns,
    moments: compiled.pack.moments.map(({ id, speaker, phrases: written }) => {
      const found = moments.get(id);
      return {
        id,
        speaker,
        found: found?.hits ?? 0,
        calls: found?.calls ?? 0,
        share: shareOfCalls(found?.calls ?? 0, calls),
        phrases: written
          .map((phrase): PhraseCoverage => {
            const { hits = 0, dropped = 0, calls: inCalls = 0 } = phrases.get(phrase) ?? {};
            const { text, origin } = phrase;
            return { text, origin, hits, dropped, calls: inCalls, share: shareOfCalls(inCalls, calls) };
          })
          .sort((a, b) => b.hits - a.hits),
      };
    }),
    sample: [...samples.agent.items(), ...samples.customer.items()],
  });
  return { add, finish };
}

function shareOfCalls(part: number, calls: number): number {
  return calls === 0 ? 0 : rounded(part / calls);
}

function maskedTurn(call: Call, stretches: readonly DetectedStretch[], turn: number): string {
  const { firstTurn, lastTurn } = stretches.find((each) => each.firstTurn <= turn && turn <= each.lastTurn)!;
  const said = call.turns.slice(firstTurn, lastTurn + 1).map(({ text }) => ({ text, stretch: 0 }));
  return maskTurns(said)[turn - firstTurn]!;
}

/**
 * A sample of so many of a stream, each item as likely as any other.
 * Source: J. S. Vitter, "Random sampling with a reservoir", ACM TOMS 11 (1985), algorithm R.
 */
class Reservoir<T> {
  private readonly size: number;
  private readonly random: () => number;
  private readonly kept: { readonly number: number; readonly item: T }[] = [];
  private offered = 0;

  constructor(size: number, seed: number) {
    this.size = size;
    this.random = randomFrom(seed);
  }

  /** Takes an item or not; it is made only where it is taken. */
  offer(make: () => T): void {
    const number = this.offered++;
    const place = number < this.size ? number : Math.floor(this.random() * this.offered);
    if (place < this.size) this.kept[place] = { number, item: make() };
  }

  /** In the order in which they were offered. */
  items(): readonly T[] {
    return this.kept.toSorted((a, b) => a.number - b.number).map(({ item }) => item);
  }
}
