/** Scores of a group: how many, their mean and how sure it is. */
import type { Interval } from '../../result/estimate.ts';
import type { Mean } from '../../result/analysis.ts';

/** Under so many calls a group is small: it is marked, and nothing is claimed of it. */
export const smallUnder = 10;

/** The 97.5 % point of the normal distribution. */
const z = 1.959963984540054;

/** Sums of whole tenths of a point: exact, and the same in any order. */
export interface Spread {
  count: number;
  tenths: number;
  squares: number;
}

export function noSpread(): Spread {
  return { count: 0, tenths: 0, squares: 0 };
}

/** Adds a score; a call without one adds nothing. */
export function addScore(spread: Spread, score: number | null): void {
  if (score === null) return;
  const tenths = Math.round(score * 10);
  spread.count += 1;
  spread.tenths += tenths;
  spread.squares += tenths * tenths;
}

/** What is left of a whole without one of its parts. */
export function without(whole: Spread, part: Spread): Spread {
  return {
    count: whole.count - part.count,
    tenths: whole.tenths - part.tenths,
    squares: whole.squares - part.squares,
  };
}

/**
 * The mean with one decimal, rounded half up, and its 95 % interval: mean ± 1.96 standard errors, from the sample's own
 * variance, within 0 and 100. No interval for a small group: there the normal distribution promises too much.
 */
export function meanOf({ count, tenths, squares }: Spread): Mean {
  if (count === 0) return { calls: 0, value: null, interval: null };
  const value = Math.floor((2 * tenths + count) / (2 * count)) / 10;
  if (count < smallUnder) return { calls: count, value, interval: null };
  const mean = tenths / count;
  const variance = Math.max(0, (squares - count * mean * mean) / (count - 1));
  const half = z * Math.sqrt(variance / count);
  return {
    calls: count,
    value,
    interval: {
      low: oneDecimal(Math.max(0, mean - half)),
      high: oneDecimal(Math.min(1000, mean + half)),
    },
  };
}

function oneDecimal(tenths: number): number {
  return Math.round(tenths) / 10 + 0;
}

/** Whether one interval lies wholly above the other, wholly below, or neither. */
export function compareIntervals(one: Interval, other: Interval): 'higher' | 'lower' | 'no-difference' {
  if (one.low > other.high) return 'higher';
  return one.high < other.low ? 'lower' : 'no-difference';
}

/** What may be said of one mean beside another. */
export function standingOf(one: Mean, other: Mean): 'higher' | 'lower' | 'no-difference' | 'few' {
  return one.interval === null || other.interval === null
    ? 'few'
    : compareIntervals(one.interval, other.interval);
}
