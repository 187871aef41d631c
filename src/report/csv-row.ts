/** CSV by RFC 4180, defused: a spreadsheet must not run what a customer said. */
import { defused } from './defused.ts';

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = defused(value);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** One row with its line end. Text that begins like a formula gets a `'` before it; `null` is an empty cell. */
export function csvRow(values: readonly (string | number | null)[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}
