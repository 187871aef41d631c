/** Tables of one row a call, with the whole transcript in a cell. */
import { hash } from 'node:crypto';
import type { Call } from '../call/call.ts';
import { Failure } from '../call/failure.ts';
import { cellLines } from './cell-lines.ts';
import type { Row } from './csv-rows.ts';
import { metadataOf } from './metadata.ts';
import type { ReadCall, Reading } from './reading.ts';
import { momentOf } from './row-time.ts';
import { sniff } from './sniff.ts';
import { unfitRow } from './table-turns.ts';
import type { Table } from './table.ts';

type WholeReader = (
  text: string,
  reading: Reading,
) => AsyncIterable<ReadCall | Failure> | Iterable<ReadCall | Failure>;

/** The reader of a cell's text, and the text as it takes it. */
async function readerOf(text: string, reading: Reading): Promise<readonly [WholeReader, string]> {
  const { format } = sniff(text, true, '', reading.labelOf, {});
  switch (format) {
    case 'json':
      return [(await import('./json.ts')).readJson, text];
    case 'jsonl':
      return [
        (await import('./json.ts')).readJson,
        `[${text
          .trim()
          .split(/[\r\n]+/u)
          .join(',')}]`,
      ];
    case 'vtt':
      return [(await import('./webvtt.ts')).readWebvtt, text];
    case 'srt':
      return [(await import('./srt.ts')).readSrt, text];
    case 'csv':
    case 'text':
      return [(await import('./text.ts')).readText, text];
  }
}

/** What a row says of its call beside the transcript: under the header's names, and a date of its time. */
function entriesOf({ cells }: Row, { header, columns, ids, dayFirst }: Table): readonly [string, string][] {
  const text = columns.known.get('text')!.index;
  const start = columns.known.get('start')?.index;
  return header.flatMap((name, index): [string, string][] => {
    const value = cells[index]?.trim() ?? '';
    if (value === '' || index === text || index === ids) return [];
    const date = index === start ? momentOf(value, dayFirst) : undefined;
    return [[date === undefined ? name : 'startedAt', date?.iso ?? value]];
  });
}

/** A cell's call with what its row says: the transcript's own word comes first. */
function withRow(call: Call, row: ReturnType<typeof metadataOf>, id: string | undefined): Call {
  const meta = { ...row.meta, ...call.meta };
  const notes = [...(row.notes ?? []), ...(call.notes ?? [])];
  return {
    ...row,
    ...call,
    ...(id === undefined ? {} : { id }),
    ...(notes.length === 0 ? {} : { notes }),
    ...(Object.keys(meta).length === 0 ? {} : { meta }),
  };
}

/**
 * The calls of the rows of such a table; a row that cannot be read is a Failure with its line. A cell is read as what it
 * holds: text with labels, JSON in any format that is known, or subtitles.
 * @param before how many rows were read before these
 */
export async function* callsOf(
  rows: readonly Row[],
  table: Table,
  reading: Reading,
  before = 0,
): AsyncGenerator<ReadCall | Failure> {
  const { file, labelOf } = reading;
  let number = before;
  for (const row of rows) {
    number++;
    const { line, raw } = row;
    const unfit = unfitRow(row, table.header, file);
    if (unfit !== undefined) {
      yield unfit;
      continue;
    }
    const written = table.ids === undefined ? '' : (row.cells[table.ids]?.trim() ?? '');
    const id = written === '' ? undefined : written;
    const cell = row.cells[table.columns.known.get('text')!.index] ?? '';
    const sha256 = hash('sha256', raw);
    const metadata = metadataOf(entriesOf(row, table), table.dayFirst);
    const own = { ...reading, name: id ?? `${reading.name}#${number}`, sha256 };
    try {
      const [read, text] = await readerOf(cellLines(cell, labelOf), own);
      for await (const item of read(text, own)) {
        if (item instanceof Failure) yield inRow(item, file, line);
        else yield { call: withRow(item.call, metadata, id), source: { path: file, line, sha256 } };
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      yield inRow(error, file, line);
    }
  }
}

/** A failure in a cell, with the line of its row. */
function inRow({ message, code, hint }: Failure, file: string, line: number): Failure {
  return new Failure(message, { code, file, line, ...(hint === undefined ? {} : { hint }) });
}
