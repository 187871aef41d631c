/** JSON: one call, a list of calls, or `{"calls": […]}`, canonical or as a recogniser or a platform writes it. */
import { hash } from 'node:crypto';
import type { Call, CallSource } from '../call/call.ts';
import { Failure, type Place } from '../call/failure.ts';
import { isOneCall, jsonCalls, UnknownJson, type Found } from './json-calls.ts';
import { scanJson, type JsonScan } from './json-scan.ts';
import { overLimit, type Limits } from './limits.ts';
import type { ReadCall, Reading } from './reading.ts';

/** Counts lines from one offset to the next, so that many offsets in order cost one pass. */
function lineCounter(text: string): (offset: number) => { readonly line: number; readonly column: number } {
  let line = 1;
  let lineStart = 0;
  return (offset) => {
    for (
      let next = text.indexOf('\n', lineStart);
      next >= 0 && next < offset;
      next = text.indexOf('\n', lineStart)
    ) {
      line++;
      lineStart = next + 1;
    }
    return { line, column: offset - lineStart + 1 };
  };
}

/**
 * The calls of what an error leaves of a value; none where too little is left to be one. Each says in its metadata
 * where it breaks off.
 */
export async function* brokenOff(
  { rest, error }: JsonScan,
  place: { readonly line: number; readonly column: number },
  read: (value: unknown) => Found | Promise<Found>,
): AsyncGenerator<Call> {
  if (rest === undefined || error === undefined) return;
  try {
    for (const call of await read(JSON.parse(rest.json))) {
      // The error in the syntax is told; that the rest is no call says nothing more.
      if (call instanceof Failure || call.turns.length === 0) continue;
      yield { ...call, meta: { ...call.meta, breaksOff: `line ${place.line}, column ${place.column}` } };
    }
  } catch (caught) {
    if (!(caught instanceof Failure)) throw caught;
  }
}

/** The failure `json-syntax`, or `limit-nesting`, of a text's first error. */
export function syntaxFailure(
  { message, isTooDeep }: NonNullable<JsonScan['error']>,
  limits: Limits,
  place: Place,
): Failure {
  return isTooDeep === true
    ? overLimit('nesting', message, limits, place)
    : new Failure(`not JSON: ${message}`, {
        code: 'json-syntax',
        ...place,
        hint: 'If this is no JSON at all, name its format with --input-format.',
      });
}

/** What was found, as the readers give it. @throws whatever the finding throws, but Failures, which are given too. */
async function* fromSource(
  find: () => Found | Promise<Found>,
  source: CallSource,
): AsyncGenerator<ReadCall | Failure> {
  try {
    for (const item of await find()) yield item instanceof Failure ? item : { call: item, source };
  } catch (caught) {
    if (!(caught instanceof Failure)) throw caught;
    yield caught;
  }
}

/**
 * Reads the calls of a JSON text. A list keeps the calls before an error in its syntax, and those around one that is
 * no call; of a call that the error stands in, the turns before it are kept.
 * @returns calls, and Failures `json-syntax` and `limit-nesting` with line and column, `call-invalid` with the call's line.
 */
export async function* readJson(text: string, reading: Reading): AsyncGenerator<ReadCall | Failure> {
  const { file, name, sha256, limits } = reading;
  const scan = scanJson(text, limits.nesting);
  const { items, error } = scan;
  const placeOf = lineCounter(text);
  const source = { path: file, sha256 };
  const values = (items ?? []).map(({ start, end }) => text.slice(start, end));
  if (items === undefined && error === undefined) {
    yield* fromSource(() => jsonCalls(JSON.parse(text), name, { file }, reading), source);
  } else if (await isSegmentList(text, values, reading)) {
    const whole: unknown[] = values.map((value) => JSON.parse(value));
    yield* fromSource(() => jsonCalls(whole, name, { file }, reading), source);
  } else {
    // That a list is no list of calls is told once, and not of each of its items.
    let unknown: UnknownJson[] = [];
    let isOfCalls = false;
    for (const [index, own] of values.entries()) {
      const { line } = placeOf(items![index]!.start);
      const find = () => jsonCalls(JSON.parse(own), `${name}#${index + 1}`, { file, line }, reading);
      for await (const item of fromSource(find, { path: file, line, sha256: hash('sha256', own) })) {
        if (item instanceof UnknownJson && !isOfCalls) {
          unknown.push(item);
          continue;
        }
        isOfCalls = true;
        yield* unknown;
        unknown = [];
        yield item;
      }
    }
    const [first] = unknown;
    if (first !== undefined) yield unknown.length === 1 ? first : noneIsKnown(first, unknown.length);
  }
  if (error !== undefined) {
    const { line } = placeOf(scan.rest?.start ?? 0);
    const place = placeOf(error.offset);
    const id = items === undefined ? name : `${name}#${items.length + 1}`;
    const find = (value: unknown) => jsonCalls(value, id, { file, line }, reading);
    for await (const call of brokenOff(scan, place, find)) {
      yield { call, source: { path: file, ...(items === undefined ? {} : { line }), sha256 } };
    }
    yield syntaxFailure(error, limits, { file, ...place });
  } else if (items?.length === 0) {
    yield new Failure('the list holds no calls', {
      code: 'input-empty',
      file,
      hint: 'Expected [{"turns": […]}, …].',
    });
  }
}

/** The failure of a list of which no item is known. */
function noneIsKnown({ message, code, hint, place }: UnknownJson, count: number): Failure {
  return new Failure(
    `none of the ${count} items of the list is a transcript in a form that is known, such as the first: ${message.replace(/^[^:]*: /u, '')}`,
    {
      code,
      ...place,
      ...(hint === undefined ? {} : { hint }),
    },
  );
}

/** Whether a text is a list that is one call: of the segments of a vendor's format. */
async function isSegmentList(
  text: string,
  values: readonly string[],
  { vendor }: Pick<Reading, 'vendor'>,
): Promise<boolean> {
  if (values[0] === undefined || !/^\s*\[/u.test(text)) return false;
  // The first of a chat's messages may say who came in, and nothing.
  const items = values.slice(0, 5).map((value): unknown => JSON.parse(value));
  return isOneCall(items, vendor);
}
