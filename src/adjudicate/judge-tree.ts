/** What a tree over criteria comes to, and what that rests on. */
import type { OutcomeKind } from '../judge/outcome.ts';
import type { VerdictTree } from '../pack/model/allegation.ts';

export type Truth = 'true' | 'false' | 'unknown';

/** The outcome of a criterion by its id. */
export type KindOf = (criterion: string) => OutcomeKind | undefined;

/** Whether a tree holds. A leaf is true where its criterion was not met; not applicable is false, not evaluated unknown. */
export function truthOf(tree: VerdictTree, kindOf: KindOf): Truth {
  switch (tree.kind) {
    case 'not-met': {
      const kind = kindOf(tree.criterion);
      return kind === 'not-met' ? 'true' : kind === 'not-evaluated' ? 'unknown' : 'false';
    }
    case 'if-known':
      return truthOf(tree.of, ifKnown(kindOf));
    default: {
      const needed = neededOf(tree);
      let held = 0;
      let open = 0;
      for (const one of tree.of) {
        const truth = truthOf(one, kindOf);
        if (truth === 'true') held++;
        else if (truth === 'unknown') open++;
        if (held >= needed) return 'true';
      }
      return held + open >= needed ? 'unknown' : 'false';
    }
  }
}

/** The criteria that a tree rests on: those not met if it is true, those not evaluated if it is unknown, else none. */
export function restsOn(tree: VerdictTree, kindOf: KindOf): readonly string[] {
  const truth = truthOf(tree, kindOf);
  if (truth === 'false') return [];
  switch (tree.kind) {
    case 'not-met':
      return [tree.criterion];
    case 'if-known':
      return restsOn(tree.of, ifKnown(kindOf));
    default: {
      const behind = tree.of.filter((one) => truthOf(one, kindOf) === truth);
      // Of `first-of`, the first that holds says it all.
      return (tree.kind === 'first-of' && truth === 'true' ? behind.slice(0, 1) : behind).flatMap((one) =>
        restsOn(one, kindOf),
      );
    }
  }
}

/** How many members have to be true. */
function neededOf(tree: Exclude<VerdictTree, { kind: 'not-met' | 'if-known' }>): number {
  switch (tree.kind) {
    case 'any':
    case 'first-of':
      return 1;
    case 'all':
      return tree.of.length;
    case 'at-least':
      return tree.count;
    default:
      return tree satisfies never;
  }
}

function ifKnown(kindOf: KindOf): KindOf {
  return (criterion) => {
    const kind = kindOf(criterion);
    return kind === 'not-evaluated' ? 'not-applicable' : kind;
  };
}

/** The criteria that a tree names. */
export function criteriaOfTree(tree: VerdictTree): readonly string[] {
  switch (tree.kind) {
    case 'not-met':
      return [tree.criterion];
    case 'if-known':
      return criteriaOfTree(tree.of);
    default:
      return tree.of.flatMap(criteriaOfTree);
  }
}
