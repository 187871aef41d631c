/** What is alleged: as it was asked or filed, as a later call says, else the pack's default. */
import type { Detected } from '../detect/detected.ts';
import type { Pack } from '../pack/model.ts';
import type { Allegation } from '../pack/model/allegation.ts';

interface Alleged {
  readonly allegations: readonly Allegation[];
  readonly source: 'filed' | 'default';
}

/** Where allegations come from; the first of these that gives one the pack knows has the word. */
export interface Sources {
  /** Asked for on the command line. */
  readonly asked?: readonly string[];
  /** The transcript's own. */
  readonly filed?: readonly string[];
  /** The later calls of the case, in which the customer may say what they complain of. */
  readonly later?: readonly Detected[];
}

/**
 * The allegations to judge, in the order in which they were asked for or filed, each once; those that a later call says
 * in the pack's order, the default one among them only where it is the only one. None where the pack has no default.
 */
export function allegationsOf(
  { allegations }: Pick<Pack, 'allegations'>,
  { asked, filed, later }: Sources,
): Alleged {
  for (const ids of [asked, filed, saidIn(later ?? [], allegations)]) {
    const known = [...new Set(ids)].flatMap((id) => allegations.filter((one) => one.id === id));
    if (known.length > 0) return { allegations: known, source: 'filed' };
  }
  return { allegations: allegations.filter((one) => one.default), source: 'default' };
}

function saidIn(later: readonly Detected[], allegations: readonly Allegation[]): readonly string[] {
  if (later.length === 0) return [];
  const said = new Set(later.flatMap(({ moments }) => moments.map(({ id }) => id)));
  const alleged = allegations.filter(({ allegedBy }) => allegedBy?.some((id) => said.has(id)));
  const specific = alleged.filter((one) => !one.default);
  return (specific.length > 0 ? specific : alleged).map(({ id }) => id);
}
