/** Times as transcripts write them: clocks, numbers with a unit, dates. */

/** The unit of a bare number, where a header or a field says it. */
export type TimeUnit = 'ms' | 's';

const clock = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?$/u;
const hanClock =
  /^(?:(\d{1,3})(?:小时|小時|时|時))?(?:(\d{1,3})(?:分钟|分鐘|分))?(?:(\d{1,3}(?:\.\d{1,9})?)秒)?$/u;
const withUnit = /^(\d{1,12}(?:\.\d{1,9})?)\s*(ms|msec|毫秒|s|sec|secs|seconds?|秒)$/iu;
const bare = /^\d{1,15}(?:\.\d{1,9})?$/u;
const date =
  /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?(?:[ T]{0,2}(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/u;

/** A pattern's source for a clock such as `00:12`, `1:02:03.5`, with a date before it or without. */
export const clockSource = String.raw`(?:(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:[12]\d|3[01]|0?[1-9])[ T])?\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,9})?`;

/** Milliseconds of `h:mm:ss.mmm` or `mm:ss`; undefined where it is no clock. */
function clockTime(value: string): number | undefined {
  const found = clock.exec(value);
  if (found === null) return undefined;
  const [, hours, minutes, seconds, fraction = ''] = found;
  if (Number(seconds) >= 60 || (hours !== undefined && Number(minutes) >= 60)) return undefined;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
  return Math.round((whole + Number(`0.${fraction}0`)) * 1000);
}

/**
 * A time of day or an offset, in milliseconds: `00:01:12.5`, `1分12秒`, `72.5s`, or a bare number in `unit`.
 * Undefined where it is none.
 */
export function parseTime(value: string, unit: TimeUnit = 'ms'): number | undefined {
  const text = value.normalize('NFKC').trim();
  if (bare.test(text)) return Math.round(Number(text) * (unit === 's' ? 1000 : 1));
  const named = withUnit.exec(text);
  if (named !== null) return Math.round(Number(named[1]) * (/^m|^毫/iu.test(named[2]!) ? 1 : 1000));
  const han = text === '' ? null : hanClock.exec(text);
  if (han !== null) {
    return Math.round((Number(han[1] ?? 0) * 3600 + Number(han[2] ?? 0) * 60 + Number(han[3] ?? 0)) * 1000);
  }
  return clockTime(text);
}

/** A point in time: ISO 8601 with the zone as it was written, if any, and milliseconds for comparing. */
export interface DateTime {
  readonly iso: string;
  readonly ms: number;
}

/** A date, with a time of day or without: `2026-03-01 10:02:03`, `2026/3/1T10:02Z`, `2026年3月1日`. Undefined where it is none. */
export function parseDateTime(value: string): DateTime | undefined {
  const found = date.exec(value.normalize('NFKC').trim());
  if (found === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, zone] = found;
  const two = (part: string) => part.padStart(2, '0');
  const days = `${year}-${two(month!)}-${two(day!)}`;
  const time =
    hour === undefined
      ? ''
      : `T${two(hour)}:${minute}${second === undefined ? '' : `:${second}`}${fraction === undefined ? '' : `.${fraction}`}`;
  const offset = zone === undefined || zone === 'Z' ? (zone ?? '') : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const milliseconds = Math.round(Number(`0.${fraction ?? ''}0`) * 1000);
  const at = new Date(
    Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hour ?? 0),
      Number(minute ?? 0),
      Number(second ?? 0),
    ),
  );
  // A 31st of February rolls over, and is no date.
  if (at.getUTCMonth() !== Number(month) - 1 || at.getUTCDate() !== Number(day)) return undefined;
  if (Number(hour ?? 0) > 23 || Number(minute ?? 0) > 59 || Number(second ?? 0) > 59) return undefined;
  const shift = /^[+-]/u.test(offset)
    ? (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4))) *
      (offset.startsWith('-') ? -60_000 : 60_000)
    : 0;
  return {
    iso: `${days}${time}${hour === undefined ? '' : offset}`,
    ms: at.getTime() + milliseconds - shift,
  };
}
