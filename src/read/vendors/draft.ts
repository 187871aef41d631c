/** What a reader of a vendor's JSON makes of one call, before its turns are numbered and its people named. */
import type { EventKind, Speaker, Word } from '../../call/call.ts';
import type { JsonNode } from './json-node.ts';

/** Who said a piece, as far as the format tells. */
export interface Voice {
  /** The side, where the format says it. */
  readonly side?: Speaker | undefined;
  /** The person, as the format calls them: `spk_0`, a user's id. */
  readonly id?: string | undefined;
  readonly name?: string | undefined;
  /** The audio channel, where each has its own people. */
  readonly channel?: string | undefined;
}

/** A stretch of one voice as the recogniser cut it. Times are milliseconds. */
export interface Piece {
  readonly voice?: Voice | undefined;
  /** As it was written; made from the words where it is absent. */
  readonly text?: string | undefined;
  readonly words?: readonly Word[] | undefined;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
  readonly confidence?: number | undefined;
  readonly sentiment?: string | number | undefined;
}

/** What happened and was not said: at a time, or after a piece where there are none. */
export interface Happening {
  readonly kind: EventKind;
  readonly by?: Speaker | 'system' | undefined;
  readonly at?: number | undefined;
  /** The number of the piece it came after; -1 is before the first. */
  readonly after?: number | undefined;
  readonly detail?: string | undefined;
}

export interface CallDraft {
  readonly pieces: readonly Piece[];
  readonly happenings?: readonly Happening[];
  /** What is known of the call, under the names that front matter has for it; undefined values fall out. */
  readonly head?: readonly (readonly [name: string, value: unknown])[];
}

/** A format of a recogniser or a platform. */
export interface Vendor {
  /** Why a value is of this format, in words; undefined where it is not. Never throws. */
  readonly recognises: (value: JsonNode) => string | undefined;
  /** The values that hold one call each, where one may hold many; else the value itself does. */
  readonly calls?: (value: JsonNode) => readonly JsonNode[];
  /** @throws Misfit where a piece has not the form of the format. */
  readonly read: (call: JsonNode) => CallDraft;
}
