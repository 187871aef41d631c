/** The verdict on an allegation, by its trees. */
import type { Allegation } from '../pack/model/allegation.ts';
import { judgeTree, truthOf, type KindOf } from './judge-tree.ts';
import type { Insufficiency, VerdictKind } from './verdict.ts';

/** A verdict, the criteria that it rests on, and why the evidence is insufficient where it is. */
export interface Decision {
  readonly verdict: VerdictKind;
  readonly because: readonly string[];
  readonly reason?: Insufficiency;
}

/**
 * `upheld` is tried first, then `partly-upheld`; a tree that is unknown makes `insufficient-evidence`, and where neither
 * is true the allegation is not upheld: unless it is one that the voice decides, and nothing acknowledged the customer.
 *
 * @param acknowledged whether one of the moments of `unheard-without` was said
 */
export function decide(
  { upheld, partlyUpheld, unheardWithout }: Allegation,
  kindOf: KindOf,
  acknowledged: boolean,
): Decision {
  const rungs = [
    { verdict: 'upheld' as const, tree: upheld },
    ...(partlyUpheld === undefined ? [] : [{ verdict: 'partly-upheld' as const, tree: partlyUpheld }]),
  ];
  for (const { verdict, tree } of rungs) {
    const { truth, because } = judgeTree(tree, kindOf);
    if (truth === 'true') return { verdict, because };
    // Whatever the next rung says: this one might still have held.
    if (truth === 'unknown') return { verdict: 'insufficient-evidence', because, reason: 'not-evaluated' };
  }
  return unheardWithout !== undefined && !acknowledged
    ? { verdict: 'insufficient-evidence', because: [], reason: 'voice-not-heard' }
    : { verdict: 'not-upheld', because: [] };
}

/** The verdict alone, as `decide` gives it: for a search that asks for thousands. */
export function verdictOf(
  { upheld, partlyUpheld, unheardWithout }: Allegation,
  kindOf: KindOf,
  acknowledged: boolean,
): VerdictKind {
  const first = truthOf(upheld, kindOf);
  if (first !== 'false') return first === 'true' ? 'upheld' : 'insufficient-evidence';
  const second = partlyUpheld === undefined ? 'false' : truthOf(partlyUpheld, kindOf);
  if (second !== 'false') return second === 'true' ? 'partly-upheld' : 'insufficient-evidence';
  return unheardWithout !== undefined && !acknowledged ? 'insufficient-evidence' : 'not-upheld';
}
