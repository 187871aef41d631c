/** Scripts in CSV and TSV: columns by name, each cell with its exact place, `#` lines for directives. */
import { Failure } from '../../call/failure.ts';
import { delimiterOf } from '../../read/columns.ts';
import type { ScriptComment } from '../document.ts';
import { lineTable } from '../line-table.ts';
import { mapPlain, mappedTextBuilder, type MappedText } from '../mapped-text.ts';
import type { ScriptContents, ScriptReading } from './contents.ts';
import { tableContents, type TableCell, type TableRow } from './table.ts';

interface Field {
  readonly value: string;
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** Reads a table; a Failure `script-csv` where its quotes do not fit, `script-columns` where no column is said. */
export async function readCsvScripts(
  source: string,
  reading: ScriptReading,
): Promise<ScriptContents | Failure> {
  const { file } = reading;
  const lines = lineTable(source);
  const records = await recordsOf(source, file, (offset) => lines.lineAt(offset));
  if (records instanceof Failure) return records;
  const comments: ScriptComment[] = [];
  const table = records.filter((record) => {
    const start = record[0]!.start;
    if (!/^#\s*callqa-/u.test(source.slice(start, start + 40))) return true;
    const line = lines.lineAt(start);
    const text = source.slice(start, lines.startOf(line + 1)).trimEnd();
    // A spreadsheet that saved the line padded it with empty cells.
    const said = text
      .slice(1)
      .replace(/[,;\t]+$/u, '')
      .trim();
    comments.push({ text: said, start, end: start + text.length, line });
    return false;
  });
  const cellOf = ({ value, start, end, quoted }: Field): TableCell => ({
    value,
    map: () => mapField(source, { value, start, end, quoted }),
    form: quoted ? 'csv-quoted' : 'csv-bare',
    at: lines.positionAt(start + (quoted ? 1 : 0)),
    start,
  });
  const contents = tableContents(
    table.map((row): TableRow => row.map(cellOf)),
    reading,
  );
  const { header, isRead, scripts, pieces, unread = [] } = contents;
  if (header === undefined) return { scripts: [], pieces: [], comments };
  if (!isRead) return noColumns(header, { file, ...lines.positionAt(header[0]?.start ?? 0) });
  const all = [...comments, ...contents.comments].sort((a, b) => a.start - b.start);
  return { scripts, pieces, comments: all, unread };
}

/** The failure of a table without a column that is said. */
export function noColumns(
  header: TableRow,
  place: { readonly file: string; readonly line?: number; readonly column?: number },
): Failure {
  const names = header.flatMap((cell) =>
    cell === undefined || cell.value.trim() === '' ? [] : [cell.value],
  );
  return new Failure(`none of the columns is said by agents; the headers are ${names.join(', ')}`, {
    code: 'script-columns',
    ...place,
    hint: 'Name the columns that hold what agents say, such as --fields 话术 or lint.fields in callqa.yaml.',
  });
}

async function recordsOf(
  source: string,
  file: string,
  lineAt: (offset: number) => number,
): Promise<readonly (readonly Field[])[] | Failure> {
  const { CsvError, parse } = await import('csv-parse/sync');
  const records: Field[][] = [];
  const offsetOf = byteOffsets(source);
  const delimiter =
    delimiterOf(/^(?:\s*#\s*callqa-[^\r\n]*[\r\n]+)*([^\r\n]*)/u.exec(source)?.[1] ?? '') ?? ',';
  let record: Field[] = [];
  let end = 0;
  try {
    parse(source, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: true,
      cast: (value, { bytes, quoting, index }) => {
        if (index === 0) {
          if (record.length > 0) records.push(record);
          record = [];
        }
        end = offsetOf(bytes);
        // The parser says where a cell ends; its beginning follows from how it was written.
        const written = quoting ? value.length + quotesIn(value) + 2 : value.length;
        const isExact = source.slice(end - written, end) === (quoting ? quoted(value) : value);
        const start = isExact
          ? end - written
          : afterLast(source, record.at(-1)?.end, records.at(-1)?.at(-1)?.end);
        record.push({ value, start, end, quoted: quoting });
        return value;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const unclosed = error.code === 'CSV_QUOTE_NOT_CLOSED';
    return new Failure(
      unclosed ? 'a quote that opens here is never closed' : 'the quotes of this row do not fit',
      {
        code: 'script-csv',
        file,
        line: lineAt(end) + (end === 0 ? 0 : 1),
        hint: 'Inside a quoted cell, write a double quote twice: "".',
      },
    );
  }
  if (record.length > 0) records.push(record);
  return records;
}

const quotesIn = (value: string): number => value.split('"').length - 1;
const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;

/** Where a cell begins that is not written as it should be: behind the delimiter, or on the next line with anything. */
function afterLast(source: string, inRecord: number | undefined, lastRecord: number | undefined): number {
  if (inRecord !== undefined) return inRecord + 1;
  let at = lastRecord ?? 0;
  while (at < source.length && /[\r\n]/u.test(source[at]!)) at++;
  return at;
}

/** UTF-8 byte offsets to UTF-16 offsets; asked in ascending order. */
function byteOffsets(source: string): (bytes: number) => number {
  let at = 0;
  let read = 0;
  return (bytes) => {
    while (read < bytes && at < source.length) {
      const code = source.codePointAt(at)!;
      read += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      at += code < 0x10000 ? 1 : 2;
    }
    return at;
  };
}

function mapField(source: string, { value, start, end, quoted: isQuoted }: Field): MappedText {
  const written = source.slice(start, end);
  if (written === value) return mapPlain(value, start);
  const builder = mappedTextBuilder();
  let at = isQuoted && written === quoted(value) ? start + 1 : start;
  for (const character of value.split('')) {
    // Only quotes are in the source and not in the value.
    const isDoubled = character === '"' && source[at] === '"' && source[at + 1] === '"' && isQuoted;
    while (source[at] !== character && at < end) at++;
    builder.put(character, at, isDoubled ? 2 : 1);
    at += isDoubled ? 2 : 1;
  }
  return builder.finish(at);
}
