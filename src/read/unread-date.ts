/** A word on a call whose date was read from nothing: it is in no week, and no follow-up of another. */
import { Failure } from '../call/failure.ts';
import { fieldOf } from './fields.ts';
import type { ReadCall } from './reading.ts';
import { parseMoment } from './times.ts';

/** The code of the warning; of a file, the first one tells enough. */
export const dateUnread = 'date-unread';

/** The warning, with the date as it is written; undefined where the call is dated, or says nothing of a date. */
export function unreadDate({ call, source }: ReadCall): Failure | undefined {
  if (call.startedAt !== undefined || call.meta === undefined) return undefined;
  for (const [name, value] of Object.entries(call.meta)) {
    if (fieldOf(name)?.field !== 'startedAt') continue;
    const written = writtenOf(value);
    if (written === undefined) continue;
    const isEither = parseMoment(written) !== undefined;
    const shown = written.length > 40 ? `${written.slice(0, 39)}…` : written;
    return new Failure(
      `the call “${call.id}” is read without its date: “${shown}” ${isEither ? 'may have the day or the month first' : 'is none that is known'}`,
      {
        code: dateUnread,
        file: source.path,
        ...(source.line === undefined ? {} : { line: source.line }),
        hint: 'Write dates as 2026-01-31, with a time as 2026-01-31T14:03:00+08:00.',
      },
    );
  }
  return undefined;
}

function writtenOf(value: unknown): string | undefined {
  const all: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = all.map((one) =>
    typeof one === 'string' ? one.trim() : one === null ? '' : (JSON.stringify(one) ?? ''),
  );
  return texts.find((text) => text !== '' && parseMoment(text)?.iso === undefined);
}
