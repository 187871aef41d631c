/** The YAML form of a tree over criteria. */
import * as z from 'zod';
import { refuse } from './refuse.ts';
import { id } from './terms.ts';

/** A tree over criteria as it is written; a leaf is true where the criterion was not met. */
export type WrittenTree =
  | string
  | {
      readonly any?: readonly WrittenTree[] | undefined;
      readonly 'first-of'?: readonly WrittenTree[] | undefined;
      readonly all?: readonly WrittenTree[] | undefined;
      readonly 'at-least'?: number | undefined;
      readonly of?: readonly WrittenTree[] | undefined;
      readonly 'if-known'?: WrittenTree | undefined;
    };

export const tree: z.ZodType<WrittenTree> = z
  .lazy(() =>
    z.union([
      id,
      z
        .strictObject({
          any: z.array(tree).min(1).optional(),
          'first-of': z.array(tree).min(1).optional(),
          all: z.array(tree).min(1).optional(),
          'at-least': z.int().positive().optional(),
          of: z.array(tree).min(1).optional(),
          'if-known': tree.optional(),
        })
        .superRefine(checkTree),
    ]),
  )
  .meta({
    id: 'verdict-tree',
    description:
      'A criterion (true where it was not met), {any: […]}, {first-of: […]} (any too, and it rests on the first that holds), {all: […]}, {at-least: N, of: […]} or {if-known: …}, in which what was not evaluated counts as met.',
  });

function checkTree(value: Exclude<WrittenTree, string>, context: z.core.$RefinementCtx): void {
  const problem = (message: string): void => {
    refuse(context, message, { code: 'wrong-value' });
  };
  const keys = Object.keys(value).toSorted().join('+');
  if (!['any', 'first-of', 'all', 'at-least+of', 'if-known'].includes(keys)) {
    problem(
      'must be a criterion, {any: […]}, {first-of: […]}, {all: […]}, {at-least: N, of: […]} or {if-known: …}',
    );
  } else if ((value['at-least'] ?? 0) > (value.of?.length ?? 0)) {
    problem(`asks for at least ${value['at-least']} of ${value.of?.length}: it can never be true`);
  }
}
