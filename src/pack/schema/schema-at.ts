import * as z from 'zod';

/** The schema of what stands at a path, without what makes it optional; undefined where a schema does not say. */
export function schemaAt(root: z.ZodType, path: readonly (string | number)[]): z.ZodType | undefined {
  let schema = unwrapped(root);
  for (const step of path) {
    if (schema instanceof z.ZodObject) {
      schema = unwrapped((schema.shape as Readonly<Record<string, unknown>>)[step]);
    } else if (schema instanceof z.ZodRecord) schema = unwrapped(schema.valueType);
    else return undefined;
  }
  return schema instanceof z.ZodType ? schema : undefined;
}

/** Of a union, the option that is a map with named keys. */
function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional) return unwrapped(schema.unwrap());
  if (!(schema instanceof z.ZodUnion)) return schema;
  return schema.options.find((option) => option instanceof z.ZodObject) ?? schema;
}
