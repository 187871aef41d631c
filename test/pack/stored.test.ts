import { expect, it } from 'vitest';
import { storedBytes, storedData } from '../../src/pack/stored.ts';

const data = {
  name: '统一 “pack”',
  none: null,
  list: [1, { deep: Int32Array.of(-1, 2 ** 30, 0) }, []],
  bytes: Uint8Array.of(1, 2, 255),
  short: Uint16Array.of(65535, 1),
  empty: new Int32Array(0),
};

it('gives data back with its arrays', () => {
  expect(storedData(storedBytes(data))).toEqual(data);
});

it('gives arrays that are views of a larger buffer as themselves alone', () => {
  const piece = new Int32Array([9, 8, 7, 6]).subarray(1, 3);
  expect(storedData(storedBytes({ piece }))).toEqual({ piece: Int32Array.of(8, 7) });
});

it.each([0, 1, 3, 4, 7])('reads bytes that begin at %i in memory', (offset) => {
  const bytes = storedBytes(data);
  const room = Buffer.alloc(bytes.length + 8);
  bytes.copy(room, offset);
  expect(storedData(room.subarray(offset, offset + bytes.length))).toEqual(data);
});

it('is the same for the same data, in the same byte order everywhere', () => {
  expect(storedBytes(data).equals(storedBytes(structuredClone(data)))).toBe(true);
  const bytes = storedBytes({ a: Int32Array.of(0x01020304) });
  expect([...bytes.subarray(-8)]).toEqual([4, 3, 2, 1, 0, 0, 0, 0]);
});
