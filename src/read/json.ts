/** Canonical JSON: one call, a list of calls, or `{"calls": […]}`. */
import { hash } from 'node:crypto';
import { Failure } from '../call/failure.ts';
import { checkCall } from './canonical.ts';
import { scanJson } from './json-scan.ts';
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
 * Reads the calls of a JSON text. A list keeps the calls before an error in its syntax, and those around one that is
 * no call.
 * @returns calls, and Failures `json-syntax` with line and column, `call-invalid` with the call's line.
 */
export function* readJson(text: string, reading: Reading): Generator<ReadCall | Failure> {
  const { file, name, sha256, labelOf } = reading;
  const { items, error } = scanJson(text);
  const placeOf = lineCounter(text);
  if (items === undefined && error === undefined) {
    yield { call: checkCall(JSON.parse(text), name, { file }, labelOf), source: { path: file, sha256 } };
  }
  for (const [index, { start, end }] of (items ?? []).entries()) {
    const own = text.slice(start, end);
    const { line } = placeOf(start);
    try {
      const call = checkCall(JSON.parse(own), `${name}#${index + 1}`, { file, line }, labelOf);
      yield { call, source: { path: file, line, sha256: hash('sha256', own) } };
    } catch (caught) {
      if (!(caught instanceof Failure)) throw caught;
      yield caught;
    }
  }
  if (error !== undefined) {
    yield new Failure(`not JSON: ${error.message}`, {
      code: 'json-syntax',
      file,
      ...placeOf(error.offset),
      hint: 'If this is no JSON at all, name its format with --input-format.',
    });
  } else if (items?.length === 0) {
    yield new Failure('the list holds no calls', {
      code: 'input-empty',
      file,
      hint: 'Expected [{"turns": […]}, …].',
    });
  }
}
