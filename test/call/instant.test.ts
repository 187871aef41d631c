import { expect, it } from 'vitest';
import { instantOf } from '../../src/call/instant.ts';

const ten = Date.UTC(2024, 0, 1, 10);

it.each([
  ['2024-01-01T10:00:00+08:00', Date.UTC(2024, 0, 1, 2), true, true],
  ['2024-01-01T10:00-0530', Date.UTC(2024, 0, 1, 15, 30), true, true],
  ['2024-01-01T10:00:00.25Z', ten + 250, true, true],
  ['2024-01-01T10:00:00.1239z', ten + 123, true, true],
  ['2024-01-01T10:00', ten, true, false],
  ['2024-01-01 10:00:30', ten + 30_000, true, false],
  ['2024/01/01 10:00', ten, true, false],
  ['2024/1/1 9:05', Date.UTC(2024, 0, 1, 9, 5), true, false],
  ['2024-01-01T24:00', Date.UTC(2024, 0, 2), true, false],
  ['2024-01-01', Date.UTC(2024, 0, 1), false, false],
  ['2024-01-01+08:00', Date.UTC(2023, 11, 31, 16), false, true],
])('%s', (written, ms, isTimed, isPlaced) => {
  expect(instantOf(written)).toEqual({ ms, isTimed, isPlaced });
});

it.each([
  '',
  'Monday',
  '2023-02-29',
  '2024-13-01',
  '2024-01-01T25:00',
  '2024-01-01T10:60',
  '2024-01/01',
  'at 2024-01-01',
])('%j is none', (written) => {
  expect(instantOf(written)).toBeUndefined();
});
