/** What the progress of a batch says. */

export interface BatchProgress {
  readonly calls: number;
  readonly findings: number;
  /** Bytes of the inputs that were read, and how many there are; undefined where nobody knows. */
  readonly read: number;
  readonly expected: number | undefined;
  /** Calls and bytes that an earlier run had done. */
  readonly before: { readonly calls: number; readonly read: number };
  /** Milliseconds since this run began. */
  readonly elapsed: number;
}

/** Before this, in milliseconds, a rate says nothing. */
const soonest = 1000;

/** Calls, calls a second, how much is done, time left, findings: `1200 calls, 400/s, 30% done, 7 s left, 3100 findings`. */
export function progressText({ calls, findings, read, expected, before, elapsed }: BatchProgress): string {
  const parts = [`${calls} ${calls === 1 ? 'call' : 'calls'}`];
  const here = read - before.read;
  if (elapsed >= soonest) {
    parts.push(`${Math.round((1000 * (calls - before.calls)) / elapsed)}/s`);
  }
  if (expected !== undefined && expected > 0) {
    parts.push(`${Math.min(100, Math.floor((100 * read) / expected))}% done`);
    if (elapsed >= soonest && here > 0) {
      parts.push(`${durationText((elapsed * Math.max(0, expected - read)) / here)} left`);
    }
  }
  parts.push(`${findings} findings`);
  return parts.join(', ');
}

/** Milliseconds as `40 s`, `3 min 20 s` or `2 h 5 min`. */
function durationText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60
    ? `${minutes} min ${seconds % 60} s`
    : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
