/** The order of days and months in the dates of one source, where only some of them tell. */

const slashed = /^\W{0,3}(\d{1,2})[-/](\d{1,2})[-/](?:20)?\d{2}(?!\d)/u;

/**
 * Whether dates such as 13/03/2026 have the day before the month, by those that can be read in one way only; undefined
 * where none tells, and where they tell different things.
 *
 * @param texts what dates stand at the beginning of
 */
export function dayFirstIn(texts: Iterable<string>): boolean | undefined {
  let order: boolean | undefined;
  for (const text of texts) {
    const found = slashed.exec(text);
    if (found === null) continue;
    const [a, b] = [Number(found[1]), Number(found[2])];
    if (a > 12 === b > 12) continue;
    if (order !== undefined && order !== a > 12) return undefined;
    order = a > 12;
  }
  return order;
}
