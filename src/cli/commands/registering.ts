/** What a command is registered with. */
import type { Command } from 'commander';
import type { Io } from '../io.ts';

/** Each command's code is loaded when it is run, so that `--help` costs no more than the words for it. */
export interface Registering {
  readonly program: Command;
  readonly io: Io;
  /** Takes the exit code. */
  readonly done: (code: number) => void;
}
