/** Times as transcripts write them: clocks, numbers with a unit, dates. */

/** The unit of a bare number, where a header or a field says it. */
export type TimeUnit = 'ms' | 's';

const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?$/u;
const hanClock =
  /^(?:(\d{1,3})(?:小时|小時|时|時))?(?:(\d{1,3})(?:分钟|分鐘|分))?(?:(\d{1,3}(?:\.\d{1,9})?)秒)?$/u;
const withUnit = /^(\d{1,12}(?:\.\d{1,9})?)\s*(ms|msec|毫秒|s|sec|secs|seconds?|秒)$/iu;
const withUnits = /^(?:(\d{1,3})h\s?)?(?:(\d{1,3})m\s?)(\d{1,3})s$/iu;
const bare = /^\d{1,15}(?:\.\d{1,9})?$/u;
const yearFirst =
  /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:\s*(?:星期|周|週)[一二三四五六日天])?/u;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})/u;
const weekday = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? /iu;
const monthName =
  /^(?:(\d{1,2})(?:st|nd|rd|th)?[ \-/.])?([a-z]{3})[a-z]*\.?(?:[ -](\d{1,2})(?:st|nd|rd|th)?)?(?:, ?|[ \-/])(\d{4})/iu;
const together = /^((?:19|20)\d{2})([01]\d)([0-3]\d)(?:[T ]?([0-2]\d)([0-5]\d)([0-5]\d)?(Z)?)?$/u;
/** A year of two digits before this is rather a day: 26/01/05 may be of 2026. */
const firstShortYear = 2010;
const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const dayTime =
  /^(?<before>上午|早上|凌晨|中午|下午|晚上)?\s?(?<hour>\d{1,2})[:时時点點](?<minute>\d{2})(?:[:分](?<second>\d{2})(?:[.,](?<fraction>\d{1,9}))?)?[分秒]?(?:\s?(?<behind>[ap])\.?m\.?)?(?:\s?(?<zone>Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/iu;

/** Milliseconds of `h:mm:ss.mmm` or `mm:ss`; undefined where it is no clock. */
function clockTime(value: string): number | undefined {
  const found = clock.exec(value);
  if (found === null) return undefined;
  const [, hours, minutes, seconds, fraction = ''] = found;
  if (Number(seconds) >= 60 || (hours !== undefined && Number(minutes) >= 60)) return undefined;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return Math.round((whole + Number(`0.${fraction}0`)) * 1000);
}

interface DayTime {
  readonly hour: number;
  readonly minute: string;
  readonly second?: string;
  readonly fraction?: string;
  /** `Z` or `+08:00`; empty where none is said. */
  readonly zone: string;
  /** What only a time of day has: which half of the day, or a zone. */
  readonly isSure: boolean;
  readonly ms: number;
}

/** A time of day: `10:02`, `10:02:33.5 AM`, `下午 3:02`, `10时02分33秒`, `10:02:33Z`. Undefined where it is none. */
function dayTimeOf(value: string): DayTime | undefined {
  const found = dayTime.exec(value)?.groups;
  if (found === undefined) return undefined;
  const { before, behind, minute, second, fraction, zone: written = '' } = found;
  let hour = Number(found['hour']);
  const half = before ?? behind?.toLowerCase();
  if (half !== undefined && hour > 12 && behind !== undefined) return undefined;
  if (half === 'a' || half === '上午' || half === '早上' || half === '凌晨') hour = hour === 12 ? 0 : hour;
  else if (half === 'p' || half === '下午' || half === '晚上') hour = hour < 12 ? hour + 12 : hour;
  else if (half === '中午') hour = hour < 3 ? hour + 12 : hour;
  if (hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return undefined;
  const zone = /^\w/u.test(written)
    ? 'Z'
    : written === ''
      ? ''
      : `${written.slice(0, 3)}:${written.slice(-2)}`;
  const ms =
    hour * 3_600_000 +
    Number(minute) * 60_000 +
    Number(second ?? 0) * 1000 +
    Math.round(Number(`0.${fraction ?? ''}0`) * 1000);
  return {
    hour,
    minute: minute!,
    ...(second === undefined ? {} : { second }),
    ...(fraction === undefined ? {} : { fraction }),
    zone,
    isSure: half !== undefined || written !== '' || /[时時点點]/u.test(value),
    ms,
  };
}

const tidy = (value: string): string => value.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();

/**
 * A time of day or an offset, in milliseconds: `00:01:12.5`, `10:02 AM`, `下午3:02`, `1分12秒`, `1m 12s`, `72.5s`, or a
 * bare number in `unit`. Undefined where it is none.
 */
export function parseTime(value: string, unit: TimeUnit = 'ms'): number | undefined {
  const text = tidy(value);
  if (bare.test(text)) return Math.round(Number(text) * (unit === 's' ? 1000 : 1));
  const named = withUnit.exec(text);
  if (named !== null) return Math.round(Number(named[1]) * (/^m|^毫/iu.test(named[2]!) ? 1 : 1000));
  const parts = (text === '' ? null : hanClock.exec(text)) ?? withUnits.exec(text);
  if (parts !== null) {
    const [, hours = 0, minutes = 0, seconds = 0] = parts;
    return Math.round((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
  }
  const time = clockTime(text);
  if (time !== undefined) return time;
  const ofDay = dayTimeOf(text);
  return ofDay?.isSure === true ? ofDay.ms : undefined;
}

/** A point in time: ISO 8601 with the zone as it was written, if any, and milliseconds for comparing. */
export interface DateTime {
  readonly iso: string;
  readonly ms: number;
}

const two = (part: number | string): string => String(part).padStart(2, '0');

function dateTimeOf(year: number, month: number, day: number, rest: string): DateTime | undefined {
  const behind = rest.replace(/^(?: ?T|,| )\s?/u, '');
  const onlyZone = /^(?:Z|[+-]\d{2}:?\d{2})$/u.test(behind);
  const time = behind === '' || onlyZone ? undefined : dayTimeOf(behind);
  if (behind !== '' && !onlyZone && (time === undefined || behind === rest)) return undefined;
  const at = new Date(Date.UTC(year, month - 1, day));
  // A 31st of February rolls over, and is no date.
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return undefined;
  const days = `${year}-${two(month)}-${two(day)}`;
  if (time === undefined) return { iso: days, ms: at.getTime() };
  const { hour, minute, second, fraction, zone } = time;
  const seconds = second === undefined ? '' : `:${second}${fraction === undefined ? '' : `.${fraction}`}`;
  const shift = /^[+-]/u.test(zone)
    ? (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4))) * (zone.startsWith('-') ? -60_000 : 60_000)
    : 0;
  return { iso: `${days}T${two(hour)}:${minute}${seconds}${zone}`, ms: at.getTime() + time.ms - shift };
}

/** A date, with a time of day or without: `2026-03-01 10:02:03`, `2026/3/1T10:02Z`, `2026年3月1日`. Undefined where it is none. */
export function parseDateTime(value: string): DateTime | undefined {
  const text = tidy(value);
  const found = yearFirst.exec(text);
  if (found === null) return undefined;
  const [whole, year, month, day] = found;
  return dateTimeOf(Number(year), Number(month), Number(day), text.slice(whole.length));
}

/** A date whose parts are told apart by their places alone, `20260105` or `20260105140300`; undefined where it is none. */
export function parseDigits(value: string): DateTime | undefined {
  const found = together.exec(tidy(value));
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, zone = ''] = found;
  const time =
    hour === undefined ? '' : ` ${hour}:${minute}${second === undefined ? '' : `:${second}`}${zone}`;
  return dateTimeOf(Number(year), Number(month), Number(day), time);
}

/** A point in time whose day and month may be one or the other. */
export interface Moment {
  readonly ms: number;
  /** ISO 8601; absent where nothing tells its day from its month. */
  readonly iso?: string;
}

/**
 * A date in any order, with a time of day or without: `13/03/2026 10:02`, `13.3.26`, `Mar 13, 2026`, and all that
 * `parseDateTime` reads. Undefined where it is none.
 * @param dayFirst whether `03/05/2025` is a day of May, where the source tells.
 */
export function parseMoment(value: string, dayFirst?: boolean): Moment | undefined {
  const text = tidy(value);
  const dated = parseDateTime(text);
  if (dated !== undefined) return dated;
  const last = yearLast.exec(text);
  if (last !== null) {
    const [whole, a, sign, b, year] = last;
    const isDayFirst = sign === '.' || Number(a) > 12 || (Number(b) <= 12 && dayFirst === true);
    const [day, month] = isDayFirst ? [a, b] : [b, a];
    const full = Number(year) + (year!.length === 2 ? 2000 : 0);
    const at = dateTimeOf(full, Number(month), Number(day), text.slice(whole.length));
    if (at === undefined) return undefined;
    const isTold =
      sign === '.' || dayFirst !== undefined || Number(a) > 12 || Number(b) > 12 || Number(a) === Number(b);
    return { ms: at.ms, ...(isTold && full >= firstShortYear ? { iso: at.iso } : {}) };
  }
  const named = text.replace(weekday, '');
  const found = monthName.exec(named);
  const month = found === null ? 0 : months.indexOf(found[2]!.toLowerCase()) + 1;
  const day = found?.[1] ?? found?.[3];
  if (month === 0 || day === undefined) return undefined;
  return dateTimeOf(Number(found![4]), month, Number(day), named.slice(found![0].length));
}

/** When something was said: on a day, or in a call or on a day that is not said. */
export interface Stamp extends Moment {
  /** It has a date, so that `ms` counts from 1970. */
  readonly isDated: boolean;
}

/**
 * What stands before a line of talk: a time with a date in any order, or without one.
 * @param dayFirst whether `03/05/2025` is a day of May, where the file tells.
 */
export function parseStamp(value: string, dayFirst?: boolean): Stamp | undefined {
  const text = tidy(value);
  const plain = clockTime(text);
  if (plain !== undefined) return { ms: plain, isDated: false };
  const dated = parseMoment(text, dayFirst);
  if (dated !== undefined) return { ...dated, isDated: true };
  const ms = /^\d+\.\d+$/u.test(text) ? parseTime(text, 's') : parseTime(text);
  return ms === undefined ? undefined : { ms, isDated: false };
}
