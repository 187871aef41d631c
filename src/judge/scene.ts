/** What every form of criterion looks at: a call's moments and the agent's stretches, prepared once. */
import type { Speaker } from '../call/call.ts';
import type { Detected, DetectedStretch } from '../detect/detected.ts';
import type { Moment } from '../detect/moment.ts';
import type { Pack } from '../pack/model.ts';

/** The moment that pauses a window: the agent asks for what they need in order to go on. */
const detailsRequest = 'details-request';

export interface Scene {
  readonly stretches: readonly DetectedStretch[];
  /** The moments with one of these ids, in order. */
  momentsOf(ids: readonly string[]): readonly Moment[];
  /** A stretch that windows and counts see: somebody's of that side, with more in it than backchannel. */
  counts(stretch: DetectedStretch, side: Speaker): boolean;
  /** Whether anybody of the sides that these moments belong to was heard, from a stretch on. */
  spoke(ids: readonly string[], from: number): boolean;
  /** Whether the transcript leaves open who speaks for a side that one of these moments belongs to. */
  speakersUnknown(ids: readonly string[]): boolean;
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

/** Prepares a call for judging; pure, one pass over its stretches and moments. */
export function sceneOf(detected: Detected, pack: Pack): Scene {
  const { call, stretches, moments } = detected;
  const sides = new Map<string, Speaker>(pack.moments.map(({ id, speaker }) => [id, speaker]));
  const asking = new Set(moments.filter(({ id }) => id === detailsRequest).map(({ stretch }) => stretch));
  const begun = takeovers(detected);
  const counts = (stretch: DetectedStretch, side: Speaker): boolean =>
    stretch.speaker === side && !stretch.backchannel;
  const sidesOf = (ids: readonly string[]): ReadonlySet<Speaker> =>
    new Set(ids.flatMap((id) => sides.get(id) ?? []));
  const anyUnknown = stretches.some((stretch) => counts(stretch, 'unknown'));
  return {
    stretches,
    momentsOf: (ids) => moments.filter(({ id }) => ids.includes(id)),
    counts,
    spoke: (ids, from) => {
      const needed = sidesOf(ids);
      return stretches.some(
        (stretch) => stretch.index >= from && !stretch.backchannel && needed.has(stretch.speaker),
      );
    },
    speakersUnknown: (ids) =>
      anyUnknown && [...sidesOf(ids)].some((side) => !stretches.some((stretch) => stretch.speaker === side)),
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
