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
}
