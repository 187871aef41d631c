/** Plain data with typed arrays in it, as bytes: what is read back needs no parsing but that of its small part. */
import { endianness } from 'node:os';

const kinds = { Uint8Array, Uint16Array, Int32Array } as const;
type Kind = keyof typeof kinds;
type Numbers = InstanceType<(typeof kinds)[Kind]>;

interface Header {
  /** The data, with null in the place of each typed array. */
  readonly data: unknown;
  readonly arrays: readonly {
    readonly path: readonly string[];
    readonly kind: Kind;
    /** In bytes, from the end of the header. */
    readonly at: number;
    /** In numbers. */
    readonly length: number;
  }[];
}

/** Arrays begin at multiples of so many bytes. */
const alignment = 8;

/**
 * The bytes of plain data: the header's length as a number of 32 bits, the header in JSON, the arrays; little-endian
 * wherever it is written.
 */
export function storedBytes(data: unknown): Buffer {
  const arrays: Header['arrays'][number][] = [];
  const parts: Buffer[] = [];
  let at = 0;
  const bare = (value: unknown, path: readonly string[]): unknown => {
    if (ArrayBuffer.isView(value)) {
      const numbers = value as Numbers;
      const bytes = inLittleEndian(Buffer.from(numbers.slice().buffer), numbers.BYTES_PER_ELEMENT);
      arrays.push({ path, kind: numbers.constructor.name as Kind, at, length: numbers.length });
      parts.push(bytes, Buffer.alloc(padding(bytes.length)));
      at += bytes.length + padding(bytes.length);
      return null;
    }
    if (Array.isArray(value)) return value.map((each, index) => bare(each, [...path, String(index)]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, bare(each, [...path, key])]));
  };
  const header = Buffer.from(JSON.stringify({ data: bare(data, []), arrays } satisfies Header));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(header.length);
  return Buffer.concat([length, header, Buffer.alloc(padding(4 + header.length)), ...parts]);
}

/** The data of bytes that `storedBytes` made; its arrays are views of the bytes, where threads that share them need no other. */
export function storedData(memory: ArrayBuffer | SharedArrayBuffer): unknown {
  const bytes = Buffer.from(memory as ArrayBuffer);
  const length = bytes.readUInt32LE(0);
  const { data, arrays } = JSON.parse(bytes.toString('utf8', 4, 4 + length)) as Header;
  const begin = 4 + length + padding(4 + length);
  for (const { path, kind, at, length: count } of arrays) {
    const Numbers = kinds[kind];
    const place = begin + at;
    const numbers =
      endianness() === 'LE'
        ? new Numbers(memory as ArrayBuffer, place, count)
        : swapped(bytes.subarray(place, place + count * Numbers.BYTES_PER_ELEMENT), Numbers);
    const parent = path.slice(0, -1).reduce((value, key) => (value as Record<string, unknown>)[key], data);
    (parent as Record<string, unknown>)[path.at(-1)!] = numbers;
  }
  return data;
}

/** Numbers of little-endian bytes where the machine has the other order: a copy, since others may read the bytes. */
function swapped(bytes: Buffer, Numbers: (typeof kinds)[Kind]): Numbers {
  const own = new Uint8Array(bytes).buffer;
  inLittleEndian(Buffer.from(own), Numbers.BYTES_PER_ELEMENT);
  return new Numbers(own);
}

function padding(length: number): number {
  return -length & (alignment - 1);
}

/** Bytes of numbers of this machine in little-endian order, or the other way round; in place. */
function inLittleEndian(bytes: Buffer, size: number): Buffer {
  if (endianness() === 'LE' || size === 1) return bytes;
  return size === 2 ? bytes.swap16() : bytes.swap32();
}
