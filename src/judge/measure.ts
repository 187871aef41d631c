/** The form `measure`: what turns and events with times come to keeps within limits. */
import type { Call, Turn } from '../call/call.ts';
import { isBackchannel } from '../detect/backchannel.ts';
import type { MeasureCriterion, MeasureLimit } from '../pack/model/criterion.ts';
import type { Measured, Outcome } from './outcome.ts';
import type { Scene } from './scene.ts';

/** One value, and the turn it stands in; none where it is of the whole call. */
interface Reading {
  readonly value: number;
  readonly unit: MeasureLimit['unit'];
  readonly turn?: number;
}

/** What was measured: `gaps` where times that it needs are missing. */
interface Readings {
  readonly readings: readonly Reading[];
  readonly gaps: boolean;
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** A turn with its number; what is empty was not spoken. */
interface Spoken extends Turn {
  readonly turn: number;
}

/** Talk shorter than this, in milliseconds, has no rate. */
const leastTalk = 10_000;
const minute = 60_000;

/**
 * Judges a `measure` criterion: met where every value keeps within its limits, not met where one does not, even if other
 * times are missing; not evaluated where it takes those to tell. Not applicable where there is nothing to measure: nobody
 * of the side spoke, no hold, no talk in the script that the limit is for.
 *
 * - `silence`: each time in which nobody speaks; a hold is no silence.
 * - `overlap`: each time somebody of the side begins while the other side is talking, up to where one of the two ends;
 *   backchannel is no talk, on either side.
 * - `response-time`: from the end of the other side's talk to the side's own; a hold in between is not counted. In
 *   writing, where messages have one time only, from that.
 * - `hold`: each hold, up to its end, to the next words of an agent where that was not recorded.
 * - `talk-share`: the side's part of all talk of agent and customer, in percent. `speech-rate`: its units in all of its
 *   talk a minute: words where it is in Latin script, characters where it is in Han. `duration`: the whole call.
 * - What it searched is the turn of the value farthest off, or of a value of the whole call, all turns.
 */
export function judgeMeasure(scene: Scene, criterion: MeasureCriterion, call: Call): Outcome {
  const { id, by, atMost, atLeast } = criterion;
  const base = { criterion: id, share: 0, evidence: [] };
  const spoken = spokenIn(call);
  const whole =
    criterion.measure === 'silence' || criterion.measure === 'hold' || criterion.measure === 'duration';
  if (
    !whole &&
    !spoken.some(({ speaker }) => speaker === by) &&
    spoken.some(({ speaker }) => speaker === 'unknown')
  ) {
    return { ...base, outcome: 'not-evaluated', reason: 'speakers-unknown' };
  }
  const { readings, gaps } = read(scene, criterion, call, spoken);
  const checks = readings.flatMap((reading) =>
    [
      ...atMost.map((limit) => ({ limit, reading, over: reading.value - limit.value })),
      ...atLeast.map((limit) => ({ limit, reading, over: limit.value - reading.value })),
    ].filter(({ limit }) => limit.unit === reading.unit),
  );
  const farthest = checks.toSorted(
    (a, b) => b.over / (b.limit.value || 1) - a.over / (a.limit.value || 1) || 0,
  )[0];
  const broken = checks.filter(({ over }) => over > 0);
  if (broken.length === 0 && gaps) return { ...base, outcome: 'not-evaluated', reason: 'timings-missing' };
  if (farthest === undefined) return { ...base, outcome: 'not-applicable' };
  const { reading, limit } = farthest;
  const measured: Measured = {
    value: Math.round(reading.value * 10) / 10,
    unit: reading.unit,
    limit: limit.value,
    turns: [...new Set(broken.flatMap((one) => one.reading.turn ?? []))].sort((a, b) => a - b),
  };
  if (broken.length === 0) return { ...base, outcome: 'met', share: 1, measured };
  const searched = {
    from: reading.turn ?? 0,
    to: reading.turn ?? call.turns.length - 1,
  };
  return { ...base, outcome: 'not-met', searched, measured };
}

/** What was spoken in a call, for all criteria that measure it. */
const spokenByCall = new WeakMap<Call, readonly Spoken[]>();

function spokenIn(call: Call): readonly Spoken[] {
  let spoken = spokenByCall.get(call);
  if (spoken === undefined) {
    spoken = call.turns.flatMap((turn, index) => (turn.text.trim() === '' ? [] : [{ ...turn, turn: index }]));
    spokenByCall.set(call, spoken);
  }
  return spoken;
}

function read(
  scene: Scene,
  { measure, by }: MeasureCriterion,
  call: Call,
  spoken: readonly Spoken[],
): Readings {
  switch (measure) {
    case 'silence':
      return silences(spoken, holdsOf(call));
    case 'overlap':
      return overlaps(spoken, by);
    case 'response-time':
      return responses(scene, call, by, holdsOf(call));
    case 'hold': {
      const { spans, gaps } = holdsOf(call);
      return {
        readings: spans.map(({ start, end, turn }) => ({ value: end - start, unit: 'ms', turn })),
        gaps,
      };
    }
    case 'talk-share':
      return talkShare(spoken, by);
    case 'speech-rate':
      return speechRates(spoken.filter(({ speaker }) => speaker === by));
    case 'duration':
      return duration(call, spoken);
    default:
      return measure satisfies never;
  }
}

function spanOf({ start, end }: Turn): Span | undefined {
  return start === undefined || end === undefined ? undefined : { start, end: Math.max(start, end) };
}

/** The turns that have both times, and whether some have not. */
function timed(turns: readonly Spoken[]): {
  readonly spans: readonly (Span & { readonly turn: number })[];
  readonly gaps: boolean;
} {
  const spans = turns.flatMap((turn) => {
    const span = spanOf(turn);
    return span === undefined ? [] : [{ ...span, turn: turn.turn }];
  });
  return { spans, gaps: spans.length < turns.length };
}

interface Holds {
  readonly spans: readonly (Span & { readonly turn: number })[];
  readonly gaps: boolean;
}

/** The holds of a call; times that an event lacks are those of the words beside it. */
function holdsOf({ turns, events = [] }: Call): Holds {
  const spans: (Span & { readonly turn: number })[] = [];
  let gaps = false;
  for (const [index, hold] of events.entries()) {
    if (hold.kind !== 'hold') continue;
    const resume = events.slice(index + 1).find(({ kind }) => kind !== 'hold');
    const isEnd = resume !== undefined && resume.kind !== 'transfer';
    const back = turns.find(
      ({ speaker }, turn) =>
        turn > hold.afterTurn &&
        (isEnd ? turn > resume.afterTurn || resume.afterTurn === hold.afterTurn : speaker === 'agent'),
    );
    const start = hold.at ?? turns[hold.afterTurn]?.end;
    const end = (isEnd ? resume.at : undefined) ?? back?.start;
    if (start === undefined || end === undefined) gaps = true;
    else spans.push({ start, end: Math.max(start, end), turn: Math.max(hold.afterTurn, 0) });
  }
  return { spans, gaps };
}

/** How much of a time was no hold, in milliseconds. */
function withoutHolds({ start, end }: Span, { spans }: Holds): number {
  const held = spans.map((hold) => Math.max(0, Math.min(end, hold.end) - Math.max(start, hold.start)));
  return Math.max(0, end - start - held.reduce((sum, one) => sum + one, 0));
}

function silences(spoken: readonly Spoken[], holds: Holds): Readings {
  const { spans, gaps } = timed(spoken);
  const readings: Reading[] = [];
  let until: number | undefined;
  for (const { start, end, turn } of spans.toSorted((a, b) => a.start - b.start || a.turn - b.turn)) {
    if (until !== undefined && start > until) {
      readings.push({ value: withoutHolds({ start: until, end: start }, holds), unit: 'ms', turn });
    }
    until = Math.max(until ?? end, end);
  }
  // Talk without a pause has been measured too.
  const all = readings.length === 0 && spans.length > 1 ? [{ value: 0, unit: 'ms' as const }] : readings;
  return { readings: all, gaps: gaps || holds.gaps };
}

function overlaps(spoken: readonly Spoken[], by: MeasureCriterion['by']): Readings {
  // Without any times there is nothing to compare: whether a text is backchannel is asked where it matters.
  if (spoken.length > 0 && spoken.every((turn) => spanOf(turn) === undefined)) return untimed(spoken, by);
  const talk = spoken.filter(({ text }) => !isBackchannel(text));
  const own = talk.filter(({ speaker }) => speaker === by);
  const others = talk.filter(({ speaker }) => speaker === (by === 'agent' ? 'customer' : 'agent'));
  if (own.length === 0 || others.length === 0) return { readings: [], gaps: false };
  const [mine, theirs] = [timed(own), timed(others)];
  const readings = mine.spans.map(({ start, end, turn }): Reading => {
    const cut = theirs.spans.filter((other) => other.start < start && start < other.end);
    return {
      value: Math.max(0, ...cut.map((other) => Math.min(end, other.end) - start)),
      unit: 'ms',
      turn,
    };
  });
  return { readings, gaps: mine.gaps || theirs.gaps };
}

function untimed(spoken: readonly Spoken[], by: MeasureCriterion['by']): Readings {
  const talks = (side: MeasureCriterion['by']): boolean =>
    spoken.some(({ speaker, text }) => speaker === side && !isBackchannel(text));
  return { readings: [], gaps: talks(by) && talks(by === 'agent' ? 'customer' : 'agent') };
}

function responses(scene: Scene, call: Call, by: MeasureCriterion['by'], holds: Holds): Readings {
  const other = by === 'agent' ? 'customer' : 'agent';
  const written = call.channel === 'chat' || call.channel === 'email';
  const readings: Reading[] = [];
  let gaps = false;
  for (const stretch of scene.stretches) {
    if (!scene.counts(stretch, by)) continue;
    const before = scene.stretches
      .slice(0, stretch.index)
      .findLast(({ speaker, backchannel }) => !backchannel || speaker !== by);
    if (before?.speaker !== other || before.backchannel) continue;
    const said = call.turns[before.lastTurn]!;
    const from = said.end ?? (written ? said.start : undefined);
    const to = call.turns[stretch.firstTurn]!.start;
    if (from === undefined || to === undefined) gaps = true;
    else {
      const value = withoutHolds({ start: from, end: Math.max(from, to) }, holds);
      readings.push({ value, unit: 'ms', turn: stretch.firstTurn });
    }
  }
  return { readings, gaps };
}

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

function talkShare(spoken: readonly Spoken[], by: MeasureCriterion['by']): Readings {
  const talk = spoken.filter(({ speaker }) => speaker === 'agent' || speaker === 'customer');
  const own = timed(talk.filter(({ speaker }) => speaker === by));
  const { spans, gaps } = timed(talk);
  const whole = lengthOf(spans);
  // A share of talk that is known in part is not known.
  if (gaps || whole === 0) return { readings: [], gaps };
  return { readings: [{ value: (100 * lengthOf(own.spans)) / whole, unit: 'percent' }], gaps };
}

function speechRates(own: readonly Spoken[]): Readings {
  const { gaps } = timed(own);
  const rate = (unit: MeasureLimit['unit'], turns: readonly Spoken[], count: (text: string) => number) => {
    const known = turns.filter((turn) => spanOf(turn) !== undefined);
    const length = lengthOf(timed(known).spans);
    if (length < leastTalk) return [];
    const units = known.reduce((sum, { text }) => sum + count(text), 0);
    return [{ value: (units * minute) / length, unit }];
  };
  const isHan = ({ text }: Spoken): boolean => charactersIn(text) > wordsIn(text);
  return {
    readings: [
      ...rate(
        'words-per-minute',
        own.filter((turn) => !isHan(turn)),
        (text) => wordsIn(text) + charactersIn(text),
      ),
      ...rate('characters-per-minute', own.filter(isHan), (text) => wordsIn(text) + charactersIn(text)),
    ],
    gaps,
  };
}

const charactersIn = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;
const wordsIn = (text: string): number =>
  text.match(/[\p{Script=Latin}\p{N}]+(?:['’.-][\p{Script=Latin}\p{N}]+)*/gu)?.length ?? 0;

function duration({ events = [] }: Call, spoken: readonly Spoken[]): Readings {
  if (spoken.length === 0) return { readings: [], gaps: false };
  const last = events.findLast(({ kind }) => kind === 'disconnect')?.at;
  const starts = spoken.flatMap(({ start }) => start ?? []);
  const ends = spoken.flatMap(({ start, end }) => end ?? start ?? []);
  const from = spoken[0]!.start;
  const to =
    last ??
    (spoken.at(-1)!.end === undefined && spoken.at(-1)!.start === undefined ? undefined : Math.max(...ends));
  if (from === undefined || to === undefined) return { readings: [], gaps: true };
  return { readings: [{ value: Math.max(0, to - Math.min(...starts)), unit: 'ms' }], gaps: false };
}
