/** What a tree over criteria comes to. */
import type { OutcomeKind } from '../judge/outcome.ts';
import type { VerdictTree } from '../pack/model/allegation.ts';

/** The criteria that it rests on: those not met if it is true, those not evaluated if it is unknown. */
interface Judgement {
  readonly truth: 'true' | 'false' | 'unknown';
  readonly because: readonly string[];
}

/** The outcome of a criterion by its id. */
export type KindOf = (criterion: string) => OutcomeKind | undefined;

/** A leaf is true where its criterion was not met; not applicable is false, not evaluated unknown. */
export function judgeTree(tree: VerdictTree, kindOf: KindOf): Judgement {
  switch (tree.kind) {
    case 'not-met': {
      const kind = kindOf(tree.criterion);
      if (kind === 'not-met') return { truth: 'true', because: [tree.criterion] };
      return kind === 'not-evaluated'
        ? { truth: 'unknown', because: [tree.criterion] }
        : { truth: 'false', because: [] };
    }
    case 'any':
      return atLeast(1, tree.of, kindOf);
    case 'first-of': {
      const held = tree.of.map((one) => judgeTree(one, kindOf)).find(({ truth }) => truth === 'true');
      return held ?? atLeast(1, tree.of, kindOf);
    }
    case 'all':
      return atLeast(tree.of.length, tree.of, kindOf);
    case 'at-least':
      return atLeast(tree.count, tree.of, kindOf);
    case 'if-known':
      return judgeTree(tree.of, ifKnown(kindOf));
    default:
      return tree satisfies never;
  }
}

function atLeast(count: number, of: readonly VerdictTree[], kindOf: KindOf): Judgement {
  const judged = of.map((tree) => judgeTree(tree, kindOf));
  const held = judged.filter(({ truth }) => truth === 'true');
  const open = judged.filter(({ truth }) => truth === 'unknown');
  const because = (ones: readonly Judgement[]): readonly string[] => ones.flatMap((one) => one.because);
  if (held.length >= count) return { truth: 'true', because: because(held) };
  return held.length + open.length >= count
    ? { truth: 'unknown', because: because(open) }
    : { truth: 'false', because: [] };
}

/** Whether a tree is true, false or unknown: the same without what it rests on, for a fraction of the cost. */
export function truthOf(tree: VerdictTree, kindOf: KindOf): Judgement['truth'] {
  switch (tree.kind) {
    case 'not-met': {
      const kind = kindOf(tree.criterion);
      return kind === 'not-met' ? 'true' : kind === 'not-evaluated' ? 'unknown' : 'false';
    }
    case 'any':
    // Which of them is told does not matter here.
    case 'first-of':
      return atLeastTrue(1, tree.of, kindOf);
    case 'all':
      return atLeastTrue(tree.of.length, tree.of, kindOf);
    case 'at-least':
      return atLeastTrue(tree.count, tree.of, kindOf);
    case 'if-known':
      return truthOf(tree.of, ifKnown(kindOf));
    default:
      return tree satisfies never;
  }
}

function atLeastTrue(count: number, of: readonly VerdictTree[], kindOf: KindOf): Judgement['truth'] {
  let held = 0;
  let open = 0;
  for (const tree of of) {
    const truth = truthOf(tree, kindOf);
    if (truth === 'true') held++;
    else if (truth === 'unknown') open++;
    if (held >= count) return 'true';
  }
  return held + open >= count ? 'unknown' : 'false';
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
