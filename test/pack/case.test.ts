/** Allegations, responsibility and the plan of a case report, as packs write them. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/call/failure.ts';
import { loadPack } from '../../src/pack/load.ts';
import { PackErrors } from '../../src/pack/pack-errors.ts';
import { folderOf, SMALL_PACK } from './small-pack.ts';

const more = `    alleged-by: problem
    unheard-without: [empathy]
    borne-by: {customer: problem}
responsibility:
  own: {any: [no-calm-down, {if-known: acknowledges}]}
  others: {third-party: [calm-down], process: empathy}
case:
  story:
    agent: [calm-down, empathy]
    customer: [problem]
    answers: {declined: problem}
  felt:
    when: problem
    looked-up: [empathy]
    analysed: [[empathy, calm-down]]
    soothed: [empathy, acknowledges]
    shown-a-way: [empathy]
  mood: {problem: -0.5}
  mitigation: problem
  bounds: {begins: empathy, ends: [empathy]}
`;
const load = (yaml: string) => loadPack(join(folderOf({ 'pack.yaml': yaml }), 'pack.yaml'), 'pack.yaml');

describe('a pack', () => {
  it('says what an allegation is alleged by, needs and is borne by', () => {
    expect(load(SMALL_PACK + more).allegations[0]).toMatchObject({
      allegedBy: ['problem'],
      unheardWithout: ['empathy'],
      borneBy: [{ bearer: 'customer', said: ['problem'] }],
    });
  });

  it('says who bears what, in the order in which it is written', () => {
    const leaf = (criterion: string) => ({ kind: 'not-met', criterion });
    expect(load(SMALL_PACK + more).responsibility).toEqual({
      own: { kind: 'any', of: [leaf('no-calm-down'), { kind: 'if-known', of: leaf('acknowledges') }] },
      others: [
        { bearer: 'third-party', said: ['calm-down'] },
        { bearer: 'process', said: ['empathy'] },
      ],
    });
  });

  it('says what a case report tells', () => {
    expect(load(SMALL_PACK + more).caseReport).toMatchObject({
      story: { agent: ['calm-down', 'empathy'], answers: [{ kind: 'declined', said: ['problem'] }] },
      mood: [{ moment: 'problem', weight: -0.5 }],
      mitigation: ['problem'],
      bounds: { begins: ['empathy'], ends: ['empathy'] },
    });
    expect(load(SMALL_PACK + more).caseReport!.felt.things).toEqual([
      { id: 'looked-up', by: [{ moments: ['empathy'], criteria: [] }] },
      { id: 'analysed', by: [{ moments: ['empathy', 'calm-down'], criteria: [] }] },
      {
        id: 'soothed',
        by: [
          { moments: ['empathy'], criteria: [] },
          { moments: [], criteria: ['acknowledges'] },
        ],
      },
      { id: 'shown-a-way', by: [{ moments: ['empathy'], criteria: [] }] },
    ]);
  });

  it('may say nothing of it', () => {
    expect(load(SMALL_PACK)).not.toHaveProperty('caseReport');
    expect(load(SMALL_PACK)).not.toHaveProperty('responsibility');
    expect(load(SMALL_PACK).allegations[0]).not.toHaveProperty('allegedBy');
  });
});

function failuresOf(yaml: string): readonly string[] {
  try {
    load(yaml);
    return [];
  } catch (error) {
    if (!(error instanceof PackErrors)) throw error;
    return error.failures.map(
      ({ code, place }: Failure) => `${yaml.split('\n')[place.line! - 1]!.trim()} [${code}]`,
    );
  }
}

it.each([
  ['alleged-by: problem', 'alleged-by: problems', 'unknown-moment'],
  ['unheard-without: [empathy]', 'unheard-without: [sympathy]', 'unknown-moment'],
  ['borne-by: {customer: problem}', 'borne-by: {customer: problems}', 'unknown-moment'],
  ['borne-by: {customer: problem}', 'borne-by: {nobody: problem}', 'unknown-key'],
  [
    'own: {any: [no-calm-down, {if-known: acknowledges}]}',
    'own: {any: [{if-known: nothing}]}',
    'unknown-criterion',
  ],
  ['others: {third-party: [calm-down], process: empathy}', 'others: {process: nothing}', 'unknown-moment'],
  ['agent: [calm-down, empathy]', 'agent: [calm-up]', 'unknown-moment'],
  ['answers: {declined: problem}', 'answers: {refused: problem}', 'unknown-key'],
  ['soothed: [empathy, acknowledges]', 'soothed: [empathy, acknowledged]', 'unknown-moment'],
  ['analysed: [[empathy, calm-down]]', 'analysed: [[empathy, acknowledges]]', 'unknown-moment'],
  ['mood: {problem: -0.5}', 'mood: {problems: -0.5}', 'unknown-moment'],
  ['mood: {problem: -0.5}', 'mood: {problem: -1.5}', 'wrong-value'],
  ['mitigation: problem', 'mitigation: problems', 'unknown-moment'],
])('%s written as %s: %s', (sound, broken, code) => {
  expect(more).toContain(sound);
  expect(failuresOf(SMALL_PACK + more.replace(sound, broken))).toEqual([`${broken} [${code}]`]);
});
