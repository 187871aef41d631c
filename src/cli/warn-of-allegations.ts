/** A word on allegations that were filed with a call and that the rules do not know: they are left out of the verdicts. */
import { Failure } from '../call/failure.ts';
import type { Pack } from '../pack/model.ts';
import { nearest } from '../pack/nearest.ts';
import type { ReadCall } from '../read/reading.ts';
import { complaint } from './complain.ts';
import type { Io } from './io.ts';

/** Writes a warning for each of them on stderr, with those that the rules know. */
export function warnOfAllegations(
  { call, source }: ReadCall,
  { allegations }: Pick<Pack, 'allegations'>,
  io: Pick<Io, 'stderr'>,
): void {
  const known = allegations.map(({ id }) => id);
  for (const id of new Set(call.allegations)) {
    if (known.includes(id)) continue;
    const near = nearest(id, known);
    const warning = new Failure(`the rules know no allegation “${id}”; no verdict is given on it`, {
      code: 'unknown-allegation',
      file: source.path,
      ...(source.line === undefined ? {} : { line: source.line }),
      hint: `${near === undefined ? '' : `Did you mean ${near}? `}They know ${known.join(', ')}.`,
    });
    io.stderr.write(complaint(warning, 'warning'));
  }
}
