/** Limits against hostile files: how much of anything is read before a reader gives up and says so. */
import { Failure, type Place } from '../call/failure.ts';

/** What is limited, as `--limits` names it. */
export interface Limits {
  /** Bytes of a file that must be held whole; JSONL, tables and lists of calls stream, and only their lines, rows and items are limited. */
  readonly 'file-size': number;
  /** Bytes of a line of JSONL; characters of a row of a table, or of an item of a list, that is streamed. */
  readonly 'line-size': number;
  /** Lists and objects inside one another. */
  readonly nesting: number;
  /** Turns of a call. */
  readonly turns: number;
  /** UTF-16 code units of a turn. */
  readonly 'turn-length': number;
  /** Bytes that a gzip may unpack to. */
  readonly 'gzip-size': number;
  /** Bytes unpacked for each byte packed, once there are enough to tell. */
  readonly 'gzip-ratio': number;
  /** Gzips inside one another. */
  readonly 'gzip-depth': number;
}

export type LimitName = keyof Limits;

const mebibyte = 1 << 20;

/** Far above what calls need and far below what hurts. */
export const defaultLimits: Limits = {
  'file-size': 256 * mebibyte,
  'line-size': 64 * mebibyte,
  nesting: 100,
  turns: 100_000,
  'turn-length': 200_000,
  'gzip-size': 4096 * mebibyte,
  'gzip-ratio': 200,
  'gzip-depth': 2,
};

/** The limits with some of them said anew. */
export function limitsOf(own: Partial<Limits> = {}): Limits {
  return { ...defaultLimits, ...own };
}

/** The failure `limit-…` of something that is over its limit. */
export function overLimit(name: LimitName, what: string, { [name]: limit }: Limits, place: Place): Failure {
  return new Failure(`${what}, and the limit is ${limit}`, {
    code: `limit-${name}`,
    ...place,
    hint: `If the file is to be trusted, raise the limit: --limits ${name}=${limit * 10}.`,
  });
}
