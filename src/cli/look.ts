/** How a report may look where it goes: its width and its colours. */
import type { ChalkInstance } from 'chalk';
import { noColours } from '../report/no-colours.ts';
import type { Io } from './io.ts';

export interface Look {
  /** Columns; `Infinity` where lines may be as long as they like. */
  readonly width: number;
  readonly chalk: ChalkInstance;
}

/** Colours and the terminal's width on a terminal, unless NO_COLOR says no or FORCE_COLOR yes; plain text elsewhere. */
export async function lookOf(io: Io, toFile: boolean): Promise<Look> {
  const terminal = !toFile && io.stdout.isTTY === true;
  const { NO_COLOR: no, FORCE_COLOR: force } = io.env;
  const refused = no !== undefined && no !== '';
  const forced = force !== undefined && force !== '' && force !== '0';
  return {
    width: terminal ? Math.max(40, io.stdout.columns ?? 80) : Number.POSITIVE_INFINITY,
    chalk:
      !refused && (terminal || (forced && !toFile))
        ? new (await import('chalk')).Chalk({ level: 1 })
        : noColours,
  };
}
