/** What a zip says that it unpacks to (PKWARE APPNOTE 6.3, sections 4.3.12 and 4.3.16), read without unpacking it. */

const endSign = 0x06054b50;
const entrySign = 0x02014b50;
const endLength = 22;
const entryLength = 46;
/** A comment stands behind the end of the directory, and no longer one fits. */
const longestComment = 0xffff;

/** The sum of the sizes that the directory of a zip gives, in bytes; undefined for what is no zip or is cut. */
export function unpackedSize(bytes: Uint8Array): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const lowest = Math.max(0, bytes.length - endLength - longestComment);
  let end = bytes.length - endLength;
  while (end >= lowest && view.getUint32(end, true) !== endSign) end--;
  if (end < lowest) return undefined;
  let sum = 0;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (at + entryLength > bytes.length || view.getUint32(at, true) !== entrySign) return undefined;
    // A size too large for its field (0xffffffff) counts as that much, which is too much anyway.
    sum += view.getUint32(at + 24, true);
    const names =
      view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    at += entryLength + names;
  }
  return sum;
}
