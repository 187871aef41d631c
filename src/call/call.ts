/** What a call is: the nouns of the canonical transcript, as readonly data. Times are milliseconds from the call's start. */

/** The side that talks: `bot` is an IVR, a recording or a chat bot; `unknown` where the file does not say. */
export type Speaker = 'agent' | 'customer' | 'bot' | 'unknown';

/** A word as a recogniser gives it. */
export interface Word {
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
  /** 0 to 1. */
  readonly confidence?: number;
}

/** What the input gives as one speaker's talk; turns are numbered from 0 by their place in `Call.turns`. */
export interface Turn {
  readonly speaker: Speaker;
  /** Which person of that side, an id of `Call.participants` or the label as it was written. */
  readonly participant?: string;
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
  /** The recogniser's confidence, 0 to 1. */
  readonly confidence?: number;
  readonly words?: readonly Word[];
  readonly sentiment?: string | number;
}

export type EventKind = 'hold' | 'resume' | 'transfer' | 'disconnect';

/** What happened and was not said. */
export interface CallEvent {
  readonly kind: EventKind;
  /** Who held, transferred or hung up, where it is known. */
  readonly by?: Speaker | 'system';
  readonly at?: number;
  /** The turn it came after; -1 is before the first. */
  readonly afterTurn: number;
  /** What the file said of it, such as the target of a transfer. */
  readonly detail?: string;
}

/** What the agent wrote after the call. */
export interface Note {
  readonly text: string;
  readonly by?: string;
  readonly at?: string;
}

export interface Participant {
  readonly id: string;
  readonly speaker: Speaker;
  readonly name?: string;
}

/** A conversation with its metadata: one line of canonical JSONL. */
export interface Call {
  readonly id: string;
  /** Links the calls about one thing. */
  readonly caseId?: string;
  /** BCP 47, such as `en`, `zh-CN`, `zh-TW`; where absent it is told from the text. */
  readonly language?: string;
  /** ISO 8601. */
  readonly startedAt?: string;
  readonly direction?: 'inbound' | 'outbound';
  readonly channel?: 'phone' | 'chat' | 'email';
  readonly agent?: { readonly id?: string; readonly name?: string; readonly team?: string };
  readonly customer?: { readonly id?: string; readonly name?: string };
  readonly participants?: readonly Participant[];
  /** Where the file does not say who is who: that the sides were inferred, and how surely, 0 to 1. */
  readonly roles?: { readonly inferred: true; readonly confidence: number };
  /** What the customer complained of, as ids of the pack's allegations. */
  readonly allegations?: readonly string[];
  readonly notes?: readonly Note[];
  readonly turns: readonly Turn[];
  readonly events?: readonly CallEvent[];
  /** Whatever else the file said of the call. */
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** Where a call was read from. */
export interface CallSource {
  /** The path as it was given, `-` for standard input. */
  readonly path: string;
  /** 1-based line of the call's first line, where a file holds many calls. */
  readonly line?: number;
  /** SHA-256, in hex, of the bytes of the file (unpacked, where it is a gzip), or of the call's own lines where a file holds many. */
  readonly sha256: string;
}
