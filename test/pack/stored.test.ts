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

/** Bytes as threads share them. */
function shared(bytes: Uint8Array): SharedArrayBuffer {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy.buffer;
}

it.each([
  ['memory of its own', (bytes: Uint8Array) => new Uint8Array(bytes).buffer],
  ['memory that threads share', shared],
])('gives data back with its arrays, from %s', (_, memoryOf) => {
  expect(storedData(memoryOf(storedBytes(data)))).toEqual(data);
});

it('gives arrays that are views of a larger buffer as themselves alone', () => {
  const piece = new Int32Array([9, 8, 7, 6]).subarray(1, 3);
  expect(storedData(shared(storedBytes({ piece })))).toEqual({ piece: Int32Array.of(8, 7) });
});

it('reads arrays where they are', () => {
  const memory = shared(storedBytes({ one: Int32Array.of(1, 2) }));
  const { one } = storedData(memory) as { one: Int32Array };
  expect(one.buffer).toBe(memory);
});

it('is the same for the same data, in the same byte order everywhere', () => {
  expect(storedBytes(data).equals(storedBytes(structuredClone(data)))).toBe(true);
  const bytes = storedBytes({ a: Int32Array.of(0x01020304) });
  expect([...bytes.subarray(-8)]).toEqual([4, 3, 2, 1, 0, 0, 0, 0]);
});
