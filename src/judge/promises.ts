/** Promises as a ledger: what was promised, by when, and whether it was kept, in the calls of a case. */
import { instantOf, type Instant } from '../call/instant.ts';
import type { Detected, DetectedStretch } from '../detect/detected.ts';
import type { Moment } from '../detect/moment.ts';
import { passageOf } from '../detect/passage.ts';
import type { Pack } from '../pack/model.ts';
import type { PromiseKind } from '../pack/model/case-rules.ts';
import { dueAfter, type SaidDue } from './due-after.ts';
import { dueAt, type DueAt } from './due-at.ts';
import { clauseAt, sentenceAt } from './sentence-at.ts';

/** A promise of the agent's. */
export interface PromiseMade {
  /** Of the pack's kinds of promise. */
  readonly id: string;
  /** Which of the calls, from 0. */
  readonly call: number;
  /** The words that promise. */
  readonly moment: Moment;
  /** Milliseconds from the promise by which it is due; absent where neither the agent nor the pack says. */
  readonly dueAfter?: number;
  readonly dueFrom?: 'said' | 'policy';
  /** By the calendar; absent where nothing says, or the call has no date. */
  readonly dueAt?: DueAt;
  /** `open`: the calls do not show what became of it. */
  readonly status: 'kept' | 'late' | 'broken' | 'open';
  /** Where it was kept, in time or late. */
  readonly keptIn?: { readonly call: number; readonly turn: number };
}

const dayLength = 86_400_000;

type Fate = Pick<PromiseMade, 'status' | 'keptIn'>;

/**
 * The promises of a case, in order. A promise is of the first kind in the pack whose moment it is and whose phrase stands
 * in its words, else in its clause; the same kind said again in one call is the same promise, with the time that was said first.
 *
 * - Kept in the same call by a later moment of the kind's, or by a transfer or another agent who takes over.
 * - Kept in a later call by one that the company made (outbound, or announced in the agent's first words),
 *   or by the customer who says so; late where both calls have a date and it came after it was due for certain. A promise
 *   that repeats is late too where two such calls lie further apart.
 * - Broken where the customer of a later call says that it was not kept, unless times show that it was not due yet.
 * - Else open.
 *
 * @param calls the calls of one case, in the order of time
 */
export function promisesOf(calls: readonly Detected[], pack: Pack): readonly PromiseMade[] {
  return calls.flatMap((detected, call) =>
    promisesIn(detected, pack).map(({ kind, moment, due }): PromiseMade => {
      const began = instantOf(detected.call.startedAt ?? '');
      const at =
        due === undefined || began === undefined
          ? undefined
          : dueAt(began, timeOf(detected, moment) ?? 0, due);
      return {
        id: kind.id,
        call,
        moment,
        ...(due === undefined ? {} : { dueAfter: due.after, dueFrom: due.from }),
        ...(at === undefined ? {} : { dueAt: at }),
        ...fateOf({ kind, call, moment, due, at }, calls),
      };
    }),
  );
}

interface Due extends SaidDue {
  readonly from: 'said' | 'policy';
}

interface Said {
  readonly kind: PromiseKind;
  readonly moment: Moment;
  readonly due: Due | undefined;
}

function promisesIn(detected: Detected, pack: Pack): readonly Said[] {
  const made = new Map<string, Said>();
  for (const moment of detected.moments) {
    if (!isPromise(moment, pack)) continue;
    const said = wordsAround(moment, detected);
    const kind = kindOf(moment, said, pack);
    if (kind === undefined || announces(moment, detected)) continue;
    const before = made.get(kind.id);
    if (before?.due?.from === 'said') continue;
    const { startedAt } = detected.call;
    const later = timeOf(detected, moment) ?? 0;
    // Another promise in the sentence may be the one that has the time.
    const alone = !detected.moments.some(
      (other) =>
        said.inSentence(other) &&
        kindOf(other, wordsAround(other, detected), pack) !== kind &&
        isPromise(other, pack),
    );
    const time =
      dueAfter(said.clause, startedAt, later) ??
      (alone ? dueAfter(said.sentence, startedAt, later) : undefined);
    const due: Said['due'] =
      time !== undefined
        ? { ...time, from: 'said' }
        : kind.dueAfter === undefined
          ? undefined
          : { after: kind.dueAfter, isDay: false, from: 'policy' };
    if (before === undefined) made.set(kind.id, { kind, moment, due });
    else if (time !== undefined) made.set(kind.id, { ...before, due });
  }
  return [...made.values()];
}

/** Whether what would be a promise says that this call is the one that was promised. */
function announces({ stretch, parts }: Moment, detected: Detected): boolean {
  const { marks } = detected;
  if (stretch !== openingOf(detected)?.index) return false;
  return marks.some(
    (mark) =>
      mark.id.endsWith('/announced') &&
      mark.stretch === stretch &&
      parts.some((part) =>
        mark.parts.some(({ turn, start, end }) => turn === part.turn && start < part.end && part.start < end),
      ),
  );
}

function isPromise(moment: Moment, pack: Pack): boolean {
  return pack.promises.some(({ moments }) => moments.includes(moment.id));
}

/**
 * The kind of a promise: the first whose phrase shares words with it, else the first whose phrase stands in its clause or
 * that asks for none.
 */
function kindOf(moment: Moment, around: Around, pack: Pack): PromiseKind | undefined {
  const kinds = pack.promises.filter(({ moments }) => moments.includes(moment.id));
  const phrase = ({ id }: PromiseKind): string => `promises/${id}/promised`;
  return (
    kinds.find((kind) => around.shares(phrase(kind))) ??
    kinds.find((kind) => kind.phrases.length === 0 || around.inClause(phrase(kind)))
  );
}

/** The words around a moment, and what stands in them. */
interface Around {
  readonly sentence: string;
  readonly clause: string;
  /** Whether a mark shares words with the moment. */
  readonly shares: (mark: string) => boolean;
  /** Whether a mark begins in the moment's clause. */
  readonly inClause: (mark: string) => boolean;
  /** Whether another moment begins in the moment's sentence. */
  readonly inSentence: (other: Moment) => boolean;
}

function wordsAround({ parts, stretch: index }: Moment, { call, stretches, marks }: Detected): Around {
  const { text, pieces } = passageOf(call, stretches[index]!);
  const place = (turn: number, offset: number): number => {
    const piece = pieces.findLast((one) => one.turn === turn && one.from <= offset)!;
    return piece.at + offset - piece.from;
  };
  const rangeOf = (of: Moment['parts']): readonly [start: number, end: number] => {
    const last = of.at(-1)!;
    return [place(of[0].turn, of[0].start), place(last.turn, last.end - 1) + 1];
  };
  const [start, end] = rangeOf(parts);
  const sentence = sentenceAt(text, start);
  const clause = clauseAt(text, start, sentence);
  const own = (id: string): readonly (readonly [start: number, end: number])[] =>
    marks.filter((mark) => mark.id === id && mark.stretch === index).map((mark) => rangeOf(mark.parts));
  return {
    sentence: text.slice(sentence.start, sentence.end),
    clause: text.slice(clause.start, clause.end),
    shares: (id) => own(id).some(([from, until]) => from < end && start < until),
    inClause: (id) => own(id).some(([from]) => from >= clause.start && from < clause.end),
    inSentence: (other) => {
      if (other.stretch !== index) return false;
      const [from] = rangeOf(other.parts);
      return from >= sentence.start && from < sentence.end;
    },
  };
}

interface Pending {
  readonly kind: PromiseKind;
  readonly call: number;
  readonly moment: Moment;
  readonly due: SaidDue | undefined;
  readonly at: DueAt | undefined;
}

function fateOf(promise: Pending, calls: readonly Detected[]): Fate {
  const { kind, call, at } = promise;
  const here = keptHere(promise, calls[call]!);
  if (here !== undefined) return { status: 'kept', keptIn: { call, turn: here } };
  for (const [number, later] of calls.entries()) {
    if (number <= call) continue;
    const began = instantOf(later.call.startedAt ?? '');
    const overdue = at !== undefined && began !== undefined && began.ms > at.latest;
    const told = (what: 'kept' | 'broken'): Moment | undefined =>
      later.marks.find(({ id }) => id === `promises/${kind.id}/${what}`);
    const turn = contactTurn(kind, later) ?? told('kept')?.parts[0].turn;
    if (turn !== undefined) {
      const late =
        (overdue && told('kept') === undefined) || (kind.repeats && hasGap(promise, calls.slice(number)));
      return { status: late ? 'late' : 'kept', keptIn: { call: number, turn } };
    }
    const early = at !== undefined && began !== undefined && lastOf(began) <= at.earliest;
    if (told('broken') !== undefined && !early) return { status: 'broken' };
  }
  return { status: 'open' };
}

/** The turn of the same call that keeps it. */
function keptHere({ kind, moment }: Pending, { call, stretches, moments }: Detected): number | undefined {
  const turns = moments
    .filter((one) => kind.keptBy.moments.includes(one.id) && one.stretch > moment.stretch)
    .map(({ parts: [span] }) => span.turn);
  if (kind.keptBy.transfer) {
    const from = stretches[moment.stretch]!;
    for (const event of call.events ?? []) {
      if (event.kind === 'transfer' && event.afterTurn >= from.firstTurn) turns.push(event.afterTurn);
    }
    const other = (stretch: DetectedStretch): boolean =>
      stretch.speaker === 'agent' &&
      !stretch.backchannel &&
      stretch.participant !== undefined &&
      stretch.participant !== moment.participant;
    const taker = stretches.slice(moment.stretch + 1).find(other);
    if (moment.participant !== undefined && taker !== undefined) turns.push(taker.firstTurn);
  }
  return turns.length === 0 ? undefined : Math.min(...turns);
}

/** The turn of a later call that shows the company in touch by itself. */
function contactTurn({ id, keptBy }: PromiseKind, detected: Detected): number | undefined {
  const { call, marks } = detected;
  const opening = openingOf(detected);
  const announced = marks.find(
    (mark) => mark.id === `promises/${id}/announced` && mark.stretch === opening?.index,
  );
  if (announced !== undefined) return announced.parts[0].turn;
  return keptBy.contact && call.direction === 'outbound' ? opening?.firstTurn : undefined;
}

/**
 * The agent's first stretch, where the company may have called: it says there why, and promises nothing yet. Undefined
 * where the customer called, or has come with something before.
 */
function openingOf({ call, stretches, moments }: Detected): DetectedStretch | undefined {
  if (call.direction === 'inbound') return undefined;
  const first = stretches.find(({ speaker, backchannel }) => speaker === 'agent' && !backchannel);
  const answered = (moment: Moment): boolean =>
    moment.speaker === 'customer' && first !== undefined && moment.stretch < first.index;
  return moments.some(answered) ? undefined : first;
}

/**
 * What a call shows, by itself, of promises that earlier calls of its case made, by kind: `kept` where the company is in
 * touch or the customer says so, `broken` where the customer says that it was not.
 */
export function fatesIn(detected: Detected, pack: Pack): Readonly<Record<string, 'kept' | 'broken'>> {
  const told = (kind: PromiseKind, what: 'kept' | 'broken'): boolean =>
    detected.marks.some(({ id }) => id === `promises/${kind.id}/${what}`);
  return Object.fromEntries(
    pack.promises.flatMap((kind): readonly (readonly [string, 'kept' | 'broken'])[] => {
      if (contactTurn(kind, detected) !== undefined || told(kind, 'kept')) return [[kind.id, 'kept']];
      return told(kind, 'broken') ? [[kind.id, 'broken']] : [];
    }),
  );
}

/** Whether two contacts, of the kind, in these calls lie further apart than the promise allows. */
function hasGap({ kind, due }: Pending, calls: readonly Detected[]): boolean {
  if (due === undefined) return false;
  const times = calls.flatMap((one) =>
    contactTurn(kind, one) === undefined ? [] : [instantOf(one.call.startedAt ?? '')],
  );
  return times.some((time, index) => {
    const before = times[index - 1];
    if (before === undefined || time === undefined) return false;
    return time.ms > dueAt(before, 0, { ...due, isDay: false }).latest;
  });
}

function timeOf({ call }: Detected, { parts: [span] }: Moment): number | undefined {
  return call.turns[span.turn]!.start;
}

/** The last millisecond at which a call may have begun. */
function lastOf({ ms, isTimed }: Instant): number {
  return isTimed ? ms : ms + dayLength - 1;
}
