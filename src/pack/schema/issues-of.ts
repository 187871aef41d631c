import type * as z from 'zod';
import { schemaAt } from './schema-at.ts';

type Issue = z.core.$ZodIssue;

/**
 * All that a schema finds wrong with a value. Zod does not look at what stands under a key that is not allowed; here it
 * is looked at like what stands under any other.
 */
export function issuesOf(schema: z.ZodType, value: unknown): readonly Issue[] {
  const issues = schema.safeParse(value).error?.issues ?? [];
  return issues.flatMap((issue) =>
    issue.code === 'invalid_key' ? [issue, ...issuesUnder(issue.path, schema, value)] : [issue],
  );
}

function issuesUnder(path: readonly PropertyKey[], schema: z.ZodType, value: unknown): readonly Issue[] {
  const steps = path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const own = schemaAt(schema, steps);
  let inner = value;
  for (const step of steps) inner = (inner as Readonly<Record<string, unknown>>)[step];
  return own === undefined
    ? []
    : issuesOf(own, inner).map((issue) => ({ ...issue, path: [...steps, ...issue.path] }));
}
