/** Stretches: neighbouring turns of one participant, joined; phrases, windows and counts work on them. */
import type { Call, Speaker } from './call.ts';

/** A run of turns by one participant. Turn numbers are inclusive. */
export interface Stretch {
  /** Its number among the call's stretches, from 0. */
  readonly index: number;
  readonly speaker: Speaker;
  readonly participant: string | undefined;
  readonly firstTurn: number;
  readonly lastTurn: number;
}

/**
 * The stretches of a call, in order. A stretch ends where the speaker or the participant changes and at a transfer;
 * turns without text belong to the stretch around them.
 */
export function stretchesOf(call: Call): readonly Stretch[] {
  const cuts = new Set<number>();
  for (const event of call.events ?? []) if (event.kind === 'transfer') cuts.add(event.afterTurn);
  const stretches: Stretch[] = [];
  let first = 0;
  for (let turn = 0; turn < call.turns.length; turn++) {
    const here = call.turns[turn]!;
    const next = call.turns[turn + 1];
    if (
      next !== undefined &&
      next.speaker === here.speaker &&
      next.participant === here.participant &&
      !cuts.has(turn)
    ) {
      continue;
    }
    stretches.push({
      index: stretches.length,
      speaker: here.speaker,
      participant: here.participant,
      firstTurn: first,
      lastTurn: turn,
    });
    first = turn + 1;
  }
  return stretches;
}

/** A span of UTF-16 code units in the original text of one turn: `[start, end)`. */
export interface Span {
  readonly turn: number;
  readonly start: number;
  readonly end: number;
}
