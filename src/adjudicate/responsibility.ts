/** Who bears what happened. */
import type { Moment } from '../detect/moment.ts';
import type { Pack } from '../pack/model.ts';
import type { Allegation } from '../pack/model/allegation.ts';
import { criteriaOfTree, truthOf, type KindOf } from './judge-tree.ts';
import type { Bearer, VerdictKind } from './verdict.ts';

/**
 * The agent bears what is upheld, in whole or in part, unless they did all that they answer for (the pack's `own` tree is
 * false) and something said on the call shows that another was at fault. What is not upheld is borne by that other, or by
 * nobody: also where nothing that the allegation turns on ever came up. With insufficient evidence nobody bears it.
 */
export function responsibilityFor(
  allegation: Allegation,
  verdict: VerdictKind,
  kindOf: KindOf,
  moments: readonly Moment[],
  { responsibility }: Pick<Pack, 'responsibility'>,
): Bearer | null {
  if (verdict === 'insufficient-evidence') return null;
  const otherwise = verdict === 'not-upheld' ? null : 'agent';
  const { upheld, partlyUpheld, borneBy = responsibility?.others ?? [] } = allegation;
  if (responsibility !== undefined && truthOf(responsibility.own, kindOf) !== 'false') {
    return otherwise;
  }
  const turnsOn = [upheld, ...(partlyUpheld === undefined ? [] : [partlyUpheld])].flatMap(criteriaOfTree);
  const cameUp = turnsOn.some((id) => kindOf(id) === 'met' || kindOf(id) === 'not-met');
  if (!cameUp) return otherwise;
  const other = borneBy.find(({ said }) => moments.some(({ id }) => said.includes(id)));
  return other?.bearer ?? otherwise;
}
