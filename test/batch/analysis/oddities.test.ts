/** Calls that come twice, weeks that follow no other, calls without a date, agents by number. */
import { describe, expect, it } from 'vitest';
import { createAnalysis } from '../../../src/batch/analysis/analyse.ts';
import { mondayOf } from '../../../src/batch/analysis/iso-week.ts';
import { byNumber } from '../../../src/result/by-number.ts';
import type { CallRecord } from '../../../src/result/record.ts';
import { finding, many, pack, record } from './records.ts';

function begun(records: readonly CallRecord[], by: readonly string[] = []) {
  const analysis = createAnalysis(pack, { by, repeatDays: 7, redact: true });
  for (const one of records) analysis.add(one);
  return analysis;
}
const analysed = (records: readonly CallRecord[], by?: readonly string[]) => begun(records, by).finish();

describe('calls that are there twice', () => {
  const contact = (day: number) => ({ customer: 'k', startedAt: `2024-01-0${day}T10:00:00Z` });

  it('are counted, named, and no repeat contacts', () => {
    const calls = ['a', 'b', 'c', 'd'].map((id) =>
      record(id, { line: 1, customer: id, startedAt: '2024-01-01' }),
    );
    const { duplicates, repeats, mean } = analysed([...calls, ...calls, calls[0]!]);
    expect(duplicates).toEqual({
      copies: { calls: 5, first: ['a', 'b', 'c'] },
      sameId: { calls: 0, first: [] },
    });
    expect(repeats).toMatchObject({ customers: 0, calls: 0 });
    expect(mean.calls).toBe(9);
  });

  it.each<[string, readonly CallRecord[], copies: number, sameId: number, repeats: number]>([
    ['two calls of a customer', [record('a', contact(1)), record('b', contact(2))], 0, 0, 2],
    [
      'an id for two calls at two times',
      [record('a', contact(1)), record('a', { ...contact(2), sha256: 'other' })],
      0,
      1,
      2,
    ],
    [
      'an id at the same time with other words',
      [record('a', contact(1)), record('a', { ...contact(1), sha256: 'other' })],
      0,
      1,
      0,
    ],
    [
      'a file under another name',
      [
        record('a', { ...contact(1), source: 'a.txt' }),
        record('a (1)', { ...contact(1), source: 'a (1).txt', sha256: record('a').sha256 }),
      ],
      1,
      0,
      0,
    ],
    [
      'two calls of one file, of which the hash is',
      [record('a', { ...contact(1), sha256: 'file' }), record('b', { ...contact(2), sha256: 'file' })],
      0,
      0,
      2,
    ],
    [
      'a copy beside a true repeat',
      [record('a', contact(1)), record('a', contact(1)), record('b', contact(3))],
      1,
      0,
      2,
    ],
  ])('%s', (_, records, copies, sameId, repeated) => {
    const { duplicates, repeats } = analysed(records);
    expect([duplicates.copies.calls, duplicates.sameId.calls, repeats.calls]).toEqual([
      copies,
      sameId,
      repeated,
    ]);
  });
});

describe('weeks', () => {
  const week = (day: string, total: number) =>
    many(12, (index) => ({ total: total + (index % 3), startedAt: day }), day);

  it('stand beside the one before them in the calendar, and beside no other', () => {
    const { weeks, undated } = analysed([
      ...week('2025-12-22', 90),
      ...week('2025-12-29', 40),
      ...week('2026-01-19', 80),
      ...week('2026-01-26', 20),
      record('x'),
      record('y', { startedAt: 'not a date' }),
    ]);
    expect(weeks.map(({ week, from, standing }) => [week, from, standing])).toEqual([
      ['2025-W52', '2025-12-22', 'few'],
      ['2026-W01', '2025-12-29', 'lower'],
      ['2026-W04', '2026-01-19', 'few'],
      ['2026-W05', '2026-01-26', 'lower'],
    ]);
    expect(undated).toBe(2);
  });

  it.each([
    ['2024-W01', '2024-01-01'],
    ['2021-W01', '2021-01-04'],
    ['2020-W53', '2020-12-28'],
    ['2026-W01', '2025-12-29'],
    ['2026-W31', '2026-07-27'],
  ])('%s begins on %s', (week, monday) => {
    expect(mondayOf(week)).toBe(monday);
  });
});

describe('agents', () => {
  const ids = ['a10', 'a2', 'a0', 'b', 'a1'];
  const calls = ids.map((id) => record(id, { agent: { id, name: `Agent ${id}` }, abuse: ['abuse'] }));

  it('come as people count', () => {
    const { coaching, exposure, groupings } = analysed(calls, ['agent']);
    const inOrder = ['a0', 'a1', 'a2', 'a10', 'b'];
    expect(coaching.map(({ agent }) => agent)).toEqual(inOrder);
    expect(exposure.map(({ agent }) => agent)).toEqual(inOrder);
    expect(groupings[0]!.groups.map(({ key }) => key)).toEqual(inOrder);
  });

  it('have their names where calls are listed', () => {
    const { signOff, promises } = analysed([
      record('c', {
        agent: { id: 'a0', name: 'Dee' },
        findings: [finding('rude', { severity: 'fatal' })],
        promises: [{ id: 'callback', turn: 1, quote: 'I will call.' }],
      }),
      record('d', {
        agent: { name: 'Ben' },
        total: 90,
        findings: [finding('rude', { severity: 'fatal' })],
      }),
    ]);
    expect(promises.list[0]).toMatchObject({ agent: 'a0', agentName: 'Dee' });
    expect(signOff.queue[0]).toMatchObject({ agent: 'a0', agentName: 'Dee' });
    expect(signOff.queue[1]).toMatchObject({ agent: 'Ben' });
    expect(signOff.queue[1]).not.toHaveProperty('agentName');
  });

  it.each([
    ['a2', 'a10', -1],
    ['a02', 'a2', -1],
    ['a2', 'a02b', -1],
    ['2', 'a', -1],
    ['a', 'a1', -1],
    ['9007199254740993', '9007199254740992', 1],
    ['1.10', '1.9', 1],
    ['', '', 0],
  ])('%j before %j: %d', (a, b, order) => {
    expect(Math.sign(byNumber(a, b))).toBe(order);
    expect(Math.sign(byNumber(b, a))).toBe(order === 0 ? 0 : -order);
  });
});

it('samples of a finding are quotes, where there are any', () => {
  const { findings } = analysed([
    ...many(3, () => ({ findings: [finding('calm')] }), 'absent'),
    ...['calm', 'calm', 'down'].map((words, index) =>
      record(`c${index}`, {
        findings: [finding('calm', { words, sentence: `${words} ${index}.`, turn: 2 })],
      }),
    ),
  ]);
  expect(findings[0]!.samples.map(({ quote }) => quote)).toEqual(['calm 0.', 'down 2.', 'calm 1.']);
});

it('names the keys of the metadata of calls that lack one, masked', () => {
  const analysis = begun([
    record('a', { metaKeys: ['product', '13800138000'] }),
    record('b', { metaKeys: ['product', 'site'] }),
    record('c'),
  ]);
  expect(analysis.metaKeys()).toEqual(['***********', 'product', 'site']);
});
