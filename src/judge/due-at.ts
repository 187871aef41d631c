/** When a promise is due, by the date of the call that makes it. */
import type { Instant } from '../call/instant.ts';
import type { SaidDue } from './due-after.ts';

const day = 86_400_000;

/** Milliseconds since 1970 before which a promise is not due yet, and at which it is for certain: often the same. */
export interface DueAt {
  readonly earliest: number;
  readonly latest: number;
}

/**
 * When a promise is due. A call of which only the day is known may have been at any time of it: a length of time is over
 * for certain at the end of the day on which it ends counted from that day ("within three days" on the 5th: at the end of
 * the 8th; "in two hours": at the end of the 5th), a day that is named ends when it ends, and an hour of a named day is
 * what it says.
 *
 * @param began when the call began
 * @param later how long after that it was promised, in milliseconds
 */
export function dueAt(began: Instant, later: number, { after, isDay }: SaidDue): DueAt {
  const earliest = began.ms + after;
  if (began.isTimed) return { earliest: earliest + later, latest: earliest + later };
  const isHour = isDay && after % day !== 0;
  if (isHour) return { earliest, latest: earliest };
  const days = isDay ? Math.max(1, after / day) : Math.floor(after / day) + 1;
  return { earliest, latest: began.ms + days * day - 1 };
}
