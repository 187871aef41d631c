/** What would have changed a verdict: the smallest sets of criteria whose outcomes, turned round, lead to another. */
import type { Outcome, OutcomeKind } from '../judge/outcome.ts';
import type { Pack } from '../pack/model.ts';
import type { Allegation } from '../pack/model/allegation.ts';
import type { CompositeCriterion, Criterion } from '../pack/model/criterion.ts';
import { compositeKind } from '../judge/composite.ts';
import { verdictOf } from './decide.ts';
import { criteriaOfTree } from './judge-tree.ts';
import type { VerdictKind } from './verdict.ts';

/** No set is larger: what takes more is another call. */
const largest = 4;
/** How many sets are told. */
const most = 10;
/** How many patterns of outcomes are remembered for an allegation, so that a long run keeps its size. */
const mostRemembered = 4096;

/** Criteria to turn round, in the pack's order, and the verdict that it leads to. */
export interface FlipSet {
  readonly flip: readonly string[];
  readonly verdict: VerdictKind;
}

/** The outcomes of all criteria, by the criterion's number in the pack. */
type Kinds = readonly (OutcomeKind | undefined)[];

interface Plan {
  /** The criteria that a verdict on it can turn on, those inside composites too; no composites. By number. */
  readonly leaves: readonly number[];
  /** Those of them that are the agent's to meet: what the customer says in the end is nobody's to turn round. */
  readonly own: ReadonlySet<number>;
  /** The composites between, each after its members. */
  readonly composites: readonly {
    readonly at: number;
    readonly form: 'all' | 'any';
    readonly of: readonly number[];
  }[];
  /** Leaves that, met, are a sign of acknowledgement. */
  readonly signs: ReadonlySet<number>;
  readonly known: Map<string, readonly FlipSet[]>;
}

const isComposite = (criterion: Criterion): criterion is CompositeCriterion =>
  criterion.form === 'all' || criterion.form === 'any';
const isTurned = (verdict: VerdictKind): boolean => verdict === 'upheld' || verdict === 'partly-upheld';

/**
 * Makes the search of a pack. What it gives, for an allegation and the outcomes of a call: all sets of the smallest size,
 * at most four, of leaf criteria flipped between met and not met, composites recomputed, that turn upheld or partly
 * upheld into not upheld, or not upheld into one of these; where upheld is too far from not upheld, those that turn it
 * into partly upheld. The first ten by their ids. None where the evidence was insufficient: no flip would change that.
 *
 * Trees and composites are monotone: with more criteria met, none becomes less favourable to the agent. So a set that does
 * not lead there even with all that are left is not looked at, and only flips in one direction count; unless something was
 * not evaluated, where one in the other direction can settle what it left open. What the customer says is not flipped. Verdicts depend on nothing but the
 * outcomes of the criteria that their trees reach, so what was found for these is remembered.
 */
export function createCounterfactuals(
  pack: Pack,
): (allegation: Allegation, outcomes: readonly Outcome[], acknowledged: boolean) => readonly FlipSet[] {
  const numbers = new Map(pack.criteria.map(({ id }, index) => [id, index]));
  const plans = new Map(pack.allegations.map((one) => [one.id, planOf(one, pack, numbers)]));
  return (allegation, outcomes, acknowledged) => {
    const plan = plans.get(allegation.id)!;
    const kinds: (OutcomeKind | undefined)[] = pack.criteria.map(() => undefined);
    for (const { criterion, outcome } of outcomes) kinds[numbers.get(criterion)!] = outcome;
    const key = `${acknowledged ? '+' : '-'}${plan.leaves.map((leaf) => signOf(kinds[leaf])).join('')}`;
    const known = plan.known.get(key);
    if (known !== undefined) return known;
    const found = search(plan, kinds, allegation, acknowledged, pack.criteria, numbers);
    if (plan.known.size >= mostRemembered) plan.known.clear();
    plan.known.set(key, found);
    return found;
  };
}

function signOf(kind: OutcomeKind | undefined): string {
  switch (kind) {
    case 'met':
      return 'm';
    case 'not-met':
      return 'n';
    case 'not-evaluated':
      return '?';
    default:
      return '/';
  }
}

function planOf(
  { upheld, partlyUpheld, unheardWithout = [] }: Allegation,
  { criteria, moments }: Pack,
  numbers: ReadonlyMap<string, number>,
): Plan {
  const leaves = new Set<number>();
  const composites = new Map<number, Plan['composites'][number]>();
  const reach = (id: string): void => {
    const at = numbers.get(id);
    const criterion = at === undefined ? undefined : criteria[at];
    if (at === undefined || criterion === undefined || composites.has(at)) return;
    if (isComposite(criterion)) {
      for (const member of criterion.of) reach(member);
      composites.set(at, { at, form: criterion.form, of: criterion.of.map((each) => numbers.get(each)!) });
    } else leaves.add(at);
  };
  for (const id of [upheld, ...(partlyUpheld ? [partlyUpheld] : [])].flatMap(criteriaOfTree)) reach(id);
  const byId = (a: number, b: number): number => (criteria[a]!.id < criteria[b]!.id ? -1 : 1);
  const ordered = [...leaves].sort(byId);
  const signs = ordered.filter((leaf) => {
    const criterion = criteria[leaf]!;
    return criterion.form === 'require' && criterion.require.some((id) => unheardWithout.includes(id));
  });
  const customers = new Set(moments.filter(({ speaker }) => speaker === 'customer').map(({ id }) => id));
  return {
    leaves: ordered,
    own: new Set(ordered.filter((leaf) => !isSaidBy(customers, criteria[leaf]!))),
    composites: [...composites.values()],
    signs: new Set(signs),
    known: new Map(),
  };
}

/** Whether a criterion asks for nothing but words among these. */
function isSaidBy(ids: ReadonlySet<string>, criterion: Criterion): boolean {
  const asked =
    criterion.form === 'require' ? criterion.require : criterion.form === 'forbid' ? criterion.forbid : [];
  return asked.length > 0 && asked.every((id) => ids.has(id));
}

function search(
  plan: Plan,
  kinds: Kinds,
  allegation: Allegation,
  acknowledged: boolean,
  criteria: readonly Criterion[],
  numbers: ReadonlyMap<string, number>,
): readonly FlipSet[] {
  const verdictWith = (changed: Supposed): VerdictKind => {
    const supposed = [...kinds];
    for (const [leaf, kind] of changed) supposed[leaf] = kind;
    for (const { at, form, of } of plan.composites) {
      supposed[at] = compositeKind(
        form,
        of.map((member) => supposed[member] ?? 'not-applicable'),
      );
    }
    const sign = changed.some(([leaf, kind]) => kind === 'met' && plan.signs.has(leaf));
    return verdictOf(allegation, (id) => supposed[numbers.get(id) ?? -1], acknowledged || sign);
  };
  const now = verdictWith([]);
  if (now === 'insufficient-evidence') return [];
  const helps: OutcomeKind = isTurned(now) ? 'not-met' : 'met';
  const isMixed = plan.leaves.some((leaf) => kinds[leaf] === 'not-evaluated');
  const candidates = plan.leaves.filter(
    (leaf) =>
      plan.own.has(leaf) &&
      (isMixed ? kinds[leaf] === 'met' || kinds[leaf] === 'not-met' : kinds[leaf] === helps),
  );
  const targets: readonly (readonly VerdictKind[])[] =
    now === 'not-upheld'
      ? [['upheld', 'partly-upheld']]
      : now === 'upheld'
        ? [['not-upheld'], ['partly-upheld']]
        : [['not-upheld']];
  for (const target of targets) {
    const found = smallest(candidates, kinds, verdictWith, target);
    if (found.length > 0) {
      return found.map(({ flipped, verdict }) => ({
        flip: flipped.map((leaf) => criteria[leaf]!.id),
        verdict,
      }));
    }
  }
  return [];
}

/** Leaves and what they are supposed to be. */
type Supposed = readonly (readonly [leaf: number, kind: OutcomeKind])[];

/** All sets of the smallest size that lead to one of the target's verdicts; the first of them where there are many. */
function smallest(
  candidates: readonly number[],
  kinds: Kinds,
  verdictWith: (changed: Supposed) => VerdictKind,
  target: readonly VerdictKind[],
): readonly { readonly flipped: readonly number[]; readonly verdict: VerdictKind }[] {
  const flip = (leaf: number) => [leaf, kinds[leaf] === 'met' ? 'not-met' : 'met'] as const;
  /** Whether what is left can lead there at all, at its best and at its worst. */
  const mayReach = (chosen: Supposed, left: readonly number[]): boolean => {
    const best = verdictWith([...chosen, ...left.map((leaf) => [leaf, 'met'] as const)]);
    if (target.includes('not-upheld')) return best === 'not-upheld';
    const worst = verdictWith([...chosen, ...left.map((leaf) => [leaf, 'not-met'] as const)]);
    return worst !== 'not-upheld' && (target.includes('upheld') || best !== 'upheld');
  };
  for (let size = 1; size <= Math.min(largest, candidates.length); size++) {
    const found: { readonly flipped: readonly number[]; readonly verdict: VerdictKind }[] = [];
    const extend = (chosen: Supposed, next: number): void => {
      if (found.length >= most) return;
      if (chosen.length === size) {
        const verdict = verdictWith(chosen);
        if (target.includes(verdict)) found.push({ flipped: chosen.map(([leaf]) => leaf), verdict });
        return;
      }
      if (!mayReach(chosen, candidates.slice(next))) return;
      for (let at = next; at <= candidates.length - (size - chosen.length); at++) {
        extend([...chosen, flip(candidates[at]!)], at + 1);
      }
    };
    extend([], 0);
    if (found.length > 0) return found;
  }
  return [];
}
