/** What a pack holds to be abuse of an agent. */
import type { Pack } from '../pack/model.ts';

const known = new WeakMap<Pack, ReadonlySet<string>>();

/** The moments for which some protocol lets a call be ended; a ground that is never enough alone is none. */
export function offencesOf(pack: Pack): ReadonlySet<string> {
  let offences = known.get(pack);
  if (offences === undefined) {
    offences = new Set(
      pack.criteria.flatMap((criterion) =>
        criterion.form === 'protocol'
          ? criterion.protocol.grounds
              .filter(({ fragile }) => !fragile)
              .flatMap(({ offences: moments }) => moments)
          : [],
      ),
    );
    known.set(pack, offences);
  }
  return offences;
}
