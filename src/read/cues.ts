/** What WebVTT and SRT share: cues, and the line of times that each has. */

/** A cue as it stands in a file. */
export interface Cue {
  /** 1-based line of its times, or of its text where it has none. */
  readonly line: number;
  /** Milliseconds; absent where the times could not be read. */
  readonly start?: number;
  readonly end?: number;
  /** The recogniser's confidence, 0 to 1, where a note before the cue says it. */
  readonly confidence?: number;
  /** Its lines as they were written, with their markup. */
  readonly payload: readonly string[];
}

const time = String.raw`(?:(\d{1,6}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,9}))?`;

/** `00:00:01.000 --> 00:00:04.000`, with hours or without, a comma or a point, and settings behind it. */
export const timingLine = new RegExp(String.raw`^\s*${time}\s*-->\s*${time}(?:\s.*)?$`, 'u');

/** What was meant to be such a line: an arrow behind a number, or between two words and nothing else. */
const brokenTiming = /^\s*(?:(?=[^-]*\d)[\d:.,;hms?-]+\s*-->|\S+\s+-->\s+\S+\s*$)/u;

/**
 * Whether a line holds the times of a cue, readable or not. Anything else with an arrow in it is talk: "a --> b".
 * @param isPlace whether a cue may begin here. Inside one, only times that can be read begin the next.
 */
export function isTiming(line: string, isPlace: boolean): boolean {
  return line.includes('-->') && (timingLine.test(line) || (isPlace && brokenTiming.test(line)));
}

const stamp = new RegExp(`^${time}$`, 'u');

function milliseconds(parts: readonly (string | undefined)[]): number {
  const [hours = '0', minutes = '0', seconds = '0', fraction = ''] = parts;
  const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return Math.round((whole + Number(`0.${fraction}0`)) * 1000);
}

/** The times of a cue, in milliseconds; undefined for a line that has none. An end before the start is left out. */
export function cueTimes(line: string): { readonly start: number; readonly end?: number } | undefined {
  const found = timingLine.exec(line);
  if (found === null) return undefined;
  const start = milliseconds(found.slice(1, 5));
  const end = milliseconds(found.slice(5, 9));
  return end < start ? { start } : { start, end };
}

/** Milliseconds of one timestamp, such as `00:01.250`; undefined where it is none. */
export function cueTime(written: string): number | undefined {
  const found = stamp.exec(written);
  return found === null ? undefined : milliseconds(found.slice(1, 5));
}
