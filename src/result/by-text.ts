/** The order of ids, names and terms. */

/** By UTF-16 code units, whatever the locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
