/** What stands in a CSV of results in place of a call that could not be read. */
import type { ErrorResult } from '../../result/result.ts';
import { csvRow } from '../csv-row.ts';

/** A row under these columns and one for the error: where the call is, and what is wrong. */
export function errorRow(columns: readonly string[], { source, line, code, message }: ErrorResult): string {
  const known: Readonly<Record<string, string | number | undefined>> = { source, line };
  return csvRow([...columns.map((column) => known[column] ?? null), `${code}: ${message}`]);
}
