/** An allegation as it is written, made into data. */
import type { Failure } from '../call/failure.ts';
import type { Entry } from './collect.ts';
import { didYouMean } from './issues.ts';
import type { Allegation, Localised, VerdictTree } from './model.ts';
import type { WrittenAllegation, WrittenTree } from './schema.ts';
import { failureAt, placeOfValue } from './source.ts';
import type { ValuePath } from './source.ts';

/** The allegation; the criteria of its trees are checked against the ids that are known. */
export function buildAllegation(
  { id, written, source, path }: Entry<WrittenAllegation>,
  criterionIds: ReadonlySet<string>,
  report: (failure: Failure) => void,
): Allegation {
  const build = (tree: WrittenTree, here: ValuePath): VerdictTree => {
    const all = (key: 'any' | 'all' | 'of', trees: readonly WrittenTree[]): readonly VerdictTree[] =>
      trees.map((each, index) => build(each, [...here, key, index]));
    if (typeof tree !== 'string') {
      if (tree.any !== undefined) return { kind: 'any', of: all('any', tree.any) };
      if (tree.all !== undefined) return { kind: 'all', of: all('all', tree.all) };
      return { kind: 'at-least', count: tree['at-least']!, of: all('of', tree.of!) };
    }
    if (!criterionIds.has(tree)) {
      report(
        failureAt(placeOfValue(source, here), `There is no criterion \`${tree}\`.`, {
          code: 'unknown-criterion',
          hint: didYouMean(tree, criterionIds),
        }),
      );
    }
    return { kind: 'not-met', criterion: tree };
  };
  const partly = written['partly-upheld'];
  return {
    id,
    title: written.title as Localised,
    default: written.default ?? false,
    upheld: build(written.upheld, [...path, 'upheld']),
    ...(partly === undefined ? {} : { partlyUpheld: build(partly, [...path, 'partly-upheld']) }),
  };
}
