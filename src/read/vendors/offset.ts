/** Times as services write them, in milliseconds from the beginning of the call. */
import { parseDateTime, parseTime } from '../times.ts';
import { Misfit, type JsonNode } from './json-node.ts';

/** The unit of a bare number; a tick is 100 nanoseconds. */
export type Unit = 'ms' | 's' | 'tick';

const perUnit: Readonly<Record<Unit, number>> = { ms: 1, s: 1000, tick: 1 / 10_000 };
const isoDuration = /^P(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)$/u;

/**
 * The time at a node: a number or a string of one in `unit`, `12.5s`, `PT1M2.5S`, `00:01:12.5`, or `{seconds, nanos}`
 * as protocol buffers have it. Times a hair before the beginning are at it.
 * @throws Misfit where it is none of these.
 */
export function offsetOf(node: JsonNode, unit: Unit): number | undefined {
  const { value } = node;
  if (!node.exists || value === '') return undefined;
  if (node.isRecord && (node.peek('seconds').exists || node.peek('nanos').exists)) {
    const seconds = node.get('seconds').number() ?? 0;
    return Math.max(0, Math.round(seconds * 1000 + (node.get('nanos').number() ?? 0) / 1e6));
  }
  const number = typeof value === 'string' ? Number(value.trim() || 'none') : value;
  if (typeof number === 'number' && Number.isFinite(number)) {
    return Math.max(0, Math.round(number * perUnit[unit]));
  }
  if (typeof value === 'string') {
    const iso = isoDuration.exec(value.trim());
    if (iso !== null) {
      const [, hours, minutes, seconds] = iso;
      return Math.round(
        (Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds ?? 0)) * 1000,
      );
    }
    const time = parseTime(value);
    if (time !== undefined) return time;
  }
  throw new Misfit(node.path, 'a time', value);
}

/** A start and a length as a start and an end. */
export function spanOf(
  start: number | undefined,
  length: number | undefined,
): { readonly start?: number; readonly end?: number } {
  if (start === undefined) return {};
  return length === undefined ? { start } : { start, end: start + length };
}

/** The milliseconds of a date and time, or of a number of milliseconds since 1970, for comparing. */
export function epochOf(node: JsonNode): number | undefined {
  const { value } = node;
  if (!node.exists || value === '') return undefined;
  if (typeof value === 'number' || (typeof value === 'string' && /^\d{9,17}$/u.test(value))) {
    const number = Number(value);
    // Seconds, milliseconds or microseconds since 1970: each is three digits longer than the one before.
    if (number < 1e11) return number * 1000;
    return number < 1e14 ? number : number / 1000;
  }
  const time = typeof value === 'string' ? parseDateTime(value)?.ms : undefined;
  if (time === undefined) throw new Misfit(node.path, 'a date and time', value);
  return time;
}

/** ISO 8601, in UTC, of a moment since 1970; undefined where it is out of the calendar. */
export function isoOf(epoch: number | undefined): string | undefined {
  if (epoch === undefined || Math.abs(epoch) > 2.5e14) return undefined;
  return new Date(epoch).toISOString();
}
