import { array, assert, constantFrom, nat, property, record as recordOf } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateOf, drawSample, type Candidate } from '../../../src/batch/analysis/sample.ts';
import type { CallRecord } from '../../../src/result/record.ts';
import { finding, record } from './records.ts';

const options = { seed: 7, thresholds: [60, 90] };

const verdict = (changes: Partial<CallRecord['verdicts'][number]>) => ({
  verdicts: [
    {
      allegation: 'handling',
      source: 'default' as const,
      verdict: 'not-upheld' as const,
      narrow: false,
      ...changes,
    },
  ],
});

it.each([
  ['nothing', {}, ['random']],
  ['one criterion would turn it', verdict({ narrow: true }), ['fragile', 'random']],
  ['not enough evidence', verdict({ verdict: 'insufficient-evidence' }), ['fragile', 'random']],
  ['a reason for review', { review: ['fatal-uncertain'] }, ['fragile', 'random']],
  ['two points under a threshold', { total: 58 }, ['near-threshold', 'random']],
  ['more than two points over one', { total: 92.1 }, ['random']],
  ['a critical finding', { findings: [finding('calm', { severity: 'critical' })] }, ['severe', 'random']],
  ['an ordinary finding', { findings: [finding('helps')] }, ['random']],
])('%s', (_, changes, strata) => {
  expect(candidateOf(record('a', changes), 1, options).strata).toEqual(strata);
});

it('shows the gravest of several verdicts', () => {
  const verdicts = [...verdict({}).verdicts, ...verdict({ verdict: 'upheld' }).verdicts];
  expect(candidateOf(record('a', { verdicts }), 1, options).verdict).toBe('upheld');
});

describe('drawing', () => {
  const make = (count: number, changes: (index: number) => Partial<CallRecord> = () => ({}), seed = 7) =>
    Array.from({ length: count }, (_, index) =>
      candidateOf(record(`c${index}`, changes(index)), index + 1, { ...options, seed }),
    );
  const ids = (drawn: readonly Candidate[]) => drawn.map(({ id }) => id);

  it('takes each call once, by agent in proportion, so many as asked for', () => {
    assert(
      property(
        array(recordOf({ agent: constantFrom('a', 'b', 'c'), total: nat(100) }), { maxLength: 60 }),
        nat(70),
        (calls, count) => {
          const drawn = drawSample(
            make(calls.length, (index) => ({
              agent: { id: calls[index]!.agent },
              total: calls[index]!.total,
            })),
            count,
          );
          expect(drawn).toHaveLength(Math.min(count, calls.length));
          expect(new Set(ids(drawn)).size).toBe(drawn.length);
          for (const agent of ['a', 'b', 'c']) {
            const own = calls.filter((one) => one.agent === agent).length;
            const exact = calls.length === 0 ? 0 : (drawn.length * own) / calls.length;
            const got = drawn.filter((one) => one.agent === agent).length;
            expect(Math.abs(got - exact)).toBeLessThan(1);
          }
        },
      ),
    );
  });

  it('is 30 % fragile, 20 % near a threshold, 20 % severe, the rest at random', () => {
    const drawn = drawSample(
      make(
        400,
        (index) =>
          [
            verdict({ narrow: true }),
            { total: 60 },
            { findings: [finding('calm', { severity: 'critical' })] },
            {},
          ][index % 4]!,
      ),
      50,
    );
    const why = (wanted: string) => drawn.filter((one) => one.why === wanted).length;
    expect([why('fragile'), why('near-threshold'), why('severe'), why('random')]).toEqual([15, 10, 10, 15]);
  });

  it.each([
    [0, []],
    [1, ['fragile']],
    [2, ['fragile', 'near-threshold']],
    [3, ['fragile', 'near-threshold', 'severe']],
    [4, ['fragile', 'near-threshold', 'severe', 'random']],
    [5, ['fragile', 'near-threshold', 'severe', 'random', 'random']],
  ])('of %d calls each kind has its turn', (count, kinds) => {
    const calls = make(
      40,
      (index) =>
        [
          verdict({ narrow: true }),
          { total: 60 },
          { findings: [finding('calm', { severity: 'critical' })] },
          {},
        ][index % 4]!,
    );
    const order = ['fragile', 'near-threshold', 'severe', 'random'];
    const drawn = drawSample(calls, count).map(({ why }) => why);
    expect(drawn.sort((a, b) => order.indexOf(a) - order.indexOf(b))).toEqual(kinds);
  });

  it('a kind that no call is of leaves its turn to the next', () => {
    const calls = make(20, (index) => (index === 7 ? { total: 60 } : {}));
    expect(drawSample(calls, 1).map(({ why }) => why)).toEqual(['near-threshold']);
  });

  it('fills up at random where there is nothing special', () => {
    expect(drawSample(make(30), 10).map(({ why }) => why)).toEqual(
      Array.from({ length: 10 }, () => 'random'),
    );
  });

  it('is the same for the same seed, another for another, and in the order of the batch', () => {
    const drawn = ids(drawSample(make(200), 20));
    expect(ids(drawSample(make(200), 20))).toEqual(drawn);
    expect(ids(drawSample(make(200, undefined, 8), 20))).not.toEqual(drawn);
    const numbers = drawSample(make(200), 20).map(({ number }) => number);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
  });
});
