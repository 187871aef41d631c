/** Dates of calls as cells: the time of day as it is written, since a spreadsheet knows no zones. */

/** Excel counts days from 1900, and wrongly before March of that year. */
const first = Date.UTC(1900, 2, 1);

/**
 * A Date whose UTC is the date and time of day that ISO 8601 says, whatever its zone; the text itself where it is none
 * that a cell can hold.
 */
export function writtenTime(iso: string | undefined): Date | string | null {
  if (iso === undefined) return null;
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::(\d{2}))?)?/u.exec(iso);
  const date = new Date(`${parts?.[1]}T${parts?.[2] ?? '00:00'}:${parts?.[3] ?? '00'}Z`);
  return Number.isNaN(date.getTime()) || date.getTime() < first ? iso : date;
}
