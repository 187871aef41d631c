/** JSONL: one call a line, streamed, so that a file may be larger than memory. */
import { hash } from 'node:crypto';
import type { Call } from '../call/call.ts';
import { Failure } from '../call/failure.ts';
import { isBlank } from './blank-line.ts';
import type { DecodeLine } from './decode.ts';
import { jsonCalls, type Found } from './json-calls.ts';
import { brokenOff } from './json.ts';
import { deeperThan, scanJson } from './json-scan.ts';
import { overLimit, type Limits } from './limits.ts';
import type { ReadCall, Reading } from './reading.ts';

/** What a reader of lines knows of their file. */
export type LineReading = Pick<
  Reading,
  'file' | 'name' | 'labelOf' | 'limits' | 'vendor' | 'verbose' | 'warn'
>;

/** How many lines of a file stand before some part of it, and how many of them are not blank. */
export interface LinesBefore {
  readonly lines: number;
  readonly filled: number;
}

const newline = 0x0a;

/**
 * The lines of a stream of bytes, without their line feeds.
 * @throws Failure `limit-line-size` at the line that grows too long.
 */
async function* byteLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limits: Limits,
  file: string,
): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  let held = 0;
  let line = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      const piece = chunk.subarray(from, at);
      if (rest.length === 0) yield piece;
      else {
        yield Buffer.concat([...rest, piece]);
        rest = [];
        held = 0;
      }
      line++;
      from = at + 1;
    }
    if (from === chunk.length) continue;
    rest.push(chunk.subarray(from));
    held += chunk.length - from;
    if (held > limits['line-size']) {
      throw overLimit('line-size', `the line holds more than ${held} bytes`, limits, { file, line });
    }
  }
  if (rest.length > 0) yield rest.length === 1 ? rest[0]! : Buffer.concat(rest);
}

/** What an error in a line leaves of its call, and the failures `json-syntax` or `limit-nesting` with the column. */
async function brokenLine(
  text: string,
  file: string,
  line: number,
  limits: Limits,
  read: (value: unknown) => Found | Promise<Found>,
): Promise<readonly (Call | Failure)[]> {
  const scan = scanJson(text, limits.nesting);
  const { message = 'the line cannot be read', offset = 0, isTooDeep = false } = scan.error ?? {};
  const place = { line, column: offset + 1 };
  const left: (Call | Failure)[] = [];
  for await (const call of brokenOff(scan, place, read)) left.push(call);
  const failure = isTooDeep
    ? overLimit('nesting', message, limits, { file, ...place })
    : new Failure(`not JSON: ${message}`, {
        code: 'json-syntax',
        file,
        ...place,
        hint: 'In JSONL each line is one whole call.',
      });
  return [...left, failure];
}

/** The value of a line; undefined where it has none that may be used. */
function valueOf(text: string, limits: Limits): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return deeperThan(text, limits.nesting) === undefined ? { value } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads the calls of a JSONL stream; a line that is no call is a Failure with its line, and the others are calls.
 * The hash of a call is that of its line's bytes, without the line's end. Of a line that breaks off, the turns before
 * the break are kept.
 * @param before what of the same file stands before the stream: lines, and those of them that are not blank.
 */
export async function* readJsonl(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  reading: LineReading,
  decode: DecodeLine,
  before: LinesBefore = { lines: 0, filled: 0 },
): AsyncGenerator<ReadCall | Failure> {
  const { file, name, limits } = reading;
  let line = before.lines;
  let count = before.filled;
  for await (const raw of byteLines(chunks, limits, file)) {
    line++;
    if (isBlank(raw)) continue;
    count++;
    const bytes = raw.at(-1) === 0x0d ? raw.subarray(0, -1) : raw;
    const callsOf = (value: unknown) => jsonCalls(value, `${name}#${count}`, { file, line }, reading);
    try {
      const decoded = decode(bytes, line);
      // Awaiting what needs no waiting would cost a tick for each of a million lines.
      const text = typeof decoded === 'string' ? decoded : await decoded;
      const parsed = valueOf(text, limits);
      const found =
        parsed === undefined ? brokenLine(text, file, line, limits, callsOf) : callsOf(parsed.value);
      for (const item of Symbol.iterator in found ? found : await found) {
        if (item instanceof Failure) yield item;
        else yield { call: item, source: { path: file, line, sha256: hash('sha256', bytes) } };
      }
    } catch (caught) {
      if (!(caught instanceof Failure)) throw caught;
      yield caught;
    }
  }
}
