/** Progress: how far a run is, on standard error and on a terminal only. */
import type { Io } from './io.ts';

export interface Progress {
  readonly update: (text: string) => void;
  /** Writes something else to standard error, clear of the progress. */
  readonly beside: (text: string) => void;
  readonly stop: () => void;
}

/** A spinner on a terminal; elsewhere nothing at all. */
export async function startProgress(text: string, io: Io): Promise<Progress> {
  const write = (other: string): void => void io.stderr.write(other);
  if (io.stderr.isTTY !== true) return { update: () => {}, beside: write, stop: () => {} };
  const { default: ora } = await import('ora');
  const spinner = ora({ text, stream: io.stderr, discardStdin: false }).start();
  return {
    update: (next) => {
      spinner.text = next;
    },
    beside: (other) => {
      spinner.clear();
      write(other);
      spinner.render();
    },
    stop: () => {
      spinner.stop();
    },
  };
}
