/** Warns of allegations that were filed with a call and that the rules do not know. */
import { unknownAllegations } from '../batch/unknown-allegations.ts';
import type { Pack } from '../pack/model.ts';
import type { ReadCall } from '../read/reading.ts';
import { complaint } from './complain.ts';
import type { Io } from './io.ts';

/** Writes a warning for each of them on stderr, with those that the rules know. */
export function warnOfAllegations(
  read: ReadCall,
  pack: Pick<Pack, 'allegations'>,
  io: Pick<Io, 'stderr'>,
): void {
  for (const warning of unknownAllegations(read, pack)) io.stderr.write(complaint(warning, 'warning'));
}
