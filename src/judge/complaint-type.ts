/** The type of a complaint: what the customer complains of. */
import type { Detected } from '../detect/detected.ts';
import type { Moment } from '../detect/moment.ts';
import type { Pack } from '../pack/model.ts';

/** A type of the pack, and the moments that tell it. */
export interface TypeFound {
  readonly id: string;
  /** In order, never empty. */
  readonly evidence: readonly Moment[];
}

/**
 * The type of the complaint: the one whose moments come first, for what a customer calls about they say first. Where
 * one stretch names several, the one that comes up in the most stretches; then the pack's order. Null where nothing
 * tells.
 */
export function complaintTypeOf(detected: Detected, pack: Pack): TypeFound | null {
  const known = knownTypes.get(detected);
  if (known !== undefined && known.pack === pack) return known.type;
  const type = typeOf(detected, pack);
  knownTypes.set(detected, { pack, type });
  return type;
}

/** Several criteria, the case and the analysis ask for it. */
const knownTypes = new WeakMap<Detected, { readonly pack: Pack; readonly type: TypeFound | null }>();

function typeOf({ moments }: Detected, pack: Pack): TypeFound | null {
  const found = pack.complaintTypes.flatMap(({ id, moments: ids }) => {
    const evidence = moments.filter((moment) => ids.includes(moment.id));
    return evidence.length === 0 ? [] : [{ id, evidence }];
  });
  const first = ({ evidence }: TypeFound): number => evidence[0]!.stretch;
  const often = ({ evidence }: TypeFound): number => new Set(evidence.map(({ stretch }) => stretch)).size;
  return found.toSorted((a, b) => first(a) - first(b) || often(b) - often(a))[0] ?? null;
}
