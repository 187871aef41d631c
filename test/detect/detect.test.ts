import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/call/call.ts';
import { createDetector } from '../../src/detect/detect.ts';
import { compareMoments } from '../../src/detect/moment.ts';
import { callOf, tinyPack } from './calls.ts';

const detect = createDetector(tinyPack);

/** `id: words` of each moment, the words of joined turns with ` / ` between. */
function momentsOf(call: Call): readonly string[] {
  return detect(call).moments.map(({ id, parts }) => {
    const words = parts.map(({ turn, start, end }) => call.turns[turn]!.text.slice(start, end));
    return `${id}: ${words.join(' / ')}`;
  });
}

describe('one agent turn', () => {
  it.each([
    ['Please calm down.', ['calm-down: calm down']],
    ['您先冷静一下', ['calm-down: 冷静一下']],
    ['您先冷靜一下', ['calm-down: 冷靜一下']],
    ['The line is busy.', []],
    // overlapping hits of one moment merge, neighbours do not
    ['You need to calm yourself down.', ['calm-down: You need to calm yourself down']],
    ["I'm so sorry.", ['apology: so sorry']],
    ['Sorry, sorry.', ['apology: Sorry', 'apology: sorry']],
    // in the order of the text, whatever the order of the rules
    ['Sorry, but calm down, sorry.', ['apology: Sorry', 'calm-down: calm down', 'apology: sorry']],
    // unless
    ['Will the weather calm down?', []],
    ['The weather is bad, is it. Calm down!', ['calm-down: Calm down']],
    ['只要我们能冷静下来地谈', []],
    ['我们能冷静下来', ['calm-down: 冷静下来']],
    // negation
    ["I'm not going to tell you to calm down.", []],
    ['I would never ask you to calm down.', []],
    ['It is not here, calm down.', ['calm-down: calm down']],
    ['I do not know. Calm down.', ['calm-down: Calm down']],
    ["Why don't you calm down?", ['calm-down: calm down']],
    ['我不是让您冷静一下', []],
    ['我没说冷静一下', []],
    ['不是的,您冷静一下', ['calm-down: 冷静一下']],
    ['您能不能冷静一下', ['calm-down: 冷静一下']],
    ['您冷静一下,别急', ['calm-down: 冷静一下']],
    // only guarded moments are
    ['I am not sorry.', ['apology: sorry']],
    // quotation
    ['She just told you to calm down?', []],
    ['She told you. Calm down.', ['calm-down: Calm down']],
    ['刚才那个客服叫我冷静一下', []],
    ['客服是我。您冷静一下', ['calm-down: 冷静一下']],
  ] as const)('%j', (text, moments) => expect(momentsOf(callOf([['agent', text]]))).toEqual(moments));
});

describe('sides', () => {
  it.each([
    ['agent', 'furious calm down', ['calm-down: calm down']],
    ['customer', 'furious calm down sorry', ['anger: furious', 'anger: calm down']],
    ['bot', 'furious calm down sorry', []],
    ['unknown', 'furious calm down sorry', []],
  ] as const)('%s', (speaker, text, moments) =>
    expect(momentsOf(callOf([[speaker, text]]))).toEqual(moments),
  );
});

describe('joined turns', () => {
  it('joins the fragments of a recogniser', () => {
    const call = callOf([
      ['agent', 'you need to'],
      ['agent', 'calm yourself'],
      ['agent', 'down now'],
    ]);
    expect(momentsOf(call)).toEqual(['calm-down: you need to / calm yourself / down']);
    expect(detect(call).moments[0]).toEqual({
      id: 'calm-down',
      speaker: 'agent',
      participant: undefined,
      stretch: 0,
      parts: [
        { turn: 0, start: 0, end: 11 },
        { turn: 1, start: 0, end: 13 },
        { turn: 2, start: 0, end: 4 },
      ],
    });
  });

  it.each([
    [
      'written turns',
      callOf([
        ['agent', 'Calm'],
        ['agent', 'down'],
      ]),
    ],
    [
      'chat',
      callOf(
        [
          ['agent', 'calm'],
          ['agent', 'down'],
        ],
        { channel: 'chat' },
      ),
    ],
    [
      'a long pause',
      callOf([
        ['agent', 'calm', { start: 0, end: 400 }],
        ['agent', 'down', { start: 1101, end: 1400 }],
      ]),
    ],
    [
      'another participant',
      callOf([
        ['agent', 'calm', { participant: 'a' }],
        ['agent', 'down', { participant: 'b' }],
      ]),
    ],
    [
      'a turn between',
      callOf([
        ['agent', 'calm'],
        ['customer', 'furious'],
        ['agent', 'down'],
      ]),
    ],
    [
      'a transfer',
      callOf(
        [
          ['agent', 'calm'],
          ['agent', 'down'],
        ],
        { events: [{ kind: 'transfer', afterTurn: 0 }] },
      ),
    ],
  ])('does not join over %s', (_, call) =>
    expect(momentsOf(call).filter((each) => each.startsWith('calm-down'))).toEqual([]),
  );

  it.each([
    [
      'bare fragments',
      callOf([
        ['agent', '您先冷静'],
        ['agent', '一下'],
      ]),
    ],
    [
      'a short pause',
      callOf([
        ['agent', 'Calm', { start: 0, end: 400 }],
        ['agent', 'down.', { start: 1100, end: 1400 }],
      ]),
    ],
    [
      'an empty turn',
      callOf([
        ['agent', 'calm'],
        ['agent', ''],
        ['agent', 'down'],
      ]),
    ],
  ])('joins over %s', (_, call) => expect(momentsOf(call)).toHaveLength(1));
});

it('hears an answer only once there was something to answer', () => {
  const said = momentsOf(
    callOf([
      ['customer', 'No way this works.'],
      ['bot', 'Press one.'],
      ['customer', 'No way.'],
      ['agent', 'Could you call again?'],
      ['customer', 'No way!'],
    ]),
  );
  expect(said).toEqual(['rejection: No way']);
  expect(
    detect(
      callOf([
        ['customer', 'No way'],
        ['agent', ''],
        ['customer', 'no way'],
      ]),
    ).moments,
  ).toHaveLength(1);
});

it('numbers stretches, marks backchannel and keeps the participant', () => {
  const call = callOf([
    ['agent', 'calm down', { participant: 'Ann' }],
    ['customer', 'mm-hm'],
    ['agent', 'sorry', { participant: 'Ben' }],
  ]);
  const { stretches, moments } = detect(call);
  expect(stretches.map((each) => each.backchannel)).toEqual([false, true, false]);
  expect(moments.map(({ id, stretch, participant }) => [id, stretch, participant])).toEqual([
    ['calm-down', 0, 'Ann'],
    ['apology', 2, 'Ben'],
  ]);
});

it('orders moments by turn, offset, end, then id', () => {
  const at = (
    id: string,
    turn: number,
    start: number,
    end: number,
  ): Parameters<typeof compareMoments>[0] => ({
    id,
    speaker: 'agent',
    participant: undefined,
    stretch: 0,
    parts: [{ turn, start, end }],
  });
  const sorted = [at('b', 0, 0, 3), at('c', 0, 0, 3), at('a', 0, 0, 4), at('a', 0, 1, 2), at('a', 1, 0, 1)];
  expect(sorted.toReversed().sort(compareMoments)).toEqual(sorted);
});

it('gives the same for the same call, whatever came between', () => {
  const call = callOf([['agent', 'you need to calm down, sorry']]);
  const first = JSON.stringify(detect(call));
  detect(callOf([['customer', 'furious '.repeat(500)]]));
  expect(JSON.stringify(detect(call))).toBe(first);
});
