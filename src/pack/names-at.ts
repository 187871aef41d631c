/** Names of moments, or of other things of a pack, as they stand in a file. */
import type { Failure } from '../call/failure.ts';
import { didYouMean } from './issues.ts';
import { failureAt, placeOfValue } from './source.ts';
import type { PackSource, ValuePath } from './source.ts';

/** The names at a path, one or a list; reports those that are not among the ids that are known. */
export function namesAt(
  written: string | readonly string[],
  source: PackSource,
  path: ValuePath,
  ids: ReadonlySet<string>,
  report: (failure: Failure) => void,
  what: 'moment' | 'criterion' = 'moment',
): readonly string[] {
  for (const [index, name] of [written].flat().entries()) {
    if (ids.has(name)) continue;
    const step = typeof written === 'string' ? [] : [index];
    report(
      failureAt(placeOfValue(source, [...path, ...step]), `There is no ${what} \`${name}\`.`, {
        code: `unknown-${what}`,
        hint: didYouMean(name, ids),
      }),
    );
  }
  return [written].flat();
}
