/** Cohen's kappa: agreement beyond what chance gives. */
import { rounded } from '../result/estimate.ts';

/**
 * Kappa of a square table of counts, rows one judge and columns the other; null where nothing was judged or chance
 * alone agrees fully (both judges only ever said one thing).
 * Source: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological Measurement 20 (1960).
 */
export function kappaOf(table: readonly (readonly number[])[]): number | null {
  const rows = table.map((row) => row.reduce((sum, count) => sum + count, 0));
  const total = rows.reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  const columns = table.map((_, column) => table.reduce((sum, row) => sum + row[column]!, 0));
  const agreed = table.reduce((sum, row, index) => sum + row[index]!, 0) / total;
  const chance = rows.reduce((sum, count, index) => sum + count * columns[index]!, 0) / (total * total);
  return chance === 1 ? null : rounded((agreed - chance) / (1 - chance));
}
