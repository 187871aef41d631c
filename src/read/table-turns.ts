/** The rows of a table as turns: gathered by call, put in the order of their times, and built. */
import type { Call } from '../call/call.ts';
import { Failure } from '../call/failure.ts';
import type { Row } from './csv-rows.ts';
import { dialogueBuilder, type Timing } from './dialogue.ts';
import type { Field } from './fields.ts';
import type { LabelReader } from './labels.ts';
import { markOf, type Mark } from './marks.ts';
import { metadataOf } from './metadata.ts';
import type { Reading } from './reading.ts';
import { cellTime } from './row-time.ts';
import { byTime, overMidnight } from './table-order.ts';
import type { Table } from './table.ts';
import type { Moment } from './times.ts';

/** A time as its cell gives it. */
type Time = { readonly date: Moment } | { readonly offset: number };

/** A row, read as far as one row can be. */
interface Entry {
  readonly label: string | undefined;
  readonly said: string;
  readonly mark: Mark | undefined;
  readonly start: Time | undefined;
  readonly end: Time | undefined;
  readonly duration: number | undefined;
  readonly confidence: number | undefined;
  /** The number of the turn. */
  readonly turn: number | undefined;
}

/** A call in the making. */
export interface Draft {
  readonly id: string | undefined;
  readonly line: number;
  readonly entries: Entry[];
  readonly raw: string[];
  readonly values: Map<string, string[]>;
  readonly unread: number[];
  /** How many characters of rows had been read with its last row. */
  end: number;
  /** The characters of its own rows. */
  size: number;
}

/** The calls of a table in the making, in the order of their first rows. */
export interface Drafts {
  readonly open: Map<string | undefined, Draft>;
  /** Adds a row to its call; gives what of it could not be read. */
  readonly take: (row: Row) => readonly Failure[];
  /** The first of the open calls is over where its last row lies so far behind, or more than so much is held; in characters. */
  readonly isFirstOver: (draft: Draft, apart: number, mostHeld: number) => boolean;
  readonly close: (draft: Draft) => void;
}

/** The failure of a row that has not the fields of the header; undefined where it has. Spreadsheets pad rows with empty cells. */
export function unfitRow({ cells, line }: Row, header: readonly string[], file: string): Failure | undefined {
  const isLong = cells.slice(header.length).some((extra) => extra.trim() !== '');
  if (cells.length >= header.length && !isLong) return undefined;
  return new Failure(`the row has ${cells.length} fields and the header ${header.length}`, {
    code: 'csv-row',
    file,
    line,
    hint: 'Put a field that holds the delimiter in double quotes.',
  });
}

function timeFailure(bad: readonly string[], file: string, line: number): Failure {
  return new Failure(`the turn is read without its times: ${bad.join('; ')}`, {
    code: 'csv-time',
    file,
    line,
    hint: 'Times are 00:01:12.5, milliseconds, or seconds under a header such as start_s.',
  });
}

function keep(draft: Draft, name: string, value: string): void {
  if (value === '') return;
  const values = draft.values.get(name) ?? [];
  if (!values.includes(value)) draft.values.set(name, [...values, value]);
}

/** Whether an end lies before its start, where the two can be compared. */
function isBefore(end: Time | undefined, start: Time | undefined): boolean {
  if (end === undefined || start === undefined) return false;
  if ('date' in end) return 'date' in start && end.date.ms < start.date.ms;
  return 'offset' in start && end.offset < start.offset;
}

/** The gathering of a table's rows by call. */
export function draftsOf(
  { header, columns, ids, unit, speakerOf, dayFirst }: Table,
  { file, labelOf }: Reading,
): Drafts {
  const { known, others } = columns;
  const open = new Map<string | undefined, Draft>();
  let current: Draft | undefined;
  const draftOf = (id: string | undefined, line: number): Draft => {
    let draft = open.get(id);
    if (draft === undefined) {
      draft = { id, line, entries: [], raw: [], values: new Map(), unread: [], end: 0, size: 0 };
      open.set(id, draft);
    }
    return draft;
  };
  let read = 0;
  let held = 0;
  const add = (draft: Draft, { raw }: Row): void => {
    // A row that stands for a part of another has none of its own.
    if (raw !== '') draft.raw.push(raw);
    draft.end = read;
    draft.size += raw.length;
    held += raw.length;
  };

  const take = (row: Row): readonly Failure[] => {
    const { cells, line } = row;
    read += row.raw.length;
    const cell = (field: Field): string => cells[known.get(field)?.index ?? -1]?.trim() ?? '';
    const id = ids === undefined ? undefined : (cells[ids]?.trim() ?? '');
    const before = current !== undefined && open.get(current.id) === current ? current : undefined;
    const unfit = unfitRow(row, header, file);
    if (unfit !== undefined) {
      const draft = open.get(id) ?? before;
      if (draft !== undefined) {
        draft.unread.push(line);
        add(draft, row);
      }
      return [unfit];
    }
    // A row without an id goes on the call before, as merged cells come out.
    current = id === '' && before !== undefined ? before : draftOf(id, line);
    const draft = current;
    add(draft, row);
    const bad: string[] = [];
    const timeOf = (field: 'start' | 'end' | 'duration'): Time | undefined => {
      const written = cell(field);
      if (written === '') return undefined;
      const time = cellTime(written, known.get(field)?.unit ?? unit, dayFirst);
      if (time !== undefined && !(field === 'duration' && 'date' in time)) return time;
      bad.push(`${header[known.get(field)!.index]}: "${written}"`);
      return undefined;
    };
    const start = timeOf('start');
    const length = timeOf('duration');
    const end = timeOf('end');
    if (isBefore(end, start)) bad.push(`${cell('end')} is before the start, ${cell('start')}`);
    const isTimed = bad.length === 0;
    // Kept as it is written, so that the call is not without a date unnoticed.
    const isUnread = start !== undefined && 'date' in start && start.date.iso === undefined;
    if (isUnread && !draft.values.has('startedAt')) keep(draft, 'startedAt', cell('start'));
    const confidence = cell('confidence') === '' ? -1 : Number(cell('confidence'));
    const event = cell('event');
    const mark = event === '' ? undefined : markOf(`[${event}]`, labelOf);
    const label = speakerOf(cells);
    // What spreadsheets would run is written with an apostrophe before it.
    const said = cell('text').replace(/^'(?=[=+\-@＝＋－＠])/u, '');
    // Tables end in rows of nothing.
    const isEmpty = label === undefined && said === '' && mark === undefined;
    if (!isEmpty)
      draft.entries.push({
        label,
        said,
        mark,
        start: isTimed ? start : undefined,
        end: isTimed ? end : undefined,
        duration: isTimed && length !== undefined && 'offset' in length ? length.offset : undefined,
        confidence: confidence >= 0 && confidence <= 1 ? confidence : undefined,
        turn: /^\d+$/u.test(cell('turn')) ? Number(cell('turn')) : undefined,
      });
    for (const other of others) keep(draft, other.name, cells[other.index]!.trim());
    if (event !== '' && mark === undefined) keep(draft, header[known.get('event')!.index]!, event);
    return isTimed ? [] : [timeFailure(bad, file, line)];
  };
  return {
    open,
    take,
    isFirstOver: (draft, apart, mostHeld) => read - draft.end > apart || held > mostHeld,
    close: (draft) => {
      open.delete(draft.id);
      held -= draft.size;
    },
  };
}

/** The times of rows in milliseconds from the earliest date, and that date. */
function timed(entries: readonly Entry[]) {
  const dates = entries.flatMap(({ start, end }) =>
    [start, end].flatMap((time) => (time !== undefined && 'date' in time ? [time.date] : [])),
  );
  const base = dates.reduce<Moment | undefined>(
    (first, date) => (first === undefined || date.ms < first.ms ? date : first),
    undefined,
  );
  const msOf = (time: Time | undefined): number | undefined =>
    time === undefined ? undefined : 'date' in time ? time.date.ms - base!.ms : time.offset;
  const starts = entries.map(({ start }) => msOf(start));
  const isWhole = starts.every((start) => start !== undefined);
  const counted = isWhole && base === undefined ? overMidnight(starts) : starts;
  const rows = entries.map((entry, index) => {
    const start = counted[index];
    const shift = (start ?? 0) - (starts[index] ?? 0);
    const said = msOf(entry.end);
    const reckoned = start === undefined || entry.duration === undefined ? undefined : start + entry.duration;
    const end = said === undefined ? reckoned : said + shift;
    return { entry, start, end: end !== undefined && end < (start ?? 0) ? undefined : end };
  });
  return { rows, base, isWhole };
}

/** Rows in the order of their turns' numbers, where they have such, else of their times, where each has one. */
function inOrder<Timed extends { readonly entry: Entry; readonly start: number | undefined }>(
  rows: readonly Timed[],
  isWhole: boolean,
): readonly Timed[] {
  const numbers = rows.flatMap(({ entry }) => entry.turn ?? []);
  const isNumbered = numbers.length > 1 && new Set(numbers).size === numbers.length;
  if (isNumbered && numbers.every((number, index) => index === 0 || number > numbers[index - 1]!))
    return rows;
  if (isNumbered && numbers.length === rows.length) return byTime(rows, ({ entry }) => entry.turn!);
  return isWhole ? byTime(rows, ({ start }) => start!) : rows;
}

/** What the call of a draft is built by. */
export interface CallOptions {
  /** The id of a call that brings none. */
  readonly fallback: string;
  readonly labelOf: LabelReader;
  /** Whether the rows are certainly of one call, and may be put in order. */
  readonly isSure: boolean;
  readonly dayFirst: boolean | undefined;
}

/** The call of a draft: its rows in the order of their times where each has one, else as they stand. */
export function callOf(draft: Draft, { fallback, labelOf, isSure, dayFirst }: CallOptions): Call {
  const { id, entries, values, unread } = draft;
  const { rows, base, isWhole } = timed(entries);
  const builder = dialogueBuilder(labelOf);
  for (const { entry, start, end } of isSure ? inOrder(rows, isWhole) : rows) {
    const { label, said, mark, confidence } = entry;
    const timing: Timing = {
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
      ...(confidence === undefined ? {} : { confidence }),
    };
    if (mark !== undefined) builder.mark(mark, start);
    if (said !== '' || mark === undefined) builder.say(label, said, timing);
  }
  const { turns, events, notes, participants } = builder.finish();
  const { meta, ...metadata } = metadataOf(
    [...values].map(
      ([name, [first, ...more]]) => [name, more.length === 0 ? first : [first, ...more]] as const,
    ),
    dayFirst,
  );
  const allNotes = [...(metadata.notes ?? []), ...notes];
  const others = { ...meta, ...(unread.length === 0 ? {} : { unreadLines: unread }) };
  return {
    ...metadata,
    id: id === undefined || id === '' ? (metadata.id ?? fallback) : id,
    ...(metadata.startedAt === undefined && base?.iso !== undefined ? { startedAt: base.iso } : {}),
    ...(participants.length === 0 ? {} : { participants }),
    ...(allNotes.length === 0 ? {} : { notes: allNotes }),
    turns,
    ...(events.length === 0 ? {} : { events }),
    ...(Object.keys(others).length === 0 ? {} : { meta: others }),
  };
}
