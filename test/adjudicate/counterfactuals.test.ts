import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAdjudicator } from '../../src/adjudicate/adjudicate.ts';
import { createCounterfactuals } from '../../src/adjudicate/counterfactuals.ts';
import { decide } from '../../src/adjudicate/decide.ts';
import { suppose } from '../../src/adjudicate/suppose.ts';
import type { Outcome, OutcomeKind } from '../../src/judge/outcome.ts';
import type { Allegation, VerdictTree } from '../../src/pack/model/allegation.ts';
import type { Criterion } from '../../src/pack/model/criterion.ts';
import { callOf, criterion, detectIn, packOf } from '../judge/build.ts';

const kinds: Readonly<Record<string, OutcomeKind>> = {
  '+': 'met',
  '-': 'not-met',
  '?': 'not-evaluated',
  '/': 'not-applicable',
};
const leaf = (id: string): VerdictTree => ({ kind: 'not-met', criterion: id });
const any = (...of: VerdictTree[]): VerdictTree => ({ kind: 'any', of });
const all = (...of: VerdictTree[]): VerdictTree => ({ kind: 'all', of });
const allegation = (upheld: VerdictTree, partlyUpheld?: VerdictTree): Allegation => ({
  id: 'handling',
  title: { en: 'x', zh: 'x' },
  default: true,
  upheld,
  ...(partlyUpheld && { partlyUpheld }),
});

const leaves: readonly Criterion[] = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) =>
  criterion({ form: 'require', id, require: id === 'f' ? ['empathy'] : ['lookup'] }),
);
/** `x` is all of a and b, `y` any of c and x. */
const criteria = [
  ...leaves,
  criterion({ form: 'all', id: 'x', of: ['a', 'b'] }),
  criterion({ form: 'any', id: 'y', of: ['c', 'x'] }),
];

function outcomesOf(signs: string): readonly Outcome[] {
  const given = leaves.map(({ id }, index): Outcome => {
    const outcome = kinds[signs[index] ?? '/']!;
    return { criterion: id, outcome, share: outcome === 'met' ? 1 : 0, evidence: [] };
  });
  const blank = ['x', 'y'].map((id): Outcome => ({
    criterion: id,
    outcome: 'not-applicable',
    share: 0,
    evidence: [],
  }));
  // Supposing each leaf to be what it is judges the composites.
  const supposed = new Map(given.map((one) => [one.criterion, one.outcome]));
  return suppose([...given, ...blank], supposed, { criteria });
}

const find = (one: Allegation, signs: string, acknowledged = true): readonly string[] =>
  createCounterfactuals(packOf(criteria, { allegations: [one] }))(one, outcomesOf(signs), acknowledged).map(
    ({ flip, verdict }) => `${flip.join('+')} ${verdict}`,
  );

describe('flips', () => {
  it.each([
    ['one that is enough', any(leaf('a')), undefined, '-', ['a not-upheld']],
    ['each that is enough', all(leaf('a'), leaf('b')), undefined, '--', ['a not-upheld', 'b not-upheld']],
    ['both where both are needed', any(leaf('a'), leaf('b')), undefined, '--', ['a+b not-upheld']],
    ['back', any(leaf('a'), leaf('b')), undefined, '++', ['a upheld', 'b upheld']],
    ['back by more than one', all(leaf('a'), leaf('b')), undefined, '++', ['a+b upheld']],
    ['only what was met or not met', any(leaf('a'), leaf('b')), undefined, '/+', ['b upheld']],
    ['nothing where evidence is missing', any(leaf('a')), undefined, '?', []],
    ['from partly upheld', any(leaf('a')), any(leaf('b')), '+-', ['b not-upheld']],
    ['past partly upheld', any(leaf('a')), any(leaf('b')), '--', ['a+b not-upheld']],
    ['up to the nearest', all(leaf('a'), leaf('b')), leaf('c'), '+++', ['c partly-upheld']],
    ['members of a composite, not itself', leaf('x'), undefined, '-+', ['a not-upheld']],
    ['all members that broke it', leaf('x'), undefined, '--', ['a+b not-upheld']],
    ['members of members', leaf('y'), undefined, '-+-', ['a not-upheld', 'c not-upheld']],
    ['a composite back', leaf('y'), undefined, '+++', ['a+c upheld', 'b+c upheld']],
    ['not what would stay unknown', any(leaf('a'), leaf('b')), undefined, '-?', []],
    ['not what no tree reaches', leaf('a'), undefined, '--', ['a not-upheld']],
  ])('%s', (_, upheld, partly, signs, expected) => {
    expect(find(allegation(upheld, partly), signs.padEnd(6, '/'))).toEqual(expected);
  });

  it('are at most four, and lead to partly upheld where not upheld is farther', () => {
    const five = any(...['a', 'b', 'c', 'd', 'e'].map(leaf));
    expect(find(allegation(five), '-----')).toEqual([]);
    expect(find(allegation(leaf('a'), five), '-----')).toEqual(['a partly-upheld']);
    expect(find(allegation(five), '----+')).toEqual(['a+b+c+d not-upheld']);
  });

  it('are ten at most, the first by id', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `m${String(index).padStart(2, '0')}`);
    const many = ids.toReversed().map((id) => criterion({ form: 'forbid', id }));
    const one = allegation(any(...ids.map(leaf)));
    const outcomes = ids.map((id) => ({ criterion: id, outcome: 'met' as const, share: 1, evidence: [] }));
    const found = createCounterfactuals(packOf(many, { allegations: [one] }))(one, outcomes, true);
    expect(found.map(({ flip }) => flip[0])).toEqual(ids.slice(0, 10));
  });

  it('of words that were clean need the sign of acknowledgement too', () => {
    const one = { ...allegation(leaf('a')), unheardWithout: ['empathy'] };
    expect(find(one, '-/////', false)).toEqual([]);
    expect(find(one, '-/////', true)).toEqual(['a not-upheld']);
    // f is met by empathy.
    const both = { ...allegation(any(leaf('a'), all(leaf('a'), leaf('f')))), unheardWithout: ['empathy'] };
    expect(find(both, '-////-', false)).toEqual(['a+f not-upheld']);
  });

  it('are what trying everything finds', () => {
    const treeOf = fc.letrec<{ tree: VerdictTree }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        fc.constantFrom(...['a', 'b', 'c', 'd', 'e', 'f', 'x', 'y'].map(leaf)),
        fc.record({
          kind: fc.constant('any' as const),
          of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
        }),
        fc.record({
          kind: fc.constant('all' as const),
          of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
        }),
        fc
          .array(tie('tree'), { minLength: 2, maxLength: 4 })
          .map((of): VerdictTree => ({ kind: 'at-least', count: 2, of })),
      ),
    })).tree;
    const signs = fc
      .array(fc.constantFrom(...'++--?/'), { minLength: 6, maxLength: 6 })
      .map((s) => s.join(''));
    fc.assert(
      fc.property(treeOf, fc.option(treeOf, { nil: undefined }), signs, (upheld, partly, outcomes) => {
        const one = allegation(upheld, partly);
        expect(find(one, outcomes)).toEqual(tryAll(one, outcomes));
      }),
      { numRuns: 500 },
    );
  });
});

/** All sets of leaves, smallest first, each judged. */
function tryAll(one: Allegation, signs: string): readonly string[] {
  const outcomes = outcomesOf(signs);
  const flippable = outcomes
    .filter(({ criterion: id, outcome }) => id < 'g' && (outcome === 'met' || outcome === 'not-met'))
    .map(({ criterion: id, outcome }) => [id, outcome] as const);
  const verdictOf = (set: readonly (readonly [string, OutcomeKind])[]) => {
    const supposed = new Map(
      set.map(([id, kind]): [string, OutcomeKind] => [id, kind === 'met' ? 'not-met' : 'met']),
    );
    const judged = new Map(
      suppose(outcomes, supposed, { criteria }).map((each) => [each.criterion, each.outcome]),
    );
    return decide(one, (id) => judged.get(id), true).verdict;
  };
  const now = verdictOf([]);
  const subsets = flippable
    .reduce<(readonly (readonly [string, OutcomeKind])[])[]>(
      (sets, each) => [...sets, ...sets.map((set) => [...set, each])],
      [[]],
    )
    .filter((set) => set.length > 0 && set.length <= 4)
    .map((set) => ({ ids: set.map(([id]) => id), verdict: verdictOf(set) }));
  const upheld = ['upheld', 'partly-upheld'];
  const targets: readonly (readonly string[])[] =
    now === 'insufficient-evidence'
      ? []
      : now === 'not-upheld'
        ? [upheld]
        : now === 'upheld'
          ? [['not-upheld'], ['partly-upheld']]
          : [['not-upheld']];
  for (const target of targets) {
    const there = subsets.filter(({ verdict }) => target.includes(verdict));
    const size = Math.min(...there.map(({ ids }) => ids.length));
    const smallest = there
      .filter(({ ids }) => ids.length === size)
      .map(({ ids, verdict }) => `${ids.join('+')} ${verdict}`)
      .sort();
    if (smallest.length > 0) return smallest.slice(0, 10);
  }
  return [];
}

describe('the score that a flip gives', () => {
  const scorecard = {
    sections: [
      {
        id: 's',
        title: { en: 's', zh: 's' },
        weight: 1,
        criteria: [
          { id: 'x', weight: 3 },
          { id: 'rude', weight: 1 },
        ],
      },
    ],
  };
  const pack = packOf(
    [...criteria, criterion({ form: 'forbid', id: 'rude', severity: 'fatal', forbid: ['rude'] })],
    { scorecard, allegations: [allegation(any(leaf('x'), leaf('rude')))] },
  );
  const judged = (signs: string, rude: OutcomeKind) => ({
    detected: detectIn(callOf('A rude')),
    outcomes: [
      ...outcomesOf(signs),
      {
        criterion: 'rude',
        outcome: rude,
        share: rude === 'met' ? 1 : 0,
        evidence: rude === 'met' ? [] : detectIn(callOf('A rude')).moments,
      },
    ],
  });
  const adjudicate = createAdjudicator(pack, () => {
    throw new Error('no doubt');
  });

  it('counts the composite above it', () => {
    expect(adjudicate(judged('-+////', 'met'))[0]!.counterfactuals).toEqual([
      { flip: ['a'], score: 100, verdict: 'not-upheld' },
    ]);
  });

  it('is that without the fatal finding where this is flipped away, and 0 where it is supposed', () => {
    expect(adjudicate(judged('++////', 'not-met'))[0]!.counterfactuals).toEqual([
      { flip: ['rude'], score: 100, verdict: 'not-upheld' },
    ]);
    expect(adjudicate(judged('++////', 'met'))[0]!.counterfactuals).toContainEqual({
      flip: ['rude'],
      score: 0,
      verdict: 'upheld',
    });
  });
});
