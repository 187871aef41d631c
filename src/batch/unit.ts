/** Units of work: what one thread scores in one go, and what comes of it. All of it can be sent between threads. */
import type { LineBlock } from '../read/line-blocks.ts';
import type { ReadCall } from '../read/reading.ts';
import type { FailureDetails } from '../call/failure.ts';
import type { CallRecord } from '../result/record.ts';
import type { ErrorResult } from '../result/result.ts';
import type { PartTotals } from '../result/totals.ts';
import type { Missed } from './call-gate.ts';

/** A file, not yet opened. */
export interface UnitFile {
  readonly path: string;
  readonly name: string;
  readonly absolute: string;
  /** Nobody named it: it lay in a folder, or fitted a pattern. */
  readonly isFound?: boolean;
}

/** A Failure as data. */
export interface FailureData extends FailureDetails {
  readonly message: string;
}

export type Unit =
  /** Lines of a file that the worker parses. */
  | { readonly kind: 'lines'; readonly path: string; readonly name: string; readonly block: LineBlock }
  /** Small files that the worker reads. */
  | { readonly kind: 'files'; readonly files: readonly UnitFile[] }
  /** Calls, and failures between them, that had to be read as a whole. */
  | {
      readonly kind: 'calls';
      readonly items: readonly (ReadCall | { readonly failure: FailureData; readonly path: string })[];
    };

/** Something for standard error, in the order in which it came up. */
export type Heard =
  | { readonly level: 'warning'; readonly failure: FailureData }
  /** The stack of what was no expected error. */
  | { readonly level: 'error'; readonly failure: FailureData; readonly stack?: string }
  | { readonly level: 'verbose'; readonly line: string };

export interface UnitOutcome {
  /** The rows in UTF-8, each with its line end; empty where the format keeps its rows. */
  readonly text: Uint8Array;
  /** How many rows the text holds. */
  readonly rows: number;
  /** Rows of a format that needs them all before it can write. */
  readonly kept: readonly unknown[];
  /** What an analysis needs, where one was asked for. */
  readonly records: readonly CallRecord[];
  /** The case report of each call, as a page, where they were asked for. */
  readonly cases?: readonly string[];
  readonly errors: readonly ErrorResult[];
  readonly totals: PartTotals;
  /** The calls that do not come up to what was asked of each. */
  readonly missed: readonly Missed[];
  readonly heard: readonly Heard[];
  /** Where the user named labels: those that this thread has not met with so far, and the labels that its calls have. */
  readonly labels?: { readonly unused: readonly string[]; readonly seen: readonly string[] };
}
