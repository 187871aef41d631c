/** Cuts sources into units of work, in order, and says how far into the sources each one comes. */
import { statSync } from 'node:fs';
import { readBlocks, type ReadOptions } from '../read/read.ts';
import type { ReadFailure } from '../read/reading.ts';
import type { Source } from '../read/sources.ts';
import { failureData } from './failure-data.ts';
import type { Heard, Unit, UnitFile } from './unit.ts';

/** A source, and how many bytes it has: undefined for standard input and for what is not there. */
export interface Input {
  readonly source: Source | ReadFailure;
  readonly size?: number;
  /** When it was changed last, in milliseconds since 1970. */
  readonly modified?: number;
}

/** How far a batch has come: so many whole inputs, and so many units of the one after them. */
export interface Position {
  readonly inputs: number;
  readonly units: number;
}

export interface PlannedUnit {
  /** Absent where there is nothing to do but to note how far it has come. */
  readonly unit?: Unit;
  /** What came up in planning it, before anything that comes of it. */
  readonly heard: readonly Heard[];
  /** Where the batch stands once it is done. */
  readonly end: Position;
  /** How many bytes of the inputs were read or handed out so far. */
  readonly read: number;
}

/** A larger file is read here, and its calls or lines are shared out; smaller ones are handed out whole. */
const largestFile = 1 << 20;
/** A packed one swells. */
const largestPacked = 1 << 16;
/** As much goes into one unit. */
const filesOfUnit = 64;
const bytesOfUnit = 1 << 16;

/** What is known of a source without reading it. */
export function inputOf(source: Source | ReadFailure): Input {
  if ('failure' in source || source.absolute === undefined) return { source };
  try {
    const { size, mtimeMs, mode } = statSync(source.absolute);
    // A pipe or a device has no size that means anything.
    return (mode & 0o170000) === 0o100000 ? { source, size, modified: mtimeMs } : { source };
  } catch {
    // It was there a moment ago; reading it will tell what is wrong.
    return { source };
  }
}

/** The units of inputs from a position on; nothing is read before it is asked for. */
export async function* planUnits(
  inputs: readonly Input[],
  options: Omit<ReadOptions, 'warn' | 'verbose'>,
  verbose: boolean,
  from: Position = { inputs: 0, units: 0 },
): AsyncGenerator<PlannedUnit> {
  let read = 0;
  let files: UnitFile[] = [];
  let bytes = 0;
  for (const { size = 0 } of inputs.slice(0, from.inputs)) read += size;
  const handOut = (next: number): PlannedUnit => {
    const planned: PlannedUnit = {
      unit: { kind: 'files', files },
      heard: [],
      end: { inputs: next, units: 0 },
      read,
    };
    files = [];
    bytes = 0;
    return planned;
  };
  for (let at = from.inputs; at < inputs.length; at++) {
    const { source, size } = inputs[at]!;
    if ('failure' in source) {
      if (files.length > 0) yield handOut(at);
      yield {
        unit: { kind: 'calls', items: [{ failure: failureData(source.failure), path: source.path }] },
        heard: [],
        end: { inputs: at + 1, units: 0 },
        read,
      };
    } else if (size !== undefined && size <= (/\.gz$/iu.test(source.path) ? largestPacked : largestFile)) {
      const { path, name, absolute, isFound = false } = source;
      files.push({ path, name, absolute: absolute!, ...(isFound ? { isFound } : {}) });
      bytes += size;
      read += size;
      if (files.length >= filesOfUnit || bytes >= bytesOfUnit) yield handOut(at + 1);
    } else {
      if (files.length > 0) yield handOut(at);
      const before = read;
      const counted: Source = {
        ...source,
        chunks: () =>
          counting(source.chunks(), (length) => {
            read += length;
          }),
      };
      const skipped = at === from.inputs ? from.units : 0;
      let units = 0;
      for await (const { unit, heard } of sharedOut(counted, options, verbose)) {
        units++;
        if (units > skipped) yield { unit, heard, end: { inputs: at, units }, read };
      }
      read = before + (size ?? read - before);
      yield { heard: [], end: { inputs: at + 1, units: 0 }, read };
    }
  }
  if (files.length > 0) yield handOut(inputs.length);
}

async function* counting(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  count: (length: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    count(chunk.length);
    yield chunk;
  }
}

/** A large source: its lines in blocks, or its calls by the handful. */
async function* sharedOut(
  source: Source,
  options: Omit<ReadOptions, 'warn' | 'verbose'>,
  verbose: boolean,
): AsyncGenerator<{ readonly unit: Unit; readonly heard: readonly Heard[] }> {
  const { path, name } = source;
  type Items = Extract<Unit, { readonly kind: 'calls' }>['items'][number][];
  let heard: Heard[] = [];
  let items: Items = [];
  let size = 0;
  const reading: ReadOptions = {
    ...options,
    warn: (warning) => void heard.push({ level: 'warning', failure: failureData(warning) }),
    ...(verbose ? { verbose: (line: string) => void heard.push({ level: 'verbose', line }) } : {}),
  };
  const handOut = (unit: Unit) => {
    const out = { unit, heard };
    heard = [];
    return out;
  };
  const calls = () => {
    const unit = handOut({ kind: 'calls', items });
    items = [];
    size = 0;
    return unit;
  };
  for await (const item of readBlocks(source, reading)) {
    if ('bytes' in item) {
      if (items.length > 0) yield calls();
      yield handOut({ kind: 'lines', path, name, block: item });
      continue;
    }
    if ('failure' in item) items.push({ failure: failureData(item.failure), path: item.path });
    else {
      items.push(item);
      for (const { text } of item.call.turns) size += text.length;
    }
    if (size >= bytesOfUnit || items.length >= 256) yield calls();
  }
  if (items.length > 0 || heard.length > 0) yield calls();
}
