/** When each cue of a subtitle file begins and ends, which subtitles must know and calls may not. */
import type { Call } from '../../call/call.ts';
import { Failure } from '../../call/failure.ts';

export interface CueTimes {
  /** Whole milliseconds. */
  readonly start: number;
  readonly end: number;
}

/** How long a turn of no known end is shown where nothing follows. */
const shown = 2000;

/**
 * The times of the cues of a call's turns. A turn without an end ends where the next one begins; one without a start
 * begins where the one before it ends.
 * @throws Failure `no-times` for a call that has no times at all.
 */
export function cueTimesOf({ id, turns }: Call): readonly CueTimes[] {
  if (turns.length > 0 && turns.every(({ start, end }) => start === undefined && end === undefined)) {
    throw new Failure(`the call ${id} has no times, and subtitles cannot do without`, {
      code: 'no-times',
      hint: 'Convert it to text, CSV or JSON.',
    });
  }
  const times: CueTimes[] = [];
  /** The start of the first turn after each that has one. */
  const following: (number | undefined)[] = [];
  let next: number | undefined;
  for (let index = turns.length - 1; index >= 0; index--) {
    following[index] = next;
    next = turns[index]!.start ?? next;
  }
  let before = 0;
  for (const [index, turn] of turns.entries()) {
    const start = Math.round(turn.start ?? Math.min(before, turn.end ?? before));
    const later = following[index];
    const end = Math.round(turn.end ?? (later !== undefined && later > start ? later : start + shown));
    times.push({ start, end: Math.max(start, end) });
    before = turn.end === undefined ? start : Math.max(start, end);
  }
  return times;
}
