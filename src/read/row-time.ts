/** Times in the cells of a table: dates, numbers since 1970, clocks and offsets. */
import { parseDateTime, parseDigits, parseMoment, parseTime, type Moment, type TimeUnit } from './times.ts';

/**
 * A date in any order, or a number of seconds or milliseconds since 1970 of the years 2001 to 2033. Undefined where it is
 * none.
 * @param dayFirst whether `03/05/2025` is a day of May, where the source tells
 */
export function momentOf(written: string, dayFirst?: boolean): Moment | undefined {
  if (!/^\d+(?:\.\d+)?$/u.test(written)) return parseMoment(written, dayFirst);
  const number = /^1\d{9}(?:\.\d{1,9})?$/u.test(written)
    ? Number(written) * 1000
    : /^1\d{12}(?:\.\d{1,9})?$/u.test(written)
      ? Number(written)
      : undefined;
  if (number === undefined) return undefined;
  const ms = Math.round(number);
  return { iso: new Date(ms).toISOString(), ms };
}

/** When a call was, as a field for dates says it: ISO 8601; undefined where it cannot be read, or read in two ways. */
export function startOf(written: string, dayFirst?: boolean): string | undefined {
  return (parseDateTime(written) ?? parseDigits(written) ?? momentOf(written, dayFirst))?.iso;
}

/** A time in a cell: a point in time, or milliseconds from an unknown one. Undefined where it is none. */
export function cellTime(
  written: string,
  unit: TimeUnit,
  dayFirst?: boolean,
): { readonly date: Moment } | { readonly offset: number } | undefined {
  const date = momentOf(written, dayFirst);
  if (date !== undefined) return { date };
  const offset = parseTime(written.replace(/^(\d+),(\d+)$/u, '$1.$2'), unit);
  return offset === undefined ? undefined : { offset };
}
