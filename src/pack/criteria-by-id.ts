/** The criteria of a pack by their ids. */
import type { Pack } from './model.ts';
import type { Criterion } from './model/criterion.ts';

const known = new WeakMap<Pack, ReadonlyMap<string, Criterion>>();

/** Made once a pack, since every call asks for it. */
export function criteriaById(pack: Pack): ReadonlyMap<string, Criterion> {
  let byId = known.get(pack);
  if (byId === undefined) {
    byId = new Map(pack.criteria.map((criterion) => [criterion.id, criterion]));
    known.set(pack, byId);
  }
  return byId;
}
