/** A time span in words. */
import type { CaseView } from './view.ts';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** A figure in one unit is read at a glance up to here; more is said in several units. */
const most: Readonly<Record<(typeof units)[number][0], number>> = {
  day: Number.POSITIVE_INFINITY,
  hour: 72,
  minute: 120,
  second: 120,
};

/**
 * Milliseconds in the largest unit that says them whole (`48 hours` is `2 days`, 90 minutes stay minutes), or in several
 * where that would be a large figure (2325 minutes are 1 day 14 hours 45 minutes).
 */
export function durationWords(milliseconds: number, { say }: CaseView): string {
  const whole = Math.round(milliseconds / 1000) * 1000;
  const words = (name: (typeof units)[number][0], n: number): string =>
    say(n === 1 ? `time.${name}` : `time.${name}s`, { n });
  const [name, length] = units.find(([, length]) => whole >= length && whole % length === 0) ?? units[3];
  if (whole / length <= most[name]) return words(name, whole / length);
  let left = whole;
  const parts: string[] = [];
  for (const [unit, size] of units) {
    const n = Math.floor(left / size);
    left -= n * size;
    if (n > 0) parts.push(words(unit, n));
  }
  return parts.join(' ');
}
