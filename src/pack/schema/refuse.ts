/** How a schema says what is wrong where zod has no words of its own for it. */
import type * as z from 'zod';

interface Refusal {
  /** The code of the failure that it becomes. */
  readonly code: string;
  readonly hint?: string;
  /** From the value that is checked to what is wrong in it. */
  readonly path?: readonly string[];
}

/** Raises an issue of our own; its message goes on from the name of the thing, as in "`moments.x` has no phrases". */
export function refuse(
  context: z.core.$RefinementCtx,
  message: string,
  { code, hint, path = [] }: Refusal,
): void {
  const params = { code, ...(hint === undefined ? {} : { hint }) };
  context.addIssue({ code: 'custom', message, path: [...path], params });
}
