/** What writes calls as transcripts, one file per format. */
import type { Call } from '../../call/call.ts';

export interface TranscriptFormat {
  /** Of the files that it makes, with its point. */
  readonly extension: string;
  /** Whether one file may hold many calls. */
  readonly holdsMany: boolean;
  /** What stands before the first call and after the last. */
  readonly head: string;
  readonly tail: string;
  /** One call; `index` counts the calls of a file from 0. */
  readonly call: (call: Call, index: number) => string;
}
