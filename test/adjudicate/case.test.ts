/** What a case report tells: the story, the four things felt, the mood, the caveats, people's reviews. */
import { describe, expect, it } from 'vitest';
import { createAdjudicator } from '../../src/adjudicate/adjudicate.ts';
import { caveatsOf } from '../../src/adjudicate/caveats.ts';
import { feltIn } from '../../src/adjudicate/felt.ts';
import { moodOf } from '../../src/adjudicate/mood.ts';
import { review } from '../../src/adjudicate/review.ts';
import { storyOf } from '../../src/adjudicate/story.ts';
import type { Call, Turn } from '../../src/call/call.ts';
import { judge } from '../../src/judge/judge.ts';
import type { Outcome } from '../../src/judge/outcome.ts';
import type { CasePlan } from '../../src/pack/model/case-plan.ts';
import { callOf, criterion, detectIn, packOf } from '../judge/build.ts';

const plan: CasePlan = {
  story: {
    agent: ['rude', 'solution', 'send-away', 'explanation', 'apology', 'greeting'],
    customer: ['problem', 'anger'],
    answers: [
      { kind: 'angrier', said: ['anger'] },
      { kind: 'declined', said: ['rejection'] },
      { kind: 'settled', said: ['thanks'] },
    ],
  },
  felt: {
    when: ['problem'],
    things: [
      { id: 'looked-up', by: [{ moments: ['lookup'], criteria: [] }] },
      { id: 'analysed', by: [{ moments: ['details-request', 'explanation'], criteria: [] }] },
      {
        id: 'soothed',
        by: [
          { moments: ['empathy'], criteria: [] },
          { moments: [], criteria: ['sorry'] },
        ],
      },
      { id: 'shown-a-way', by: [{ moments: ['solution'], criteria: [] }] },
    ],
  },
  mood: [
    { moment: 'anger', weight: -0.6 },
    { moment: 'problem', weight: -0.1 },
    { moment: 'thanks', weight: 0.8 },
  ],
  mitigation: ['anger'],
  bounds: { begins: ['greeting'], ends: ['thanks', 'solution'] },
};

describe('the story', () => {
  const told = (call: Call): readonly string[] =>
    storyOf(detectIn(call), plan).map((step) => {
      if ('event' in step) return `${step.turn} ${step.event.kind} by ${step.event.by}`;
      const { turn, by, moments, answer } = step;
      const taken =
        answer === undefined
          ? ''
          : ` -> ${answer.kind} ${'moment' in answer ? answer.moment.parts[0].turn : answer.turn}`;
      return `${turn} ${by} ${moments.map(({ id }) => id).join('+')}${taken}`;
    });

  it.each([
    [
      'what was wanted, done, and taken',
      'C problem / A send-away / C rejection',
      ['0 customer problem', '1 agent send-away -> declined 2'],
    ],
    [
      'no greeting before the customer spoke',
      'A greeting / C problem / A solution',
      ['1 customer problem', '2 agent solution'],
    ],
    ['the most telling first', 'C so / A apology explanation rude', ['1 agent rude+explanation+apology']],
    ['nothing of what tells nothing', 'C so / A so / C so', []],
    [
      'each time that the agent does it',
      'C so / A send-away / C so / A send-away',
      ['1 agent send-away', '3 agent send-away'],
    ],
    ['what the customer says once', 'C problem / A so / C problem', ['0 customer problem']],
    [
      'the strongest answer, once',
      'C so / A send-away / C rejection anger',
      ['1 agent send-away -> angrier 2'],
    ],
    [
      'a demand beside an answer',
      'C so / A send-away / C rejection problem',
      ['1 agent send-away -> declined 2', '2 customer problem'],
    ],
    ['who only goes along', 'C so / A solution / C mm', ['1 agent solution -> went-along 2']],
    [
      'an answer before the next stretch only',
      'C so / A send-away / C so / A so / C rejection',
      ['1 agent send-away'],
    ],
  ])('tells %s', (_, text, expected) => {
    expect(told(callOf(text))).toEqual(expected);
  });

  it('tells events where they happened', () => {
    const call: Call = {
      ...callOf('C problem / A solution / C thanks'),
      events: [
        { kind: 'hold', by: 'agent', afterTurn: 0 },
        { kind: 'disconnect', by: 'customer', afterTurn: 2 },
      ],
    };
    expect(told(call)).toEqual([
      '0 customer problem',
      '0 hold by agent',
      '1 agent solution -> settled 2',
      '2 disconnect by customer',
    ]);
  });
});

describe('what was felt', () => {
  const felt = (text: string, sorry: Outcome['outcome'] = 'not-met'): readonly string[] => {
    const detected = detectIn(callOf(text));
    const evidence = detected.moments.filter(({ id }) => id === 'apology');
    return feltIn(detected, [{ criterion: 'sorry', outcome: sorry, share: 0, evidence }], plan)
      .filter((one) => one.felt)
      .map(
        ({ id, evidence }) =>
          `${id} ${evidence.map((moment) => `${moment.id}@${moment.parts[0].turn}`).join(' ')}`,
      );
  };

  it.each([
    ['nothing', 'C problem / A so', undefined, []],
    [
      'after the occasion',
      'C problem / A lookup / C so / A solution',
      undefined,
      ['looked-up lookup@1', 'shown-a-way solution@3'],
    ],
    ['not before it', 'A lookup / C problem / A so', undefined, []],
    ['only together', 'C problem / A explanation', undefined, []],
    [
      'together',
      'C problem / A details-request / C so / A explanation',
      undefined,
      ['analysed details-request@1 explanation@3'],
    ],
    ['by a criterion that was met', 'C problem / A apology', 'met', ['soothed apology@1']],
    ['not by one that was not', 'C problem / A apology', 'not-met', []],
    ['anywhere without an occasion', 'A lookup / C so', undefined, ['looked-up lookup@0']],
  ] as const)('%s', (_, text, sorry, expected) => {
    expect(felt(text, sorry)).toEqual(expected);
  });
});

describe('the mood', () => {
  const values = (text: string, sentiment: () => number = () => 0): readonly number[] =>
    moodOf(detectIn(callOf(text)), plan, sentiment).map(({ value }) => value);

  it.each([
    ['a point for each customer turn', 'A so / C so / A so / C so', [0, 0]],
    ['what moments do to it', 'C anger / A so / C thanks', [-0.6, 0.5]],
    ['half of what was before', 'C anger / A so / C so / A so / C so', [-0.6, -0.3, -0.15]],
    ['each moment once', 'C anger anger', [-0.6]],
    ['at most so much', 'C anger / C2 anger / C anger / C2 anger', [-0.6, -0.9, -1, -1]],
  ])('%s', (_, text, expected) => {
    expect(values(text)).toEqual(expected);
  });

  it('hears the sentiment of English words, and of no others', () => {
    expect(values('C lovely day', () => 1)).toEqual([0.4]);
    const chinese: Call = { id: 'c', turns: [{ speaker: 'customer', text: '很好' }] };
    expect(moodOf(detectIn(chinese), plan, () => 1)).toEqual([{ turn: 0, value: 0 }]);
  });
});

describe('caveats', () => {
  const always = ['no-timings', 'voice-not-judged', 'truth-not-judged'];
  const ids = (call: Call, outcomes: readonly Outcome[] = []): readonly string[] =>
    caveatsOf(detectIn(call), outcomes, plan).map(({ id, turns, criteria, confidence }) =>
      [id, ...(turns ?? []), ...(criteria ?? []), ...(confidence === undefined ? [] : [confidence])].join(
        ' ',
      ),
    );
  const whole = callOf('A greeting / C so / A so / C thanks');
  const timed = (...times: readonly (readonly [number, number])[]): Call => ({
    ...whole,
    turns: whole.turns.map((turn, index): Turn => ({
      ...turn,
      start: times[index]![0],
      end: times[index]![1],
    })),
  });
  const steady = [
    [0, 1000],
    [1000, 2000],
    [2000, 3000],
    [3000, 4000],
  ] as const;
  const silent = [
    [0, 1000],
    [61_001, 62_000],
    [62_000, 63_000],
    [63_000, 64_000],
  ] as const;

  it.each<[string, Call, readonly string[]]>([
    ['what was never judged', whole, always],
    ['no missing times where there are some', timed(...steady), always.slice(1)],
    ['a long silence', timed(...silent), ['gap 0', ...always.slice(1)]],
    ['none in a hold', { ...timed(...silent), events: [{ kind: 'hold', afterTurn: 0 }] }, always.slice(1)],
    [
      'one after a hold was over',
      {
        ...timed(...silent),
        events: [
          { kind: 'hold', afterTurn: -1 },
          { kind: 'resume', afterTurn: -1 },
        ],
      },
      ['gap 0', ...always.slice(1)],
    ],
    [
      'a silence of a minute',
      timed([0, 1000], [61_000, 62_000], [62_000, 63_000], [63_000, 64_000]),
      always.slice(1),
    ],
    [
      'times that run backwards',
      timed([5000, 6000], [1000, 2000], [2000, 3000], [3000, 4000]),
      ['gap 0', ...always.slice(1)],
    ],
    [
      'none while a hold goes on',
      {
        ...timed([0, 1000], [1000, 2000], [70_000, 71_000], [71_000, 72_000]),
        events: [{ kind: 'hold', afterTurn: 0 }],
      },
      always.slice(1),
    ],
    [
      'inferred sides',
      { ...whole, roles: { inferred: true, confidence: 0.9 } },
      ['speakers-inferred 0.9', ...always],
    ],
    ['unknown sides', callOf('A greeting / U so / A so / C thanks'), ['speakers-unknown 1', ...always]],
    [
      'unsure words',
      { ...whole, turns: whole.turns.map((turn, at) => (at === 2 ? { ...turn, confidence: 0.2 } : turn)) },
      ['words-unsure 2', ...always],
    ],
    ['a beginning that goes on', callOf('C and then it broke / A so / C thanks'), ['cut-start 0', ...always]],
    ['none after a greeting', callOf('A greeting / C and then it broke / A solution'), always],
    ['no cut where somebody just begins', callOf('C hello / A so / C thanks'), always],
    ['an end without any', callOf('A greeting / C problem / A so / C so'), ['cut-end 3', ...always]],
    [
      'a goodbye long before the end',
      callOf('A greeting / C thanks / A so / C so'),
      ['cut-end 3', ...always],
    ],
    [
      'an end on record',
      { ...callOf('A greeting / C problem'), events: [{ kind: 'disconnect', afterTurn: 1 }] },
      always,
    ],
  ])('%s', (_, call, expected) => {
    expect(ids(call)).toEqual(expected);
  });

  it('name the criteria that were not evaluated', () => {
    const open: Outcome = { criterion: 'a', outcome: 'not-evaluated', share: 0, evidence: [] };
    expect(ids(whole, [open, { ...open, criterion: 'b', outcome: 'met' }])[0]).toBe('not-evaluated a');
  });
});

describe("people's reviews", () => {
  const title = { en: 'x', zh: 'x' };
  const pack = packOf(
    [
      criterion({ form: 'forbid', id: 'no-rude', forbid: ['rude'], severity: 'fatal' }),
      criterion({ form: 'require', id: 'looks', require: ['lookup'] }),
      criterion({ form: 'require', id: 'soothes', require: ['empathy'] }),
      criterion({ form: 'all', id: 'both', of: ['looks', 'soothes'] }),
    ],
    {
      scorecard: {
        sections: [
          {
            id: 's',
            title,
            weight: 1,
            criteria: [
              { id: 'both', weight: 3 },
              { id: 'no-rude', weight: 1 },
            ],
          },
        ],
      },
      allegations: [{ id: 'handling', title, default: true, upheld: { kind: 'not-met', criterion: 'both' } }],
    },
  );
  const detected = detectIn(callOf('C problem / A lookup'));
  const judged = { detected, outcomes: judge(detected, pack) };
  const verdicts = createAdjudicator(pack, () => judged)(judged);
  const after = (decided: Readonly<Record<string, 'met' | 'not-met' | 'not-applicable'>>) => {
    const {
      outcomes,
      total,
      verdicts: final,
    } = review(judged, new Map(Object.entries(decided)), verdicts, pack);
    return [...outcomes.map(({ outcome }) => outcome), total, final[0]!.verdict].join(' ');
  };

  it.each([
    [{}, 'met met not-met not-met 25 upheld'],
    [{ soothes: 'met' }, 'met met met met 100 not-upheld'],
    [{ soothes: 'not-applicable' }, 'met met not-applicable met 100 not-upheld'],
    [{ both: 'met' }, 'met met not-met met 100 not-upheld'],
    [{ both: 'not-met', soothes: 'met' }, 'met met met not-met 25 upheld'],
    [{ 'no-rude': 'not-met', soothes: 'met' }, 'not-met met met met 0 not-upheld'],
  ] as const)('%j: %s', (decided, expected) => {
    expect(after(decided)).toBe(expected);
    expect(judged.outcomes.map(({ outcome }) => outcome)).toEqual(['met', 'met', 'not-met', 'not-met']);
  });
});
