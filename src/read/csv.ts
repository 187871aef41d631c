/** CSV and TSV, one row a turn; a column of call ids makes many calls of one file. */
import { hash } from 'node:crypto';
import type { Call } from '../call/call.ts';
import { Failure } from '../call/failure.ts';
import { delimiterOf, mapColumns, type Columns } from './columns.ts';
import { rowsOf, streamRows, type Row } from './csv-rows.ts';
import { dialogueBuilder, type DialogueBuilder } from './dialogue.ts';
import type { Field } from './fields.ts';
import { markOf } from './marks.ts';
import { metadataOf } from './metadata.ts';
import { knownIds } from './known-ids.ts';
import type { ReadCall, Reading, Warn } from './reading.ts';
import { parseDateTime, parseTime, type DateTime, type TimeUnit } from './times.ts';

/** A call in the making. */
interface Draft {
  readonly id: string | undefined;
  readonly line: number;
  readonly builder: DialogueBuilder;
  readonly raw: string[];
  readonly values: Map<string, string[]>;
  readonly unread: number[];
  base: DateTime | undefined;
  /** How many characters of rows had been read with its last row. */
  end: number;
  /** The characters of its own rows. */
  size: number;
}

/** Seconds where any value of a column without a unit has a fraction, else milliseconds. */
function unitOf(rows: readonly Row[], columns: Columns): TimeUnit {
  const times = (['start', 'end', 'duration'] as const).flatMap(
    (field) => columns.known.get(field)?.index ?? [],
  );
  return rows.some(({ cells }) => times.some((index) => /^\s*\d+[.,]\d+\s*$/u.test(cells[index] ?? '')))
    ? 's'
    : 'ms';
}

/** A column called id or 编号 numbers the calls where its values come again, and the rows where each is new. */
function idColumn(rows: readonly Row[], columns: Columns): number | undefined {
  const id = columns.known.get('id')?.index;
  const rowId = columns.known.get('rowId')?.index;
  if (id !== undefined || rowId === undefined) return id;
  const values = new Set(rows.map(({ cells }) => cells[rowId]));
  return values.size < rows.length ? rowId : undefined;
}

function rowFailure(message: string, file: string, line: number, hint: string, code = 'csv-row'): Failure {
  return new Failure(message, { code, file, line, hint });
}

/** What the rows of a table are read by. */
interface Table {
  readonly header: readonly string[];
  readonly columns: Columns;
  /** The column of call ids; undefined where the table is one call. */
  readonly ids: number | undefined;
  /** Of times without a unit. */
  readonly unit: TimeUnit;
}

/** @throws Failure `csv-columns`, which names the headers, where no text or speaker is found. */
function tableOf(head: Row, rows: readonly Row[], { file, columns: named }: Reading): Table {
  const header = head.cells.map((cell) => cell.trim());
  const columns = mapColumns(header, named, file);
  if (columns === undefined) {
    throw new Failure(`no columns for speaker and text; the headers are ${header.join(', ')}`, {
      code: 'csv-columns',
      file,
      line: head.line,
      hint: 'Say which they are, such as --columns speaker=角色,text=内容.',
    });
  }
  return { header, columns, ids: idColumn(rows, columns), unit: unitOf(rows, columns) };
}

/** The calls of a table in the making, in the order of their first rows. */
interface Drafts {
  readonly open: Map<string | undefined, Draft>;
  /** Adds a row to its call; gives what of it could not be read. */
  readonly take: (row: Row) => readonly Failure[];
  /** The first of the open calls is over where its last row lies so far behind, or more than so much is held; in characters. */
  readonly isFirstOver: (draft: Draft, apart: number, mostHeld: number) => boolean;
  readonly close: (draft: Draft) => void;
}

function draftsOf({ header, columns, ids, unit }: Table, { file, labelOf }: Reading): Drafts {
  const { known, others } = columns;
  const open = new Map<string | undefined, Draft>();
  let current: Draft | undefined;
  const draftOf = (id: string | undefined, line: number): Draft => {
    let draft = open.get(id);
    if (draft === undefined) {
      const builder = dialogueBuilder(labelOf);
      draft = { id, line, builder, raw: [], values: new Map(), unread: [], base: undefined, end: 0, size: 0 };
      open.set(id, draft);
    }
    return draft;
  };
  let read = 0;
  let held = 0;
  const add = (draft: Draft, { raw }: Row): void => {
    draft.raw.push(raw);
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
    // Spreadsheets pad rows with empty cells; anything else does not fit.
    if (cells.length < header.length || cells.slice(header.length).some((extra) => extra.trim() !== '')) {
      const draft = open.get(id) ?? before;
      if (draft !== undefined) {
        draft.unread.push(line);
        add(draft, row);
      }
      return [
        rowFailure(
          `the row has ${cells.length} fields and the header ${header.length}`,
          file,
          line,
          'Put a field that holds the delimiter in double quotes.',
        ),
      ];
    }
    // A row without an id goes on the call before, as merged cells come out.
    current = id === '' && before !== undefined ? before : draftOf(id, line);
    const draft = current;
    add(draft, row);
    const bad: string[] = [];
    const timeOf = (field: 'start' | 'end' | 'duration'): number | undefined => {
      const written = cell(field);
      if (written === '') return undefined;
      const date = field === 'duration' ? undefined : parseDateTime(written);
      if (date !== undefined) {
        draft.base ??= date;
        return Math.max(0, date.ms - draft.base.ms);
      }
      const time = parseTime(written.replace(/^(\d+),(\d+)$/u, '$1.$2'), known.get(field)?.unit ?? unit);
      if (time === undefined) bad.push(`${header[known.get(field)!.index]}: "${written}"`);
      return time;
    };
    const start = timeOf('start');
    const duration = timeOf('duration');
    const end =
      timeOf('end') ?? (start === undefined || duration === undefined ? undefined : start + duration);
    if (start !== undefined && end !== undefined && end < start)
      bad.push(`${end} ms, which is before the start`);
    const confidence = cell('confidence') === '' ? undefined : Number(cell('confidence'));
    const failures: Failure[] = [];
    if (bad.length > 0) {
      failures.push(
        rowFailure(
          `the turn is read without its times: ${bad.join('; ')}`,
          file,
          line,
          'Times are 00:01:12.5, milliseconds, or seconds under a header such as start_s.',
          'csv-time',
        ),
      );
    }
    const timing = {
      ...(start === undefined || bad.length > 0 ? {} : { start }),
      ...(end === undefined || bad.length > 0 ? {} : { end }),
      ...(confidence !== undefined && confidence >= 0 && confidence <= 1 ? { confidence } : {}),
    };
    const event = cell('event');
    const mark = event === '' ? undefined : markOf(`[${event}]`, labelOf);
    if (mark !== undefined) draft.builder.mark(mark, timing.start);
    const speaker = cell('speaker');
    const participant = cell('participant');
    // What spreadsheets would run is written with an apostrophe before it.
    const said = cell('text').replace(/^'(?=[=+\-@＝＋－＠])/u, '');
    const label = labelFor(speaker, participant, labelOf);
    if (said !== '' || mark === undefined) draft.builder.say(label, said, timing);
    for (const other of others) keep(draft, other.name, cells[other.index]!.trim());
    if (event !== '' && mark === undefined) keep(draft, header[known.get('event')!.index]!, event);
    return failures;
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

/** A draft as the reader gives it. @param number its place among the calls of the table, from 1 */
function readCallOf(draft: Draft, number: number, { ids }: Table, { file, name, sha256 }: Reading): ReadCall {
  return {
    call: callOf(draft, ids === undefined ? name : `${name}#${number}`),
    source:
      ids === undefined
        ? { path: file, sha256 }
        : { path: file, line: draft.line, sha256: hash('sha256', draft.raw.join('\n')) },
  };
}

function delimiterIn(text: string): string {
  return delimiterOf(/^[\r\n]*([^\r\n]*)/u.exec(text)?.[1] ?? '') ?? ',';
}

/**
 * Reads the calls of a table, in the order of their first rows. A row that cannot be read is a Failure with its line;
 * its call keeps the other rows and says so in `meta.unreadLines`. Times without a unit are milliseconds, or seconds
 * where any of them has a fraction.
 * @throws Failure `csv-columns`, which names the headers, where no text or speaker is found.
 */
export async function* readCsv(text: string, reading: Reading): AsyncGenerator<ReadCall | Failure> {
  const { file } = reading;
  const { rows: all, failure } = await rowsOf(text, delimiterIn(text), file);
  const [head, ...rows] = all;
  if (head === undefined) {
    throw (
      failure ??
      new Failure('the file holds no table', {
        code: 'input-empty',
        file,
        hint: 'Expected a header and a row a turn.',
      })
    );
  }
  const table = tableOf(head, rows, reading);
  const { open, take } = draftsOf(table, reading);
  for (const row of rows) yield* take(row);
  let count = 0;
  for (const draft of open.values()) yield readCallOf(draft, ++count, table, reading);
  if (failure !== undefined) yield failure;
  else if (open.size === 0) {
    yield new Failure('the table has no rows', {
      code: 'input-empty',
      file,
      hint: 'Expected a row a turn below the header.',
    });
  }
}

/** A call of a streamed table is over where no row of it comes in so many characters. */
const apart = 1 << 20;
/** So many characters of open calls are held at most; the first of them is taken as over then. */
const mostHeld = 1 << 26;

/**
 * The same of a table that is too large to be held: its calls come as soon as they are over, in the order of their first
 * rows. A call is over where a mebibyte of other calls' rows has come since its last row. Rows that come later still are
 * not lost: they are a call of their own with the same id, and `warn` is told `csv-rows-apart`. What the columns mean, and
 * the unit of times, is told from the first piece.
 * @param pieces the table's text; the first piece long enough to tell what the columns mean
 * @returns undefined where the table is one call, and has to be held after all.
 * @throws Failure `csv-columns`, `csv-quote`, `limit-line-size`.
 */
export async function streamCsv(
  first: string,
  pieces: AsyncIterable<string>,
  reading: Reading,
  warn: Warn,
): Promise<AsyncGenerator<ReadCall | Failure> | undefined> {
  const delimiter = delimiterIn(first);
  const { rows } = await rowsOf(first, delimiter, reading.file);
  // The last row is cut where the piece ends.
  const [head, ...sample] = rows.slice(0, -1);
  if (head === undefined) return undefined;
  const table = tableOf(head, sample, reading);
  if (table.ids === undefined) return undefined;
  return streamedCalls(
    streamRows(andThen(first, pieces), delimiter, reading.file, reading.limits),
    table,
    reading,
    warn,
  );
}

async function* andThen(first: string, pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* pieces;
}

async function* streamedCalls(
  rows: AsyncIterable<readonly Row[]>,
  table: Table,
  reading: Reading,
  warn: Warn,
): AsyncGenerator<ReadCall | Failure> {
  const { file } = reading;
  const drafts = draftsOf(table, reading);
  const { open } = drafts;
  const over = knownIds();
  let isHead = true;
  let isSure = table.unit === 's';
  let count = 0;
  const close = (draft: Draft): ReadCall => {
    drafts.close(draft);
    over.add(draft.id!);
    return readCallOf(draft, ++count, table, reading);
  };
  let failure: Failure | undefined;
  try {
    for await (const some of rows) {
      for (const row of some) {
        if (isHead) {
          isHead = false;
          continue;
        }
        if (!isSure && unitOf([row], table.columns) === 's') {
          isSure = true;
          warn(lateFraction(file, row.line));
        }
        const id = row.cells[table.ids!]?.trim() ?? '';
        if (id !== '' && !open.has(id) && over.has(id)) warn(rowsApart(id, file, row.line));
        yield* drafts.take(row);
        for (const draft of open.values()) {
          if (!drafts.isFirstOver(draft, apart, mostHeld)) break;
          yield close(draft);
        }
      }
    }
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    failure = error;
  }
  for (const draft of open.values()) yield close(draft);
  if (failure !== undefined) yield failure;
}

function rowsApart(id: string, file: string, line: number): Failure {
  return new Failure(`rows of the call “${id}” stand far behind its others, and are read as another call`, {
    code: 'csv-rows-apart',
    file,
    line,
    hint: 'Sort the table by its calls: in a table this large, the rows of a call have to stand near one another.',
  });
}

function lateFraction(file: string, line: number): Failure {
  return new Failure('times have a fraction from here on, and are read as milliseconds as those before', {
    code: 'csv-time-unit',
    file,
    line,
    hint: 'If they are seconds, say so in the header, such as start_s.',
  });
}

/** The label of a row: its speaker, with the person behind it in brackets where another column names one. */
function labelFor(speaker: string, participant: string, labelOf: Reading['labelOf']): string | undefined {
  if (participant === '' || participant === speaker) return speaker === '' ? undefined : speaker;
  if (speaker === '') return participant;
  const label = labelOf(speaker);
  return label === undefined || !label.plain ? speaker : `${speaker} (${participant})`;
}

function keep(draft: Draft, name: string, value: string): void {
  if (value === '') return;
  const values = draft.values.get(name) ?? [];
  if (!values.includes(value)) draft.values.set(name, [...values, value]);
}

function callOf({ id, builder, values, unread, base }: Draft, fallback: string): Call {
  const { turns, events, notes, participants } = builder.finish();
  const { meta, ...metadata } = metadataOf(
    [...values].map(
      ([name, [first, ...more]]) => [name, more.length === 0 ? first : [first, ...more]] as const,
    ),
  );
  const allNotes = [...(metadata.notes ?? []), ...notes];
  const others = { ...meta, ...(unread.length === 0 ? {} : { unreadLines: unread }) };
  return {
    ...metadata,
    id: id === undefined || id === '' ? (metadata.id ?? fallback) : id,
    ...(metadata.startedAt === undefined && base !== undefined ? { startedAt: base.iso } : {}),
    ...(participants.length === 0 ? {} : { participants }),
    ...(allNotes.length === 0 ? {} : { notes: allNotes }),
    turns,
    ...(events.length === 0 ? {} : { events }),
    ...(Object.keys(others).length === 0 ? {} : { meta: others }),
  };
}
