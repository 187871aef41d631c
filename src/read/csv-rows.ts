/** The rows of CSV and TSV, as csv-parse cuts them, with the lines they begin on. */
import type { CsvError, Options } from 'csv-parse';
import { Failure } from '../call/failure.ts';
import { delimiterOf } from './columns.ts';
import { overLimit, type Limits } from './limits.ts';

export interface Row {
  readonly cells: readonly string[];
  /** The row as it stands in the file. */
  readonly raw: string;
  /** 1-based line that it begins on. */
  readonly line: number;
}

/** What csv-parse tells of a row. */
interface Record {
  readonly record: string[];
  readonly raw: string;
  readonly info: { readonly lines: number };
}

/** How a table is written. */
export interface Dialect {
  readonly delimiter: string;
  /** 1-based line that its header or first row stands on. */
  readonly line: number;
}

const lineEnd = /\r\n|\r|\n/u;
/** What Excel writes before a table to say how it is delimited. */
const excelMark = /^sep=(.)[ \t]*(?:\r\n|\r|\n)/iu;

/** The first line of a table, and how it is written as far as a line before it says so. */
export function tableHead(text: string): { readonly head: string; readonly said?: Dialect } {
  const mark = excelMark.exec(text);
  const head = /^[\r\n]*([^\r\n]*)/u.exec(text.slice(mark?.[0].length ?? 0))![1]!;
  return mark === null ? { head } : { head, said: { delimiter: mark[1]!, line: 2 } };
}

/** How a table is written: as the line before it says, or as its first line looks. */
export function dialectOf(text: string): Dialect {
  const { head, said } = tableHead(text);
  return said ?? { delimiter: delimiterOf(head) ?? ',', line: 1 };
}

function options({ delimiter, line }: Dialect, take: (row: Row) => void): Options {
  return {
    delimiter,
    from_line: line,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    info: true,
    raw: true,
    on_record: (record: unknown) => {
      const { record: cells, raw, info } = record as Record;
      const own = raw.replace(/^[\r\n]+|[\r\n]+$/gu, '');
      take({ cells, raw: own, line: info.lines - (own.split(lineEnd).length - 1) });
      return null;
    },
  };
}

/** The failure of quotes that do not fit, with the line of the row that follows the last one. */
function brokenQuotes({ code }: CsvError, file: string, last: Row | undefined): Failure {
  const line = (last?.line ?? 0) + (last?.raw.split(lineEnd).length ?? 1);
  return new Failure(
    code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quote that opens here is never closed'
      : 'the quotes of this row do not fit',
    { code: 'csv-quote', file, line, hint: 'Inside a quoted field, write a double quote twice: "".' },
  );
}

/** All rows up to the first that breaks the table's quoting, and that break. */
export async function rowsOf(
  text: string,
  dialect: Dialect,
  file: string,
): Promise<{ readonly rows: readonly Row[]; readonly failure?: Failure }> {
  const { CsvError, parse } = await import('csv-parse/sync');
  const rows: Row[] = [];
  try {
    parse(
      text,
      options(dialect, (row) => void rows.push(row)),
    );
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return { rows, failure: brokenQuotes(error, file, rows.at(-1)) };
  }
  return { rows };
}

/**
 * All rows of a table that is nothing without any one of them.
 * @throws Failure `csv-quote` at the row that breaks the table's quoting.
 */
export async function tableRows(text: string, file: string): Promise<readonly Row[]> {
  const { rows, failure } = await rowsOf(text, dialectOf(text), file);
  if (failure !== undefined) throw failure;
  return rows;
}

/**
 * The rows of a text that comes in pieces, as many at a time as a piece completes.
 * @throws Failure `csv-quote` at the row that breaks the table's quoting, `limit-line-size` at one that has no end.
 */
export async function* streamRows(
  pieces: AsyncIterable<string>,
  dialect: Dialect,
  file: string,
  limits: Limits,
): AsyncGenerator<readonly Row[]> {
  const { CsvError, parse } = await import('csv-parse');
  let ready: Row[] = [];
  let last: Row | undefined;
  const parser = parse({
    ...options(dialect, (row) => void ready.push(row)),
    max_record_size: limits['line-size'],
  });
  const take = (): readonly Row[] => {
    const taken = ready;
    ready = [];
    last = taken.at(-1) ?? last;
    return taken;
  };
  let broken: Error | undefined;
  const ended = new Promise<void>((resolve) => {
    parser.once('end', resolve);
    parser.once('close', resolve);
  });
  parser.on('error', (error) => {
    broken = error;
  });
  // Rows are taken as they are cut, and nothing comes out at the other end.
  parser.resume();
  try {
    for await (const piece of pieces) {
      await new Promise<void>((resolve) => void parser.write(piece, () => resolve()));
      yield take();
      if (broken !== undefined) break;
    }
    if (broken === undefined) {
      parser.end();
      await ended;
      yield take();
    }
  } finally {
    parser.destroy();
  }
  if (broken === undefined) return;
  if (!(broken instanceof CsvError)) throw broken;
  const failure = brokenQuotes(broken, file, last);
  if (broken.code !== 'CSV_MAX_RECORD_SIZE') throw failure;
  throw overLimit(
    'line-size',
    `the row holds more than ${limits['line-size']} characters`,
    limits,
    failure.place,
  );
}
