/** Warnings and errors of which a batch may have as many as calls: the first are shown, and then how many more there were. */
import type { Heard } from '../batch/unit.ts';

/** So many of each code are shown. */
const most = 10;

/** Tells what of a batch is still to be shown, and at its end what was not. Errors all have their rows nevertheless. */
export function createOftenHeard() {
  const counts = new Map<string, { readonly level: string; readonly code: string; count: number }>();
  return {
    isShown: (heard: Heard): boolean => {
      if (heard.level === 'verbose') return true;
      const { level } = heard;
      const { code } = heard.failure;
      const key = `${level} ${code}`;
      const known = counts.get(key) ?? { level, code, count: 0 };
      counts.set(key, known);
      known.count++;
      return known.count <= most;
    },
    /** A line for each code of which more came than were shown. */
    rest: (): string =>
      [...counts.values()]
        .filter(({ count }) => count > most)
        .map(({ level, code, count }) => `${level}: ${count - most} more like this [${code}]\n`)
        .join(''),
  };
}
