/**
 * CSV and TSV: one row a turn, or what each side says in a column of its own, where a column of call ids makes many calls
 * of one file; or one row a call.
 */
import { hash } from 'node:crypto';
import { Failure } from '../call/failure.ts';
import { dialectOf, rowsOf, streamRows, type Row } from './csv-rows.ts';
import { knownIds } from './known-ids.ts';
import type { ReadCall, Reading, Warn } from './reading.ts';
import { sideColumns, type Unfold, type Unfolded } from './side-columns.ts';
import { hasFraction, tableOf, type Table } from './table.ts';
import { callsOf } from './table-calls.ts';
import { severalCalls } from './table-order.ts';
import { callOf, draftsOf, type Draft } from './table-turns.ts';

/** A draft as the reader gives it. @param number its place among the calls of the table, from 1 */
function readCallOf(
  draft: Draft,
  number: number,
  { ids, dayFirst }: Table,
  { file, name, sha256, labelOf }: Reading,
  isSure = true,
): ReadCall {
  return {
    call: callOf(draft, {
      fallback: ids === undefined ? name : `${name}#${number}`,
      labelOf,
      isSure,
      dayFirst,
    }),
    source:
      ids === undefined
        ? { path: file, sha256 }
        : { path: file, line: draft.line, sha256: hash('sha256', draft.raw.join('\n')) },
  };
}

/**
 * Reads the calls of a table, in the order of their first rows. A row that cannot be read is a Failure with its line;
 * its call keeps the other rows and says so in `meta.unreadLines`. Times without a unit are milliseconds, or seconds
 * where any of them has a fraction or nobody could say so much in so many milliseconds. `csv-one-call` warns of a table
 * without a column of call ids that looks as if it held several.
 * @throws Failure `csv-columns`, which names the headers, where no text or speaker is found.
 */
export async function* readCsv(text: string, reading: Reading): AsyncGenerator<ReadCall | Failure> {
  const { file } = reading;
  const { rows: all, failure } = await rowsOf(text, dialectOf(text), file);
  if (all.length === 0) {
    throw (
      failure ??
      new Failure('the file holds no table', {
        code: 'input-empty',
        file,
        hint: 'Expected a header and a row a turn.',
      })
    );
  }
  const sides = sideColumns(all, reading);
  const read = sides === undefined ? all : all.flatMap((row, index) => sides.unfold(row, index === 0));
  const table = tableBy(all, sides, reading);
  const rows = table.hasHeader ? read.slice(1) : read;
  if (table.row === 'call') yield* callsOf(rows, table, reading);
  else {
    const warning = severalCalls(rows, table, file);
    if (warning !== undefined) reading.warn?.(warning);
    const { open, take } = draftsOf(table, reading);
    for (const row of rows) yield* take(row);
    let count = 0;
    for (const draft of open.values())
      yield readCallOf(draft, ++count, table, reading, warning === undefined);
  }
  if (failure !== undefined) yield failure;
  else if (rows.length === 0) {
    yield new Failure('the table has no rows', {
      code: 'input-empty',
      file,
      hint: 'Expected a row a turn below the header.',
    });
  }
}

/** What a table is; of one with a column for each side, told from one turn a row, so that what numbers its rows is told as such. */
function tableBy(rows: readonly Row[], sides: Unfolded | undefined, reading: Reading): Table {
  if (sides === undefined) return tableOf(rows, reading);
  const firsts = rows.map((row, index) => sides.unfold(row, index === 0)[0]!);
  return tableOf(firsts, { ...reading, columns: sides.columns });
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
  const dialect = dialectOf(first);
  const { rows } = await rowsOf(first, dialect, reading.file);
  // The last row is cut where the piece ends.
  const whole = rows.slice(0, -1);
  if (whole.length === 0) return undefined;
  const sides = sideColumns(whole, reading);
  const table = tableBy(whole, sides, reading);
  if (table.ids === undefined && table.row === 'turn') return undefined;
  const streamed = withoutHead(
    unfolded(streamRows(andThen(first, pieces), dialect, reading.file, reading.limits), sides?.unfold),
    table,
  );
  return table.row === 'call'
    ? rowCalls(streamed, table, reading)
    : streamedCalls(streamed, table, reading, warn);
}

async function* andThen(first: string, pieces: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* pieces;
}

async function* unfolded(
  rows: AsyncIterable<readonly Row[]>,
  unfold: Unfold | undefined,
): AsyncGenerator<readonly Row[]> {
  let isHead = true;
  for await (const some of rows) {
    const begins = isHead;
    yield unfold === undefined ? some : some.flatMap((row, index) => unfold(row, begins && index === 0));
    if (some.length > 0) isHead = false;
  }
}

async function* withoutHead(
  rows: AsyncIterable<readonly Row[]>,
  { hasHeader }: Table,
): AsyncGenerator<readonly Row[]> {
  let isHead = hasHeader;
  for await (const some of rows) {
    yield isHead ? some.slice(1) : some;
    if (some.length > 0) isHead = false;
  }
}

async function* rowCalls(
  rows: AsyncIterable<readonly Row[]>,
  table: Table,
  reading: Reading,
): AsyncGenerator<ReadCall | Failure> {
  let count = 0;
  for await (const some of rows) {
    yield* callsOf(some, table, reading, count);
    count += some.length;
  }
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
        if (!isSure && hasFraction([row], table.columns.known)) {
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
