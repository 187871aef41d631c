import { expect, it } from 'vitest';
import { findingsOf } from '../../src/result/findings.ts';
import { totalsOf } from '../../src/result/totals.ts';
import { callResult, criterion, error, notMet } from '../report/fixture.ts';

const scored = (total: number | null, grade: string | null = 'B') =>
  callResult({ score: { ...callResult().score, total, grade } });

it.each([
  [[], null],
  [[null], null],
  [[80, null, 60.5], 70.3],
  [[0.1, 0.2], 0.2],
  [[33.3, 33.3, 33.4], 33.3],
  [[100], 100],
])('the mean of %j is %j, one decimal, half up', (scores, mean) => {
  expect(totalsOf(scores.map((score) => scored(score))).meanScore).toBe(mean);
});

it('counts calls, errors, verdicts, grades and findings in a fixed order', () => {
  const upheld = callResult({
    verdicts: [
      {
        allegation: 'handling',
        source: 'filed',
        verdict: 'upheld',
        because: ['z'],
        responsibility: 'agent',
        counterfactuals: [],
      },
    ],
    criteria: [notMet('z'), notMet('a'), criterion('met')],
  });
  expect(
    totalsOf([upheld, error, scored(90, null), callResult({ criteria: [notMet('z'), notMet('b')] })]),
  ).toEqual({
    calls: 3,
    errors: 1,
    meanScore: 71.7,
    verdicts: { upheld: 1, 'partly-upheld': 0, 'not-upheld': 2, 'insufficient-evidence': 0 },
    grades: { D: 2, none: 1 },
    findings: [
      { criterion: 'z', calls: 2 },
      { criterion: 'a', calls: 1 },
      { criterion: 'b', calls: 1 },
    ],
  });
});

it('counts a call once, by its gravest verdict, whatever the order of its allegations', () => {
  const [judged] = callResult().verdicts;
  const verdicts = [
    { ...judged!, allegation: 'hung-up', verdict: 'insufficient-evidence' as const },
    { ...judged!, verdict: 'upheld' as const },
  ];
  for (const order of [verdicts, verdicts.toReversed()]) {
    expect(totalsOf([callResult({ verdicts: order })]).verdicts).toEqual({
      upheld: 1,
      'partly-upheld': 0,
      'not-upheld': 0,
      'insufficient-evidence': 0,
    });
  }
});

it('counts as not met only what is on the scorecard: anything else is a finding where a verdict rests on it alone', () => {
  const { section: _, ...helper } = notMet('helper');
  const [judged] = callResult().verdicts;
  const resting = callResult({
    verdicts: [{ ...judged!, verdict: 'upheld', because: ['helper'] }],
    criteria: [helper, notMet('a')],
  });
  expect(findingsOf(resting).map(({ id }) => id)).toContain('helper');
  expect(totalsOf([resting, callResult({ criteria: [helper] })]).findings).toEqual([
    { criterion: 'a', calls: 1 },
  ]);
});

it('does not depend on the order of the calls', () => {
  const results = [
    scored(10.1),
    scored(20.2, 'C'),
    error,
    callResult({ criteria: [notMet('b'), notMet('a')] }),
  ];
  expect(JSON.stringify(totalsOf(results.toReversed()))).toBe(JSON.stringify(totalsOf(results)));
});

it('counts a criterion called like a property of every object', () => {
  expect(totalsOf([callResult({ criteria: [notMet('constructor')] })]).findings).toEqual([
    { criterion: 'constructor', calls: 1 },
  ]);
});

it('puts the worst finding first: severity, points lost, order of the pack', () => {
  const lost = (possible: number) => ({ points: { earned: 0, possible } });
  const { section: _, ...helper } = notMet('helper');
  const { section: __, ...named } = notMet('named', lost(1));
  const result = callResult({
    verdicts: [
      {
        allegation: 'handling',
        source: 'default',
        verdict: 'upheld',
        because: ['named'],
        responsibility: 'agent',
        counterfactuals: [],
      },
    ],
    criteria: [
      notMet('small', lost(5)),
      notMet('large', lost(20)),
      notMet('large-too', lost(20)),
      notMet('critical', { ...lost(1), severity: 'critical' }),
      notMet('fatal', { ...lost(1), severity: 'fatal' }),
      criterion('fine'),
      helper,
      named,
    ],
  });
  expect(findingsOf(result).map(({ id }) => id)).toEqual([
    'fatal',
    'critical',
    'large',
    'large-too',
    'small',
    'named',
  ]);
});
