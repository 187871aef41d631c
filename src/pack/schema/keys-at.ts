import * as z from 'zod';

/** The keys that the map at a path may have by a schema; none where the schema does not name them. */
export function keysAt(root: z.ZodType, path: readonly (string | number)[]): readonly string[] {
  let schema: unknown = root;
  const unwrap = (wrapped: unknown): unknown =>
    wrapped instanceof z.ZodOptional
      ? unwrap(wrapped.unwrap())
      : wrapped instanceof z.ZodUnion
        ? (wrapped.options.find((option) => option instanceof z.ZodObject) ?? wrapped)
        : wrapped;
  for (const step of path) {
    const holder = unwrap(schema);
    if (holder instanceof z.ZodObject) schema = (holder.shape as Readonly<Record<string, unknown>>)[step];
    else if (holder instanceof z.ZodRecord) schema = holder.valueType;
    else return [];
  }
  const map = unwrap(schema);
  return map instanceof z.ZodObject ? Object.keys(map.shape) : [];
}
