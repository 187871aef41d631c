/** A time span in words. */
import type { CaseView } from './view.ts';

const units = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1000],
] as const;

/** Milliseconds in the largest unit that says them whole (`48 hours` is `2 days`, 90 minutes stay minutes). */
export function durationWords(milliseconds: number, { say }: CaseView): string {
  const whole = Math.round(milliseconds / 1000) * 1000;
  const [name, length] = units.find(([, length]) => whole >= length && whole % length === 0) ?? units[3];
  const n = whole / length;
  return say(n === 1 ? `time.${name}` : `time.${name}s`, { n });
}
