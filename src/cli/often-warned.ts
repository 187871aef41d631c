/** Warnings that may come with every call of a batch: some are shown, and then how many more there were. */
import type { Heard } from '../batch/unit.ts';

/** So many of each code are shown. */
const most = 10;

const perCall: ReadonlySet<string> = new Set(['speakers-unknown', 'unknown-allegation']);

/** Tells what of a batch is still to be shown, and at its end what was not. */
export function createOftenWarned() {
  const counts = new Map<string, number>();
  return {
    isShown: (heard: Heard): boolean => {
      if (heard.level !== 'warning' || !perCall.has(heard.failure.code)) return true;
      const { code } = heard.failure;
      const count = (counts.get(code) ?? 0) + 1;
      counts.set(code, count);
      return count <= most;
    },
    /** A line for each code of which more came than were shown. */
    rest: (): string =>
      [...counts]
        .filter(([, count]) => count > most)
        .map(([code, count]) => `warning: ${count - most} more like this [${code}]\n`)
        .join(''),
  };
}
