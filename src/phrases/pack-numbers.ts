/** Lists of whole numbers as short text: a compiled pack holds hundreds of thousands, which JSON is slow to parse. */

/** Numbers as base64 of variable-length integers: seven bits a byte, lowest first, the sign in the lowest bit. */
export function packNumbers(numbers: readonly number[]): string {
  const bytes: number[] = [];
  for (const number of numbers) {
    let rest = number < 0 ? -number * 2 - 1 : number * 2;
    while (rest >= 0x80) {
      bytes.push((rest & 0x7f) | 0x80);
      rest = Math.floor(rest / 0x80);
    }
    bytes.push(rest);
  }
  return Buffer.from(bytes).toString('base64');
}

/** The numbers that `packNumbers` packed, each within 31 bits. */
export function unpackNumbers(packed: string): Int32Array {
  const bytes = Buffer.from(packed, 'base64');
  const numbers = new Int32Array(bytes.length);
  let count = 0;
  for (let at = 0; at < bytes.length;) {
    let value = 0;
    let shift = 0;
    let byte: number;
    do {
      byte = bytes[at++]!;
      value |= (byte & 0x7f) << shift;
      shift += 7;
    } while (byte >= 0x80);
    numbers[count++] = (value & 1) === 1 ? -((value + 1) >>> 1) : value >>> 1;
  }
  return numbers.subarray(0, count);
}
