/** What is added to a pack against what is there: names that both have, and names that nearly are one. */
import type { Failure } from '../call/failure.ts';
import { scorecardHint, type Collected } from './collect.ts';
import { didYouMean } from './issues.ts';
import { idsOf, type Kind } from './merge-packs.ts';
import type { Pack } from './model.ts';
import type { Origin } from './model/origin.ts';
import { failureAt, placeOfKey } from './source.ts';

/** By kind and id, such as `moments/calm-down`: where something that was added to a pack is written. */
export type Written = ReadonlyMap<string, Origin>;

/** Parts of a pack that have no id, since there is one of each. */
const SINGLE = ['scorecard', 'responsibility', 'caseReport'] as const;
const OF_LINT = ['rules', 'steps', 'scenarios'] as const;

interface Thing {
  /** `moments`; `lint/rules`; of what has no id, its own name. */
  readonly kind: string;
  readonly id: string;
  readonly origin: Origin;
}

/** All that was collected and is sound. */
function thingsOf(collected: Collected): readonly Thing[] {
  const { lint } = collected;
  return [
    ...(Object.keys(collected) as (keyof Collected)[]).flatMap((kind) => {
      const entries = collected[kind];
      if (entries === undefined || !('sound' in entries)) return [];
      return entries.sound.map(({ id, origin }) => ({ kind, id, origin }));
    }),
    ...SINGLE.flatMap((kind) => {
      const entry = collected[kind];
      return entry === undefined ? [] : [{ kind, id: entry.id, origin: entry.origin }];
    }),
    ...OF_LINT.flatMap((kind) =>
      lint === undefined
        ? []
        : Object.keys(lint.written[kind] ?? {}).map((id) => {
            const origin = placeOfKey(lint.source, [...lint.path, kind, id]);
            return { kind: `lint/${kind}`, id, origin };
          }),
    ),
  ];
}

/** The ids that a pack has of each kind; a kind without ids that it has, has its own. */
function idsByKind(pack: Pack): ReadonlyMap<string, ReadonlySet<string>> {
  const kinds: readonly (readonly [string, readonly string[]])[] = [
    ...Object.entries(idsOf(pack) satisfies Readonly<Record<Kind, readonly string[]>>),
    ['scorecard', ['scorecard']],
    ['responsibility', pack.responsibility === undefined ? [] : ['responsibility']],
    ['caseReport', pack.caseReport === undefined ? [] : ['case']],
    ...OF_LINT.map((kind) => [`lint/${kind}`, pack.lint?.[kind].map(({ id }) => id) ?? []] as const),
  ];
  return new Map(kinds.map(([kind, ids]) => [kind, new Set(ids)]));
}

const keyOf = ({ kind, id }: Thing): string => `${kind}/${id}`;

/** Where what was collected is written, with what was added before it. */
export function writtenWith(collected: Collected, before: Written): Written {
  return new Map([...before, ...thingsOf(collected).map((thing) => [keyOf(thing), thing.origin] as const)]);
}

/**
 * What was collected and has an id that the pack has, as failures.
 *
 * @param written where what was added to the pack before is written
 */
export function clashes(collected: Collected, pack: Pack, written: Written): readonly Failure[] {
  const ids = idsByKind(pack);
  return thingsOf(collected)
    .filter(({ kind, id }) => ids.get(kind)?.has(id))
    .map((thing) => {
      const { kind, id, origin } = thing;
      const before = written.get(keyOf(thing));
      const where = before === undefined ? `${pack.id} ${pack.version}` : `${before.file}:${before.line}`;
      return failureAt(origin, `\`${id}\` is already in ${where}.`, {
        code: 'duplicate-id',
        hint: before?.file === origin.file ? 'Name the file once under `packs:`.' : hintFor(kind),
      });
    });
}

function hintFor(kind: string): string {
  if (kind === 'scorecard') return scorecardHint;
  return SINGLE.some((single) => single === kind)
    ? 'There is one of it: name these rules with `override: true` in callqa.yaml, and write it whole.'
    : 'Give it another name, or name these rules with `override: true` in callqa.yaml.';
}

/** What was collected to stand in for parts of a pack, and has nearly a name of it but none, as warnings. */
export function nearMisses(collected: Collected, pack: Pack): readonly Failure[] {
  const ids = idsByKind(pack);
  const things = thingsOf(collected);
  const own = new Set(things.map(keyOf));
  return things.flatMap(({ kind, id, origin }) => {
    const known = ids.get(kind) ?? new Set<string>();
    if (known.has(id)) return [];
    // What is named rightly beside it is not what it was meant to be.
    const hint = didYouMean(
      id,
      [...known].filter((each) => !own.has(`${kind}/${each}`)),
    );
    if (hint === undefined) return [];
    const message = `\`${id}\` overrides nothing: ${pack.id} ${pack.version} has nothing of that name.`;
    return [failureAt(origin, message, { code: 'overrides-nothing', hint: `${hint} ${elsewhere}` })];
  });
}

const elsewhere = 'What is new may stand in a pack without `override: true`.';
