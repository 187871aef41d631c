import { describe, expect, it } from 'vitest';
import { createAdjudicator } from '../../src/adjudicate/adjudicate.ts';
import type { Verdict } from '../../src/adjudicate/verdict.ts';
import type { OutcomeKind } from '../../src/judge/outcome.ts';
import type { Allegation, VerdictTree } from '../../src/pack/model/allegation.ts';
import { callOf, criterion, detectIn, packOf } from '../judge/build.ts';

const kinds: Readonly<Record<string, OutcomeKind>> = {
  '+': 'met',
  '-': 'not-met',
  '?': 'not-evaluated',
  '/': 'not-applicable',
};
const title = { en: 'x', zh: 'x' };

type Written =
  string | { any: Written[] } | { all: Written[] } | { least: number; of: Written[] } | { known: Written };

function tree(written: Written): VerdictTree {
  if (typeof written === 'string') return { kind: 'not-met', criterion: written };
  if ('any' in written) return { kind: 'any', of: written.any.map(tree) };
  if ('all' in written) return { kind: 'all', of: written.all.map(tree) };
  if ('known' in written) return { kind: 'if-known', of: tree(written.known) };
  return { kind: 'at-least', count: written.least, of: written.of.map(tree) };
}

/** Criteria a, b, c, d in this order, with the outcomes that the signs say. */
function verdicts(
  signs: string,
  allegations: readonly Allegation[],
  filed?: readonly string[],
): readonly Verdict[] {
  const ids = ['a', 'b', 'c', 'd'].slice(0, signs.length);
  const outcomes = ids.map((id, index) => ({
    criterion: id,
    outcome: kinds[signs[index]!]!,
    share: 0,
    evidence: [],
  }));
  const pack = packOf(
    ids.map((id) => criterion({ form: 'forbid', id })),
    { allegations },
  );
  const call = { ...callOf('A so'), ...(filed && { allegations: filed }) };
  const adjudicate = createAdjudicator(pack, () => {
    throw new Error('there is no doubt to judge again for');
  });
  return adjudicate({ detected: detectIn(call), outcomes });
}

const allegation = (upheld: Written, partly?: Written): Allegation => ({
  id: 'handling',
  title,
  default: true,
  upheld: tree(upheld),
  ...(partly !== undefined && { partlyUpheld: tree(partly) }),
});

const rows: readonly [upheld: Written, partly: Written | undefined, signs: string, expected: string][] = [
  ['a', undefined, '-', 'upheld a'],
  ['a', undefined, '+', 'not-upheld'],
  ['a', undefined, '/', 'not-upheld'],
  ['a', undefined, '?', 'insufficient-evidence a'],
  [{ any: ['a', 'b'] }, undefined, '+-', 'upheld b'],
  [{ any: ['b', 'a'] }, undefined, '--', 'upheld a b'],
  [{ any: ['a', 'b'] }, undefined, '?-', 'upheld b'],
  [{ any: ['a', 'b'] }, undefined, '?/', 'insufficient-evidence a'],
  [{ all: ['a', 'b'] }, undefined, '--', 'upheld a b'],
  [{ all: ['a', 'b'] }, undefined, '-+', 'not-upheld'],
  [{ all: ['a', 'b'] }, undefined, '-/', 'not-upheld'],
  [{ all: ['a', 'b'] }, undefined, '-?', 'insufficient-evidence b'],
  [{ all: ['a', 'b'] }, undefined, '+?', 'not-upheld'],
  [{ least: 2, of: ['a', 'b', 'c'] }, undefined, '-+-', 'upheld a c'],
  [{ least: 2, of: ['a', 'b', 'c'] }, undefined, '-++', 'not-upheld'],
  [{ least: 2, of: ['a', 'b', 'c'] }, undefined, '-?+', 'insufficient-evidence b'],
  [{ least: 2, of: ['a', 'b', 'c'] }, undefined, '+?+', 'not-upheld'],
  [{ least: 2, of: ['a', 'b', 'c'] }, undefined, '-?-', 'upheld a c'],
  // Only branches that held are reasons.
  [{ any: ['d', { all: ['a', 'b'] }] }, undefined, '-+--', 'upheld d'],
  [{ any: ['d', { all: ['a', 'b'] }] }, undefined, '--+-', 'upheld a b d'],
  ['a', 'b', '--', 'upheld a'],
  ['a', 'b', '+-', 'partly-upheld b'],
  ['a', 'b', '++', 'not-upheld'],
  ['a', 'b', '+?', 'insufficient-evidence b'],
  ['a', 'b', '?-', 'insufficient-evidence a'],
  ['a', 'b', '-?', 'upheld a'],
  [{ known: 'a' }, undefined, '-', 'upheld a'],
  [{ known: 'a' }, undefined, '?', 'not-upheld'],
  [{ any: [{ known: 'a' }, 'b'] }, undefined, '?-', 'upheld b'],
  [{ any: [{ known: 'a' }, 'b'] }, undefined, '??', 'insufficient-evidence b'],
  [{ known: { all: ['a', 'b'] } }, undefined, '-?', 'not-upheld'],
];

describe('the tree', () => {
  it.each(rows)('%j, partly %j, on %s: %s', (upheld, partly, signs, expected) => {
    const [one] = verdicts(signs, [allegation(upheld, partly)]);
    expect([one!.verdict, ...one!.because].join(' ')).toBe(expected);
    expect(one!.reason).toBe(one!.verdict === 'insufficient-evidence' ? 'not-evaluated' : undefined);
  });
});

describe('the allegations that are judged', () => {
  const pack: readonly Allegation[] = [
    allegation('a'),
    { ...allegation('b'), id: 'attitude', default: false },
    { ...allegation('c'), id: 'no-help', default: false },
  ];

  it.each([
    ['none filed', undefined, ['handling default upheld']],
    ['an empty list', [], ['handling default upheld']],
    ['one filed', ['attitude'], ['attitude filed not-upheld']],
    ['as they were filed', ['no-help', 'attitude'], ['no-help filed upheld', 'attitude filed not-upheld']],
    ['twice the same', ['no-help', 'no-help'], ['no-help filed upheld']],
    ['one that the pack does not know', ['nonsense', 'no-help'], ['no-help filed upheld']],
    ['none that the pack knows', ['nonsense'], ['handling default upheld']],
    ['the default one, filed', ['handling'], ['handling filed upheld']],
  ])('%s', (_, filed, expected) => {
    const said = verdicts('-+-', pack, filed).map((one) => `${one.allegation} ${one.source} ${one.verdict}`);
    expect(said).toEqual(expected);
  });

  it('are none where the pack has no default', () => {
    expect(verdicts('-', [{ ...allegation('a'), default: false }])).toEqual([]);
  });
});
