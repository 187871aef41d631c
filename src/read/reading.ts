/** What the readers take and give: the content of one source in, calls and failures out. */
import type { Call, CallSource } from '../call/call.ts';
import type { Failure } from '../call/failure.ts';
import type { LabelReader } from './labels.ts';
import type { Limits } from './limits.ts';
import type { VendorFormat } from './vendors/formats.ts';

/** One call, and where it came from. */
export interface ReadCall {
  readonly call: Call;
  readonly source: CallSource;
}

/** What could not be read: a file, or one call or row of it. */
export interface ReadFailure {
  readonly failure: Failure;
  /** The path as it was given, `-` for standard input. */
  readonly path: string;
}

/** Takes what did not stop the reading and may have gone wrong, such as an encoding that had to be guessed. */
export type Warn = (warning: Failure) => void;

/** What a reader knows of the source it reads. */
export interface Reading {
  /** The path as it was given. */
  readonly file: string;
  /** The id of a call that brings none: the file's name without its extension. */
  readonly name: string;
  /** SHA-256, in hex, of the file's bytes; of the unpacked ones where it is a gzip. */
  readonly sha256: string;
  readonly labelOf: LabelReader;
  /** Field to column header, where the user said so. */
  readonly columns: Readonly<Record<string, string>>;
  readonly limits: Limits;
  /** The vendor's format that JSON is in, where the user said so; told from each value where it is absent. */
  readonly vendor?: VendorFormat;
  /** Takes a line on what a value was taken for, and why. */
  readonly verbose?: (line: string) => void;
  /** Takes what was read and may be wrong. */
  readonly warn?: Warn;
}
