/** Reads what a test gives as text or bytes. */
import type { Failure } from '../../src/call/failure.ts';
import { readCalls, type ReadOptions } from '../../src/read/read.ts';
import type { ReadCall, ReadFailure } from '../../src/read/reading.ts';

export type Item = ReadCall | ReadFailure;

/** Everything that a source of these bytes gives, which come in pieces of `size`. */
export async function itemsOf(
  content: string | Uint8Array,
  { path = 'f.txt', size = Infinity, ...options }: ReadOptions & { path?: string; size?: number } = {},
): Promise<readonly Item[]> {
  const bytes = Buffer.from(content);
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(bytes.subarray(at, at + size));
  const items: Item[] = [];
  const source = { path, name: path.replace(/\.\w+$/u, ''), chunks: () => chunks };
  for await (const item of readCalls(source, options)) items.push(item);
  return items;
}

/** The calls among items, and the failures as `code line:column`. */
export function sorted(items: readonly Item[]) {
  return {
    calls: items.flatMap((item) => ('call' in item ? [item.call] : [])),
    failures: items.flatMap((item) => {
      if (!('failure' in item)) return [];
      const { code, place } = item.failure;
      return [[code, place.line, place.column].filter((part) => part !== undefined).join(' ')];
    }),
  };
}

/** The calls of a table, also as `id: speaker text | …`, with the failures and the warnings. */
export async function readShown(content: string, path = 'f.csv', columns: Record<string, string> = {}) {
  const warnings: string[] = [];
  const warn = ({ code, place }: Failure): void => void warnings.push(`${code} ${place.line}`);
  const { calls, failures } = sorted(await itemsOf(content, { path, columns, warn }));
  return {
    calls,
    shown: calls.map(
      ({ id, turns }) => `${id}: ${turns.map(({ speaker, text }) => `${speaker} ${text}`).join(' | ')}`,
    ),
    failures,
    warnings,
  };
}

/** Lines of a table. */
export const rows = (...lines: string[]): string => lines.join('\n');
