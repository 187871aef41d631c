/** The bootstrap: how a figure would vary had other calls of the same kind been labelled. */
import { quantileSorted } from 'simple-statistics';
import { rounded, type Interval } from '../result/estimate.ts';
import { randomFrom } from './random.ts';

export interface BootstrapOptions {
  /** A whole number; the same seed gives the same intervals. */
  readonly seed: number;
  readonly resamples: number;
}

/** Fewer calls than this say nothing about how calls vary. */
const fewestCalls = 2;

/**
 * 95 % percentile intervals of several figures over the same resamples of `calls` calls, drawn whole and with
 * replacement: the turns of a call are alike, so they go together.
 *
 * @param measures each takes how often every call was drawn and gives its figure, NaN where there is none
 * @returns an interval for each, null where half of the resamples or more gave no figure
 * Source: B. Efron, R. J. Tibshirani, An Introduction to the Bootstrap (1993), chapter 13.
 */
export function bootstrapIntervals(
  calls: number,
  measures: readonly ((drawn: Uint16Array) => number)[],
  { seed, resamples }: BootstrapOptions,
): readonly (Interval | null)[] {
  if (calls < fewestCalls || resamples < 1) return measures.map(() => null);
  const random = randomFrom(seed);
  const figures = measures.map((): number[] => []);
  const drawn = new Uint16Array(calls);
  for (let resample = 0; resample < resamples; resample++) {
    drawn.fill(0);
    for (let draw = 0; draw < calls; draw++) drawn[Math.floor(random() * calls)]!++;
    for (const [index, measure] of measures.entries()) {
      const figure = measure(drawn);
      if (Number.isFinite(figure)) figures[index]!.push(figure);
    }
  }
  return figures.map((values) => {
    if (values.length * 2 <= resamples) return null;
    const sorted = values.sort((a, b) => a - b);
    return {
      low: rounded(quantileSorted(sorted, 0.025)),
      high: rounded(quantileSorted(sorted, 0.975)),
    };
  });
}
