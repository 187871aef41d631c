/** What every form of criterion looks at: a call's moments and the agent's stretches, prepared once. */
import type { Speaker } from '../call/call.ts';
import type { Detected, DetectedStretch } from '../detect/detected.ts';
import { compareMoments, type Moment } from '../detect/moment.ts';
import type { Pack } from '../pack/model.ts';
import { complaintTypeOf } from './complaint-type.ts';
import { saidFor } from './gravity.ts';
import type { Window } from './window.ts';

/** The moment that pauses a window: the agent asks for what they need in order to go on. */
const detailsRequest = 'details-request';

export interface Scene {
  readonly stretches: readonly DetectedStretch[];
  /** Whether the transcript leaves open who speaks in any stretch that counts. */
  readonly anyUnknown: boolean;
  /** The windows that were looked at, by where they begin and how they count: many criteria look at the same ones. */
  readonly windows: Map<number, Window>;
  /** The moments with one of these ids, in order. */
  momentsOf(ids: readonly string[]): readonly Moment[];
  /** The ids of the moments that tell a type of complaint, or make one of these grades of gravity. */
  idsBehind(type: string | undefined, grades: readonly string[]): readonly string[];
  /** What tells the type of the complaint, in order; nothing where it is of another type. */
  ofType(type: string): readonly Moment[];
  /** What the customer says that makes one of these grades of gravity, in order. */
  ofGravity(grades: readonly string[]): readonly Moment[];
  /** A stretch that windows and counts see: somebody's of that side, with more in it than backchannel. */
  counts(stretch: DetectedStretch, side: Speaker): boolean;
  /** Whether anybody of the sides that these moments belong to was heard, from a stretch on. */
  spoke(ids: readonly string[], from: number): boolean;
  /** Whether the transcript leaves open who speaks for a side that one of these moments belongs to. */
  speakersUnknown(...ids: readonly (readonly string[])[]): boolean;
  /** Whether any of these moments is the agent's to say. */
  agents(ids: readonly string[]): boolean;
  /** Whether the agent asks for details in that stretch. */
  asksForDetails(stretch: number): boolean;
  /** Whether the agent of that stretch took over from another: there windows and counts start anew. */
  takesOver(stretch: number): boolean;
  /** Whether the customer says anything at all in that stretch: `嗯` is an answer too. */
  answers(stretch: number): boolean;
}

/**
 * The stretches where a new agent begins: the first of theirs after a transfer, or after another agent where they
 * had not been heard before (a supervisor who joins without an event).
 */
function takeovers({ call, stretches }: Detected): ReadonlySet<number> {
  const begun = new Set<number>();
  const heard = new Set<string | undefined>();
  const transfers = (call.events ?? []).filter((event) => event.kind === 'transfer');
  let before: DetectedStretch | undefined;
  for (const stretch of stretches) {
    if (stretch.speaker !== 'agent' || stretch.backchannel) continue;
    if (before !== undefined) {
      const { lastTurn } = before;
      const transferred = transfers.some(
        ({ afterTurn }) => afterTurn >= lastTurn && afterTurn < stretch.firstTurn,
      );
      if (transferred || !heard.has(stretch.participant)) begun.add(stretch.index);
    }
    heard.add(stretch.participant);
    before = stretch;
  }
  return begun;
}

type SidesOf = (ids: readonly string[]) => ReadonlySet<Speaker>;

const sidesByPack = new WeakMap<Pack, SidesOf>();

/** The sides that moments of a pack belong to; kept for each list of ids, which are those of the pack's criteria. */
function sidesIn(pack: Pack): SidesOf {
  const prepared = sidesByPack.get(pack);
  if (prepared !== undefined) return prepared;
  const sides = new Map<string, Speaker>(pack.moments.map(({ id, speaker }) => [id, speaker]));
  const known = new WeakMap<readonly string[], ReadonlySet<Speaker>>();
  const sidesOf: SidesOf = (ids) => {
    let found = known.get(ids);
    if (found === undefined) {
      found = new Set(ids.flatMap((id) => sides.get(id) ?? []));
      known.set(ids, found);
    }
    return found;
  };
  sidesByPack.set(pack, sidesOf);
  return sidesOf;
}

/** Prepares a call for judging; one pass over its stretches and moments. */
export function sceneOf(detected: Detected, pack: Pack): Scene {
  const { call, stretches, moments } = detected;
  const sidesOf = sidesIn(pack);
  const byId = new Map<string, Moment[]>();
  for (const moment of moments) {
    const known = byId.get(moment.id);
    if (known === undefined) byId.set(moment.id, [moment]);
    else known.push(moment);
  }
  const asking = new Set(moments.filter(({ id }) => id === detailsRequest).map(({ stretch }) => stretch));
  const begun = takeovers(detected);
  const counts = (stretch: DetectedStretch, side: Speaker): boolean =>
    stretch.speaker === side && !stretch.backchannel;
  const anyUnknown = stretches.some((stretch) => counts(stretch, 'unknown'));
  return {
    stretches,
    anyUnknown,
    windows: new Map(),
    momentsOf: (ids) => {
      const present = ids.filter((id) => byId.has(id));
      if (present.length === 0) return [];
      return present.length === 1 ? byId.get(present[0]!)! : moments.filter(({ id }) => present.includes(id));
    },
    idsBehind: (type, grades) => [
      ...pack.complaintTypes.filter(({ id }) => id === type).flatMap((one) => one.moments),
      ...pack.gravity.filter(({ id }) => grades.includes(id)).flatMap((one) => one.moments),
    ],
    ofType: (type) => {
      const found = complaintTypeOf(detected, pack);
      return found?.id === type ? found.evidence : [];
    },
    ofGravity: (grades) =>
      pack.gravity
        .filter(({ id }) => grades.includes(id))
        .flatMap((grade) => saidFor(grade, detected))
        .filter(({ speaker }) => speaker === 'customer')
        .toSorted(compareMoments),
    counts,
    spoke: (ids, from) => {
      const needed = sidesOf(ids);
      return stretches.some(
        (stretch) => stretch.index >= from && !stretch.backchannel && needed.has(stretch.speaker),
      );
    },
    speakersUnknown: (...ids) =>
      anyUnknown &&
      ids.some((list) =>
        [...sidesOf(list)].some((side) => !stretches.some((stretch) => stretch.speaker === side)),
      ),
    agents: (ids) => sidesOf(ids).has('agent'),
    asksForDetails: (stretch) => asking.has(stretch),
    takesOver: (stretch) => begun.has(stretch),
    answers: (index) => {
      const stretch = stretches[index];
      return (
        stretch?.speaker === 'customer' &&
        call.turns.slice(stretch.firstTurn, stretch.lastTurn + 1).some(({ text }) => text.trim() !== '')
      );
    },
  };
}
