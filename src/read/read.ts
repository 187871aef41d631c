/** Transcripts in: takes sources, gives calls; what cannot be read is a failure in its place, and the rest goes on. */
import { isAscii } from 'node:buffer';
import { hash } from 'node:crypto';
import type { Speaker } from '../call/call.ts';
import { Failure } from '../call/failure.ts';
import { decodeBytes } from './bytes.ts';
import { decodeAs, decodeText, lineDecoder, type DecodeLine } from './decode.ts';
import { encodingOf, type EncodingChoice } from './encoding.ts';
import { goOn, type Pieces } from './go-on.ts';
import { gunzip, gzipBroken, isGzip } from './gzip.ts';
import type { InputFormat, OwnFormat } from './input-format.ts';
import type { LineReading } from './jsonl.ts';
import { labelKey, labelReader } from './labels.ts';
import { limitsOf, overLimit, type Limits } from './limits.ts';
import type { LineBlock } from './line-blocks.ts';
import { pageFailure, scriptWarning } from './not-talk.ts';
import { notText } from './not-text.ts';
import { ownOutput, ownOutputRead } from './own-output.ts';
import type { ReadCall, ReadFailure, Reading, Warn } from './reading.ts';
import { sniff, type Sniffed } from './sniff.ts';
import { unreadable, type Source } from './sources.ts';
import { unreadDate } from './unread-date.ts';
import { isVendorFormat, type VendorFormat } from './vendors/formats.ts';

export interface ReadOptions {
  /** The format of every source; told from the content where it is absent. */
  readonly inputFormat?: InputFormat;
  /** The encoding of every source, a label of the Encoding Standard; told from the content where it is absent. */
  readonly encoding?: string;
  /** Field to column header, for tables: `{speaker: '角色', text: '内容'}`. */
  readonly columns?: Readonly<Record<string, string>>;
  /** The user's own labels, which win over the tables. */
  readonly speakers?: ReadonlyMap<string, Speaker>;
  /** Limits other than the usual ones. */
  readonly limits?: Partial<Limits>;
  /** Takes one line a source: what it was taken for, and why. */
  readonly verbose?: (line: string) => void;
  /** Takes what was read and may be wrong, such as characters that an encoding could not give. */
  readonly warn?: Warn;
}

type Items = AsyncIterable<ReadCall | Failure> | Iterable<ReadCall | Failure>;

type WholeReader = (text: string, reading: Reading) => Items;

/** Each format's reader is loaded when the first source of it comes. */
const wholeReaders: Readonly<Record<Exclude<OwnFormat, 'jsonl'>, () => Promise<WholeReader>>> = {
  text: async () => (await import('./text.ts')).readText,
  json: async () => (await import('./json.ts')).readJson,
  csv: async () => (await import('./csv.ts')).readCsv,
  vtt: async () => (await import('./webvtt.ts')).readWebvtt,
  srt: async () => (await import('./srt.ts')).readSrt,
};

const headSize = 1 << 16;

/** Takes pieces until they hold the source's beginning with its first line whole; the rest can still be read. */
async function takeHead(pieces: Pieces, file: string, limits: Limits) {
  const taken: Uint8Array[] = [];
  let size = 0;
  let hasLine = false;
  while (size < headSize || !hasLine) {
    const next = await pieces.next();
    if (next.done === true) return { taken, whole: true };
    taken.push(next.value);
    size += next.value.length;
    hasLine ||= next.value.includes(0x0a) || isGzip(taken[0]!);
    checkSize(size, file, limits);
  }
  return { taken, whole: false };
}

function checkSize(size: number, file: string, limits: Limits): void {
  if (size > limits['file-size']) {
    throw overLimit('file-size', `the file holds more than ${limits['file-size']} bytes`, limits, { file });
  }
}

/** A source's bytes, unpacked as often as they are packed, and what broke their packing. */
interface Unpacked {
  readonly taken: readonly Uint8Array[];
  readonly head: Uint8Array;
  readonly whole: boolean;
  readonly pieces: Pieces;
  /** How many gzips they came out of. */
  readonly depth: number;
}

/** A piece without the UTF-8 character that its end cuts. */
function withoutCutCharacter(piece: Uint8Array): Uint8Array {
  for (let back = 1; back <= 3 && back <= piece.length; back++) {
    const byte = piece.at(-back)!;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return back < length ? piece.subarray(0, -back) : piece;
  }
  return piece;
}

/** Pieces up to where their packing breaks, which is told and does not lose what came before. */
async function* untilBroken(
  pieces: AsyncGenerator<Uint8Array>,
  tell: (failure: Failure) => void,
): AsyncGenerator<Uint8Array> {
  let held: Uint8Array | undefined;
  try {
    for await (const piece of pieces) {
      if (held !== undefined) yield held;
      held = piece;
    }
    if (held !== undefined) yield held;
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== gzipBroken) throw error;
    tell(error);
    if (held !== undefined) yield withoutCutCharacter(held);
  }
}

async function unpack(
  source: Pieces,
  file: string,
  limits: Limits,
  tell: (failure: Failure) => void,
): Promise<Unpacked> {
  let pieces = source;
  for (let depth = 0; ; depth++) {
    const { taken, whole } = await takeHead(pieces, file, limits);
    const head = taken.length === 1 ? taken[0]! : Buffer.concat(taken);
    if (!isGzip(head)) return { taken, head, whole, pieces, depth };
    if (depth >= limits['gzip-depth']) {
      throw overLimit('gzip-depth', `gzips stand more than ${depth} deep in one another`, limits, { file });
    }
    pieces = untilBroken(gunzip(goOn(taken, pieces), file, limits), tell);
  }
}

/** Reads the lines of a JSONL source whose encoding is known. */
type LinesReader<Item> = (
  chunks: AsyncIterable<Uint8Array>,
  reading: LineReading,
  decode: DecodeLine,
  encoding: { readonly choice: EncodingChoice; readonly beginsPlain: boolean },
) => Promise<AsyncIterable<Item>>;

/** Reads lines as calls. */
const readLineCalls: LinesReader<ReadCall | Failure> = async (chunks, reading, decode) =>
  (await import('./jsonl.ts')).readJsonl(chunks, reading, decode);

async function* readItems<Item>(
  source: Source,
  sourcePieces: Pieces,
  options: ReadOptions,
  readLines: LinesReader<Item>,
): AsyncGenerator<ReadCall | Failure | Item> {
  const { path: file, name } = source;
  const { inputFormat, columns = {}, encoding, warn, verbose } = options;
  const labelOf = readersOf(options);
  const limits = limitsOf(options.limits);
  let broken: Failure | undefined;
  const unpacked = await unpack(sourcePieces, file, limits, (failure) => (broken ??= failure));
  const { taken, head, whole, pieces, depth } = unpacked;
  try {
    if (whole && head.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))) {
      throw (
        broken ??
        new Failure('the file is empty', {
          code: 'input-empty',
          file,
          hint: 'A transcript has at least one turn.',
        })
      );
    }
    const choice = await encodingOf(wholeLines(head, whole), encoding);
    if (choice === undefined) throw notText(head, file);
    const text = decodeAs(choice.encoding, head, file);
    const own = ownOutput(text);
    if (own !== undefined) {
      const failure = ownOutputRead(file, own, source.isFound === true);
      if (source.isFound !== true) throw failure;
      warn?.(failure);
      return;
    }
    const { format, reason, vendor } = formatOf(inputFormat, () =>
      sniff(text, whole, file, labelOf, columns),
    );
    verbose?.(takenFor(file, vendor ?? format, reason, choice, depth));
    if (format === 'text' && inputFormat === undefined) {
      const failure = pageFailure(text, file);
      if (failure !== undefined) throw failure;
      const warning = scriptWarning(text, file);
      if (warning !== undefined) warn?.(warning);
    }
    const told = {
      ...(vendor === undefined ? {} : { vendor }),
      ...(verbose === undefined ? {} : { verbose }),
      ...(warn === undefined ? {} : { warn }),
    };
    const ofLines = { file, name, labelOf, limits, ...told };
    const decoding = { encoding, warn };
    if (format === 'jsonl' && !choice.encoding.startsWith('utf-16')) {
      const beginsPlain = isAscii(head);
      const decode = lineDecoder(file, choice, beginsPlain, decoding);
      yield* await readLines(goOn(taken, pieces), ofLines, decode, { choice, beginsPlain });
    } else {
      const reading = { file, name, sha256: '', labelOf, columns, limits, ...told };
      const { begun, streamed } =
        whole || (format !== 'csv' && format !== 'json')
          ? { begun: taken }
          : await (
              await import('./stream-large.ts')
            ).streamLarge(format, { taken, pieces, choice }, reading, decoding);
      if (streamed !== undefined) {
        yield* streamed;
        if (broken !== undefined) yield broken;
        return;
      }
      const bytes = whole ? head : await collect(goOn(begun, pieces), file, limits);
      const { text } = await decodeText(bytes, file, decoding);
      if (format === 'jsonl') {
        const utf8 = { encoding: 'utf-8', reason: 'it was read as UTF-16 before' };
        const decode = lineDecoder(file, utf8, false, {});
        const { readJsonl } = await import('./jsonl.ts');
        yield* readJsonl([Buffer.from(text)], ofLines, decode);
      } else {
        const readWhole = await wholeReaders[format]();
        yield* readWhole(text, { ...reading, sha256: hash('sha256', bytes) });
      }
    }
    if (broken !== undefined) yield broken;
  } catch (error) {
    if (broken === undefined || error === broken || !(error instanceof Failure)) throw error;
    yield error;
    yield broken;
  } finally {
    await pieces.return?.();
  }
}

/** The format that is read: as the user says, or as the content does; a vendor's comes as JSON or as lines of it. */
function formatOf(
  said: InputFormat | undefined,
  sniffed: () => Sniffed,
): Sniffed & { readonly vendor?: VendorFormat } {
  const reason = 'it was said so';
  if (said === undefined) return sniffed();
  if (!isVendorFormat(said)) return { format: said, reason };
  return { format: sniffed().format === 'jsonl' ? 'jsonl' : 'json', reason, vendor: said };
}

/** What a source was taken for, for whoever asks. */
function takenFor(
  file: string,
  format: InputFormat,
  reason: string,
  { encoding, reason: why }: EncodingChoice,
  depth: number,
): string {
  const packed = depth === 0 ? '' : ' in gzip';
  const coded = encoding === 'utf-8' ? '' : `; ${encoding}, since ${why}`;
  return `${file}: ${format}${packed}, since ${reason}${coded}`;
}

/** A head up to its last line break, where it is not the whole, so that no character of it is cut. */
function wholeLines(head: Uint8Array, whole: boolean): Uint8Array {
  const end = whole ? -1 : head.lastIndexOf(0x0a);
  return end < 0 ? head : head.subarray(0, end + 1);
}

async function collect(chunks: AsyncIterable<Uint8Array>, file: string, limits: Limits): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    all.push(chunk);
    size += chunk.length;
    checkSize(size, file, limits);
  }
  return Buffer.concat(all);
}

/** The failure of a call that is over a limit; undefined for one that is not. */
function overLimits({ call, source }: ReadCall, limits: Limits): Failure | undefined {
  const place = { file: source.path, ...(source.line === undefined ? {} : { line: source.line }) };
  const { turns } = call;
  if (turns.length > limits.turns)
    return overLimit('turns', `the call has ${turns.length} turns`, limits, place);
  const long = turns.findIndex(({ text }) => text.length > limits['turn-length']);
  if (long < 0) return undefined;
  const { length } = turns[long]!.text;
  return overLimit('turn-length', `turn ${long} is ${length} characters long`, limits, place);
}

/** What comes of a call that was read: itself, with a word on what of it may be lost, or the failure of one over a limit. */
function checked(
  item: ReadCall | Failure,
  path: string,
  limits: Limits,
  warn?: Warn,
): ReadCall | ReadFailure {
  const failure = item instanceof Failure ? item : overLimits(item, limits);
  if (failure !== undefined) return { failure, path };
  const warning = warn === undefined ? undefined : unreadDate(item as ReadCall);
  if (warning !== undefined) warn!(warning);
  return item as ReadCall;
}

/** One label reader per set of labels, so that 100,000 files share what was read. */
const labelReaders = new WeakMap<ReadonlyMap<string, Speaker>, OwnReader>();
const plainLabels = labelReader();

interface OwnReader {
  readonly labelOf: ReturnType<typeof labelReader>;
  readonly used: ReadonlySet<string>;
}

function readersOf({ speakers }: ReadOptions): ReturnType<typeof labelReader> {
  if (speakers === undefined) return plainLabels;
  const known = labelReaders.get(speakers);
  if (known !== undefined) return known.labelOf;
  const used = new Set<string>();
  const labelOf = labelReader(speakers, used);
  labelReaders.set(speakers, { labelOf, used });
  return labelOf;
}

/** Those of the user's own labels that came up in nothing that was read with them so far, as they were written. */
export function unusedLabels(speakers: ReadonlyMap<string, Speaker>): readonly string[] {
  const used = labelReaders.get(speakers)?.used;
  return [...speakers.keys()].filter((label) => used?.has(labelKey(label)) !== true);
}

/**
 * The calls of one source, in its order. A file, line, row or call that cannot be read is a failure with its place,
 * code and hint. Calls without an id get the file's name, with `#n` for the nth of a file that holds many.
 */
export async function* readCalls(
  source: Source,
  options: ReadOptions = {},
): AsyncGenerator<ReadCall | ReadFailure> {
  yield* readWith<never>(source, options, readLineCalls);
}

/**
 * The same, but JSONL in UTF-8 comes as blocks of its lines, unread, so that another thread can read them with
 * `readBlock`. Where a block ends depends on nothing but the bytes.
 */
export async function* readBlocks(
  source: Source,
  options: ReadOptions = {},
): AsyncGenerator<ReadCall | ReadFailure | LineBlock> {
  yield* readWith<LineBlock>(source, options, async (chunks, reading, decode, encoding) => {
    if (encoding.choice.encoding !== 'utf-8' || options.encoding !== undefined) {
      return readLineCalls(chunks, reading, decode, encoding);
    }
    const { lineBlocks } = await import('./line-blocks.ts');
    return lineBlocks(chunks, reading, decode, encoding.beginsPlain);
  });
}

/** The calls of a block that `readBlocks` gave of a source, read with the same options. */
export async function* readBlock(
  { path, name }: Pick<Source, 'path' | 'name'>,
  block: LineBlock,
  options: ReadOptions = {},
): AsyncGenerator<ReadCall | ReadFailure> {
  const { inputFormat, verbose, warn } = options;
  const limits = limitsOf(options.limits);
  const reading = {
    file: path,
    name,
    labelOf: readersOf(options),
    limits,
    ...(inputFormat !== undefined && isVendorFormat(inputFormat) ? { vendor: inputFormat } : {}),
    ...(verbose === undefined ? {} : { verbose }),
    ...(warn === undefined ? {} : { warn }),
  };
  const decode = (bytes: Uint8Array, line: number) => decodeBytes(bytes, path, line);
  const { readJsonl } = await import('./jsonl.ts');
  for await (const item of readJsonl([block.bytes], reading, decode, block.before)) {
    yield checked(item, path, limits, warn);
  }
}

async function* readWith<Item extends object>(
  source: Source,
  options: ReadOptions,
  readLines: LinesReader<Item | ReadCall | Failure>,
): AsyncGenerator<ReadCall | ReadFailure | Item> {
  const { path } = source;
  const limits = limitsOf(options.limits);
  const chunks = source.chunks();
  const pieces = Symbol.asyncIterator in chunks ? chunks[Symbol.asyncIterator]() : chunks[Symbol.iterator]();
  try {
    for await (const item of readItems(source, pieces, options, readLines)) {
      yield item instanceof Failure || 'call' in item ? checked(item, path, limits, options.warn) : item;
    }
  } catch (error) {
    yield { failure: error instanceof Failure ? error : unreadable(error, path), path };
  } finally {
    await pieces.return?.();
  }
}
