import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { suppose } from '../../src/adjudicate/suppose.ts';
import type { Outcome, OutcomeKind } from '../../src/judge/outcome.ts';
import { createRescorer } from '../../src/score/rescore.ts';
import { score } from '../../src/score/score.ts';
import { callOf, criterion, detectIn, packOf } from '../judge/build.ts';

const leaves = ['a', 'b', 'c', 'd', 'rude'];
const title = { en: 'x', zh: 'x' };
const pack = packOf(
  [
    ...['a', 'b', 'c', 'd'].map((id) => criterion({ form: 'require', id, each: true })),
    criterion({ form: 'forbid', id: 'rude', severity: 'fatal' }),
    criterion({ form: 'all', id: 'x', of: ['a', 'b'] }),
    criterion({ form: 'any', id: 'y', of: ['c', 'x', 'd'] }),
    criterion({ form: 'all', id: 'z', of: ['y', 'rude'] }),
  ],
  {
    scorecard: {
      sections: [
        {
          id: 's',
          title,
          weight: 7,
          criteria: [
            { id: 'a', weight: 3 },
            { id: 'y', weight: 2 },
          ],
        },
        {
          id: 't',
          title,
          weight: 3,
          criteria: [
            { id: 'rude', weight: 1 },
            { id: 'z', weight: 5 },
            { id: 'd', weight: 2 },
          ],
        },
        { id: 'u', title, weight: 2, criteria: [{ id: 'x', weight: 3 }] },
      ],
    },
  },
);
const rescorer = createRescorer(pack);
const { call, moments } = detectIn(callOf('A rude'));

it('is the total that scoring all of it again gives', () => {
  const kind = fc.constantFrom<OutcomeKind>('met', 'not-met', 'not-applicable', 'not-evaluated');
  const outcome = fc.tuple(kind, fc.constantFrom(0.25, 0.5));
  fc.assert(
    fc.property(
      fc.tuple(outcome, outcome, outcome, outcome, outcome),
      fc.dictionary(fc.constantFrom(...leaves), fc.constantFrom<OutcomeKind>('met', 'not-met'), {
        minKeys: 1,
      }),
      fc.boolean(),
      (given, flips, speakersSure) => {
        const found = leaves.map((id, index): Outcome => {
          const [outcome, part] = given[index]!;
          const share = outcome === 'met' ? 1 : outcome === 'not-met' && id !== 'rude' ? part : 0;
          return { criterion: id, outcome, share, evidence: outcome === 'not-met' ? moments : [] };
        });
        const outcomes = [...found, ...['x', 'y', 'z'].map((id) => compositeOf(id, found))];
        const supposed = new Map<string, OutcomeKind>(Object.entries(flips));
        expect(rescorer(outcomes, call, speakersSure)(supposed)).toBe(
          score(suppose(outcomes, supposed, pack), pack, call, { speakersSure }).total,
        );
      },
    ),
    { numRuns: 2000 },
  );
});

/** A composite as its members, which are what they are, make it. */
function compositeOf(id: string, found: readonly Outcome[]): Outcome {
  const rule = pack.criteria.find((one) => one.id === id)!;
  const members =
    rule.form === 'all' || rule.form === 'any'
      ? rule.of.map((member) => found.find((one) => one.criterion === member) ?? compositeOf(member, found))
      : [];
  const order: readonly OutcomeKind[] =
    rule.form === 'all' ? ['not-met', 'not-evaluated', 'met'] : ['met', 'not-evaluated', 'not-met'];
  const outcome = order.find((kind) => members.some((one) => one.outcome === kind)) ?? 'not-applicable';
  return { criterion: id, outcome, share: outcome === 'met' ? 1 : 0, evidence: [] };
}
