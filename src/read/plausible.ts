/** How well bytes fit an encoding, by how common the characters are that they would be in it. */

/** The encodings that transcripts in English and Chinese come in, apart from Unicode. */
export const localEncodings = ['gb18030', 'big5', 'windows-1252'] as const;

const isTrail = (byte: number): boolean => (byte >= 0x40 && byte <= 0x7e) || (byte >= 0x80 && byte <= 0xfe);

/**
 * The share, of all that is not ASCII, of what is in the rows of common characters. GB 2312 and Big5 both put their
 * common characters (3755 and 5401 of them) in rows of their own, before the rare ones, so that a text read as the
 * wrong one of them strays into the rare rows.
 */
function shareOfPairs(
  bytes: Uint8Array,
  isCommon: (lead: number, trail: number) => boolean,
): number | undefined {
  let all = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at++) {
    const lead = bytes[at]!;
    if (lead < 0x80) continue;
    all++;
    const trail = bytes[at + 1] ?? 0;
    if (!isTrail(trail)) continue;
    at++;
    if (isCommon(lead, trail)) common++;
  }
  return all === 0 ? undefined : common / all;
}

/** Curly quotes, dashes, the ellipsis, the signs of euro, pound, degree, copyright and the like in windows-1252. */
const signs = new Set([
  0x80, 0x85, 0x91, 0x92, 0x93, 0x94, 0x95, 0x96, 0x97, 0x99, 0xa0, 0xa1, 0xa3, 0xa9, 0xab, 0xae, 0xb0, 0xb7,
  0xbb, 0xbd, 0xbf,
]);

/** The share of signs, and of letters with an accent that stand in a word of plain ones. */
function shareOfAccents(bytes: Uint8Array): number | undefined {
  const isPlain = (byte: number | undefined): boolean =>
    byte !== undefined && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a));
  let all = 0;
  let common = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    all++;
    const isLetter = byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7;
    const before = bytes[at - 1];
    const after = bytes[at + 1];
    if (
      isLetter
        ? isPlain(before) || isPlain(after)
        : signs.has(byte) && !(after !== undefined && after >= 0xc0)
    )
      common++;
  }
  return all === 0 ? undefined : common / all;
}

/** From 0 to 1, how well bytes fit an encoding; 0 for one that nothing is known of, undefined for plain ASCII. */
export function fit(bytes: Uint8Array, encoding: string): number | undefined {
  switch (encoding) {
    case 'gb18030':
    case 'gbk':
      return shareOfPairs(
        bytes,
        (lead, trail) => trail >= 0xa1 && ((lead >= 0xb0 && lead <= 0xd7) || (lead >= 0xa1 && lead <= 0xa3)),
      );
    case 'big5':
      return shareOfPairs(
        bytes,
        (lead, trail) => lead >= 0xa1 && lead <= 0xc6 && (trail <= 0x7e || trail >= 0xa1),
      );
    case 'windows-1252':
      return shareOfAccents(bytes);
    default:
      return 0;
  }
}
