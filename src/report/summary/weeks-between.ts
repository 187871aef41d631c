/** How far weeks are from one another. */

const weekLength = 7 * 86_400_000;

/** The weeks from one Monday, as `2024-02-12`, to another; undefined where there is none to begin from. */
export function weeksBetween(from: string | undefined, to: string): number | undefined {
  return from === undefined ? undefined : (Date.parse(to) - Date.parse(from)) / weekLength;
}
