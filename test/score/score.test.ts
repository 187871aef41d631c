import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { Call } from '../../src/call/call.ts';
import type { Outcome, OutcomeKind } from '../../src/judge/outcome.ts';
import type { Severity } from '../../src/pack/model/criterion.ts';
import type { Scorecard, Section } from '../../src/pack/model/scorecard.ts';
import { score } from '../../src/score/score.ts';
import type { Scored } from '../../src/score/scored.ts';
import { callOf, criterion, detectIn, packOf } from '../judge/build.ts';

const title = { en: 'x', zh: 'x' };
const kinds: Readonly<Record<string, OutcomeKind>> = {
  '+': 'met',
  '-': 'not-met',
  '?': 'not-evaluated',
  '/': 'not-applicable',
};

interface Sketch {
  readonly section: string;
  readonly weight: number;
  readonly outcome: OutcomeKind;
  readonly share: number;
}

/** From `a 40 -0.5, a 20 +`: section, weight, outcome, and the share where it is neither 0 nor 1. */
function sketches(text: string): readonly Sketch[] {
  return text.split(', ').map((piece) => {
    const [section = '', weight, said = ''] = piece.split(' ');
    const outcome = kinds[said[0]!]!;
    const share = said.length > 1 ? Number(said.slice(1)) : outcome === 'met' ? 1 : 0;
    return { section, weight: Number(weight), outcome, share };
  });
}

function scored(
  all: readonly Sketch[],
  weights: Readonly<Record<string, number>> = {},
  {
    severity = {},
    scorecard = {},
    call = callOf('A rude'),
    evidence = true,
    form = 'forbid',
    speakersSure = true,
  }: {
    readonly severity?: Readonly<Record<string, Severity>>;
    readonly scorecard?: Partial<Scorecard>;
    readonly call?: Call;
    readonly evidence?: boolean;
    readonly form?: 'forbid' | 'limit';
    readonly speakersSure?: boolean;
  } = {},
): Scored {
  const found = detectIn(call).moments;
  const outcomes = all.map(({ outcome, share }, index): Outcome => ({
    criterion: `c${index}`,
    outcome,
    share,
    evidence: evidence && outcome === 'not-met' ? found : [],
    ...(!evidence && { searched: { from: 0, to: call.turns.length - 1 } }),
  }));
  const criteria = all.map((_, index) => {
    const id = `c${index}`;
    const rest = { id, severity: severity[id] ?? ('ordinary' as const) };
    return form === 'forbid' ? criterion({ form, ...rest }) : criterion({ form, ...rest });
  });
  const ids = [...new Set(all.map(({ section }) => section))].filter((id) => id !== 'none');
  const sections = ids.map((id): Section => ({
    id,
    title,
    weight: weights[id] ?? 1,
    criteria: all.flatMap((one, index) =>
      one.section === id ? [{ id: `c${index}`, weight: one.weight }] : [],
    ),
  }));
  const pack = packOf(criteria, { scorecard: { sections, ...scorecard } });
  return score(outcomes, pack, call, { speakersSure });
}

describe('the total', () => {
  it.each([
    ['the worked example: (0.5×40+1×20)÷(40+20)', 'a 40 -0.5, a 20 +', {}, 66.7],
    ['all met', 'a 1 +, b 1 +', {}, 100],
    ['none', 'a 1 -, b 1 -', {}, 0],
    ['sections by their weight', 'a 1 +, b 1 -', { a: 30, b: 10 }, 75],
    ['not by how many criteria they hold', 'a 1 +, a 1 +, a 1 +, b 1 -', {}, 50],
    ['not applicable is out of both', 'a 1 +, a 9 /', {}, 100],
    ['not evaluated too', 'a 1 +, a 9 ?', {}, 100],
    ['an empty section leaves the total', 'a 1 +, a 1 -, b 5 /', { a: 1, b: 9 }, 50],
    ['nothing possible', 'a 1 /, b 1 ?', {}, null],
    ['from unrounded sections', 'a 3 +, a 3 -0.3333333333333333, b 1 +', { a: 2, b: 1 }, 77.8],
    ['half up, 66.65', 'a 1333 +, a 667 -', {}, 66.7],
    ['half up, 0.05', 'a 1 +, a 1999 -', {}, 0.1],
    ['half up, 1.15 whose binary neighbour is below', 'a 23 +, a 1977 -', {}, 1.2],
    ['below half, 66.64', 'a 1666 +, a 834 -', {}, 66.6],
    ['decimal weights', 'a 0.1 +, a 0.2 +, a 0.3 -', {}, 50],
  ] as const)('%s', (_, text, weights, expected) => {
    expect(scored(sketches(text), weights).total).toBe(expected);
  });

  it('is what exact arithmetic says, rounded half up', () => {
    const one = fc.record({
      section: fc.constantFrom('a', 'b', 'c'),
      weight: fc.integer({ min: 1, max: 50 }),
      outcome: fc.constantFrom(...Object.values(kinds)),
    });
    const weight = fc.integer({ min: 1, max: 50 });
    fc.assert(
      fc.property(
        fc.array(one, { minLength: 1, maxLength: 8 }),
        fc.record({ a: weight, b: weight, c: weight }),
        (all, weights) => {
          // A sum of fractions in whole numbers.
          let [top, bottom, whole] = [0n, 1n, 0n];
          for (const id of ['a', 'b', 'c'] as const) {
            const judged = all.filter(
              ({ section, outcome }) => section === id && (outcome === 'met' || outcome === 'not-met'),
            );
            const possible = BigInt(judged.reduce((sum, { weight }) => sum + weight, 0));
            const earned = BigInt(
              judged.reduce((sum, { weight, outcome }) => sum + (outcome === 'met' ? weight : 0), 0),
            );
            if (possible === 0n) continue;
            top = top * possible + BigInt(weights[id]) * earned * bottom;
            bottom *= possible;
            whole += BigInt(weights[id]);
          }
          const expected =
            whole === 0n ? null : Number((2000n * top + bottom * whole) / (2n * bottom * whole)) / 10;
          const sketched = all.map((part) => ({ ...part, share: part.outcome === 'met' ? 1 : 0 }));
          expect(scored(sketched, weights).total).toBe(expected);
        },
      ),
    );
  });
});

describe('sections, points and coverage', () => {
  it('gives each section its score and each criterion its points', () => {
    const { sections, points } = scored(sketches('a 40 -0.5, a 20 +, b 3 /'), { a: 2, b: 1 });
    expect(sections).toEqual([
      { id: 'a', group: undefined, score: 66.7, weight: 2 },
      { id: 'b', group: undefined, score: null, weight: 1 },
    ]);
    expect(points).toEqual([
      { criterion: 'c0', section: 'a', earned: 20, possible: 40 },
      { criterion: 'c1', section: 'a', earned: 20, possible: 20 },
      { criterion: 'c2', section: 'b', earned: 0, possible: 0 },
    ]);
  });

  it.each([
    ['all of it', 'a 1 +, b 1 -', {}, 1],
    ['a section that did not apply', 'a 1 +, b 1 /', { a: 1, b: 3 }, 0.25],
    ['a part of a section', 'a 1 +, a 2 /, b 1 +', { a: 1, b: 1 }, 0.6667],
    ['what was not evaluated', 'a 1 +, a 1 ?', {}, 0.5],
    ['nothing', 'a 1 /', {}, 0],
  ] as const)('coverage: %s', (_, text, weights, expected) => {
    expect(scored(sketches(text), weights).coverage).toBe(expected);
  });
});

describe('the grade', () => {
  it.each([
    ['from 90', 'a 9 +, a 1 -', {}, 'A'],
    ['from 90, as the rounded total says', 'a 8995 +, a 1005 -', {}, 'A'],
    ['below it', 'a 899 +, a 101 -', {}, 'B'],
    ['the last one', 'a 1 -', {}, 'E'],
    ['capped by a critical finding', 'a 99 +, a 1 -', { c1: 'critical' }, 'D'],
    ['the cap does not raise it', 'a 1 +, a 9 -', { c1: 'critical' }, 'E'],
    ['something critical that was met', 'a 99 +, a 1 -', { c0: 'critical' }, 'A'],
    ['a critical part of another has no cap by itself', 'a 1 +, none 1 -', { c1: 'critical' }, 'A'],
  ] as const)('%s', (_, text, severity, expected) => {
    expect(scored(sketches(text), {}, { severity }).grade).toBe(expected);
  });

  it.each([
    [0.3, 'A'],
    [0.31, null],
  ])('needs the least coverage: %d', (leastCoverage, expected) => {
    const { grade, total } = scored(sketches('a 3 +, a 7 /'), {}, { scorecard: { leastCoverage } });
    expect(grade).toBe(expected);
    expect(total).toBe(100);
  });
});

describe('a fatal finding', () => {
  const severity = { c1: 'fatal' } as const;
  const text = 'a 3 +, a 1 -';
  const doubtful: Call = { id: 'call', turns: [{ speaker: 'agent', text: 'rude', confidence: 0.49 }] };
  const clear: Call = { id: 'call', turns: [{ speaker: 'agent', text: 'rude', confidence: 0.5 }] };
  const both: Call = { id: 'call', turns: [...doubtful.turns, ...clear.turns] };

  it.each([
    ['makes the total 0', {}, 0, []],
    ['not where the sides were guessed', { speakersSure: false }, 75, ['fatal-uncertain']],
    ['not where its words were hardly heard', { call: doubtful }, 75, ['fatal-uncertain']],
    ['heard well enough', { call: clear }, 0, []],
    ['one clear word of what is forbidden is enough', { call: both }, 0, []],
    ['a limit needs all of them', { call: both, form: 'limit' }, 75, ['fatal-uncertain']],
    ['an absence', { evidence: false, form: 'limit' }, 0, []],
    [
      'an absence over words hardly heard',
      { evidence: false, form: 'limit', call: both },
      75,
      ['fatal-uncertain'],
    ],
  ] as const)('%s', (_, circumstances, total, review) => {
    const result = scored(sketches(text), {}, { severity, ...circumstances });
    expect(result).toMatchObject({ total, withoutAutoFail: 75, critical: ['c1'], review });
    expect(result.grade).toBe(total === 0 ? 'E' : 'D');
  });

  it('that was met changes nothing', () => {
    const result = scored(sketches('a 3 -, a 1 +'), {}, { severity });
    expect(result).toMatchObject({ total: 25, withoutAutoFail: 25, critical: [], review: [] });
  });
});
