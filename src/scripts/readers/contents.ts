/** What a reader of scripts makes of a source. */
import type { Script, ScriptComment, ScriptPiece, Unread } from '../document.ts';
import type { VoiceReader } from '../speech.ts';

/** A document's content, in the order of its source. */
export interface ScriptContents {
  readonly scripts: readonly Script[];
  readonly pieces: readonly ScriptPiece[];
  readonly comments: readonly ScriptComment[];
  /** What may be said and was not taken for talk. */
  readonly unread?: readonly Unread[];
}

/** What a reader knows of the source that it reads. */
export interface ScriptReading {
  /** The path as it was given. */
  readonly file: string;
  readonly voices: VoiceReader;
  /** True for the name of a key or a column whose values are said. */
  readonly isSaid: (name: string) => boolean;
  /** What the user says that columns of tables hold: `text`, `customer`, `scenario`, `title` or `speaker` to headers. */
  readonly columns: Readonly<Record<string, string>>;
  /** The ids of scenarios that the rules know; undefined where nobody says. */
  readonly scenarios: ReadonlySet<string> | undefined;
}
