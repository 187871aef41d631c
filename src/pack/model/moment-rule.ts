/** What a pack says of a moment. */
import type { Speaker } from '../../call/call.ts';
import type { Localised } from './localised.ts';
import type { Origin, WrittenPhrase } from './origin.ts';

/** Something said, to try a moment on; the moment's own side says it unless the example names another. */
export interface MomentExample {
  readonly speaker: 'agent' | 'customer';
  readonly text: string;
  readonly origin?: Origin;
}

export interface MomentExamples {
  readonly hit: readonly MomentExample[];
  readonly miss: readonly MomentExample[];
  /** Should be found and is not: known, and accepted for now. */
  readonly 'known-miss': readonly MomentExample[];
  /** Is found and should not be: known, and accepted for now. */
  readonly 'known-false-hit': readonly MomentExample[];
}

/** Moments that are another one where they answer what the other side has just said. */
export interface AnsweringRule {
  /** Any of these, of the moment's own side. */
  readonly heard: readonly string[];
  /** The stretch before holds one of these, of the other side … */
  readonly to: readonly string[];
  /** … and none of these. */
  readonly unless: readonly string[];
}

/** A thing said that matters. */
export interface MomentRule {
  readonly id: string;
  readonly speaker: Exclude<Speaker, 'unknown' | 'bot'>;
  readonly title: Localised;
  /** Empty only where there is a detector. */
  readonly phrases: readonly WrittenPhrase[];
  /** What finds it beside the phrases: `typography` hears capitals and repeated exclamation marks. */
  readonly detector?: 'typography';
  /** Counts only once the other side has spoken: it answers something. */
  readonly answers?: true;
  /** Counts also where other moments stand in an answer to the other side. */
  readonly answering?: AnsweringRule;
  /** A hit that shares a unit with a match of one of these goes. */
  readonly unless: readonly WrittenPhrase[];
  /** `guard` drops a hit that its own clause negates. */
  readonly negation: 'guard' | 'off';
  /** `guard` drops a hit that reports what another said. */
  readonly quotation: 'guard' | 'off';
  readonly examples: MomentExamples;
  readonly origin: Origin;
}
