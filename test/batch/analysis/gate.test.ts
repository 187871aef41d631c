import { expect, it } from 'vitest';
import { createAnalysis } from '../../../src/batch/analysis/analyse.ts';
import { gateFigures } from '../../../src/batch/analysis/gate.ts';
import { readGateRule, type GateRule } from '../../../src/batch/analysis/gate-rule.ts';
import { tellBatchGate } from '../../../src/cli/batch-gate.ts';
import { many, pack } from './records.ts';

function rule(written: string): GateRule {
  const read = readGateRule(written);
  if ('problem' in read) throw new Error(`${written} ${read.problem}`);
  return read.rule;
}

it.each([
  ['upheld<=5', 'has no %, and it asks for a share of the calls: upheld<=5%'],
  ['mean>=75%', 'has a %, and the mean is a score: mean>=75'],
  ['mean=75', 'has “=”'],
  ['mean>75', 'has “>”'],
  ['upheld<5%', 'has “<”, and a gate knows only <= and >='],
  ['upheld≤5%', 'has “≤”'],
  ['upheld<=150%', 'asks for 150%, and a share is at most 100%'],
  ['mean>=101', 'asks for 101, and a score is at most 100'],
  ['upheld<=', 'has no number after <='],
  ['upheld<=few%', 'has “few%” where a number has to be'],
  ['upheld<=-5%', 'has “-5%” where'],
  ['<=5%', 'has to be a figure, <= or >=, and a number'],
  ['upheld', 'has to be a figure'],
  ['Mean>=5', 'names no figure: “Mean”'],
  ['', 'has to be a figure'],
  ['mean>=75,upheld<=5%', 'has “75,upheld<=5%” where a number has to be'],
])('%j is no rule: it %s', (written, problem) => {
  const read = readGateRule(written);
  expect('problem' in read ? read.problem : read.rule).toContain(problem);
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
  expect(gateFigures([rule(written)], figures)[0]!.passed).toBe(passed);
});

it('says what was asked and what is', () => {
  const rules = ['upheld<=4%', 'mean>=90', 'greets>=95%'].map(rule);
  expect(tellBatchGate(gateFigures(rules, figures))).toEqual({
    passed: false,
    told:
      'gate not passed: upheld<=4% was asked, and it is 5.0% (1 of 20)\n' +
      'gate not passed: mean>=90 was asked, and it is 79.5\n',
  });
});

function told(written: string, outcomes: readonly string[]) {
  const some = createAnalysis(pack, { by: [], repeatDays: 7, redact: true });
  for (const one of many(outcomes.length, (index) => ({ outcomes: outcomes[index]! }))) some.add(one);
  return tellBatchGate(gateFigures([rule(written)], some.finish()));
}

const unable = Array.from({ length: 4 }, () => 'emmmm');
it.each([
  ['could not tell in any call', unable, false, 'it was not measured in any call: 4 calls could not tell'],
  [
    'applied in none, and one could not tell',
    ['ammmm', 'emmmm'],
    false,
    'it was not measured in any call: 1 call',
  ],
  [
    'applied in none, and each could tell',
    ['ammmm', 'ammmm'],
    true,
    'holds of nothing: it applied in no call',
  ],
  ['could be measured in few', ['mmmmm', ...unable], true, 'was measured in 1 call, and could not be in 4'],
  ['could be measured in most', ['mmmmm', 'mmmmm', 'emmmm'], true, ''],
])('a criterion that %s', (_, outcomes, passed, line) => {
  const answer = told('greets>=50%', outcomes);
  expect(answer.passed).toBe(passed);
  if (line === '') expect(answer.told).toBe('');
  else expect(answer.told).toContain(line);
});

it.each([
  ['upheld<=0%', 'no call has a verdict'],
  ['mean>=0', 'no call has a score'],
  ['mean<=100', 'no call has a score'],
  ['greets>=0%', 'there is no call'],
])('%s does not pass where there is nothing to measure', (written, why) => {
  expect(told(written, [])).toEqual({
    passed: false,
    told: `gate not passed: ${written} was asked, and ${why}\n`,
  });
});
