/** JSONL: one canonical call a line, streamed, so that a file may be larger than memory. */
import { hash } from 'node:crypto';
import { Failure } from '../call/failure.ts';
import { decodeBytes } from './bytes.ts';
import { checkCall } from './canonical.ts';
import { scanJson } from './json-scan.ts';
import type { ReadCall, Reading } from './reading.ts';

const newline = 0x0a;

/** The lines of a stream of bytes, without their line feeds. */
async function* byteLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      const piece = chunk.subarray(from, at);
      if (rest.length === 0) yield piece;
      else {
        yield Buffer.concat([...rest, piece]);
        rest = [];
      }
      from = at + 1;
    }
    if (from < chunk.length) rest.push(chunk.subarray(from));
  }
  if (rest.length > 0) yield rest.length === 1 ? rest[0]! : Buffer.concat(rest);
}

function isBlank(line: Uint8Array): boolean {
  return line.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);
}

/** The value of a line. @throws Failure `json-syntax` with the column. */
function parseLine(text: string, file: string, line: number): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const { error } = scanJson(text);
    throw new Failure(`not JSON: ${error?.message ?? 'the line cannot be read'}`, {
      code: 'json-syntax',
      file,
      line,
      column: (error?.offset ?? 0) + 1,
      hint: 'In JSONL each line is one whole call.',
    });
  }
}

/**
 * Reads the calls of a JSONL stream; a line that is no call is a Failure with its line, and the others are calls.
 * The hash of a call is that of its line's bytes, without the line's end.
 */
export async function* readJsonl(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  reading: Pick<Reading, 'file' | 'name' | 'labelOf'>,
): AsyncGenerator<ReadCall | Failure> {
  const { file, name, labelOf } = reading;
  let line = 0;
  let count = 0;
  for await (const raw of byteLines(chunks)) {
    line++;
    if (isBlank(raw)) continue;
    count++;
    const bytes = raw.at(-1) === 0x0d ? raw.subarray(0, -1) : raw;
    try {
      const value = parseLine(decodeBytes(bytes, file, line), file, line);
      const call = checkCall(value, `${name}#${count}`, { file, line }, labelOf);
      yield { call, source: { path: file, line, sha256: hash('sha256', bytes) } };
    } catch (caught) {
      if (!(caught instanceof Failure)) throw caught;
      yield caught;
    }
  }
}
