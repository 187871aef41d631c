/** Bytes to text: UTF-8, or UTF-16 with a byte order mark. */
import { isUtf8 } from 'node:buffer';
import { Failure } from '../call/failure.ts';

const strict = new TextDecoder('utf-8', { fatal: true });
const utf16 = {
  le: new TextDecoder('utf-16le', { fatal: true }),
  be: new TextDecoder('utf-16be', { fatal: true }),
};

/** The byte order of UTF-16 where a mark at the head says it. */
export function utf16Mark(bytes: Uint8Array): 'le' | 'be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'be';
  return undefined;
}

/** How many line feeds come before the first byte that is not UTF-8. */
function linesBefore(bytes: Uint8Array): number {
  let lines = 0;
  let from = 0;
  for (
    let at = bytes.indexOf(0x0a);
    at >= 0 && isUtf8(bytes.subarray(from, at));
    at = bytes.indexOf(0x0a, from)
  ) {
    lines++;
    from = at + 1;
  }
  return lines;
}

/**
 * The text of bytes, without a byte order mark.
 * @param line the line that the bytes begin on, for errors.
 * @throws Failure `not-utf8` with the line, `not-text` where they are no text at all.
 */
export function decodeBytes(bytes: Uint8Array, file: string, line = 1): string {
  const order = utf16Mark(bytes);
  if (order === undefined && bytes.includes(0)) {
    throw new Failure('the file is not text: it holds zero bytes', {
      code: 'not-text',
      file,
      line,
      hint: 'Give transcripts as text in UTF-8, or in UTF-16 with a byte order mark.',
    });
  }
  try {
    return order === undefined ? strict.decode(bytes) : utf16[order].decode(bytes);
  } catch {
    throw new Failure(
      order === undefined ? 'the text is not UTF-8' : 'the text is not UTF-16, though it is marked so',
      {
        code: 'not-utf8',
        file,
        line: order === undefined ? line + linesBefore(bytes) : line,
        hint: 'Save the file as UTF-8.',
      },
    );
  }
}
