import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compilePack } from '../../src/pack/compiled.ts';
import { loadPack } from '../../src/pack/load.ts';
import { marksOf } from '../../src/pack/marks.ts';
import { PackErrors } from '../../src/pack/pack-errors.ts';
import { withTraditional } from '../../src/pack/traditional.ts';
import { folderOf, SMALL_PACK } from './small-pack.ts';

const rules = `key-facts:
  order:
    title: {en: Order, zh: 订单}
    told: order <order-number>
    asked: order number
    moments: problem
    metadata: [meta.order]
complaint-types:
  product: {title: {en: Product, zh: 产品}, moments: [problem]}
gravity:
  major: {title: {en: Major, zh: 重大}, criteria: no-calm-down, phrases: caught fire}
promises:
  call:
    title: {en: Call, zh: 回电}
    moments: empathy
    within: 30 minutes
    kept-by: {moments: problem, transfer: true, contact: true, announced: as promised, phrases: they called}
    broken-by: nobody called
  news: {title: {en: News, zh: 进度}, moments: [empathy], every: 2 days, kept-by: {}}
`;

const load = (text: string) => loadPack(join(folderOf({ 'pack.yaml': text }), 'pack.yaml'), 'pack.yaml');

describe('the rules of a case', () => {
  const sound = () => load(SMALL_PACK + rules);

  it('are data, with everything that was left out', () => {
    const pack = sound();
    expect(pack.keyFacts).toMatchObject([
      {
        id: 'order',
        told: [{ text: 'order <order-number>' }],
        found: [],
        moments: ['problem'],
        metadata: ['meta.order'],
      },
    ]);
    expect(pack.complaintTypes).toMatchObject([{ id: 'product', moments: ['problem'] }]);
    expect(pack.gravity).toMatchObject([{ id: 'major', moments: [], criteria: ['no-calm-down'] }]);
    expect(pack.promises).toMatchObject([
      {
        id: 'call',
        dueAfter: 1_800_000,
        repeats: false,
        keptBy: { moments: ['problem'], transfer: true, contact: true },
      },
      {
        id: 'news',
        dueAfter: 172_800_000,
        repeats: true,
        phrases: [],
        keptBy: { moments: [], transfer: false, contact: false, announced: [], phrases: [] },
        brokenBy: [],
      },
    ]);
  });

  it('listen by their marks, each compiled for its side', () => {
    const pack = sound();
    const ids = [
      'key-facts/order/told',
      'key-facts/order/asked',
      'gravity/major',
      'promises/call/announced',
      'promises/call/kept',
      'promises/call/broken',
    ];
    expect(marksOf(pack).map(({ id }) => id)).toEqual(ids);
    const [sides] = compilePack(pack).layers;
    expect(Object.keys(sides.agent.marks)).toEqual(['key-facts/order/asked', 'promises/call/announced']);
    expect(Object.keys(sides.customer.marks)).toHaveLength(4);
  });

  it('have titles in Traditional Chinese too', () => {
    const { keyFacts, complaintTypes, gravity, promises } = withTraditional(sound(), (text) => `${text}!`);
    expect([keyFacts, complaintTypes, gravity, promises].map(([one]) => one!.title['zh-TW'])).toEqual([
      '订单!',
      '产品!',
      '重大!',
      '回电!',
    ]);
  });

  it('need not be there', () => {
    expect(load(SMALL_PACK)).toMatchObject({ keyFacts: [], complaintTypes: [], gravity: [], promises: [] });
  });
});

it.each<readonly [why: string, from: string, to: string, code: string, message: RegExp]>([
  [
    'an unknown moment of a fact',
    'moments: problem\n    metadata',
    'moments: problm\n    metadata',
    'unknown-moment',
    /`problm`/,
  ],
  ['an unknown moment of a type', 'moments: [problem]', 'moments: [problm]', 'unknown-moment', /`problm`/],
  [
    'an unknown criterion of a grade',
    'criteria: no-calm-down',
    'criteria: no-calm',
    'unknown-criterion',
    /`no-calm`/,
  ],
  ['an unknown moment that keeps', '{moments: problem,', '{moments: problm,', 'unknown-moment', /`problm`/],
  ['a phrase that cannot be read', 'caught fire', "'(caught fire'", 'phrase-syntax', /caught fire/],
  ['an unknown list', 'nobody called', "'{nobody} called'", 'unknown-list', /`nobody`/],
  ['another length of time', '30 minutes', 'half an hour', 'wrong-value', /30 minutes/],
  ['due once and again and again', 'every: 2 days', 'every: 2 days, within: 3 days', 'wrong-value', /both/],
  ['an unknown key', 'broken-by', 'broken', 'unknown-key', /`broken`/],
  ['a promise that nothing keeps', ', kept-by: {}', '', 'missing-key', /kept-by/],
])('says what is wrong with %s', (_, from, to, code, message) => {
  const text = SMALL_PACK + rules.replace(from, to);
  expect(text).not.toBe(SMALL_PACK + rules);
  expect(() => load(text)).toThrow(PackErrors);
  try {
    load(text);
  } catch (error) {
    const { failures } = error as PackErrors;
    expect(failures.map((failure) => failure.code)).toEqual([code]);
    expect(failures[0]?.message).toMatch(message);
    expect(failures[0]?.place.line).toBeGreaterThan(SMALL_PACK.split('\n').length - 1);
  }
});

const criterion = (body: string): string =>
  SMALL_PACK.replace(
    '  whole:\n',
    `  case:
    title: {en: x, zh: x}
    why: {en: x, zh: x}
${body}
    examples: {met: ['agent: x'], not-met: ['agent: x'], not-applicable: ['agent: x']}
  whole:
`,
  ).replace('all: [part]', 'all: [part, case]') + rules;

it.each<readonly [why: string, body: string, expected: object]>([
  [
    'facts',
    '    facts: [order]\n    when: problem',
    { form: 'facts', facts: ['order'], atLeast: 1, when: ['problem'] },
  ],
  ['facts, so many', '    facts: [order, order]\n    at-least: 1', { atLeast: 1, when: [] }],
  [
    'for-type',
    '    for-type: product\n    require: empathy',
    { form: 'require', forType: 'product', when: [] },
  ],
  ['at-gravity', '    at-gravity: major\n    require: empathy', { form: 'require', atGravity: ['major'] }],
])('a criterion knows %s', (_, body, expected) => {
  expect(load(criterion(body)).criteria.find(({ id }) => id === 'case')).toMatchObject(expected);
});

it.each<readonly [why: string, body: string, code: string]>([
  ['an unknown fact', '    facts: [ordr]', 'unknown-key-fact'],
  ['an unknown type', '    for-type: produkt\n    require: empathy', 'unknown-complaint-type'],
  ['an unknown grade', '    at-gravity: [major, minor]\n    require: empathy', 'unknown-grade-of-gravity'],
  ['two occasions', '    for-type: product\n    when: problem\n    require: empathy', 'criterion-form'],
  ['a type where it does not go', '    for-type: product\n    forbid: calm-down', 'criterion-form'],
  ['a number of nothing', '    facts: [order]\n    at-least: 0', 'wrong-value'],
])('a criterion with %s is told', (_, body, code) => {
  try {
    load(criterion(body));
    expect.unreachable();
  } catch (error) {
    expect((error as PackErrors).failures.map((failure) => failure.code)).toEqual([code]);
  }
});
