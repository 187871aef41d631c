import { expect, it } from 'vitest';
import { parseDateTime, parseTime } from '../../src/read/times.ts';

it.each([
  ['1500', 'ms', 1500],
  ['12.5', 's', 12500],
  ['72.5s', 'ms', 72500],
  ['300 ms', 's', 300],
  ['00:12', 'ms', 12_000],
  ['1:02:03.5', 'ms', 3_723_500],
  ['00:01:12,040', 'ms', 72_040],
  ['90:00', 'ms', 5_400_000],
  ['００：１２', 'ms', 12_000],
  ['1分12秒', 'ms', 72_000],
  ['1小时2分3.5秒', 'ms', 3_723_500],
  ['00:75', 'ms', undefined],
  ['1:75:00', 'ms', undefined],
  ['soon', 'ms', undefined],
  ['-5', 'ms', undefined],
  ['', 'ms', undefined],
] as const)('reads %s in %s as %s', (value, unit, expected) => {
  expect(parseTime(value, unit)).toBe(expected);
});

it.each([
  ['2026-03-01 10:02:03', '2026-03-01T10:02:03'],
  ['2026/3/1 9:02', '2026-03-01T09:02'],
  ['2026年3月1日', '2026-03-01'],
  ['2026-03-01T10:02:03.250Z', '2026-03-01T10:02:03.250Z'],
  ['2026-03-01T10:02:03+0800', '2026-03-01T10:02:03+08:00'],
  ['2026-02-31', undefined],
  ['03/01/2026', undefined],
  ['10:02', undefined],
])('reads %s as %s', (value, iso) => {
  expect(parseDateTime(value)?.iso).toBe(iso);
});

it('takes the zone into account when it compares', () => {
  expect(parseDateTime('2026-03-01T10:00:00+08:00')?.ms).toBe(parseDateTime('2026-03-01T02:00:00Z')?.ms);
});
