/** When calls were, by what a table, a text or a list says of it, and what is told where it cannot be read. */
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/call/failure.ts';
import type { ReadOptions } from '../../src/read/read.ts';
import { itemsOf, sorted } from './content.ts';

async function datesOf(content: string, options: ReadOptions) {
  const warnings: Failure[] = [];
  const items = await itemsOf(content, { ...options, warn: (warning) => void warnings.push(warning) });
  return {
    dates: sorted(items).calls.map(({ startedAt }) => startedAt),
    failures: sorted(items).failures,
    warnings: warnings.map(({ code, place, message }) => [
      code,
      place.line,
      /“([^”]*)” (\w+)/u.exec(message.split(': ')[1] ?? '')?.[1],
    ]),
  };
}

describe('a table', () => {
  const table = (header: string, values: readonly string[]) =>
    [
      `call_id,${header},speaker,text`,
      ...values.flatMap((value, at) => [`c${at},"${value}",agent,Hello`, `c${at},"${value}",customer,Hi`]),
    ].join('\n');

  it.each<[string, readonly string[], readonly (string | undefined)[]]>([
    ['a day that is no month', ['05/01/2026', '20/01/2026'], ['2026-01-05', '2026-01-20']],
    ['a month before its day', ['05/01/2026', '1/20/2026 14:03'], ['2026-05-01', '2026-01-20T14:03']],
    ['hyphens', ['05-01-2026', '20-01-2026'], ['2026-01-05', '2026-01-20']],
    ['both orders', ['05/01/2026', '20/01/2026', '01/20/2026'], [undefined, '2026-01-20', '2026-01-20']],
    ['nothing that tells', ['05/01/2026', '5 Jan 2026'], [undefined, '2026-01-05']],
    [
      'forms of every kind',
      ['20260105', 'Jan 5 2026', '1767600000'],
      ['2026-01-05', '2026-01-05', '2026-01-05T08:00:00.000Z'],
    ],
  ])('has dates with %s', async (_, written, expected) => {
    for (const header of ['date', '通话日期']) {
      const { dates } = await datesOf(table(header, written), { inputFormat: 'csv' });
      expect(dates).toEqual(expected);
    }
  });

  it('tells of each call whose date is not read, with its line', async () => {
    const { dates, failures, warnings } = await datesOf(
      table('date', ['05/01/2026', 'soon', '', '2026-01-05']),
      {
        inputFormat: 'csv',
      },
    );
    expect(dates).toEqual([undefined, undefined, undefined, '2026-01-05']);
    expect(failures).toEqual([]);
    expect(warnings).toEqual([
      ['date-unread', 2, '05/01/2026'],
      ['date-unread', 4, 'soon'],
    ]);
  });

  it('takes the first of the dates that the rows of a call have', async () => {
    const { dates, warnings } = await datesOf(
      'call_id,date,speaker,text\n1,2026-01-05 23:59:58,agent,Hello\n1,2026-01-06 00:00:04,customer,Hi\n',
      { inputFormat: 'csv' },
    );
    expect([dates, warnings]).toEqual([['2026-01-05T23:59:58'], []]);
  });

  it.each([
    ['one row tells', '20/01/2026 10:00:09', '2026-01-05T10:00:00', []],
    ['none tells', '05/01/2026 10:00:09', undefined, [['date-unread', 2, '05/01/2026 10:00:00']]],
  ])('has times with dates, where %s', async (_, other, start, warnings) => {
    const read = await datesOf(
      `call_id,timestamp,speaker,text\n1,05/01/2026 10:00:00,agent,Hello\n1,05/01/2026 10:00:04,customer,Hi\n2,${other},agent,Hello`,
      { inputFormat: 'csv' },
    );
    expect(read.failures).toEqual([]);
    expect(read.dates[0]).toBe(start);
    expect(read.warnings.slice(0, 1)).toEqual(warnings);
    const items = await itemsOf(
      `timestamp,speaker,text\n05/01/2026 10:00:00,agent,Hello\n05/01/2026 10:00:04,customer,Hi`,
      { inputFormat: 'csv' },
    );
    expect(sorted(items).calls[0]!.turns.map(({ start: from }) => from)).toEqual([0, 4000]);
  });
});

describe('a text', () => {
  it.each([
    ['date: 13/01/2026', '2026-01-13', []],
    ['date: 5 January 2026', '2026-01-05', []],
    ['date: 05/01/2026', undefined, [['date-unread', undefined, '05/01/2026']]],
    ['日期: 改天', undefined, [['date-unread', undefined, '改天']]],
    ['agent: Ann', undefined, []],
  ])('with %s in its front matter', async (line, date, warnings) => {
    const read = await datesOf(`---\n${line}\n---\nAgent: Hello\nCustomer: Hi`, { inputFormat: 'text' });
    expect(read).toEqual({ dates: [date], failures: [], warnings });
  });

  it('has its front matter read in the order that its lines tell', async () => {
    const read = await datesOf(
      '---\ndate: 05/01/2026\n---\n[05/01/2026 23:59:58] Agent: Hello\n[13/01/2026 00:00:02] Customer: Hi',
      { inputFormat: 'text' },
    );
    expect(read).toMatchObject({ dates: ['2026-01-05'], warnings: [] });
  });

  it('tells of lines whose dates may be read in two ways', async () => {
    const read = await datesOf('[05/01/2026 10:00:00] Agent: Hello\n[05/01/2026 10:00:02] Customer: Hi', {
      inputFormat: 'text',
    });
    expect(read.dates).toEqual([undefined]);
    expect(read.warnings).toEqual([['date-unread', undefined, '05/01/2026 10:00:00']]);
  });
});

describe('JSON', () => {
  const turns = [
    { speaker: 'agent', text: 'Hello' },
    { speaker: 'customer', text: 'Hi' },
  ];

  it('keeps a call whose date cannot be read, and tells of it', async () => {
    const lines = ['2026-01-05', '05/01/2026', ''].map((startedAt, at) =>
      JSON.stringify({ id: `c${at}`, startedAt, turns }),
    );
    expect(await datesOf(lines.join('\n'), { inputFormat: 'jsonl' })).toEqual({
      dates: ['2026-01-05', undefined, undefined],
      failures: [],
      warnings: [['date-unread', 2, '05/01/2026']],
    });
  });

  it('has records with times that one of them tells the order of, and ids of digits that stay ids', async () => {
    const messages = [
      { role: 'agent', content: 'Hello', timestamp: '05/01/2026 10:00:00' },
      { role: 'customer', content: 'Hi', timestamp: '13/01/2026 10:00:00' },
    ];
    const items = await itemsOf(JSON.stringify({ chat_id: '1767600000', messages }), { inputFormat: 'json' });
    expect(sorted(items).calls[0]).toMatchObject({ id: '1767600000', startedAt: '2026-01-05T10:00:00' });
  });
});

it.each(['started', 'Start date', 'Call date', '通话日期'])(
  'a column %s is the day of the call',
  async (header) => {
    const { dates } = await datesOf(
      `speaker,text,${header}\nagent,Hello,2026-01-05\ncustomer,Hi,2026-01-05\n`,
      { inputFormat: 'csv' },
    );
    expect(dates).toEqual(['2026-01-05']);
  },
);
