/** The order of the calls of a case: the same on every machine, and a warning where the times leave it open. */
import { afterEach, expect, it } from 'vitest';
import { inOrder } from '../../src/cli/case-order.ts';
import type { ReadCall } from '../../src/read/reading.ts';

function callOf([id, startedAt]: readonly [id: string, startedAt: string | undefined]): ReadCall {
  return {
    call: { id, turns: [], ...(startedAt === undefined ? {} : { startedAt }) },
    source: { path: `${id}.json`, sha256: '0'.repeat(64) },
  };
}

const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const table: readonly (readonly [
  calls: Readonly<Record<string, string | undefined>>,
  order: string,
  warned: string | undefined,
])[] = [
  [{ a: '2024-01-01T10:00:00', b: '2024-01-01T08:00:00Z' }, 'ba', 'a.json'],
  [{ a: '2024-01-01T10:00:00+08:00', b: '2024-01-01T03:00:00Z' }, 'ab', undefined],
  [{ a: '2024-01-02T10:00', b: '2024-01-01T10:00' }, 'ba', undefined],
  [{ a: '2024-01-02', b: '2024/01/01 23:00' }, 'ba', undefined],
  [{ a: '2024-01-01T10:00', b: '2024-01-01' }, 'ba', 'b.json'],
  [{ a: '2024-01-02', b: '2024-01-01' }, 'ba', undefined],
  [{ a: '2024-01-02', b: '2024-01-02', c: '2024-01-01' }, 'cab', undefined],
  [{ a: '2024-01-02T10:00', b: undefined, c: '2024-01-01T10:00Z' }, 'abc', undefined],
];

it.each(
  ['UTC', 'Asia/Shanghai', 'America/Los_Angeles'].flatMap((name) =>
    table.map((row) => [name, ...row] as const),
  ),
)('in %s %j is %s', (name, calls, order, warned) => {
  process.env['TZ'] = name;
  expect(new Date(2024, 0, 1).getTimezoneOffset()).toBe(
    { UTC: 0, 'Asia/Shanghai': -480, 'America/Los_Angeles': 480 }[name],
  );
  const ordered = inOrder(Object.entries(calls).map(callOf));
  expect(ordered.calls.map(({ call }) => call.id).join('')).toBe(order);
  expect(ordered.warning?.place.file).toBe(warned);
  if (warned !== undefined) expect(ordered.warning).toMatchObject({ code: 'order-unsure' });
});
