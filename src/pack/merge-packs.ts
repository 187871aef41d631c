/** Two packs as one: what a company adds to a pack, or puts in the place of parts of it. */
import { createHash } from 'node:crypto';
import type { Collected, Entries } from './collect.ts';
import type { Pack } from './model.ts';
import type { Criterion } from './model/criterion.ts';
import type { LintPlan } from './model/lint-plan.ts';
import type { Protocol } from './model/protocol.ts';

export type Kind =
  | 'lists'
  | 'moments'
  | 'criteria'
  | 'allegations'
  | 'protocols'
  | 'keyFacts'
  | 'complaintTypes'
  | 'gravity'
  | 'promises';

/** The policies that a pack's criteria hold agents to. */
export function protocolsOf({ criteria }: Pick<Pack, 'criteria'>): readonly Protocol[] {
  const held = criteria.flatMap((criterion) => (criterion.form === 'protocol' ? [criterion.protocol] : []));
  return [...new Map(held.map((protocol) => [protocol.id, protocol])).values()];
}

/** The ids of a pack, by kind. */
export function idsOf(pack: Pack): Readonly<Record<Kind, readonly string[]>> {
  const ids = (things: readonly { readonly id: string }[]): readonly string[] => things.map(({ id }) => id);
  return {
    lists: Object.keys(pack.lists),
    moments: ids(pack.moments),
    criteria: ids(pack.criteria),
    allegations: ids(pack.allegations),
    protocols: ids(protocolsOf(pack)),
    keyFacts: ids(pack.keyFacts),
    complaintTypes: ids(pack.complaintTypes),
    gravity: ids(pack.gravity),
    promises: ids(pack.promises),
  };
}

/** What was collected, with the ids of a pack among those that names are checked against. */
export function idsWith(collected: Collected, pack: Pack): Collected {
  const ids = idsOf(pack);
  const widened = (kind: Kind): Entries<unknown> => ({
    sound: collected[kind].sound,
    ids: new Set([...ids[kind], ...collected[kind].ids]),
  });
  const kinds = Object.keys(ids) as Kind[];
  return { ...collected, ...(Object.fromEntries(kinds.map((kind) => [kind, widened(kind)])) as object) };
}

/** Things of both packs in the order of the first; those of the second stand in for those of the same id. */
function byId<Thing extends { readonly id: string }>(
  first: readonly Thing[],
  second: readonly Thing[],
): readonly Thing[] {
  const own = new Map(second.map((thing) => [thing.id, thing]));
  const known = new Set(first.map(({ id }) => id));
  return [...first.map((thing) => own.get(thing.id) ?? thing), ...second.filter(({ id }) => !known.has(id))];
}

function mergeLint(first: LintPlan | undefined, second: LintPlan | undefined): { readonly lint?: LintPlan } {
  if (first === undefined || second === undefined) {
    const lint = first ?? second;
    return lint === undefined ? {} : { lint };
  }
  return {
    lint: {
      rules: byId(first.rules, second.rules),
      steps: byId(first.steps, second.steps),
      scenarios: byId(first.scenarios, second.scenarios),
      placeholders: [...new Set([...first.placeholders, ...second.placeholders])],
    },
  };
}

/** What was added to a pack: all of a pack but what it may lack. */
export type Addition = Pick<
  Pack,
  | 'lists'
  | 'moments'
  | 'criteria'
  | 'allegations'
  | 'keyFacts'
  | 'complaintTypes'
  | 'gravity'
  | 'promises'
  | 'sha256'
> &
  Partial<Pack> & { readonly protocols: readonly Protocol[] };

/** The pack with what was added to it. Its hash is over both. */
export function mergePacks(pack: Pack, { protocols, ...added }: Addition): Pack {
  const policies = new Map(protocols.map((protocol) => [protocol.id, protocol]));
  const held = (criterion: Criterion): Criterion => {
    const policy = criterion.form === 'protocol' ? policies.get(criterion.protocol.id) : undefined;
    return criterion.form !== 'protocol' || policy === undefined
      ? criterion
      : { ...criterion, protocol: policy };
  };
  return {
    ...pack,
    ...added,
    id: added.id ?? pack.id,
    version: added.version ?? pack.version,
    title: added.title ?? pack.title,
    scorecard: added.scorecard ?? pack.scorecard,
    lists: { ...pack.lists, ...added.lists },
    moments: byId(pack.moments, added.moments),
    criteria: byId(pack.criteria, added.criteria).map(held),
    allegations: byId(pack.allegations, added.allegations),
    keyFacts: byId(pack.keyFacts, added.keyFacts),
    complaintTypes: byId(pack.complaintTypes, added.complaintTypes),
    gravity: byId(pack.gravity, added.gravity),
    promises: byId(pack.promises, added.promises),
    ...mergeLint(pack.lint, added.lint),
    sha256: createHash('sha256').update(`${pack.sha256}\0${added.sha256}`).digest('hex'),
  };
}
