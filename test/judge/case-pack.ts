/** A small pack with the rules of a case, loaded and compiled as any other, and a detector for it. */
import { join } from 'node:path';
import type { Call, CallEvent, Turn } from '../../src/call/call.ts';
import { createDetector } from '../../src/detect/detect.ts';
import type { Detected } from '../../src/detect/detected.ts';
import type { Moment } from '../../src/detect/moment.ts';
import { compilePack } from '../../src/pack/compiled.ts';
import { loadPack } from '../../src/pack/load.ts';
import type { Pack } from '../../src/pack/model.ts';
import { folderOf } from '../pack/small-pack.ts';

/** A moment for each: who says it, and its phrases. */
const moments = {
  'details-request': ['agent', 'may i have', '请问'],
  'lookup-result': ['agent', 'i can see', '查到了'],
  promise: ['agent', '(call|email) you back', 'keep you posted', 'will call you', '给您回电'],
  escalation: ['agent', 'my supervisor'],
  apology: ['agent', 'sorry'],
  'rude-word': ['agent', 'nonsense'],
  lookup: ['agent', 'let me look'],
  rejection: ['customer', 'i refuse'],
  late: ['customer', 'parcel is late', '没到'],
  dear: ['customer', 'too expensive'],
  danger: ['customer', 'i want to die'],
  lawyer: ['customer', 'my lawyer'],
} as const;

const yaml = `pack: case
version: 1.0.0
title: {en: Case, zh: 案}
moments:
${Object.entries(moments)
  .map(
    ([id, [speaker, ...phrases]]) => `  ${id}:
    speaker: ${speaker}
    title: {en: x, zh: x}
    phrases: |
${phrases.map((phrase) => `      ${phrase}`).join('\n')}
    examples: {hit: [x], miss: [x]}`,
  )
  .join('\n')}
key-facts:
  what: {title: {en: What, zh: 什么}, moments: [late, dear]}
  when:
    title: {en: When, zh: 何时}
    told: <date>
  order:
    title: {en: Order, zh: 订单}
    told: order <order-number>
    asked: |
      order number
      订单号
    moments: lookup-result
    metadata: [meta.order, meta.deep.order]
  who:
    title: {en: Who, zh: 谁}
    found: 'mr smith'
    asked: your name
complaint-types:
  price: {title: {en: Price, zh: 价格}, moments: dear}
  logistics: {title: {en: Delivery, zh: 物流}, moments: [late]}
gravity:
  critical:
    title: {en: Critical, zh: 特急}
    moments: danger
    phrases: caught fire
  major: {title: {en: Major, zh: 重大}, moments: lawyer, criteria: no-rude-word}
  empty: {title: {en: Empty, zh: 空}}
promises:
  supervisor-call:
    title: {en: Supervisor, zh: 主管}
    moments: promise
    phrases: |
      (supervisor|主管)
    within: 30 minutes
    kept-by: {transfer: true, contact: true, phrases: supervisor called}
    broken-by: |
      nobody called
  progress:
    title: {en: Progress, zh: 进度}
    moments: promise
    phrases: keep you posted
    every: 2 days
    kept-by: {contact: true, announced: an update for you}
    broken-by: no news
  callback:
    title: {en: Callback, zh: 回电}
    moments: promise
    within: 7 days
    kept-by:
      moments: lookup-result
      contact: true
      announced: (calling you back|email you back as i said)
    broken-by: |
      nobody called
      没人联系
criteria:
  no-rude-word:
    title: {en: x, zh: x}
    why: {en: x, zh: x}
    forbid: rude-word
    examples: {met: ['agent: x'], not-met: ['agent: x']}
  facts:
    title: {en: x, zh: x}
    why: {en: x, zh: x}
    facts: [what, when, order, who]
    at-least: 2
    when: [late, dear]
    examples: {met: ['agent: x'], not-met: ['agent: x'], not-applicable: ['agent: x']}
  traced:
    title: {en: x, zh: x}
    why: {en: x, zh: x}
    for-type: logistics
    require: lookup
    examples: {met: ['agent: x'], not-met: ['agent: x'], not-applicable: ['agent: x']}
  handed-up:
    title: {en: x, zh: x}
    why: {en: x, zh: x}
    at-gravity: [critical, major]
    require: escalation
    within: 1 agent turn
    examples: {met: ['agent: x'], not-met: ['agent: x'], not-applicable: ['agent: x']}
scorecard:
  sections:
    all:
      title: {en: x, zh: x}
      weight: 1
      criteria: {no-rude-word: 1, facts: 1, traced: 1, handed-up: 1}
  grades: {A: 0}
  critical-cap: A
  least-coverage: 0
allegations:
  handling: {title: {en: x, zh: x}, default: true, upheld: facts}
`;

/** The pack and what it finds in calls. */
export function casePack(): { readonly pack: Pack; readonly detect: (call: Call) => Detected } {
  const pack = loadPack(join(folderOf({ 'pack.yaml': yaml }), 'pack.yaml'));
  return { pack, detect: createDetector(compilePack(pack)) };
}

/** A call from lines such as `A: hello`, `C: hi`, `A2: …` for a second agent, `U: …` for somebody, and `[transfer]`. */
export function dialogue(lines: string, rest: Partial<Call> = {}): Call {
  const turns: Turn[] = [];
  const events: CallEvent[] = [];
  for (const line of lines.split('\n').map((one) => one.trim())) {
    if (line === '[transfer]') {
      events.push({ kind: 'transfer', afterTurn: turns.length - 1 });
      continue;
    }
    const [who = '', text = ''] = line.split(': ');
    const speaker = who.startsWith('A') ? 'agent' : who.startsWith('C') ? 'customer' : 'unknown';
    turns.push({ speaker, participant: who, text });
  }
  return { id: 'call', turns, events, ...rest };
}

/** A moment's words as they stand in its call. */
export function wordsOf({ call }: Detected, { parts }: Moment): string {
  return parts.map(({ turn, start, end }) => call.turns[turn]!.text.slice(start, end)).join('|');
}
