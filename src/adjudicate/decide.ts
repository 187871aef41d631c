/** The verdict on an allegation, by its trees. */
import type { Allegation, VerdictTree } from '../pack/model/allegation.ts';
import { restsOn, truthOf, type KindOf } from './judge-tree.ts';
import type { Insufficiency, VerdictKind } from './verdict.ts';

/** A verdict, the criteria that it rests on, and why the evidence is insufficient where it is. */
export interface Decision {
  readonly verdict: VerdictKind;
  readonly because: readonly string[];
  readonly reason?: Insufficiency;
}

/** A verdict, and the tree that made it where one did. */
interface Found {
  readonly verdict: VerdictKind;
  readonly tree?: VerdictTree;
}

/**
 * `upheld` is tried first, then `partly-upheld`; a tree that is unknown makes `insufficient-evidence`, and where neither
 * is true the allegation is not upheld: unless it is one that the voice decides, and nothing acknowledged the customer.
 *
 * @param acknowledged whether one of the moments of `unheard-without` was said
 */
export function decide(allegation: Allegation, kindOf: KindOf, acknowledged: boolean): Decision {
  const { verdict, tree } = find(allegation, kindOf, acknowledged);
  const because = tree === undefined ? [] : restsOn(tree, kindOf);
  if (verdict !== 'insufficient-evidence') return { verdict, because };
  return { verdict, because, reason: tree === undefined ? 'voice-not-heard' : 'not-evaluated' };
}

/** The verdict of `decide` alone: for a search that asks for thousands. */
export function verdictOf(allegation: Allegation, kindOf: KindOf, acknowledged: boolean): VerdictKind {
  return find(allegation, kindOf, acknowledged).verdict;
}

function find(
  { upheld, partlyUpheld, unheardWithout }: Allegation,
  kindOf: KindOf,
  acknowledged: boolean,
): Found {
  const first = truthOf(upheld, kindOf);
  if (first === 'true') return { verdict: 'upheld', tree: upheld };
  // Whatever the next rung says: this one might still have held.
  if (first === 'unknown') return { verdict: 'insufficient-evidence', tree: upheld };
  if (partlyUpheld !== undefined) {
    const second = truthOf(partlyUpheld, kindOf);
    if (second === 'true') return { verdict: 'partly-upheld', tree: partlyUpheld };
    if (second === 'unknown') return { verdict: 'insufficient-evidence', tree: partlyUpheld };
  }
  return { verdict: unheardWithout !== undefined && !acknowledged ? 'insufficient-evidence' : 'not-upheld' };
}
