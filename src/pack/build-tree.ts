/** A tree over criteria as it is written, made into data. */
import type { Failure } from '../call/failure.ts';
import { didYouMean } from './issues.ts';
import type { VerdictTree } from './model/allegation.ts';
import type { WrittenTree } from './schema/tree.ts';
import { failureAt, placeOfValue } from './source.ts';
import type { PackSource, ValuePath } from './source.ts';

/** The tree at a path of a file; reports criteria that are not among the ids that are known. */
export function buildTree(
  tree: WrittenTree,
  source: PackSource,
  path: ValuePath,
  criterionIds: ReadonlySet<string>,
  report: (failure: Failure) => void,
): VerdictTree {
  const build = (inner: WrittenTree, ...steps: ValuePath): VerdictTree =>
    buildTree(inner, source, [...path, ...steps], criterionIds, report);
  const all = (
    key: 'any' | 'first-of' | 'all' | 'of',
    trees: readonly WrittenTree[],
  ): readonly VerdictTree[] => trees.map((each, index) => build(each, key, index));
  if (typeof tree !== 'string') {
    if (tree.any !== undefined) return { kind: 'any', of: all('any', tree.any) };
    if (tree.all !== undefined) return { kind: 'all', of: all('all', tree.all) };
    const firstOf = tree['first-of'];
    if (firstOf !== undefined) return { kind: 'first-of', of: all('first-of', firstOf) };
    const ifKnown = tree['if-known'];
    if (ifKnown !== undefined) return { kind: 'if-known', of: build(ifKnown, 'if-known') };
    return { kind: 'at-least', count: tree['at-least']!, of: all('of', tree.of!) };
  }
  if (!criterionIds.has(tree)) {
    report(
      failureAt(placeOfValue(source, path), `There is no criterion \`${tree}\`.`, {
        code: 'unknown-criterion',
        hint: didYouMean(tree, criterionIds),
      }),
    );
  }
  return { kind: 'not-met', criterion: tree };
}
