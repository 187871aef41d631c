import { describe, expect, it } from 'vitest';
import { runExamples } from '../../src/judge/examples.ts';
import type { Pack } from '../../src/pack/model.ts';
import type { CriterionExample } from '../../src/pack/model/criterion.ts';
import type { MomentExamples } from '../../src/pack/model/moment-rule.ts';
import { callOf, criterion, detectIn, packOf } from './build.ts';

const saying = (text: string): MomentExamples['hit'] => [{ speaker: 'agent', text }];

function example(text: string): CriterionExample {
  const { turns, events } = callOf(text);
  return { text, turns, events: events ?? [] };
}

const sayings = { hit: [], miss: [], 'known-miss': [], 'known-false-hit': [] };

function withMoment(examples: Partial<MomentExamples>): Pack {
  const pack = packOf([]);
  const rude = pack.moments.find(({ id }) => id === 'rude')!;
  return { ...pack, moments: [{ ...rude, examples: { ...sayings, ...examples } }] };
}

function withCriterion(kind: 'met' | 'not-met' | 'not-applicable', text: string): Pack {
  return packOf([
    criterion({
      form: 'require',
      id: 'looks',
      when: ['problem'],
      require: ['lookup'],
      within: 1,
      examples: { met: [], 'not-met': [], 'not-applicable': [], [kind]: [example(text)] },
    }),
  ]);
}

describe('examples of moments', () => {
  it.each([
    ['hit', 'rude', 'as expected'],
    ['hit', 'so', 'failed miss'],
    ['miss', 'so', 'as expected'],
    ['miss', 'rude', 'failed hit'],
    ['known-miss', 'so', 'as expected'],
    ['known-miss', 'rude', 'fixed hit'],
    ['known-false-hit', 'rude', 'as expected'],
    ['known-false-hit', 'so', 'fixed miss'],
  ] as const)('%s: %s: %s', (kind, text, expected) => {
    const { run, moments, fixed } = runExamples(withMoment({ [kind]: saying(text) }), detectIn);
    const said = [...moments.map(({ got }) => `failed ${got}`), ...fixed.map(({ got }) => `fixed ${got}`)];
    expect(said.join() || 'as expected').toBe(expected);
    expect(run).toBe(1);
  });

  it('names the moment, the text and its place', () => {
    const { moments } = runExamples(withMoment({ hit: saying('so') }), detectIn);
    expect(moments).toEqual([
      {
        moment: 'rude',
        expected: 'hit',
        got: 'miss',
        text: 'so',
        origin: { file: 'pack.yaml', line: 1, column: 1 },
      },
    ]);
  });

  it('names the place of the example where it has one', () => {
    const origin = { file: 'pack.yaml', line: 7, column: 9 };
    const pack = withMoment({ hit: [{ speaker: 'agent', text: 'so', origin }] });
    expect(runExamples(pack, detectIn).moments[0]?.origin).toEqual(origin);
  });

  it('lets the side speak that the example names', () => {
    const pack = withMoment({ miss: [{ speaker: 'customer', text: 'rude' }] });
    expect(runExamples(pack, detectIn)).toEqual({ run: 1, criteria: [], moments: [], fixed: [] });
  });
});

describe('examples of criteria', () => {
  it.each([
    ['met', 'C problem / A lookup', undefined],
    ['met', 'C problem / A so', 'not-met'],
    ['not-met', 'C problem / A so', undefined],
    ['not-met', 'C problem', 'not-applicable'],
    ['not-met', 'C problem / A so / transfer / A lookup', undefined],
    ['not-applicable', 'C so / A so', undefined],
    ['not-applicable', 'C problem / U so', 'not-evaluated'],
  ] as const)('%s: %s', (expected, text, got) => {
    const { criteria, run } = runExamples(withCriterion(expected, text), detectIn);
    expect(run).toBe(1);
    expect(criteria).toEqual(
      got === undefined
        ? []
        : [
            {
              criterion: 'looks',
              expected,
              got,
              text,
              origin: { file: 'pack.yaml', line: 1, column: 1 },
            },
          ],
    );
  });
});
