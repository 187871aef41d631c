/** What JSON says of a call beside its turns: the same whatever the turns are called, and as tables say it. */
import { describe, expect, it } from 'vitest';
import type { Call } from '../../src/call/call.ts';
import { itemsOf, sorted } from './content.ts';

type Values = Readonly<Record<string, unknown>>;

const said = [
  ['customer', 'My parcel is late.'],
  ['agent', 'Calm down.'],
] as const;
const listOf = (who: string, words: string) => said.map(([side, text]) => ({ [who]: side, [words]: text }));

const forms: readonly (readonly [string, Values])[] = [
  ['turns with speaker and text', { turns: listOf('speaker', 'text') }],
  ['turns with speaker and content', { turns: listOf('speaker', 'content') }],
  ['turns with participant and message', { turns: listOf('participant', 'message') }],
  ['turns with role and content', { turns: listOf('role', 'content') }],
  ['turns with role and text', { turns: listOf('role', 'text') }],
  ['messages with role and content', { messages: listOf('role', 'content') }],
  ['messages with speaker and text', { messages: listOf('speaker', 'text') }],
];

const canonical = {
  id: 's4',
  caseId: 'S1',
  startedAt: '2026-01-02T10:00:00',
  direction: 'inbound',
  channel: 'phone',
  agent: { id: 'a1', name: 'Ann', team: 'North' },
  customer: { id: 'K1', name: 'Kim' },
  allegations: ['attitude'],
  notes: [{ text: 'called twice' }],
  meta: { region: 'East', tries: 2, tags: ['vip'], nested: { a: 1 } },
};
const rest = { region: 'East', tries: 2, tags: ['vip'], nested: { a: 1 }, none: null, blank: '' };

const names: readonly (readonly [string, Values])[] = [
  ['as the canonical form has them', canonical],
  [
    'in snake case',
    {
      call_id: 's4',
      case_id: 'S1',
      started_at: '2026-01-02T10:00:00',
      call_direction: 'incoming',
      media_type: 'voice',
      agent_id: 'a1',
      agent_name: 'Ann',
      team: 'North',
      customer_id: 'K1',
      customer_name: 'Kim',
      allegation: 'attitude',
      agent_notes: 'called twice',
      ...rest,
    },
  ],
  [
    'in camel case, with a start for the date',
    {
      callId: 's4',
      ticketId: 'S1',
      startTime: '2026-01-02T10:00:00',
      callDirection: 'in',
      channel: 'phone',
      agentId: 'a1',
      agentName: 'Ann',
      agentTeam: 'North',
      customerId: 'K1',
      customerName: 'Kim',
      allegations: ['attitude'],
      callNotes: 'called twice',
      ...rest,
    },
  ],
  [
    'in Chinese',
    {
      通话编号: 's4',
      工单号: 'S1',
      通话时间: '2026-01-02T10:00:00',
      呼叫方向: '呼入',
      渠道: '电话',
      工号: 'a1',
      坐席姓名: 'Ann',
      班组: 'North',
      客户编号: 'K1',
      客户姓名: 'Kim',
      投诉点: 'attitude',
      备注: 'called twice',
      ...rest,
    },
  ],
];

async function read(value: unknown, inputFormat?: 'jsonl') {
  return sorted(
    await itemsOf(JSON.stringify(value), {
      path: 'f.json',
      ...(inputFormat === undefined ? {} : { inputFormat }),
    }),
  );
}

async function oneOf(value: unknown): Promise<Call> {
  const { calls, failures } = await read(value, 'jsonl');
  expect(failures).toEqual([]);
  expect(calls).toHaveLength(1);
  return calls[0]!;
}

/** A call without its turns and people. */
function beside(call: Call): Partial<Call> {
  return Object.fromEntries(
    Object.entries(call).filter(([key]) => key !== 'turns' && key !== 'participants'),
  );
}

describe('what a call is called', () => {
  it.each(
    forms.flatMap(([form, turns]) => names.map(([name, values]) => [form, name, turns, values] as const)),
  )('%s, %s', async (_, __, turns, values) => {
    const call = await oneOf({ ...values, ...turns });
    expect(beside(call)).toEqual(canonical);
    expect(call.turns.map(({ speaker, text }) => [speaker, text])).toEqual(said);
  });

  it.each(forms)('%s: a canonical name goes before another, which is kept', async (_, turns) => {
    const call = await oneOf({
      call_id: 'x',
      agent_id: 'a2',
      team: 'North',
      started_at: '2026-02-02',
      id: 's4',
      agent: { id: 'a1' },
      startedAt: '2026-01-02',
      notes: ['one'],
      remark: 'two',
      ...turns,
    });
    expect(call).toMatchObject({
      id: 's4',
      agent: { id: 'a1', team: 'North' },
      startedAt: '2026-01-02',
      meta: { call_id: 'x', agent_id: 'a2', started_at: '2026-02-02' },
    });
    expect(call.notes?.[0]).toEqual({ text: 'one' });
  });

  it.each(forms)('%s: numbers are ids, and one that means nothing stays a number', async (_, turns) => {
    const call = await oneOf({
      call_id: 7,
      agent_id: 12,
      customer_id: 13800138000,
      wait_seconds: 3,
      ...turns,
    });
    expect(beside(call)).toEqual({
      id: '7',
      agent: { id: '12' },
      customer: { id: '13800138000' },
      meta: { wait_seconds: 3 },
    });
  });

  it('the envelope of an answer brings ids and words, and no lists of records', async () => {
    const call = await oneOf({
      region: 'East',
      agent_id: 'a1',
      pages: [{ page: 1 }],
      data: { call_id: 's4', queue: { id: 4 }, messages: listOf('role', 'content') },
    });
    expect(beside(call)).toEqual({
      id: 's4',
      agent: { id: 'a1' },
      meta: { region: 'East', queue: { id: 4 } },
    });
  });

  it('people who are listed apart are no metadata', async () => {
    const call = await oneOf({
      users: [
        { id: 'u1', role: 'agent', name: 'Ann' },
        { id: 'u2', role: 'customer', name: 'Kim' },
      ],
      messages: [{ speaker: 'u1', text: 'Hello' }],
    });
    expect([call.turns[0]!.speaker, call.meta]).toEqual(['agent', undefined]);
  });

  it.each<[Values, string]>([
    [{ turns: [{ speaker: 'agent' }, { speaker: 'agent', text: 'a' }] }, 'turns[0].text'],
    [{ turns: [{ speaker: 'agent', words: [{ text: 'a' }] }] }, 'turns[0].text'],
    [{ turns: [{ speaker: 'agent', text: null, content: 'a' }] }, 'turns[0].text'],
    [{ turns: [{ speaker: 'agent', content: '' }] }, 'turns[0].text'],
    [
      {
        turns: [
          { speaker: 'agent', text: 'a' },
          { speaker: 'agent', content: 'a' },
        ],
      },
      'turns[1].text',
    ],
    [{ call_id: 's', direction: 'up', turns: listOf('speaker', 'text') }, 'direction'],
  ])('of %j the error names %s', async (value, path) => {
    const items = await itemsOf(JSON.stringify(value), { path: 'f.json' });
    expect(
      items.map((item) => ('failure' in item ? [item.failure.code, item.failure.message] : item)),
    ).toEqual([['call-invalid', expect.stringContaining(`${path}: expected `)]]);
  });
});

const placeholders = [
  'unknown',
  'Unknown',
  ' N/A ',
  '-',
  '--',
  '—',
  'NULL',
  'none',
  '未知',
  '无',
  '無',
  'Ｎ/Ａ',
];

describe('what stands for no name', () => {
  it.each(placeholders)('%j is no agent, team, customer or case in JSON', async (word) => {
    const given = {
      agent_id: word,
      team: word,
      客户: word,
      customer_name: word,
      case_id: word,
      region: word,
    };
    for (const [, turns] of forms) {
      expect(beside(await oneOf({ call_id: 's', ...given, ...turns }))).toEqual({
        id: 's',
        meta: { region: word },
      });
    }
    const written = {
      id: 's',
      caseId: word,
      agent: { id: word, name: 'Ann', team: word },
      customer: { id: word },
      turns: listOf('speaker', 'text'),
    };
    expect(beside(await oneOf(written))).toEqual({ id: 's', agent: { name: 'Ann' }, customer: {} });
  });

  it.each(placeholders)('%j is no agent, team, customer or case in a table', async (word) => {
    const rows = [
      'call_id,agent_id,customer_id,team,case_id,region,speaker,text',
      `c1,${word},${word},${word},${word},${word},customer,My parcel is late.`,
      `c1,${word},K1,${word},${word},${word},agent,Calm down.`,
    ];
    const { calls } = sorted(await itemsOf(rows.join('\n'), { path: 'f.csv' }));
    expect(calls.map(beside)).toEqual([{ id: 'c1', customer: { id: 'K1' }, meta: { region: word.trim() } }]);
  });

  it.each(['Noone', 'Una', 'Unknown Soldier', '无锡', 'N', '0', 'A-1'])('%j is one', async (word) => {
    const call = await oneOf({
      call_id: 's',
      agent_name: word,
      team: word,
      turns: listOf('speaker', 'text'),
    });
    expect(call.agent).toEqual({ name: word, team: word });
  });
});
