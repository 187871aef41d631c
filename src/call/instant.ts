/** Points in time as they are written in metadata: the one reading of them. */

export interface Instant {
  /** Milliseconds since 1970. */
  readonly ms: number;
  /** It has a time of day, and not only a date. */
  readonly isTimed: boolean;
  /** It has an offset from UTC; one without is read as UTC, so that no clock of this machine has a say. */
  readonly isPlaced: boolean;
}

const form =
  /^(?<year>\d{4})(?<sign>[-/])(?<month>\d{1,2})\k<sign>(?<day>\d{1,2})(?:(?:T|\s+)(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:[.,](?<fraction>\d+))?)?)?\s*(?<zone>Z|[+-]\d{2}(?::?\d{2})?)?$/iu;

const minuteLength = 60_000;

/**
 * The instant of an ISO 8601 date with or without a time of day, also with slashes in the date or a blank before the time.
 * Undefined where it is none, such as a 31st of February.
 */
export function instantOf(written: string): Instant | undefined {
  const found = form.exec(written.trim())?.groups;
  if (found === undefined) return undefined;
  const { hour, zone, fraction = '' } = found;
  const [year, month, day, hours, minutes, seconds] = [
    found['year'],
    found['month'],
    found['day'],
    hour,
    found['minute'],
    found['second'],
  ].map((part) => Number(part ?? 0)) as [number, number, number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  // 24:00 is the midnight that ends the day; a 60th second is one that was put in.
  const isTime = hours < 24 || (hours === 24 && minutes === 0 && seconds === 0);
  if (!isTime || minutes > 59 || seconds > 60) return undefined;
  const ofDay = (hours * 60 + minutes) * minuteLength + seconds * 1000 + Number(`${fraction}000`.slice(0, 3));
  return {
    ms: date.getTime() + ofDay - offsetOf(zone),
    isTimed: hour !== undefined,
    isPlaced: zone !== undefined,
  };
}

/** Of `Z`, `+08:00`, `-0530` or `+08`, in milliseconds. */
function offsetOf(zone = 'Z'): number {
  if (/^z$/iu.test(zone)) return 0;
  const length = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3).replace(':', ''))) * minuteLength;
  return zone.startsWith('-') ? -length : length;
}
