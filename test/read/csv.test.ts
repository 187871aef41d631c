import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsOf, sorted } from './content.ts';

const read = async (content: string, columns: Record<string, string> = {}) =>
  sorted(await itemsOf(content, { inputFormat: 'csv', columns }));
const shortOf = async (content: string, columns?: Record<string, string>) => {
  const { calls, failures } = await read(content, columns);
  return [
    calls.map(({ id, turns }) => [id, ...turns.map(({ speaker, text }) => `${speaker}: ${text}`)]),
    failures,
  ];
};

describe('tables', () => {
  it.each<[string, string, unknown[]]>([
    ['commas', 'speaker,text\nAgent,"a, b"\nCustomer,c', [['f', 'agent: a, b', 'customer: c']]],
    ['tabs', 'Speaker\tText\nAgent\ta, b\n', [['f', 'agent: a, b']]],
    ['semicolons', 'speaker;text\r\nAgent;a, b\r\n', [['f', 'agent: a, b']]],
    ['Chinese headers', '角色,内容\n客服,您好\n客户,你好', [['f', 'agent: 您好', 'customer: 你好']]],
    ['traditional headers', '發言人,內容\n話務員,您好\n客戶,你好', [['f', 'agent: 您好', 'customer: 你好']]],
    [
      'many calls',
      'Call ID,Role,Text\n2,rep,a\n1,rep,b\n2,user,c',
      [
        ['2', 'agent: a', 'customer: c'],
        ['1', 'agent: b'],
      ],
    ],
    [
      'many calls, by a Chinese header',
      '通话,角色,内容\n1,客服,甲\n2,客户,乙',
      [
        ['1', 'agent: 甲'],
        ['2', 'customer: 乙'],
      ],
    ],
    [
      'merged cells',
      'call_id,role,text\n1,rep,a\n,user,b\n2,rep,c',
      [
        ['1', 'agent: a', 'customer: b'],
        ['2', 'agent: c'],
      ],
    ],
    ['ids of rows', 'id,role,text\n1,rep,a\n2,user,b', [['f', 'agent: a', 'customer: b']]],
    ['ids of calls under id', 'id,role,text\n1,rep,a\n1,user,b', [['1', 'agent: a', 'customer: b']]],
    [
      'quotes and line breaks in a field',
      'role,text\nrep,"a ""b""\nc"\nuser,say "d"',
      [['f', 'agent: a "b"\nc', 'customer: say "d"']],
    ],
    ['padding', 'role,text\nrep,a,,\n', [['f', 'agent: a']]],
  ])('with %s', async (_, content, calls) => {
    expect(await shortOf(content)).toEqual([calls, []]);
  });

  it('are mapped as the user says', async () => {
    expect(await shortOf('甲,乙,text\n客服,您好,x', { speaker: '甲', text: '乙' })).toEqual([
      [['f', 'agent: 您好']],
      [],
    ]);
  });

  it.each([
    ['a,b\n1,2', {}, 'no columns for speaker and text; the headers are a, b'],
    ['角色,b\n1,2', {}, 'no columns for speaker and text; the headers are 角色, b'],
    ['a,b\n1,2', { speaker: 'x' }, '--columns: there is no column "x"; the headers are a, b'],
    ['a,b\n1,2', { colour: 'a' }, '--columns: there is no field "colour"'],
  ])('of %j that do not fit are told with their headers', async (content, columns, message) => {
    const [item] = await itemsOf(content, { inputFormat: 'csv', columns });
    expect(item).toMatchObject({ failure: { message, code: 'csv-columns' } });
  });

  it.each<[string, unknown[], string[]]>([
    [
      'id,role,text\n1,rep,a\n1,rep\n1,user,b\n2,rep,c',
      [
        ['1', 'agent: a', 'customer: b'],
        ['2', 'agent: c'],
      ],
      ['csv-row 3'],
    ],
    ['role,text\nrep,"a\nb"\n\nuser,c,d\nuser,e', [['f', 'agent: a\nb', 'customer: e']], ['csv-row 5']],
    ['role,text\nrep,a\nuser,"b\nrep,c', [['f', 'agent: a']], ['csv-quote 3']],
    ['role,text,start\nrep,a,soon', [['f', 'agent: a']], ['csv-time 2']],
    ['role,text\n', [], ['input-empty']],
  ])('of %j keep what can be read', async (content, calls, failures) => {
    expect(await shortOf(content)).toEqual([calls, failures]);
  });

  it('say which of their rows a call lacks', async () => {
    const { calls } = await read('role,text\nrep,a\nrep\nuser,b');
    expect(calls[0]?.meta).toEqual({ unreadLines: [3] });
  });

  it.each([
    ['start,end', '0,1500', [0, 1500]],
    ['start,end', '0.5,1.5', [500, 1500]],
    ['start (s),end (s)', '1,2', [1000, 2000]],
    ['startMs,duration_ms', '1,2', [1, 3]],
    ['start,end', '00:01,00:02.5', [1000, 2500]],
    ['开始时间(毫秒),时长(毫秒)', '10,20', [10, 30]],
  ])('have times under %s', async (header, times, expected) => {
    const { calls, failures } = await read(`role,text,${header}\nrep,a,${times}`);
    expect(failures).toEqual([]);
    expect([calls[0]?.turns[0]?.start, calls[0]?.turns[0]?.end]).toEqual(expected);
  });

  it('count dates from the first row', async () => {
    const { calls } = await read('time,role,text\n2026-03-01 10:00:05,rep,a\n2026-03-01 10:00:07,user,b');
    expect(calls[0]?.startedAt).toBe('2026-03-01T10:00:05');
    expect(calls[0]?.turns.map(({ start }) => start)).toEqual([0, 2000]);
  });

  it('keep metadata, people and what has no place of its own', async () => {
    const { calls } = await read(
      'role,speaker name,text,agent name,case id,notes,queue,mood\nrep,Maria,a,Maria,K1,n1,q,ok\nrep,Dave,[hold],Maria,K1,n2,q,bad\nuser,,b,Maria,K1,,q,',
    );
    expect(calls[0]).toEqual({
      id: 'f',
      agent: { name: 'Maria' },
      caseId: 'K1',
      notes: [{ text: 'n1' }, { text: 'n2' }],
      participants: [
        { id: 'rep (Maria)', speaker: 'agent', name: 'Maria' },
        { id: 'rep (Dave)', speaker: 'agent', name: 'Dave' },
      ],
      turns: [
        { speaker: 'agent', participant: 'rep (Maria)', text: 'a' },
        { speaker: 'customer', text: 'b' },
      ],
      events: [{ kind: 'hold', afterTurn: 0 }],
      meta: { queue: 'q', mood: ['ok', 'bad'] },
    });
  });

  it('lose no cell, whatever is in it', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'ab客",;\t\n\r :'), maxLength: 8 })
      .map((cell) => cell.trim());
    const rows = fc.array(fc.tuple(fc.constantFrom('1', '2'), fc.constantFrom('rep', 'user'), cell), {
      minLength: 1,
    });
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(',', '\t', ';'),
        fc.constantFrom('\n', '\r\n'),
        async (rows, sign, end) => {
          const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
          const table = [['call id', 'role', 'text'], ...rows.map((row) => row.map(quoted))].map((row) =>
            row.join(sign),
          );
          const { calls, failures } = await read(table.join(end));
          expect(failures).toEqual([]);
          for (const { id, turns } of calls) {
            expect(turns.map(({ text }) => text)).toEqual(
              rows.filter((row) => row[0] === id).map((row) => row[2]),
            );
          }
          expect(calls.flatMap(({ turns }) => turns)).toHaveLength(rows.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
