/** How a report may look where it goes: its width and its colours. */
import { Chalk, type ChalkInstance } from 'chalk';
import type { Io } from './io.ts';

interface Look {
  /** Columns; `Infinity` where lines may be as long as they like. */
  readonly width: number;
  readonly chalk: ChalkInstance;
}

/** Colours and the terminal's width on a terminal, unless NO_COLOR says no or FORCE_COLOR yes; plain text elsewhere. */
export function lookOf(io: Io, toFile: boolean): Look {
  const terminal = !toFile && io.stdout.isTTY === true;
  const { NO_COLOR: no, FORCE_COLOR: force } = io.env;
  const refused = no !== undefined && no !== '';
  const forced = force !== undefined && force !== '' && force !== '0';
  return {
    width: terminal ? Math.max(40, io.stdout.columns ?? 80) : Number.POSITIVE_INFINITY,
    chalk: new Chalk({ level: !refused && (terminal || (forced && !toFile)) ? 1 : 0 }),
  };
}
