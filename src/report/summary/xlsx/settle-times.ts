/** Takes the time of day out of a zip, so that the same input makes the same bytes. */

/** Signatures and offsets of APPNOTE.TXT, 4.3: the end record, an entry of the directory, the time in both headers. */
const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const endLength = 22;
const entryLength = 46;
/** 1 January 1980, as early as a zip can say. */
const earliest = 0x0021 * 0x10000;

/**
 * The zip with every file dated 1 January 1980; nothing else changes.
 *
 * @param zip without a comment and of less than 4 GB, as it was just written
 */
export function settleTimes(zip: Uint8Array): Uint8Array {
  const settled = new Uint8Array(zip);
  const view = new DataView(settled.buffer);
  const end = settled.length - endLength;
  if (end < 0 || view.getUint32(end, true) !== endSignature) throw new Error('a zip has no end record');
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== entrySignature) throw new Error('a zip has a broken directory');
    view.setUint32(at + 12, earliest, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, earliest, true);
    at +=
      entryLength +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return settled;
}
