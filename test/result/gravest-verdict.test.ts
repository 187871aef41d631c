import { expect, it } from 'vitest';
import { gravestVerdict } from '../../src/result/gravest-verdict.ts';

it.each([
  [[], undefined],
  [['not-upheld'], 'not-upheld'],
  [['not-upheld', 'insufficient-evidence'], 'insufficient-evidence'],
  [['insufficient-evidence', 'partly-upheld'], 'partly-upheld'],
  [['not-upheld', 'insufficient-evidence', 'partly-upheld', 'upheld'], 'upheld'],
] as const)('of %j it is %s, in whatever order', (kinds, gravest) => {
  const verdicts = kinds.map((verdict) => ({ verdict }));
  expect(gravestVerdict(verdicts)?.verdict).toBe(gravest);
  expect(gravestVerdict(verdicts.toReversed())?.verdict).toBe(gravest);
});

it('of equals it is the first', () => {
  const [other, first, second] = ['not-upheld', 'upheld', 'upheld'].map((verdict) => ({
    verdict: verdict as 'upheld' | 'not-upheld',
  }));
  expect(gravestVerdict([other!, first!, second!])).toBe(first);
});
