/** Weeks, by the calendar alone. */

const dayLength = 86_400_000;

/** The Monday with which an ISO 8601 week such as `2024-W07` begins, as `2024-02-12`. */
export function mondayOf(week: string): string {
  const [year = 0, number = 0] = week.split('-W').map(Number);
  // The fourth of January is in the first week.
  const fourth = new Date(Date.UTC(year, 0, 4));
  const weekday = (fourth.getUTCDay() + 6) % 7;
  return new Date(fourth.getTime() + (7 * (number - 1) - weekday) * dayLength).toISOString().slice(0, 10);
}

/**
 * The ISO 8601 week of a date as it is written, such as `2024-W07`: the week, from Monday, that holds the date, of the year
 * that holds its Thursday. The offset of the time is left alone: the day is the one that people had. Undefined where the
 * text does not begin with a date.
 */
export function isoWeek(written: string): string | undefined {
  const found = /^(\d{4})[-/](\d{2})[-/](\d{2})(?!\d)/u.exec(written);
  if (found === null) return undefined;
  const [year, month, day] = found.slice(1).map(Number) as [number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(date.getTime() + (3 - weekday) * dayLength);
  const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1);
  const week = Math.floor((thursday.getTime() - firstOfYear) / dayLength / 7) + 1;
  return `${String(thursday.getUTCFullYear()).padStart(4, '0')}-W${String(week).padStart(2, '0')}`;
}
