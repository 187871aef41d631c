/** Transcripts in: takes sources, gives calls; what cannot be read is a failure in its place, and the rest goes on. */
import { hash } from 'node:crypto';
import type { Speaker } from '../call/call.ts';
import { Failure } from '../call/failure.ts';
import { decodeBytes, utf16Mark } from './bytes.ts';
import { readCsv } from './csv.ts';
import { readJson } from './json.ts';
import { readJsonl } from './jsonl.ts';
import { labelReader } from './labels.ts';
import type { ReadCall, ReadFailure, Reading } from './reading.ts';
import { sniff, type InputFormat } from './sniff.ts';
import { unreadable, type Source } from './sources.ts';
import { readText } from './text.ts';

export interface ReadOptions {
  /** The format of every source; told from the content where it is absent. */
  readonly inputFormat?: InputFormat;
  /** Field to column header, for tables: `{speaker: '角色', text: '内容'}`. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The user's own labels, which win over the tables. */
  readonly speakers?: ReadonlyMap<string, Speaker>;
  /** Takes one line a source: what it was taken for, and why. */
  readonly verbose?: (line: string) => void;
}

type Items = AsyncIterable<ReadCall | Failure> | Iterable<ReadCall | Failure>;

const wholeReaders: Readonly<
  Record<Exclude<InputFormat, 'jsonl'>, (text: string, reading: Reading) => Items>
> = {
  text: readText,
  json: readJson,
  csv: readCsv,
};

const headSize = 1 << 16;

/** Takes pieces until they hold the source's beginning with its first line whole; the rest can still be read. */
async function takeHead(pieces: AsyncIterator<Uint8Array> | Iterator<Uint8Array>) {
  const taken: Uint8Array[] = [];
  let size = 0;
  let hasLine = false;
  while (size < headSize || !hasLine) {
    const next = await pieces.next();
    if (next.done === true) return { taken, whole: true };
    taken.push(next.value);
    size += next.value.length;
    hasLine ||= next.value.includes(0x0a);
  }
  return { taken, whole: false };
}

async function* goOn(
  taken: readonly Uint8Array[],
  pieces: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* taken;
  for (let next = await pieces.next(); next.done !== true; next = await pieces.next()) yield next.value;
}

async function* readItems(
  source: Source,
  pieces: AsyncIterator<Uint8Array> | Iterator<Uint8Array>,
  options: ReadOptions,
): AsyncGenerator<ReadCall | Failure> {
  const { path: file, name } = source;
  const { inputFormat, columns = {}, verbose } = options;
  const labelOf = readersOf(options);
  const { taken, whole } = await takeHead(pieces);
  const head = taken.length === 1 ? taken[0]! : Buffer.concat(taken);
  const order = utf16Mark(head);
  const isBlank = whole && head.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
  if (isBlank) {
    throw new Failure('the file is empty', {
      code: 'input-empty',
      file,
      hint: 'A transcript has at least one turn.',
    });
  }
  const { format, reason } =
    inputFormat === undefined
      ? sniff(headText(head, order), whole, file, labelOf, columns)
      : { format: inputFormat, reason: 'it was said so' };
  verbose?.(`${file}: ${format}, since ${reason}`);
  if (format === 'jsonl' && order === undefined) {
    yield* readJsonl(goOn(taken, pieces), { file, name, labelOf });
    return;
  }
  const bytes = whole ? head : await collect(goOn(taken, pieces));
  const text = decodeBytes(bytes, file);
  if (format === 'jsonl') {
    yield* readJsonl([Buffer.from(text)], { file, name, labelOf });
    return;
  }
  yield* wholeReaders[format](text, { file, name, sha256: hash('sha256', bytes), labelOf, columns });
}

/** The text of a head, whose last character may be cut; what cannot be decoded shows when the whole is. */
function headText(head: Uint8Array, order: 'le' | 'be' | undefined): string {
  return new TextDecoder(order === undefined ? 'utf-8' : `utf-16${order}`).decode(head);
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

/** One label reader per set of labels, so that 100,000 files share what was read. */
const labelReaders = new WeakMap<ReadonlyMap<string, Speaker>, ReturnType<typeof labelReader>>();
const plainLabels = labelReader();
function readersOf({ speakers }: ReadOptions): ReturnType<typeof labelReader> {
  if (speakers === undefined) return plainLabels;
  const reader = labelReaders.get(speakers) ?? labelReader(speakers);
  labelReaders.set(speakers, reader);
  return reader;
}

/**
 * The calls of one source, in its order. A file, line, row or call that cannot be read is a failure with its place,
 * code and hint. Calls without an id get the file's name, with `#n` for the nth of a file that holds many.
 */
export async function* readCalls(
  source: Source,
  options: ReadOptions = {},
): AsyncGenerator<ReadCall | ReadFailure> {
  const { path } = source;
  const chunks = source.chunks();
  const pieces = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  try {
    for await (const item of readItems(source, pieces, options)) {
      yield item instanceof Failure ? { failure: item, path } : item;
    }
  } catch (error) {
    yield { failure: error instanceof Failure ? error : unreadable(error, path), path };
  } finally {
    await pieces.return?.();
  }
}
