/** Progress: how far a run is, on standard error and on a terminal only. */
import type { Io } from './io.ts';

export interface Progress {
  readonly update: (text: string) => void;
  readonly stop: () => void;
}

/** A spinner on a terminal; elsewhere nothing at all. */
export async function startProgress(text: string, io: Io): Promise<Progress> {
  if (io.stderr.isTTY !== true) return { update: () => {}, stop: () => {} };
  const { default: ora } = await import('ora');
  const spinner = ora({ text, stream: io.stderr, discardStdin: false }).start();
  return {
    update: (next) => {
      spinner.text = next;
    },
    stop: () => {
      spinner.stop();
    },
  };
}
