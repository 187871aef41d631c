/** A word on allegations that were filed with a call and that the rules do not know: they are left out of the verdicts. */
import { Failure } from '../call/failure.ts';
import type { Pack } from '../pack/model.ts';
import { nearest } from '../pack/nearest.ts';
import type { ReadCall } from '../read/reading.ts';

/** A warning for each of them, with those that the rules know. */
export function unknownAllegations(
  { call, source }: ReadCall,
  { allegations }: Pick<Pack, 'allegations'>,
): readonly Failure[] {
  // Most calls come with none.
  if (call.allegations === undefined || call.allegations.length === 0) return [];
  const known = allegations.map(({ id }) => id);
  return [...new Set(call.allegations)]
    .filter((id) => !known.includes(id))
    .map((id) => {
      const near = nearest(id, known);
      return new Failure(`the rules know no allegation “${id}”; no verdict is given on it`, {
        code: 'unknown-allegation',
        file: source.path,
        ...(source.line === undefined ? {} : { line: source.line }),
        hint: `${near === undefined ? '' : `Did you mean ${near}? `}They know ${known.join(', ')}.`,
      });
    });
}
