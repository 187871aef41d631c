/** What a script lacks that says what it is for: steps that are missing or out of order, placeholders left unfilled. */
import type { LintPlan, LintScenario, LintStep } from '../pack/model/lint-plan.ts';
import { normalisedClause } from './clause.ts';
import type { HeardMoment, HeardScript } from './hear-script.ts';

/** A gap: a step that is missing, or one that stands before or after another that it should not. */
export type ScenarioGap =
  | { readonly kind: 'missing-step'; readonly step: LintStep }
  | {
      readonly kind: 'wrong-order';
      readonly step: LintStep;
      readonly moment: HeardMoment;
      /** The step beside which it has its place, and on which side of it. */
      readonly other: LintStep;
      readonly side: 'before' | 'after';
    };

/** A placeholder that has to be filled in. */
export interface UnfilledPlaceholder {
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** The steps of a scenario that a script does not hold, and those that stand in the wrong place, in their order. */
export function gapsIn(script: HeardScript, scenario: LintScenario, plan: LintPlan): readonly ScenarioGap[] {
  const steps = new Map(plan.steps.map((step) => [step.id, step]));
  const held = script.held().filter(({ speaker }) => speaker === 'agent');
  const places = (step: LintStep): readonly HeardMoment[] => held.filter(({ id }) => step.any.includes(id));
  const ordered = scenario.holds.map((id) => {
    const step = steps.get(id)!;
    return { step, places: places(step) };
  });
  const standing = ordered.filter((each) => each.places.length > 0);
  const inOrder = longestInOrder(standing.map((each) => each.places));
  const missing = (step: LintStep): ScenarioGap => ({ kind: 'missing-step', step });
  return [
    ...ordered.flatMap((each): readonly ScenarioGap[] => {
      if (each.places.length === 0) return [missing(each.step)];
      const index = standing.indexOf(each);
      const moment = each.places[0]!;
      if (inOrder.has(index)) return [];
      const before = standing.findLast((_, other) => other < index && inOrder.has(other));
      const after = standing.find((_, other) => other > index && inOrder.has(other));
      const late = before !== undefined && !isAfter(moment, before.places[0]!);
      const other = late || after === undefined ? before! : after;
      return [
        {
          kind: 'wrong-order',
          step: each.step,
          moment,
          other: other.step,
          side: other === before ? 'after' : 'before',
        },
      ];
    }),
    ...scenario.anywhere.flatMap((id) => {
      const step = steps.get(id)!;
      return places(step).length === 0 ? [missing(step)] : [];
    }),
  ];
}

/** No earlier in the script. */
function isAfter(a: HeardMoment, b: HeardMoment): boolean {
  return a.piece > b.piece || (a.piece === b.piece && a.start >= b.start);
}

/**
 * The largest set of lists, of each of which one moment can be taken so that they come in the order of the lists; of
 * equally large sets the one that keeps the earlier lists.
 */
function longestInOrder(lists: readonly (readonly HeardMoment[])[]): ReadonlySet<number> {
  /** By how many lists were kept: the earliest moment that the last of them can have, and the lists. */
  let best: readonly { readonly last: HeardMoment | undefined; readonly kept: readonly number[] }[] = [
    { last: undefined, kept: [] },
  ];
  for (const [index, list] of lists.entries()) {
    const longer = best.flatMap(({ last, kept }) => {
      const next = list.find((moment) => last === undefined || isAfter(moment, last));
      return next === undefined ? [] : [{ last: next, kept: [...kept, index] }];
    });
    // Of two ways to keep as many, the one that ends earlier leaves more room.
    const sizes = Math.max(...[...best, ...longer].map(({ kept }) => kept.length));
    best = Array.from({ length: sizes + 1 }, (_, size) => {
      const ways = [...best, ...longer].filter(({ kept }) => kept.length === size);
      return ways.reduce((a, b) =>
        a.last !== undefined && b.last !== undefined && !isAfter(b.last, a.last) ? b : a,
      );
    });
  }
  return new Set(best.at(-1)!.kept);
}

/** The placeholders of a script that the pack, or its scenario, wants filled in. */
export function unfilledIn(script: HeardScript, required: readonly string[]): readonly UnfilledPlaceholder[] {
  if (script.pieces.every(({ placeholders }) => placeholders.length === 0)) return [];
  const names = new Set(required.map(normalisedClause));
  return script.pieces.flatMap(({ placeholders }, piece) =>
    placeholders
      .filter(({ name }) => names.has(normalisedClause(name)))
      .map(({ start, end, name }) => ({ piece, start, end, name })),
  );
}
