/** A figure with how sure it is. */

/** 95 % of what the figure could be. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Null where there was nothing to estimate from. */
export interface Estimate {
  readonly value: number | null;
  readonly interval: Interval | null;
}

/** The 97.5 % point of the normal distribution. */
const z = 1.959963984540054;

/** Four decimals: what is printed in JSON, and the same on every machine. */
export function rounded(value: number): number {
  // Adding 0 makes one zero of the two.
  return Math.round(value * 10_000) / 10_000 + 0;
}

/**
 * A share with its 95 % score interval; null where `whole` is 0.
 * Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927).
 */
export function shareOf(part: number, whole: number): Estimate {
  if (whole === 0) return { value: null, interval: null };
  const share = part / whole;
  const scale = 1 + (z * z) / whole;
  const centre = (share + (z * z) / (2 * whole)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole));
  return {
    value: rounded(share),
    interval: { low: rounded(Math.max(0, centre - half)), high: rounded(Math.min(1, centre + half)) },
  };
}
