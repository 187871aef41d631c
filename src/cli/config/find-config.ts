/** Finds the callqa.yaml that speaks for a folder: its own, or the nearest one above it. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** What the file may be called. */
export const configNames = ['callqa.yaml', 'callqa.yml'] as const;

/** Its path; undefined where there is none up to the root. Only names are looked at. */
export function findConfig(
  folder: string,
  known: Map<string, string | undefined> = new Map(),
): string | undefined {
  if (known.has(folder)) return known.get(folder);
  const own = configNames.map((name) => join(folder, name)).find((path) => existsSync(path));
  const parent = dirname(folder);
  const found = own ?? (parent === folder ? undefined : findConfig(parent, known));
  known.set(folder, found);
  return found;
}
