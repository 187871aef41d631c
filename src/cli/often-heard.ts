/** Warnings and errors of which a batch may have as many as calls: the first are shown, and then how many more there were. */
import type { Heard } from '../batch/unit.ts';
import { dateUnread } from '../read/unread-date.ts';

/** So many of each code are shown. */
const most = 10;
/** What is the same for all calls of a file is shown once for each file. */
const oncePerFile: ReadonlySet<string> = new Set([dateUnread]);

/** Tells what of a batch is still to be shown, and at its end what was not. Errors all have their rows nevertheless. */
export function createOftenHeard() {
  const files = new Set<string>();
  const counts = new Map<
    string,
    { readonly level: string; readonly code: string; count: number; shown: number }
  >();
  return {
    isShown: (heard: Heard): boolean => {
      if (heard.level === 'verbose') return true;
      const { level } = heard;
      const { code } = heard.failure;
      const key = `${level} ${code}`;
      const known = counts.get(key) ?? { level, code, count: 0, shown: 0 };
      counts.set(key, known);
      known.count++;
      if (known.shown >= most) return false;
      if (oncePerFile.has(code)) {
        const file = `${code} ${heard.failure.file ?? ''}`;
        if (files.has(file)) return false;
        files.add(file);
      }
      known.shown++;
      return true;
    },
    /** A line for each code of which more came than were shown. */
    rest: (): string =>
      [...counts.values()]
        .filter(({ count, shown }) => count > shown)
        .map(({ level, code, count, shown }) => `${level}: ${count - shown} more like this [${code}]\n`)
        .join(''),
  };
}
