/** What a key of a record means, remembered: a file has the same keys again and again. */
import { fieldOf } from './fields.ts';

const known = new Map<string, ReturnType<typeof fieldOf>>();
/** Keys may be ids, of which there is no end. */
const most = 10_000;

/** The field of a key, as `fieldOf` tells it. */
export function keyField(key: string): ReturnType<typeof fieldOf> {
  if (known.has(key)) return known.get(key);
  const field = fieldOf(key);
  if (known.size < most) known.set(key, field);
  return field;
}
