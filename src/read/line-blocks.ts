/** Lines of JSONL in blocks, as bytes, for another thread to read. */
import { isAscii } from 'node:buffer';
import type { Failure } from '../call/failure.ts';
import type { DecodeLine } from './decode.ts';
import { encodingOf } from './encoding.ts';
import { isBlank } from './blank-line.ts';
import { readJsonl, type LineReading, type LinesBefore } from './jsonl.ts';
import { overLimit } from './limits.ts';
import type { ReadCall } from './reading.ts';

/** Whole lines of a file, in UTF-8. */
export interface LineBlock {
  /** The only view of its buffer, so that it can be handed to another thread. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly before: LinesBefore;
}

/** A block ends with the last line that fits into so many bytes, and holds at least one. */
const blockSize = 1 << 16;
const newline = 0x0a;

/**
 * The lines of a stream as blocks. A stream that begins in plain ASCII and turns out to be in another encoding than
 * UTF-8 comes as calls from there on.
 * @param beginsPlain whether the stream's beginning is plain ASCII.
 * @throws Failure `limit-line-size` at the line that grows too long, after what came before it.
 */
export async function* lineBlocks(
  chunks: AsyncIterable<Uint8Array>,
  reading: LineReading,
  decode: DecodeLine,
  beginsPlain: boolean,
): AsyncGenerator<LineBlock | ReadCall | Failure> {
  const { file, limits } = reading;
  const pieces = cut(chunks, limits['line-size']);
  let isOpen = beginsPlain;
  let before: LinesBefore = { lines: 0, filled: 0 };
  for await (const { bytes, isTooLong } of pieces) {
    if (isTooLong) {
      const line = before.lines + 1;
      throw overLimit('line-size', `the line holds more than ${limits['line-size']} bytes`, limits, {
        file,
        line,
      });
    }
    if (isOpen && !isAscii(bytes)) {
      isOpen = false;
      const found = await encodingOf(firstOfDoubt(bytes));
      if (found !== undefined && !found.encoding.startsWith('utf-')) {
        yield* readJsonl(andOn(bytes, pieces), reading, decode, before);
        return;
      }
    }
    yield { bytes, before };
    before = linesAfter(before, bytes);
  }
}

interface Piece {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** It holds no line end, and as much as a line may. */
  readonly isTooLong: boolean;
}

/** Cuts a stream behind line ends, wherever its chunks end. */
async function* cut(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<Piece> {
  let held: Uint8Array[] = [];
  let size = 0;
  /** How many bytes of what is held are known to have no line end. */
  let searched = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    size += chunk.length;
    while (size >= blockSize) {
      if (searched >= blockSize && !chunk.includes(newline)) {
        searched = size;
        break;
      }
      const all = held.length === 1 ? held[0]! : Buffer.concat(held, size);
      const last = all.lastIndexOf(newline, blockSize - 1);
      const end = last >= 0 ? last : all.indexOf(newline, blockSize);
      if (end < 0) {
        searched = size;
        held = [all];
        break;
      }
      yield { bytes: copied(all.subarray(0, end + 1)), isTooLong: end >= longest && last < 0 };
      held = end + 1 === size ? [] : [all.subarray(end + 1)];
      size -= end + 1;
      searched = 0;
    }
    if (searched > longest) {
      yield { bytes: copied(Buffer.concat(held, size)), isTooLong: true };
      return;
    }
  }
  if (size > 0) yield { bytes: copied(Buffer.concat(held, size)), isTooLong: false };
}

function copied(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes);
}

async function* andOn(first: Uint8Array, pieces: AsyncGenerator<Piece>): AsyncGenerator<Uint8Array> {
  yield first;
  for await (const { bytes } of pieces) yield bytes;
}

/** The first line that holds more than ASCII. */
function firstOfDoubt(bytes: Uint8Array): Uint8Array {
  for (let from = 0; from < bytes.length;) {
    const at = bytes.indexOf(newline, from);
    const end = at < 0 ? bytes.length : at;
    if (!isAscii(bytes.subarray(from, end))) return bytes.subarray(from, end);
    from = end + 1;
  }
  return bytes;
}

function linesAfter({ lines, filled }: LinesBefore, bytes: Uint8Array): LinesBefore {
  for (let from = 0; from < bytes.length;) {
    const at = bytes.indexOf(newline, from);
    const end = at < 0 ? bytes.length : at;
    lines++;
    // Nearly every line shows at its first byte that it is not blank.
    if (bytes[from]! > 0x20 || !isBlank(bytes.subarray(from, end))) filled++;
    from = end + 1;
  }
  return { lines, filled };
}
