/** What a JSON value is, in words, for an error. */
export function described(value: unknown): string {
  if (value === undefined) return 'it is missing';
  if (value === null) return 'found null';
  if (Array.isArray(value)) return 'found a list';
  if (typeof value === 'object') return 'found an object';
  const shown = JSON.stringify(value);
  return `found ${shown.length > 40 ? `${shown.slice(0, 39)}…` : shown}`;
}
