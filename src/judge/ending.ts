/** How a call ended: whether the agent hung up, by what is on record. */
import type { Call } from '../call/call.ts';
import type { DetectedStretch } from '../detect/detected.ts';
import { compareMoments } from '../detect/moment.ts';
import type { Protocol } from '../pack/model/protocol.ts';
import type { Ending } from './outcome.ts';
import type { Scene } from './scene.ts';

export interface CallEnd {
  readonly ending: Ending;
  readonly by?: 'agent' | 'customer' | 'system';
  /** The last turn of the call. */
  readonly turn: number;
}

/** A caller may answer once between the notice that the call ends and its end. */
const lastWords = 2;

/**
 * How a call ended.
 *
 * - The last disconnect after which no agent spoke is the end; without one, or where it does not say who, the agent's
 *   notice as their last words is.
 * - A call that the agent leaves to another, by a transfer or by their last words, was handed on.
 * - Ended for cause, by a notice in the agent's last two stretches, it was hung up, whatever came before.
 * - Else it is settled where nothing is open: nothing ever was; the customer said so after the last thing that was; they
 *   answered what the agent offered (`agreed`) and objected no more; or they answered, objected no more, and the agent's
 *   last words are a goodbye. A grunt is an answer.
 */
export function endingOf(scene: Scene, call: Call, protocol: Protocol): CallEnd {
  const turn = call.turns.length - 1;
  const agents = scene.stretches.filter((stretch) => scene.counts(stretch, 'agent'));
  const last = agents.at(-1);
  const saidIn = (ids: readonly string[], stretches: readonly (DetectedStretch | undefined)[]): boolean =>
    scene.momentsOf(ids).some((moment) => stretches.some((stretch) => stretch?.index === moment.stretch));
  const event = (call.events ?? []).findLast(
    ({ kind, afterTurn }) => kind === 'disconnect' && (last === undefined || afterTurn >= last.lastTurn),
  );
  const recorded = event?.by === 'bot' ? 'system' : event?.by === 'unknown' ? undefined : event?.by;
  const by = recorded ?? (saidIn(protocol.announced, [last]) ? 'agent' : undefined);
  const ended = (ending: Ending): CallEnd => ({ ending, turn, ...(by === undefined ? {} : { by }) });

  if (by === 'customer') return ended('by-customer');
  if (by === 'system') return ended('dropped');
  if (isTransferred(scene, call) || saidIn(protocol.settled.handedOn, [last])) return ended('handed-on');
  const announced = saidIn(protocol.announced, agents.slice(-lastWords));
  const closed = announced ? undefined : closing(scene, protocol, agents);
  return ended(closed ?? (by === 'agent' ? 'hung-up' : 'unknown'));
}

/** Whether the call ends in a transfer: nobody says anything after it. */
function isTransferred({ stretches }: Scene, { events = [] }: Call): boolean {
  return events.some(
    ({ kind, afterTurn }) =>
      kind === 'transfer' &&
      !stretches.some(
        ({ speaker, firstTurn }) => firstTurn > afterTurn && (speaker === 'agent' || speaker === 'customer'),
      ),
  );
}

/** What settled the call; undefined where something was left open. */
function closing(
  scene: Scene,
  { grounds, settled }: Protocol,
  agents: readonly DetectedStretch[],
): 'settled' | 'agreed' | undefined {
  const offences = grounds.flatMap((ground) => ground.offences);
  const open = scene.momentsOf([...settled.openedBy, ...offences]).at(-1);
  const answered = (stretch: number): boolean =>
    scene.stretches.some(({ index }) => index > stretch && scene.answers(index));
  if (open === undefined) {
    const asked = scene.stretches.find((stretch) => scene.counts(stretch, 'customer'));
    return asked === undefined || agents.some(({ index }) => index > asked.index) ? 'settled' : undefined;
  }
  const after = (ids: readonly string[]) =>
    scene.momentsOf(ids).filter((moment) => compareMoments(moment, open) > 0);
  if (after(settled.by).length > 0) return 'settled';
  if (after(settled.agreed).some((moment) => answered(moment.stretch))) return 'agreed';
  const reply = agents.find(({ index }) => index > open.stretch);
  const goodbye = after(settled.goodbye).some((moment) => moment.stretch === agents.at(-1)?.index);
  return reply !== undefined && answered(reply.index) && goodbye ? 'settled' : undefined;
}
