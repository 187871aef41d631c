import * as fc from 'fast-check';
import { sampleRankCorrelation } from 'simple-statistics';
import { describe, expect, it } from 'vitest';
import { bootstrapIntervals } from '../../src/calibrate/bootstrap.ts';
import { shareOf } from '../../src/result/estimate.ts';
import { kappaOf } from '../../src/calibrate/kappa.ts';
import { randomFrom } from '../../src/calibrate/random.ts';
import { rankCorrelation } from '../../src/calibrate/rank-correlation.ts';

/** Tau-b by its definition: every pair of observations. */
function naiveKendall(x: readonly number[], y: readonly number[]): number {
  let [balance, untiedX, untiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [a, b] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)];
      balance += a * b;
      untiedX += Math.abs(a);
      untiedY += Math.abs(b);
    }
  }
  return balance / Math.sqrt(untiedX * untiedY);
}

const repeated = (values: readonly number[], times: readonly number[]): number[] =>
  values.flatMap((value, index) => Array.from({ length: times[index]! }, () => value));

describe('shareOf', () => {
  // R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d', (part, whole, low, high) => {
    expect(shareOf(part, whole).interval).toEqual({ low, high });
  });
  it('has nothing to say of nothing', () => {
    expect(shareOf(0, 0)).toEqual({ value: null, interval: null });
  });
});

describe('kappaOf', () => {
  it.each([
    [
      [
        [20, 5],
        [10, 15],
      ],
      0.4,
    ],
    [
      [
        [10, 0],
        [0, 10],
      ],
      1,
    ],
    [
      [
        [0, 10],
        [10, 0],
      ],
      -1,
    ],
    [
      [
        [25, 25],
        [25, 25],
      ],
      0,
    ],
    [
      [
        [10, 0],
        [0, 0],
      ],
      null,
    ],
    [
      [
        [0, 0],
        [0, 0],
      ],
      null,
    ],
    // A third of chance agrees over three outcomes.
    [
      [
        [4, 0, 0],
        [0, 4, 0],
        [4, 0, 0],
      ],
      0.5,
    ],
  ])('%j is %s', (table, expected) => {
    expect(kappaOf(table)).toBe(expected);
  });
});

describe('rankCorrelation', () => {
  const pairs = fc
    .array(
      fc.tuple(
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 5 }),
        fc.integer({ min: 0, max: 3 }),
      ),
      {
        minLength: 3,
        maxLength: 15,
      },
    )
    .map((all) => ({
      x: all.map(([x]) => x),
      y: all.map(([, y]) => y),
      times: all.map(([, , times]) => times),
    }));
  it('is what the definitions say, each pair as often as it was drawn', () => {
    fc.assert(
      fc.property(pairs, ({ x, y, times }) => {
        const { spearman, kendall } = rankCorrelation(x, y);
        const [xs, ys] = [repeated(x, times), repeated(y, times)];
        if (new Set(xs).size < 2 || new Set(ys).size < 2) return;
        expect(spearman(times)).toBeCloseTo(sampleRankCorrelation(xs, ys), 10);
        expect(kendall(times)).toBeCloseTo(naiveKendall(xs, ys), 10);
      }),
    );
  });
  it('is not a number where one side is constant', () => {
    const { spearman, kendall } = rankCorrelation([1, 1, 1], [1, 2, 3]);
    expect([spearman([1, 1, 1]), kendall([1, 1, 1])]).toEqual([Number.NaN, Number.NaN]);
  });
});

describe('bootstrapIntervals', () => {
  const values = [1, 0, 1, 1, 0, 1, 1, 1, 0, 1];
  const mean = (drawn: Uint16Array): number =>
    values.reduce((sum, value, index) => sum + value * drawn[index]!, 0) / values.length;
  const options = { seed: 7, resamples: 500 };
  it('gives the same interval for the same seed, and another for another', () => {
    const [first] = bootstrapIntervals(10, [mean], options);
    expect(bootstrapIntervals(10, [mean], options)).toEqual([first]);
    expect(first!.low).toBeLessThan(0.7);
    expect(first!.high).toBeGreaterThan(0.7);
    expect(first!.low).toBeGreaterThan(0.2);
    const wider = (drawn: Uint16Array): number => drawn[0]!;
    const seeds = [1, 2, 3, 4, 5].map((seed) =>
      bootstrapIntervals(10, [(drawn) => drawn[0]! + drawn[3]! / 7], { seed, resamples: 40 }),
    );
    expect(new Set(seeds.map((each) => JSON.stringify(each))).size).toBeGreaterThan(1);
    expect(bootstrapIntervals(10, [mean, wider], options)[0]).toEqual(first);
  });
  it('draws as many calls as there are', () => {
    bootstrapIntervals(
      10,
      [(drawn) => (expect(drawn.reduce((sum, each) => sum + each)).toBe(10), 0)],
      options,
    );
  });
  it.each([
    ['one call', 1, mean],
    ['a figure that is never there', 10, () => Number.NaN],
  ])('has no interval for %s', (_, calls, measure) => {
    expect(bootstrapIntervals(calls, [measure], options)).toEqual([null]);
  });
});

it('a seed gives the same chance everywhere', () => {
  const random = randomFrom(1);
  expect([random(), random(), random()].map((each) => each.toFixed(6))).toEqual([
    '0.627074',
    '0.002736',
    '0.527447',
  ]);
});
