/** CSV and TSV, one row a turn; a column of call ids makes many calls of one file. */
import { hash } from 'node:crypto';
import type { Call } from '../call/call.ts';
import { Failure } from '../call/failure.ts';
import { delimiterOf, mapColumns, type Columns } from './columns.ts';
import { dialogueBuilder, type DialogueBuilder } from './dialogue.ts';
import type { Field } from './fields.ts';
import { markOf } from './marks.ts';
import { metadataOf } from './metadata.ts';
import type { ReadCall, Reading } from './reading.ts';
import { parseDateTime, parseTime, type DateTime, type TimeUnit } from './times.ts';

interface Row {
  readonly cells: readonly string[];
  /** The row as it stands in the file. */
  readonly raw: string;
  /** 1-based line that it begins on. */
  readonly line: number;
}

/** A call in the making. */
interface Draft {
  readonly id: string | undefined;
  readonly line: number;
  readonly builder: DialogueBuilder;
  readonly raw: string[];
  readonly values: Map<string, string[]>;
  readonly unread: number[];
  base: DateTime | undefined;
}

/** All rows up to the first that breaks the table's quoting, and that break. */
async function rowsOf(
  text: string,
  delimiter: string,
  file: string,
): Promise<{ readonly rows: readonly Row[]; readonly failure?: Failure }> {
  const { CsvError, parse } = await import('csv-parse/sync');
  const rows: Row[] = [];
  let broken: Failure | undefined;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      info: true,
      raw: true,
      on_record: (record: unknown) => {
        const {
          record: cells,
          raw,
          info,
        } = record as {
          readonly record: string[];
          readonly raw: string;
          readonly info: { readonly lines: number };
        };
        const own = raw.replace(/^[\r\n]+|[\r\n]+$/gu, '');
        rows.push({ cells, raw: own, line: info.lines - (own.split(/\r\n|\r|\n/u).length - 1) });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (rows.at(-1)?.line ?? 0) + (rows.at(-1)?.raw.split(/\r\n|\r|\n/u).length ?? 1);
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED';
    broken = new Failure(
      unclosed ? 'a quote that opens here is never closed' : 'the quotes of this row do not fit',
      {
        code: 'csv-quote',
        file,
        line,
        hint: 'Inside a quoted field, write a double quote twice: "".',
      },
    );
  }
  return { rows, ...(broken === undefined ? {} : { failure: broken }) };
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

/**
 * Reads the calls of a table, in the order of their first rows. A row that cannot be read is a Failure with its line;
 * its call keeps the other rows and says so in `meta.unreadLines`. Times without a unit are milliseconds, or seconds
 * where any of them has a fraction.
 * @throws Failure `csv-columns`, which names the headers, where no text or speaker is found.
 */
export async function* readCsv(text: string, reading: Reading): AsyncGenerator<ReadCall | Failure> {
  const { file, name, sha256, labelOf, columns: named } = reading;
  const delimiter = delimiterOf(/^[\r\n]*([^\r\n]*)/u.exec(text)?.[1] ?? '') ?? ',';
  const { rows: all, failure } = await rowsOf(text, delimiter, file);
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
  const { known, others } = columns;
  const ids = idColumn(rows, columns);
  const defaultUnit = unitOf(rows, columns);
  const drafts = new Map<string | undefined, Draft>();
  let current: Draft | undefined;
  const draftOf = (id: string | undefined, line: number): Draft => {
    let draft = drafts.get(id);
    if (draft === undefined) {
      const builder = dialogueBuilder(labelOf);
      draft = { id, line, builder, raw: [], values: new Map(), unread: [], base: undefined };
      drafts.set(id, draft);
    }
    return draft;
  };

  for (const row of rows) {
    const { cells, line } = row;
    const cell = (field: Field): string => cells[known.get(field)?.index ?? -1]?.trim() ?? '';
    const id = ids === undefined ? undefined : (cells[ids]?.trim() ?? '');
    // Spreadsheets pad rows with empty cells; anything else does not fit.
    if (cells.length < header.length || cells.slice(header.length).some((extra) => extra.trim() !== '')) {
      const draft = drafts.get(id) ?? current;
      draft?.unread.push(line);
      draft?.raw.push(row.raw);
      yield rowFailure(
        `the row has ${cells.length} fields and the header ${header.length}`,
        file,
        line,
        'Put a field that holds the delimiter in double quotes.',
      );
      continue;
    }
    // A row without an id goes on the call before, as merged cells come out.
    current = id === '' && current !== undefined ? current : draftOf(id, line);
    const draft = current;
    draft.raw.push(row.raw);
    const bad: string[] = [];
    const timeOf = (field: 'start' | 'end' | 'duration'): number | undefined => {
      const written = cell(field);
      if (written === '') return undefined;
      const date = field === 'duration' ? undefined : parseDateTime(written);
      if (date !== undefined) {
        draft.base ??= date;
        return Math.max(0, date.ms - draft.base.ms);
      }
      const time = parseTime(
        written.replace(/^(\d+),(\d+)$/u, '$1.$2'),
        known.get(field)?.unit ?? defaultUnit,
      );
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
    if (bad.length > 0) {
      yield rowFailure(
        `the turn is read without its times: ${bad.join('; ')}`,
        file,
        line,
        'Times are 00:01:12.5, milliseconds, or seconds under a header such as start_s.',
        'csv-time',
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
  }

  let count = 0;
  for (const draft of drafts.values()) {
    count++;
    const fallback = ids === undefined ? name : `${name}#${count}`;
    const source =
      ids === undefined
        ? { path: file, sha256 }
        : { path: file, line: draft.line, sha256: hash('sha256', draft.raw.join('\n')) };
    yield { call: callOf(draft, fallback), source };
  }
  if (failure !== undefined) yield failure;
  else if (drafts.size === 0) {
    yield new Failure('the table has no rows', {
      code: 'input-empty',
      file,
      hint: 'Expected a row a turn below the header.',
    });
  }
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
