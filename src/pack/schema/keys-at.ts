import * as z from 'zod';
import { schemaAt } from './schema-at.ts';

/** The keys that the map at a path may have by a schema; none where the schema does not name them. */
export function keysAt(root: z.ZodType, path: readonly (string | number)[]): readonly string[] {
  const map = schemaAt(root, path);
  return map instanceof z.ZodObject ? Object.keys(map.shape) : [];
}
