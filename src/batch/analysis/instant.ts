/** Times as they are written in metadata. */

/**
 * Milliseconds since 1970 of an ISO 8601 date with or without a time of day; one without an offset is read as UTC, so
 * that no clock of this machine has a say. Undefined where it is no date.
 */
export function instantOf(written: string): number | undefined {
  const iso = written.trim().replace(/^(\d{4})\/(\d{2})\/(\d{2})/u, '$1-$2-$3');
  const timed = /[T ]\d{2}:\d{2}/u.test(iso);
  const placed = /(?:Z|[+-]\d{2}:?\d{2})$/iu.test(iso);
  const at = Date.parse(timed && !placed ? `${iso.replace(' ', 'T')}Z` : iso);
  return /^\d{4}-\d{2}-\d{2}/u.test(iso) && !Number.isNaN(at) ? at : undefined;
}
