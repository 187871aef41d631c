/** Tables and lists of calls that are too large to be held. */
import { isAscii } from 'node:buffer';
import type { Failure } from '../call/failure.ts';
import type { DecodeOptions } from './decode.ts';
import { decodePieces } from './decode-pieces.ts';
import type { EncodingChoice } from './encoding.ts';
import { goOn, type Pieces } from './go-on.ts';
import type { ReadCall, Reading } from './reading.ts';

/** A table or a list of more bytes than this is streamed; up to this it is held. */
const largeSize = 1 << 22;

/** Begins to stream what is large and holds many calls; else gives what was taken of it so far. */
export async function streamLarge(
  format: 'csv' | 'json',
  {
    taken,
    pieces,
    choice,
  }: { readonly taken: readonly Uint8Array[]; readonly pieces: Pieces; readonly choice: EncodingChoice },
  reading: Reading,
  decoding: DecodeOptions,
): Promise<{
  readonly begun: readonly Uint8Array[];
  readonly streamed?: AsyncGenerator<ReadCall | Failure>;
}> {
  const begun = [...taken];
  let size = begun.reduce((sum, { length }) => sum + length, 0);
  while (size < largeSize) {
    const next = await pieces.next();
    if (next.done === true) return { begun };
    begun.push(next.value);
    size += next.value.length;
  }
  const bytes = Buffer.concat(begun);
  let isStreamed = false;
  const told: Failure[] = [];
  // What is held after all is decoded once more, and tells then.
  const warn = (warning: Failure): void => void (isStreamed ? decoding.warn?.(warning) : told.push(warning));
  const texts = decodePieces(goOn([bytes], pieces), choice, isAscii(bytes), reading.file, {
    ...decoding,
    warn,
  });
  const first = String((await texts.next()).value);
  const streamed =
    format === 'csv'
      ? await (await import('./csv.ts')).streamCsv(first, texts, reading, warn)
      : await (await import('./json-stream.ts')).streamJson(first, texts, reading);
  if (streamed === undefined) return { begun };
  isStreamed = true;
  for (const warning of told) decoding.warn?.(warning);
  return { begun, streamed };
}
