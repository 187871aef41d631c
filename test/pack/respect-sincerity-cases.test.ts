/** What the built-in pack says of threats, requests for a supervisor and promises in the calls of fixtures/. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detect.ts';
import type { Detected } from '../../src/detect/detected.ts';
import { complaintTypeOf } from '../../src/judge/complaint-type.ts';
import { gravityOf } from '../../src/judge/gravity.ts';
import { judge } from '../../src/judge/judge.ts';
import { keyFactsOf } from '../../src/judge/key-facts.ts';
import { promisesOf } from '../../src/judge/promises.ts';
import { builtinPack } from '../../src/pack/builtin.ts';
import { itemsOf } from '../read/content.ts';

const folder = fileURLToPath(new URL('../../fixtures/calls/', import.meta.url));
const compiled = builtinPack();
const { pack } = compiled;
const detect = createDetector(compiled);

async function detected(file: string): Promise<Detected> {
  const [item] = await itemsOf(readFileSync(join(folder, file)), { path: file });
  if (item === undefined || 'failure' in item) throw new Error(`${file} cannot be read`);
  return detect(item.call);
}

describe.each(['en', 'zh'])('in %s', (language) => {
  it.each([
    ['threat-escalated', 'escalates-threats', 'met'],
    ['threat-escalated', 'escalates-major', 'met'],
    ['threat-escalated', 'records-key-facts', 'met'],
    ['threat-escalated', 'right-handling-for-type', 'met'],
    ['threat-escalated', 'honours-supervisor-request', 'not-applicable'],
    ['threat-ignored', 'escalates-threats', 'not-met'],
    ['threat-ignored', 'escalates-major', 'not-met'],
    ['threat-ignored', 'records-key-facts', 'not-met'],
    ['threat-ignored', 'right-handling-for-type', 'not-met'],
    ['supervisor-request-refused', 'honours-supervisor-request', 'not-met'],
    ['supervisor-request-refused', 'escalates-threats', 'not-applicable'],
    ['promise-kept-first', 'honours-supervisor-request', 'met'],
    ['plan-enquiry', 'records-key-facts', 'not-applicable'],
    ['plan-enquiry', 'right-handling-for-type', 'not-applicable'],
    ['plan-enquiry', 'escalates-major', 'not-applicable'],
  ] as const)('%s: %s is %s', async (fixture, criterion, outcome) => {
    const outcomes = judge(await detected(`${fixture}-${language}.txt`), pack);
    expect(outcomes.find((one) => one.criterion === criterion)?.outcome).toBe(outcome);
  });

  it.each([
    ['threat-escalated', 'major'],
    ['hang-up-self-harm', 'critical'],
    ['hang-up-threat-of-violence', 'severe'],
    ['plan-enquiry', undefined],
  ] as const)('%s is of the grade %s', async (fixture, grade) => {
    const call = await detected(`${fixture}-${language}.txt`);
    expect(gravityOf(call, judge(call, pack), pack)?.id).toBe(grade);
  });

  it('has the promises of a case: a supervisor and progress, kept in the second call', async () => {
    const calls = [`promise-kept-first-${language}.txt`, `promise-kept-second-${language}.txt`];
    expect(promisesOf(await Promise.all(calls.map(detected)), pack)).toMatchObject([
      { id: 'supervisor-call', call: 0, dueAfter: 1_800_000, status: 'kept', keptIn: { call: 1, turn: 0 } },
      { id: 'progress', call: 0, dueAfter: 172_800_000, dueFrom: 'policy', status: 'kept' },
    ]);
  });

  it('has the promises of a case: a call back by tomorrow, which nobody made', async () => {
    const calls = [`promise-broken-first-${language}.txt`, `promise-broken-second-${language}.txt`];
    // From a quarter past nine to the end of the next day.
    expect(promisesOf(await Promise.all(calls.map(detected)), pack)).toMatchObject([
      { id: 'callback', call: 0, dueAfter: 38.75 * 3_600_000, dueFrom: 'said', status: 'broken' },
    ]);
  });
});

it.each([
  ['traps-zh.txt', 'product'],
  ['parcel-late-handled-well.txt', 'logistics'],
  ['recogniser-zh.csv', 'logistics'],
  ['data-bonus-as-it-went.txt', 'price'],
  ['hang-up-no-end-en.txt', 'technical'],
  ['threat-ignored-en.txt', 'service'],
] as const)('%s is a complaint of the type %s', async (file, type) => {
  expect(complaintTypeOf(await detected(file), pack)?.id).toBe(type);
});

it.each([
  ['data-bonus-as-it-went.txt', ['what', 'when', 'where']],
  ['data-bonus-handled-well.txt', ['what', 'when', 'where', 'order', 'contact']],
  ['policy-softened.txt', ['what', 'when', 'order', 'wanted']],
] as const)('%s has on record %j', async (file, expected) => {
  const facts = keyFactsOf(await detected(file), pack);
  expect(facts.filter(({ status }) => status === 'recorded').map(({ id }) => id)).toEqual(expected);
});

it.each([
  ['The kettle caught fire.', 'critical'],
  ['My phone battery exploded in my pocket.', 'critical'],
  ['My daughter was rushed to hospital.', 'critical'],
  ['He burned his hand on it.', 'critical'],
  ['热水器漏电,把我妈电到了。', 'critical'],
  ['充电宝在家突然爆炸了。', 'critical'],
  ['孩子吃了你们的面包食物中毒了。', 'critical'],
  ['熱水器起火了', 'critical'],
  ['Your agent swore at me and hung up on me.', 'major'],
  ['上一个客服直接挂我电话。', 'major'],
  ['他骂我,还威胁我。', 'major'],
  // What only sounds like it.
  ['I was in hospital and missed the delivery date.', 'none'],
  ['My inbox has exploded with your newsletters.', 'none'],
  ['Please fire up the coffee machine.', 'none'],
  ['It would be a shock if it came on time.', 'none'],
  ['我妈妈住院了,想改签。', 'none'],
  ['我的电脑中毒了。', 'none'],
  ['我要挂失手机卡。', 'none'],
  ['你们的活动太火爆了。', 'none'],
])('%s is at least of the grade %s', (text, grade) => {
  const found = detect({ id: 'one', turns: [{ speaker: 'customer', text }] });
  const id = gravityOf(found, [], pack)?.id;
  expect(id === 'critical' || id === 'major' ? id : 'none').toBe(grade);
});

it.each([
  ['I want a refund.', ['wanted']],
  ["I don't want to do that.", []],
  ['我想退货。', ['wanted']],
  ['我不想退货。', []],
  ['My name is Ann Lee.', ['who']],
  ['In the name of common sense!', []],
  ['敝姓王。', ['who']],
  ['My order number is LF-55218.', ['order']],
  ['单号是LF-55218。', ['order']],
  ['You can call me on 0791 555 0142.', ['contact']],
  ['我的手机是13800001234。', ['contact']],
  ['我打这个电话是想问一下。', []],
  ['I ordered it three weeks ago.', ['when']],
  ['我上个月十二号买的。', ['when']],
  ['I bought it in your store.', ['where']],
  ['我在你们营业厅办的。', ['where']],
])('%s tells %j', (text, told) => {
  const call = { id: 'one', turns: [{ speaker: 'customer' as const, text }] };
  const facts = keyFactsOf(detect(call), pack).filter(
    ({ id, status }) => id !== 'what' && status === 'recorded',
  );
  expect(facts.map(({ id }) => id)).toEqual(told);
});
