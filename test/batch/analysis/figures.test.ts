import { array, assert, integer, nat, property } from 'fast-check';
import { expect, it } from 'vitest';
import { frequent } from '../../../src/batch/analysis/frequent.ts';
import { isoWeek } from '../../../src/batch/analysis/iso-week.ts';
import { shortlist } from '../../../src/batch/analysis/shortlist.ts';
import { addScore, meanOf, noSpread, standingOf, without } from '../../../src/batch/analysis/spread.ts';
import { termsOf } from '../../../src/batch/analysis/terms.ts';

it.each([
  ['2024-01-01', '2024-W01'],
  ['2023-12-31T23:59:00-08:00', '2023-W52'],
  ['2024-12-30', '2025-W01'],
  ['2021-01-03', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2024/02/29 08:00', '2024-W09'],
  ['2026-12-31', '2026-W53'],
  ['2024-02-30', undefined],
  ['2024-1-5', undefined],
  ['yesterday', undefined],
])('%s is in %s', (written, week) => {
  expect(isoWeek(written)).toBe(week);
});

function spreadOf(scores: readonly (number | null)[]) {
  const spread = noSpread();
  for (const score of scores) addScore(spread, score);
  return spread;
}

it.each([
  [[], { calls: 0, value: null, interval: null }],
  [[null], { calls: 0, value: null, interval: null }],
  [[70, null, 80.5], { calls: 2, value: 75.3, interval: null }],
  // Ten calls, five of 60 and five of 80: s² = 1000/9, standard error 3.3333, half 6.5332.
  [[60, 80, 60, 80, 60, 80, 60, 80, 60, 80], { calls: 10, value: 70, interval: { low: 63.5, high: 76.5 } }],
  [Array.from({ length: 12 }, () => 100), { calls: 12, value: 100, interval: { low: 100, high: 100 } }],
])('the mean of %j', (scores, mean) => {
  expect(meanOf(spreadOf(scores))).toEqual(mean);
});

it('a part taken out of a whole leaves the rest', () => {
  const whole = spreadOf([60, 70, 80, 33.3]);
  expect(meanOf(without(whole, spreadOf([60, 33.3])))).toEqual(meanOf(spreadOf([70, 80])));
});

const mean = (low: number, high: number) => ({ calls: 20, value: (low + high) / 2, interval: { low, high } });

it.each([
  [mean(70, 80), mean(50, 69.9), 'higher'],
  [mean(50, 69.9), mean(70, 80), 'lower'],
  // They touch: no order is claimed.
  [mean(70, 80), mean(60, 70), 'no-difference'],
  [mean(70, 80), { calls: 3, value: 10, interval: null }, 'few'],
])('of %j beside %j may be said: %s', (one, other, standing) => {
  expect(standingOf(one, other)).toBe(standing);
});

it('a shortlist is the beginning of the sorted list', () => {
  assert(
    property(array(nat(50)), integer({ min: 1, max: 8 }), (numbers, most) => {
      const list = shortlist<number>(most, (a, b) => a - b);
      for (const number of numbers) list.add(number);
      expect(list.list()).toEqual(numbers.toSorted((a, b) => a - b).slice(0, most));
    }),
  );
});

it('what is frequent is counted whole, and no more is held than twice the number', () => {
  const counts = frequent(10, 2);
  for (let round = 0; round < 500; round++) {
    counts.add('often', round % 2);
    counts.add(`once ${round}`, 0);
  }
  const held = new Map(counts.entries());
  expect([...held.get('often')!]).toEqual([250, 250]);
  expect(held.size).toBeLessThanOrEqual(20);
});

it.each([
  [['My parcel is stuck, and the courier does not answer'], ['parcel', 'stuck', 'courier', 'answer']],
  [["The driver's van, they've lost it"], ['driver', 'van', 'lost']],
  [['我的快递一直没到'], ['快递']],
  [['宽带断网了，宽带断网了'], ['宽带', '带断', '断网', '宽带断', '带断网']],
  [['****** 138 ok'], []],
])('the terms of %j are %j', (sentences, terms) => {
  expect([...termsOf(sentences)].sort()).toEqual(terms.toSorted());
});
