import { expect, it } from 'vitest';
import { resultSchema } from '../../src/result/schema.ts';
import { batch, callResult, chineseAudit, englishAudit, error, notMet } from '../report/fixture.ts';
import { problemsOf } from './validator.ts';

const withVerdict = (change: object) => ({
  ...callResult(),
  verdicts: [{ ...callResult().verdicts[0], ...change }],
});
const withCase = (change: object) => ({ ...englishAudit, case: { ...englishAudit.case, ...change } });

it('is the published file (vitest -u writes it)', async () => {
  const text = `${JSON.stringify(resultSchema(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot('../../rules/result.schema.json');
});

it.each([
  ['result', callResult()],
  ['result', callResult({ criteria: [notMet('a')], review: ['fatal-uncertain'] })],
  ['error', error],
  ['batch', batch([callResult()], [error])],
  ['batch', batch([])],
  ['audit', englishAudit],
  ['audit', chineseAudit],
] as const)('accepts a %s', (name, document) => {
  expect(problemsOf(name, document)).toEqual([]);
});

it.each([
  ['result', { ...callResult(), schema: 'callqa/result@2' }, '/schema'],
  ['result', { ...callResult(), score: { ...callResult().score, total: 101 } }, '/score/total'],
  ['result', { ...callResult(), verdicts: [{ verdict: 'upheld' }] }, '/verdicts/0'],
  ['result', withVerdict({ responsibility: 'nobody' }), '/verdicts/0/responsibility'],
  ['result', withVerdict({ reason: 'no idea' }), '/verdicts/0/reason'],
  ['result', withVerdict({ counterfactuals: [{ flip: ['a'] }] }), '/verdicts/0/counterfactuals/0'],
  ['audit', withCase({ story: [{ call: 0, turn: -1, by: 'agent', moments: [] }] }), '/case/story/0/turn'],
  ['audit', withCase({ felt: [{ id: 'loved', felt: true, evidence: [] }] }), '/case/felt/0/id'],
  ['audit', withCase({ mood: [{ turn: 0, value: 2 }] }), '/case/mood/0/value'],
  ['audit', withCase({ caveats: [{ id: 'unsure' }] }), '/case/caveats/0/id'],
  ['audit', withCase({ linked: [{ id: 'a', source: 'a', sha256: 'a', turns: 1 }] }), '/case/linked/0'],
  ['audit', withCase({ provenance: {} }), '/case/provenance'],
  ['result', { ...callResult(), criteria: [notMet('a', { searched: { turns: [0.5, 1] } })] }, '/criteria/0'],
  ['audit', callResult(), ''],
  ['error', { ...error, line: 0 }, '/line'],
  ['error', { ...error, code: 'Not Kebab' }, '/code'],
] as const)('refuses a wrong %s', (name, document, path) => {
  const problems = problemsOf(name, document, 'published');
  expect(problems.length).toBeGreaterThan(0);
  expect(problems[0]).toMatch(new RegExp(`^${path}`));
});

it('lets a later field pass, and the closed form shows it', () => {
  const later = { ...callResult(), later: 1 };
  expect(problemsOf('result', later, 'published')).toEqual([]);
  expect(problemsOf('result', later)).toEqual([' must NOT have additional properties']);
});
