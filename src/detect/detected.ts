/** What detection makes of a call: its stretches and its moments. */
import type { Call } from '../call/call.ts';
import type { Stretch } from '../call/stretch.ts';
import type { Moment } from './moment.ts';

export interface DetectedStretch extends Stretch {
  /** Nothing but backchannel (mm-hm, 嗯, 好的您说) or no words at all: no stretch for windows and counts. */
  readonly backchannel: boolean;
}

export interface Detected {
  readonly call: Call;
  readonly stretches: readonly DetectedStretch[];
  /** In the order of `compareMoments`. */
  readonly moments: readonly Moment[];
  /** What the pack's marks found, under their ids; in the same order. */
  readonly marks: readonly Moment[];
  /** Which steps of protocols the notes prove, in the order of the notes, then of the protocols; absent where none do. */
  readonly noted?: readonly NotedStep[];
  /** Which key facts the notes tell, the first words of each, in the order of the pack; absent where they tell none. */
  readonly notedFacts?: readonly NotedFact[];
}

/** Words of a note that tell a key fact. */
export interface NotedFact {
  readonly fact: string;
  /** As those of a noted step. */
  readonly note: number;
  readonly start: number;
  readonly end: number;
}

/** Words of a note that prove that a step of a protocol was taken. */
export interface NotedStep {
  readonly protocol: string;
  readonly step: string;
  /** Its index in `Call.notes`, and where in its text: `[start, end)` in UTF-16 code units. */
  readonly note: number;
  readonly start: number;
  readonly end: number;
}
