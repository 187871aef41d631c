/** Where the code units of a decoded text stand in its bytes. */
import type { ScriptEncoding } from './document.ts';
import { decoderName } from './encode.ts';

/**
 * The byte offset of each of some UTF-16 offsets of a text.
 * @param bytes what `source` was decoded from, a byte order mark included.
 * @param offsets ascending; none between the halves of a surrogate pair.
 */
export function byteOffsets(
  bytes: Uint8Array,
  source: string,
  encoding: ScriptEncoding,
  offsets: readonly number[],
): readonly number[] {
  const mark = markLength(bytes, encoding);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return offsets.map((offset) => mark + offset * 2);
  const isUtf8 = encoding === 'utf-8' || encoding === 'utf-8-bom';
  if (isUtf8 && Buffer.byteLength(source) + mark === bytes.length) {
    let at = mark;
    let before = 0;
    return offsets.map((offset) => {
      at += Buffer.byteLength(source.slice(before, offset));
      before = offset;
      return at;
    });
  }
  // The decoder itself says after which byte a character is whole; damage in the bytes is where it says it is.
  const decoder = new TextDecoder(decoderName(encoding));
  const found: number[] = [];
  let read = 0;
  let end = mark;
  for (let at = 0; at <= bytes.length && found.length < offsets.length; at++) {
    while (found.length < offsets.length && read >= offsets[found.length]!) found.push(end);
    if (at === bytes.length) break;
    const { length } = decoder.decode(bytes.subarray(at, at + 1), { stream: true });
    read += length;
    if (length > 0) end = at + 1;
  }
  while (found.length < offsets.length) found.push(bytes.length);
  return found;
}

function markLength(bytes: Uint8Array, encoding: ScriptEncoding): number {
  const [a, b] = bytes;
  if (encoding === 'utf-16le') return a === 0xff && b === 0xfe ? 2 : 0;
  if (encoding === 'utf-16be') return a === 0xfe && b === 0xff ? 2 : 0;
  return encoding === 'utf-8-bom' ? 3 : 0;
}
