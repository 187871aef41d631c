/** A failure in the form that programs read. */
import type { Failure } from '../call/failure.ts';
import type { ErrorResult } from './result.ts';

/** A failure as a line of the results; its source is the path as it was given. */
export function errorResult({
  failure,
  path,
}: {
  readonly failure: Failure;
  readonly path: string;
}): ErrorResult {
  const { line, column } = failure.place;
  return {
    schema: 'callqa/error@1',
    source: path,
    ...(line === undefined ? {} : { line }),
    ...(column === undefined ? {} : { column }),
    code: failure.code,
    message: failure.message,
    ...(failure.hint === undefined ? {} : { hint: failure.hint }),
  };
}
