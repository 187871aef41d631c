/** Reads the timestamps of one text: offsets from the first where they have dates, as they are where they have none. */
import { dayFirstIn } from './day-first.ts';
import { parseStamp, type Moment } from './times.ts';

export interface TextClock {
  /** Milliseconds; undefined where nothing is written or it is no time. */
  readonly offsetOf: (written: string | undefined) => number | undefined;
  /** When the first dated timestamp was, or as it is written where its day and month cannot be told apart. */
  readonly startedAt: () => { readonly iso: string } | { readonly written: string } | undefined;
  /** Whether dates such as 13/03/2026 have the day before the month; undefined where no line tells. */
  readonly dayFirst: boolean | undefined;
}

/** @param lines where the timestamps stand, since one date may tell how the others are written. */
export function textClock(lines: Iterable<string>): TextClock {
  const dayFirst = dayFirstIn(lines);
  let base: (Moment & { readonly written: string }) | undefined;
  return {
    offsetOf: (written) => {
      const stamp = written === undefined ? undefined : parseStamp(written, dayFirst);
      if (stamp?.isDated !== true) return stamp?.ms;
      base ??= { ...stamp, written: written! };
      return Math.max(0, stamp.ms - base.ms);
    },
    startedAt: () => (base?.iso === undefined ? base : { iso: base.iso }),
    dayFirst,
  };
}
