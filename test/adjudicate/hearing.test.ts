/** What is alleged, who bears it, and whether the evidence is enough. */
import { describe, expect, it } from 'vitest';
import { createAdjudicator, type Asked } from '../../src/adjudicate/adjudicate.ts';
import { allegationsOf } from '../../src/adjudicate/allegations.ts';
import { responsibilityFor } from '../../src/adjudicate/responsibility.ts';
import type { VerdictKind } from '../../src/adjudicate/verdict.ts';
import type { Call } from '../../src/call/call.ts';
import { judge } from '../../src/judge/judge.ts';
import type { OutcomeKind } from '../../src/judge/outcome.ts';
import type { Allegation, Responsibility, VerdictTree } from '../../src/pack/model/allegation.ts';
import { callOf, criterion, detectIn, packOf } from '../judge/build.ts';

const title = { en: 'x', zh: 'x' };
const leaf = (id: string): VerdictTree => ({ kind: 'not-met', criterion: id });
const allegation = (id: string, rest: Partial<Allegation> = {}): Allegation => ({
  id,
  title,
  default: id === 'handling',
  upheld: leaf('no-rude'),
  ...rest,
});

describe('what is alleged', () => {
  const allegations = [
    allegation('handling', { allegedBy: ['anger'] }),
    allegation('attitude', { allegedBy: ['rejection', 'thanks'] }),
    allegation('no-help', { allegedBy: ['problem'] }),
  ];
  const said = (text: string) => detectIn(callOf(text));

  it.each<[string, Asked & { filed?: readonly string[] }, string]>([
    ['nothing: the default', {}, 'default handling'],
    ['what is filed', { filed: ['no-help'] }, 'filed no-help'],
    ['what is asked for, whatever is filed', { asked: ['attitude'], filed: ['no-help'] }, 'filed attitude'],
    ['what a later call says', { later: [said('C rejection')] }, 'filed attitude'],
    ['all that later calls say', { later: [said('C problem'), said('C thanks')] }, 'filed attitude no-help'],
    ['the default one where it is all that is said', { later: [said('C anger')] }, 'filed handling'],
    ['no default beside what is said', { later: [said('C anger problem')] }, 'filed no-help'],
    [
      'what is filed, whatever is said later',
      { filed: ['attitude'], later: [said('C problem')] },
      'filed attitude',
    ],
    [
      'nothing in what a later call says of other things',
      { later: [said('A greeting / C so')] },
      'default handling',
    ],
  ])('%s', (_, sources, expected) => {
    const { source, allegations: found } = allegationsOf({ allegations }, sources);
    expect([source, ...found.map(({ id }) => id)].join(' ')).toBe(expected);
  });
});

describe('who bears it', () => {
  const responsibility: Responsibility = {
    own: leaf('own'),
    others: [
      { bearer: 'customer', said: ['thanks'] },
      { bearer: 'process', said: ['explanation'] },
    ],
  };
  const rows: readonly [
    VerdictKind,
    own: OutcomeKind,
    turnsOn: OutcomeKind,
    said: string,
    expected: string | null,
  ][] = [
    ['upheld', 'met', 'not-met', 'A so', 'agent'],
    ['upheld', 'met', 'not-met', 'A explanation', 'process'],
    ['partly-upheld', 'met', 'not-met', 'A explanation', 'process'],
    ['upheld', 'not-met', 'not-met', 'A explanation', 'agent'],
    ['upheld', 'not-evaluated', 'not-met', 'A explanation', 'agent'],
    ['upheld', 'not-applicable', 'not-met', 'A explanation', 'process'],
    ['upheld', 'met', 'not-met', 'A explanation / C thanks', 'customer'],
    ['not-upheld', 'met', 'met', 'A so', null],
    ['not-upheld', 'met', 'met', 'A explanation', 'process'],
    ['not-upheld', 'not-met', 'met', 'A explanation', null],
    ['not-upheld', 'met', 'not-applicable', 'A explanation', null],
    ['insufficient-evidence', 'met', 'not-met', 'A explanation', null],
  ];

  it.each(rows)('%s, own %s, turning on %s, %s: %s', (verdict, own, turnsOn, said, expected) => {
    const kindOf = (id: string) => (id === 'own' ? own : turnsOn);
    const { moments } = detectIn(callOf(said));
    expect(responsibilityFor(allegation('handling'), verdict, kindOf, moments, { responsibility })).toBe(
      expected,
    );
  });

  it('is what the allegation says in place of the pack', () => {
    const one = allegation('hung-up', { borneBy: [{ bearer: 'third-party', said: ['anger'] }] });
    const { moments } = detectIn(callOf('A explanation / C anger'));
    const kindOf = () => 'met' as const;
    expect(responsibilityFor(one, 'not-upheld', kindOf, moments, { responsibility })).toBe('third-party');
    expect(responsibilityFor(one, 'upheld', kindOf, [], {})).toBe('agent');
  });
});

const criteria = [
  criterion({ form: 'forbid', id: 'no-rude', forbid: ['rude'] }),
  criterion({ form: 'require', id: 'looks', require: ['lookup'], when: ['problem'] }),
];

/** The verdict, its reason, and how often the call was judged again. */
function hear(call: Call, one: Allegation): string {
  const pack = packOf(criteria, { allegations: [one] });
  let again = 0;
  const judged = (each: Call) => {
    const detected = detectIn(each);
    return { detected, outcomes: judge(detected, pack) };
  };
  const adjudicate = createAdjudicator(pack, (each) => {
    again++;
    return judged(each);
  });
  const [verdict] = adjudicate(judged(call));
  return [verdict!.verdict, verdict!.reason, verdict!.because.join('+'), again]
    .filter((x) => x !== '')
    .join(' ');
}

describe('evidence', () => {
  const rude = allegation('handling');
  const unsure = (text: string, confidence: number): Call => ({
    ...callOf(text),
    roles: { inferred: true, confidence },
  });

  it.each([
    ['sides that the file gives', callOf('C so / A rude'), 'upheld  no-rude 0'],
    ['sides inferred surely', unsure('C so / A rude', 0.8), 'upheld  no-rude 0'],
    ['sides inferred badly', unsure('C so / A rude', 0.7), 'insufficient-evidence speakers-unsure no-rude 1'],
    ['sides whose swap changes nothing', unsure('C so / A so', 0.7), 'not-upheld  1'],
  ])('%s', (_, call, expected) => {
    expect(hear(call, rude)).toBe(expected);
  });

  const heard = (confidence: number, word?: number): Call => ({
    id: 'c',
    turns: [
      {
        speaker: 'agent',
        text: 'well rude',
        confidence,
        ...(word !== undefined && {
          words: [
            { text: 'well', confidence: 0.3 },
            { text: 'rude', confidence: word },
          ],
        }),
      },
      { speaker: 'customer', text: 'so' },
    ],
  });

  it.each([
    ['a turn heard well', heard(0.5), 'upheld  no-rude 0'],
    ['a turn heard badly', heard(0.4), 'insufficient-evidence words-unsure no-rude 1'],
    ['the word heard badly', heard(0.9, 0.4), 'insufficient-evidence words-unsure no-rude 1'],
    ['only another word heard badly', heard(0.1, 0.9), 'upheld  no-rude 1'],
  ])('%s', (_, call, expected) => {
    expect(hear(call, rude)).toBe(expected);
  });

  const attitude = allegation('handling', { unheardWithout: ['empathy', 'apology'] });

  it.each([
    [
      'clean words that acknowledge nothing',
      'C problem / A lookup',
      'insufficient-evidence voice-not-heard 0',
    ],
    ['clean words with a sign', 'C problem / A empathy lookup', 'not-upheld  0'],
    ['words that are not clean', 'C problem / A rude', 'upheld  no-rude 0'],
  ])('of attitude: %s', (_, text, expected) => {
    expect(hear(callOf(text), attitude)).toBe(expected);
  });

  it('that is missing has no responsibility and no counterfactuals', () => {
    const pack = packOf(criteria, { allegations: [attitude] });
    const detected = detectIn(callOf('C problem / A lookup'));
    const [verdict] = createAdjudicator(pack, () => ({ detected, outcomes: [] }))({
      detected,
      outcomes: judge(detected, pack),
    });
    expect(verdict).toMatchObject({ responsibility: null, counterfactuals: [], reason: 'voice-not-heard' });
  });
});
