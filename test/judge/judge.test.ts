import { describe, expect, it } from 'vitest';
import { judge } from '../../src/judge/judge.ts';
import type { Outcome } from '../../src/judge/outcome.ts';
import { brief, callOf, criterion, detectIn, packOf, type AnySketch } from './build.ts';

const judged = (call: string, ...sketches: readonly AnySketch[]): readonly Outcome[] =>
  judge(detectIn(callOf(call)), packOf(sketches.map(criterion)));

/** Outcome, then evidence, searched turns and a share other than 0 or 1, as far as there are any. */
function short({ outcome, evidence, searched, share }: Outcome): string {
  return [
    outcome,
    ...brief(evidence),
    ...(searched === undefined ? [] : [`searched ${searched.from}-${searched.to}`]),
    ...(share === 0 || share === 1 ? [] : [share.toFixed(2)]),
  ].join(' ');
}

type Row = readonly [why: string, call: string, expected: string];

const table = (name: string, sketch: AnySketch, rows: readonly Row[]): void => {
  describe(name, () => {
    it.each(rows)('%s: %s', (_, call, expected) => {
      const [outcome] = judged(call, sketch);
      expect(short(outcome!)).toBe(expected);
    });
  });
};

table(
  'require, when a customer says it, within 2',
  { form: 'require', when: ['problem'], require: ['lookup'], within: 2 },
  [
    ['the first stretch after it', 'C problem / A lookup', 'met lookup@1'],
    ['the last stretch of the window', 'C problem / A so / C so / A lookup', 'met lookup@3'],
    ['a stretch too late', 'C problem / A so / C so / A so / C so / A lookup', 'not-met searched 1-3'],
    ['no occasion', 'C hello / A lookup', 'not-applicable'],
    ['what was said before it does not count', 'A lookup / C problem / A so', 'not-met searched 2-2'],
    ['the customer has the last word', 'A hello / C problem', 'not-applicable'],
    ['only backchannel after it', 'A hello / C problem / A mm', 'not-applicable'],
    ['an empty turn is no stretch', 'C problem / A so / C so / A  / C so / A lookup', 'met lookup@5'],
    ['backchannel is not counted', 'C problem / A so / C so / A mm / C so / A lookup', 'met lookup@5'],
    ['the call is cut off in the window', 'C problem / A so / C so', 'not-met searched 1-1'],
    [
      'the first occasion is the one that is judged',
      'C problem / A so / C so / A so / C problem / A lookup',
      'not-met searched 1-3',
    ],
    ['the first meeting moment is the evidence', 'C problem / A lookup / C so / A lookup', 'met lookup@1'],
    ['joined turns are one stretch', 'C problem / A so / A so / C so / A lookup', 'met lookup@4'],
    [
      'a request for details is not counted',
      'C problem / A so / C so / A details-request / C here / A lookup',
      'met lookup@5',
    ],
    [
      'nor is what comes until the customer answers',
      'C problem / A details-request / B wait / A so / C so / A so / C so / A lookup',
      'met lookup@7',
    ],
    [
      'after the answer the window goes on',
      'C problem / A details-request / C so / A so / C so / A so / C so / A lookup',
      'not-met searched 1-5',
    ],
    [
      'a grunt is an answer',
      'C problem / A details-request / C mm / A so / C so / A so / C so / A lookup',
      'not-met searched 1-5',
    ],
    [
      'nor is a second request before the answer a chance',
      'C problem / A details-request / B wait / A details-request',
      'not-applicable',
    ],
    [
      'a transfer starts anew, whatever the label',
      'C problem / A so / C so / transfer / A so / C so / A lookup',
      'met lookup@5',
    ],
    ['the call ends on the one request', 'C problem / A details-request / C', 'not-applicable'],
    ['and when the answer is the last word', 'C problem / A details-request / C so', 'not-applicable'],
    [
      'a second request is a chance',
      'C problem / A details-request / C so / A details-request',
      'not-met searched 1-3',
    ],
    ['a request that meets it meets it', 'C problem / A details-request lookup', 'met lookup@1'],
    ['a transfer starts anew', 'C problem / A1 so / transfer / A2 so / C so / A2 lookup', 'met lookup@4'],
    [
      'an occasion told to a machine waits for the agent',
      'C problem / B wait / transfer / A so / C so / A lookup',
      'met lookup@4',
    ],
    [
      'the new agent has no more than the window',
      'C problem / A1 so / transfer / A2 so / C so / A2 so / C so / A2 lookup',
      'not-met searched 1-4',
    ],
    [
      'a window that was used up is decided',
      'C problem / A1 so / C so / A1 so / transfer / A2 lookup',
      'not-met searched 1-3',
    ],
    [
      'a supervisor who joins starts anew without an event',
      'C problem / A1 so / C so / A2 so / C so / A2 lookup',
      'met lookup@5',
    ],
    [
      'coming back does not, once both were heard',
      'A1 hello / C so / A2 hello / C problem / A1 so / C so / A2 so / C so / A1 lookup',
      'not-met searched 4-6',
    ],
    ['nobody known to be the agent', 'C problem / U so', 'not-evaluated'],
    ['nobody known to be the customer', 'A lookup / U so', 'not-evaluated'],
    ['an unknown voice in the window', 'C problem / A so / U so / C so', 'not-evaluated'],
    ['an unknown voice after the window', 'C problem / A so / C so / A so / U so', 'not-met searched 1-3'],
    ['an unknown voice and a hit', 'C problem / U so / A lookup', 'met lookup@2'],
  ],
);

table(
  'require, when the agent says it, within 1',
  { form: 'require', when: ['refusal'], require: ['solution'], within: 1 },
  [
    ['its own stretch is number 1', 'A refusal solution', 'met solution@0'],
    ['all of it, also before', 'A solution but refusal', 'met solution@0'],
    ['also in a joined turn', 'A refusal / A solution', 'met solution@1'],
    ['the next one is too late', 'A refusal / C so / A solution', 'not-met searched 0-0'],
    [
      'a request for details pauses it too',
      'A refusal details-request / C so / A solution',
      'met solution@2',
    ],
  ],
);

table(
  'require, before others',
  {
    form: 'require',
    when: ['problem'],
    require: ['lookup'],
    before: ['send-away', 'explanation'],
    within: 2,
  },
  [
    ['nothing to be before', 'C problem / A lookup', 'met lookup@1'],
    ['in order', 'C problem / A lookup / C so / A explanation', 'met lookup@1'],
    [
      'the rival first',
      'C problem / A so / C so / A send-away / C so / A lookup',
      'not-met send-away@3 searched 1-3',
    ],
    [
      'the rival first in one stretch',
      'C problem / A explanation lookup',
      'not-met explanation@1 searched 1-1',
    ],
    ['the rival second in one stretch', 'C problem / A lookup explanation', 'met lookup@1'],
    ['the rival alone', 'C problem / A send-away', 'not-met send-away@1 searched 1-1'],
    ['the first of the rivals', 'C problem / A explanation send-away', 'not-met explanation@1 searched 1-1'],
    ['a rival before the occasion', 'A send-away / C problem / A lookup', 'met lookup@2'],
    ['neither', 'C problem / A so', 'not-met searched 1-1'],
    [
      'a rival after the window',
      'C problem / A so / C so / A so / C so / A send-away',
      'not-met searched 1-3',
    ],
  ],
);

table('require in the opening', { form: 'require', require: ['greeting'], in: 'opening' }, [
  ['at once', 'A greeting / C so', 'met greeting@0'],
  ['in the second stretch', 'C so / A mm / C so / A so / C so / A greeting', 'met greeting@5'],
  ['in the third', 'A so / C so / A so / C so / A greeting', 'not-met searched 0-2'],
  [
    'a question does not put it off',
    'A details-request / C so / A so / C so / A greeting',
    'not-met searched 0-2',
  ],
  ['the customer may begin', 'C problem / A greeting', 'met greeting@1'],
  ['no agent', 'C hello', 'not-applicable'],
  ['a machine is no agent', 'B hello / C hello', 'not-applicable'],
  ['only backchannel', 'C hello / A mm', 'not-applicable'],
]);

table(
  'require in the opening, with an occasion',
  { form: 'require', when: ['problem'], require: ['greeting'], in: 'opening' },
  [
    ['the occasion may come later', 'A greeting / C problem', 'met greeting@0'],
    ['but it must come', 'A greeting / C so', 'not-applicable'],
  ],
);

table(
  'require in the closing',
  { form: 'require', when: ['problem'], require: ['solution'], in: 'closing' },
  [
    ['the last', 'C problem / A so / C so / A so / C so / A solution', 'met solution@5'],
    ['the last but one', 'C problem / A solution / C so / A so', 'met solution@1'],
    ['the last but two', 'C problem / A solution / C so / A so / C so / A so', 'not-met searched 3-5'],
    ['not before the occasion', 'A solution / C problem / A so', 'not-met searched 2-2'],
    ['nothing after the occasion', 'A so / C problem', 'not-applicable'],
  ],
);

table('require of a customer', { form: 'require', when: ['solution'], require: ['thanks'], within: 1 }, [
  ['the answer to the last stretch of the window', 'A solution / C thanks', 'met thanks@1'],
  ['not a later one', 'A solution / C so / A so / C thanks', 'not-met searched 0-0'],
  ['not an earlier one', 'C thanks / A solution / C so', 'not-met searched 1-1'],
]);

table('require without an occasion', { form: 'require', require: ['lookup'] }, [
  ['anywhere', 'A so / C so / A lookup', 'met lookup@2'],
  ['nowhere', 'A so / C so / A so', 'not-met searched 0-2'],
  ['the agent alone is needed', 'A lookup / U so', 'met lookup@0'],
]);

table('require, each', { form: 'require', when: ['anger'], require: ['empathy'], within: 1, each: true }, [
  ['all', 'C anger / A empathy / C anger / A empathy', 'met empathy@1 empathy@3'],
  ['one of two', 'C anger / A empathy / C anger / A so', 'not-met searched 3-3 0.50'],
  ['none', 'C anger / A so / C anger / A so', 'not-met searched 1-1'],
  ['one stretch is one occasion', 'C anger anger / A empathy / C anger / A so', 'not-met searched 3-3 0.50'],
  ['without a chance it drops out', 'C anger / A empathy / C anger', 'met empathy@1'],
  ['none with a chance', 'A so / C anger', 'not-applicable'],
  ['one that is open', 'C anger / A empathy / C anger / U so / A so', 'not-evaluated'],
  ['one open, one missed', 'C anger / A so / C anger / U so / A so', 'not-met searched 1-1'],
]);

table('forbid', { form: 'forbid', forbid: ['rude'] }, [
  ['once the agent spoke', 'A so', 'met'],
  ['said', 'A rude / C so / A so rude', 'not-met rude@0 rude@2'],
  ['the agent did not speak', 'C so', 'not-applicable'],
  ['the other side may', 'A so / C rude', 'met'],
  ['nobody known to be the agent', 'C so / U rude', 'not-evaluated'],
  ['a third voice is held against nobody', 'A so / C so / U so', 'met'],
]);

table(
  'forbid, when, after',
  { form: 'forbid', when: ['problem'], after: ['rejection'], forbid: ['send-away'] },
  [
    ['after', 'C problem / A send-away / C rejection / A send-away', 'not-met send-away@3'],
    ['only before', 'C problem / A send-away / C rejection / A so', 'met'],
    [
      'the first rejection counts',
      'C problem rejection / A send-away / C rejection / A so',
      'not-met send-away@1',
    ],
    ['no rejection', 'C problem / A send-away', 'not-applicable'],
    ['no occasion', 'C rejection / A send-away', 'not-applicable'],
    ['kept to, but the occasion came last', 'C rejection / A so / C problem', 'not-applicable'],
    ['the occasion may come last', 'C rejection / A send-away / C problem', 'not-met send-away@1'],
    ['nothing after the rejection', 'A so / C problem rejection', 'not-applicable'],
  ],
);

table('forbid, after an agent', { form: 'forbid', after: ['refusal'], forbid: ['send-away'] }, [
  ['in the same stretch, by position', 'A refusal send-away', 'not-met send-away@0'],
  ['in the same stretch, before', 'A send-away refusal', 'met'],
]);

table(
  'forbid, unless, within 2',
  { form: 'forbid', forbid: ['send-away'], unless: ['solution'], within: 2 },
  [
    ['forgiven in the same stretch', 'A send-away solution', 'met'],
    ['by what stands before it', 'A solution send-away', 'met'],
    ['in the next', 'A send-away / C so / A solution', 'met'],
    ['too late', 'A send-away / C so / A so / C so / A solution', 'not-met send-away@0'],
    ['too early', 'A solution / C so / A send-away', 'not-met send-away@2'],
    ['one of two', 'A send-away solution / C so / A so / C so / A send-away', 'not-met send-away@4'],
  ],
);

table(
  'limit to 2, reset by lookup',
  { form: 'limit', limit: ['apology'], to: 2, when: ['problem'], resetBy: ['lookup'] },
  [
    ['as many', 'C problem / A apology / C so / A apology', 'met'],
    [
      'more',
      'C problem / A apology / C so / A apology / C so / A apology',
      'not-met apology@1 apology@3 apology@5',
    ],
    ['stretches, not moments', 'C problem / A apology apology apology', 'met'],
    ['reset', 'C problem / A apology / C so / A apology lookup / C so / A apology', 'met'],
    ['reset by position', 'C problem / A apology / C so / A lookup apology / C so / A apology', 'met'],
    [
      'too many after a reset',
      'C problem / A apology lookup / C so / A apology / C so / A apology / C so / A apology',
      'not-met apology@3 apology@5 apology@7',
    ],
    ['each agent for their own', 'C problem / A1 apology / C so / A1 apology / transfer / A2 apology', 'met'],
    ['no occasion', 'A apology / C so / A apology / C so / A apology', 'not-applicable'],
    ['no agent', 'C problem', 'not-applicable'],
    [
      'kept to, but no chance after the occasion',
      'A apology / C problem / A details-request',
      'not-applicable',
    ],
    [
      'not kept to before the occasion',
      'A apology / C so / A apology / C so / A apology / C problem',
      'not-met apology@0 apology@2 apology@4',
    ],
    ['speakers unknown', 'C problem / U so', 'not-evaluated'],
  ],
);

table(
  'require, or unasked',
  {
    form: 'require',
    when: ['problem'],
    require: ['lookup', 'solution'],
    unasked: ['lookup'],
    before: ['send-away'],
  },
  [
    ['nothing called for it', 'C hello / A lookup', 'met lookup@1'],
    ['not by a moment that counts only when asked', 'C hello / A solution', 'not-applicable'],
    ['not after its rival', 'C hello / A send-away / C so / A lookup', 'not-applicable'],
    ['its rival after it', 'C hello / A lookup / C so / A send-away', 'met lookup@1'],
    ['before the customer said a word', 'A lookup / C hello / A so', 'not-applicable'],
    ['never said', 'C hello / A so', 'not-applicable'],
    ['before the occasion, in answer to the customer', 'C so / A lookup / C problem / A so', 'met lookup@1'],
    ['after the occasion, rather', 'C so / A lookup / C problem / A solution', 'met solution@3'],
    ['before the occasion, in answer to nothing', 'A lookup / C problem / A so', 'not-met searched 2-2'],
    ['not before the occasion, and not after it', 'C so / A so / C problem / A so', 'not-met searched 3-3'],
  ],
);

it('requires more than the occasion itself', () => {
  const [outcome] = judged('A solution / C so / A so', {
    form: 'require',
    when: ['solution'],
    require: ['solution'],
  });
  expect(short(outcome!)).toBe('not-met searched 0-2');
});

it('gives the benefit of the doubt where a rival begins on the same word', () => {
  const detected = detectIn(callOf('C problem / A lookup'));
  const rival = { ...detected.moments[1]!, id: 'explanation' };
  const moments = [detected.moments[0]!, rival, detected.moments[1]!];
  const sketch: AnySketch = {
    form: 'require',
    when: ['problem'],
    require: ['lookup'],
    before: ['explanation'],
  };
  const [outcome] = judge({ ...detected, moments }, packOf([criterion(sketch)]));
  expect(short(outcome!)).toBe('met lookup@1');
});

it.each<readonly [why: string, call: string, each: boolean, expected: string | undefined]>([
  ['the first occasion', 'C problem / A so / C problem / A so', false, 'problem@0'],
  ['the first that was missed', 'C problem / A lookup / C problem / A so', true, 'problem@2'],
  ['none where it was met', 'C problem / A lookup', false, undefined],
])('an absence names %s', (_, call, each, expected) => {
  const sketch = { form: 'require', when: ['problem'], require: ['lookup'], within: 1, each } as const;
  const [outcome, whole] = judged(
    call,
    { ...sketch, id: 'one' },
    { form: 'require', id: 'whole', require: ['empathy'] },
  );
  expect(brief(outcome!.occasion === undefined ? [] : [outcome!.occasion])[0]).toBe(expected);
  expect(whole).toMatchObject({ outcome: 'not-met', searched: { from: 1 } });
  expect(whole).not.toHaveProperty('occasion');
});

describe('all and any', () => {
  const members = [
    { form: 'forbid', id: 'met', forbid: ['rude'] },
    { form: 'forbid', id: 'not-met', forbid: ['send-away'] },
    { form: 'require', id: 'n/a', when: ['problem'], require: ['lookup'] },
    { form: 'require', id: 'n/e', when: ['anger'], require: ['lookup'], within: 2 },
  ] as const;
  const call = 'A send-away / C anger / A so / U so';

  it.each([
    ['all', ['met', 'n/a'], 'met'],
    ['all', ['met', 'not-met'], 'not-met send-away@0'],
    ['all', ['met', 'n/e'], 'not-evaluated'],
    ['all', ['n/e', 'not-met'], 'not-met send-away@0'],
    ['all', ['n/a'], 'not-applicable'],
    ['any', ['met', 'not-met'], 'met'],
    ['any', ['n/e', 'met'], 'met'],
    ['any', ['n/e', 'not-met'], 'not-evaluated'],
    ['any', ['n/a', 'not-met'], 'not-met send-away@0'],
    ['any', ['n/a'], 'not-applicable'],
  ] as const)('%s of %j', (form, of, expected) => {
    const outcomes = judged(call, ...members, { form, id: 'it', of });
    expect(short(outcomes.at(-1)!)).toBe(expected);
  });

  it('gives the occasion of a member, where no words speak against it', () => {
    const absent = { form: 'require', id: 'absent', when: ['anger'], require: ['lookup'] } as const;
    const own = judged('A send-away / C anger / A so', ...members, absent, {
      form: 'all',
      id: 'it',
      of: ['absent'],
    });
    expect(brief([own.at(-1)!.occasion!])).toEqual(['anger@1']);
    const both = judged('A send-away / C anger / A so', ...members, absent, {
      form: 'all',
      id: 'it',
      of: ['absent', 'not-met'],
    });
    expect(both.at(-1)).not.toHaveProperty('occasion');
  });

  it('gives the reason of a member', () => {
    const [outcome] = judged(call, { form: 'all', id: 'it', of: ['n/e'] }, ...members);
    expect(outcome).toMatchObject({ outcome: 'not-evaluated', reason: 'speakers-unknown' });
  });

  it('nests, wherever the members stand, keeps the order of the pack and joins what speaks against it', () => {
    const outcomes = judged(
      'A send-away / C problem / A rude / C so / A send-away',
      { form: 'all', id: 'outer', of: ['inner', 'looks'] },
      { form: 'any', id: 'inner', of: ['rude', 'away'] },
      { form: 'forbid', id: 'away', forbid: ['send-away'] },
      { form: 'require', id: 'looks', when: ['problem'], require: ['lookup'] },
      { form: 'forbid', id: 'rude', forbid: ['rude', 'send-away'] },
    );
    expect(outcomes.map(({ criterion }) => criterion)).toEqual(['outer', 'inner', 'away', 'looks', 'rude']);
    expect(short(outcomes[0]!)).toBe('not-met send-away@0 rude@2 send-away@4 searched 2-4');
    expect(short(outcomes[1]!)).toBe('not-met send-away@0 rude@2 send-away@4');
  });
});

table(
  'forbid, when the customer is angry twice',
  { form: 'forbid', forbid: ['rude'], when: ['anger'], times: 2 },
  [
    ['once', 'C anger / A rude', 'not-applicable'],
    ['twice in one stretch is once', 'C anger anger / A rude', 'not-applicable'],
    ['twice', 'C anger / A so / C anger / A rude', 'not-met rude@3'],
    ['twice, and nothing said', 'C anger / A so / C anger / A so', 'met'],
  ],
);

table(
  'limit, when the customer is angry twice',
  { form: 'limit', limit: ['apology'], to: 1, when: ['anger'], times: 2 },
  [
    ['once', 'C anger / A apology / C so / A apology', 'not-applicable'],
    ['twice', 'C anger / A apology / C anger / A apology', 'not-met apology@1 apology@3'],
  ],
);
