import { expect, it } from 'vitest';
import { createAnalysis } from '../../../src/batch/analysis/analyse.ts';
import { gateFigures, gateRule } from '../../../src/batch/analysis/gate.ts';
import { gateComplaints } from '../../../src/cli/batch-gate.ts';
import { many, pack } from './records.ts';

it.each([
  'upheld<=5',
  'mean>=75%',
  'mean=75',
  'mean>75',
  'upheld<=101%',
  '<=5%',
  'Mean>=5',
  '',
  'mean>=75,upheld<=5%',
])('%j is no rule', (written) => {
  expect(gateRule(written)).toBeUndefined();
});

const verdict = (kind: 'upheld' | 'not-upheld', source: 'filed' | 'default') => ({
  verdicts: [{ allegation: 'handling', source, verdict: kind, narrow: false }],
});

// 20 calls: 1 of 20 upheld, the mean 79.5, greets met in 19 of 20, calm never applied.
const analysis = createAnalysis(pack, { by: [], repeatDays: 7, redact: true });
for (const one of many(20, (index) => ({
  ...verdict(index === 0 ? 'upheld' : 'not-upheld', index < 10 ? 'filed' : 'default'),
  total: index === 0 ? 70 : 80,
  outcomes: index === 0 ? 'nmamm' : 'mmamm',
})))
  analysis.add(one);
const figures = analysis.finish();

it.each([
  ['upheld<=5%', true],
  ['upheld <= 4.9%', false],
  ['not-upheld>=95%', true],
  ['partly-upheld<=0%', true],
  ['mean>=79.5', true],
  ['mean>=79.6', false],
  ['mean<=79', false],
  ['greets>=95%', true],
  ['greets>=95.1%', false],
  ['calm>=100%', true],
])('%s: %j', (written, passed) => {
  expect(gateFigures([gateRule(written)!], figures)[0]!.passed).toBe(passed);
});

it('says what was asked and what is', () => {
  const rules = ['upheld<=4%', 'mean>=90', 'greets>=95%'].map((written) => gateRule(written)!);
  expect(gateComplaints(gateFigures(rules, figures))).toBe(
    'gate not passed: upheld<=4% was asked, and it is 5.0% (1 of 20)\n' +
      'gate not passed: mean>=90 was asked, and it is 79.5\n',
  );
});

it('passes where there is nothing to measure', () => {
  const empty = createAnalysis(pack, { by: [], repeatDays: 7, redact: true }).finish();
  const rules = ['upheld<=0%', 'mean>=100', 'greets>=100%'].map((written) => gateRule(written)!);
  expect(gateFigures(rules, empty).map(({ passed }) => passed)).toEqual([true, true, true]);
});
