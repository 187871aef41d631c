/** What a table is: which of its columns mean what, what a row of it is, and which rows make a call. */
import { Failure } from '../call/failure.ts';
import { holdsTranscript } from './cell-lines.ts';
import { mapColumns, namesSpeaker, type Column, type Columns } from './columns.ts';
import type { Row } from './csv-rows.ts';
import { dayFirstIn } from './day-first.ts';
import { fieldOf, type Field } from './fields.ts';
import { columnsWithoutHeader } from './headerless.ts';
import type { LabelReader } from './labels.ts';
import type { Reading } from './reading.ts';
import { sideColumn, speakerReader, type SpeakerReader } from './row-speaker.ts';
import { areSeconds } from './time-unit.ts';
import { momentOf } from './row-time.ts';
import type { TimeUnit } from './times.ts';

/** What the rows of a table are read by. */
export interface Table {
  readonly header: readonly string[];
  readonly columns: Columns;
  /** Whether its first row names the columns. */
  readonly hasHeader: boolean;
  /** What a row is: a turn, or a call whose transcript stands in a cell. */
  readonly row: 'turn' | 'call';
  /** The column of call ids; undefined where the table is one call. */
  readonly ids: number | undefined;
  /** Of times without a unit. */
  readonly unit: TimeUnit;
  /** Whether the day stands before the month in its dates; undefined where no row tells. */
  readonly dayFirst: boolean | undefined;
  readonly speakerOf: SpeakerReader;
}

/** So many rows tell what a table is. */
const enough = 200;

/** The columns that may tell calls apart, the best first; all but the first only where a value of them comes again. */
const idFields = ['id', 'sourceId', 'caseId', 'rowId'] as const;

/** A column called id or 编号 numbers the calls where its values come again, and the rows where each is new. */
function idColumn(rows: readonly Row[], header: readonly string[], { known }: Columns): number | undefined {
  for (const field of idFields) {
    const index =
      known.get(field)?.index ??
      (field === 'caseId' ? header.findIndex((title) => fieldOf(title)?.field === field) : -1);
    if (index < 0) continue;
    if (field === 'id') return index;
    const values = rows.map(({ cells }) => cells[index]?.trim() ?? '').filter((value) => value !== '');
    const { size } = new Set(values);
    // What is the same on every row is of the whole table.
    if (size >= values.length || (size === 1 && field !== 'rowId')) continue;
    // Two channels of one call may be two files, whose rows mix.
    const runs = values.filter((value, at) => value !== values[at - 1]).length;
    if (field !== 'sourceId' || runs === size) return index;
  }
  return undefined;
}

const timeFields = ['start', 'end', 'duration'] as const;

const dateFields: ReadonlySet<Field | undefined> = new Set([
  'startedAt',
  'start',
  'createdAt',
  'end',
] as const);

/** The order of day and month in the columns that may hold dates. */
function dayFirstOf(
  rows: readonly Row[],
  header: readonly string[],
  { known }: Columns,
): boolean | undefined {
  const named = [known.get('start')?.index, known.get('end')?.index];
  const indexes = header.flatMap((title, index) =>
    dateFields.has(fieldOf(title)?.field) || named.includes(index) ? [index] : [],
  );
  if (indexes.length === 0) return undefined;
  return dayFirstIn(rows.flatMap(({ cells }) => indexes.map((index) => cells[index] ?? '')));
}

/**
 * The unit of columns that do not say theirs: seconds where any value has a fraction, or where as milliseconds more would
 * be said than anybody can; else milliseconds.
 */
function unitOf(rows: readonly Row[], { known }: Columns, ids: number | undefined): TimeUnit {
  if (hasFraction(rows, known)) return 's';
  const spans = new Map<string, { from: number; to: number; said: number }>();
  for (const { cells } of rows) {
    const times = timeFields.flatMap((field) => {
      const column = known.get(field);
      const written = cells[column?.index ?? -1]?.trim() ?? '';
      if (field === 'duration' || column?.unit !== undefined || !/^\d+$/u.test(written)) return [];
      return momentOf(written) === undefined ? [Number(written)] : [];
    });
    if (times.length === 0) continue;
    const id = ids === undefined ? '' : (cells[ids] ?? '');
    const said = cells[known.get('text')!.index]?.length ?? 0;
    const before = spans.get(id) ?? { from: Infinity, to: 0, said: 0 };
    spans.set(id, {
      from: Math.min(before.from, ...times),
      to: Math.max(before.to, ...times),
      said: before.said + said,
    });
  }
  let span = 0;
  let said = 0;
  for (const { from, to, said: own } of spans.values()) {
    if (to === from) continue;
    span += to - from;
    said += own;
  }
  return areSeconds(said, span) ? 's' : 'ms';
}

/** Whether a value of the columns without a unit has a fraction. */
export function hasFraction(rows: readonly Row[], known: ReadonlyMap<Field, Column>): boolean {
  const indexes = timeFields.flatMap((field) => known.get(field)?.index ?? []);
  return rows.some(({ cells }) => indexes.some((index) => /^\s*\d+[.,]\d+\s*$/u.test(cells[index] ?? '')));
}

/** Whether the cells of words hold whole transcripts: half of them, where no column says who talks. */
function holdCalls(rows: readonly Row[], columns: Columns, labelOf: LabelReader): boolean {
  if (namesSpeaker(columns)) return false;
  const { index } = columns.known.get('text')!;
  const cells = rows.map(({ cells }) => cells[index] ?? '').filter((cell) => cell.trim() !== '');
  const holding = cells.filter((cell) => holdsTranscript(cell, labelOf)).length;
  return holding > 0 && holding * 2 >= cells.length;
}

/** Start, end and text, as Whisper's own tables have them: nobody is told apart. */
function isOfOneVoice({ known, others }: Columns): boolean {
  return known.size === 3 && known.has('start') && known.has('end') && others.length === 0;
}

/**
 * What a table is.
 * @param rows its first rows, the first of them the header where it has one
 * @throws Failure `csv-columns`, which names the headers, where no text or speaker is found.
 */
export function tableOf(
  rows: readonly Row[],
  { file, columns: named, labelOf }: Pick<Reading, 'file' | 'columns' | 'labelOf'>,
): Table {
  const [head, ...rest] = rows as [Row, ...Row[]];
  const titles = head.cells.map((cell) => cell.trim());
  const bare = Object.keys(named).length > 0 ? undefined : columnsWithoutHeader(rows, labelOf);
  const header = bare ?? titles;
  const hasHeader = bare === undefined;
  const sample = (hasHeader ? rest : rows).slice(0, enough);
  const columns = mapColumns(header, named, file);
  const failure = new Failure(`no columns for speaker and text; the headers are ${titles.join(', ')}`, {
    code: 'csv-columns',
    file,
    line: head.line,
    hint:
      columns === undefined
        ? 'Say which they are, such as --columns speaker=角色,text=内容, or --columns agent=客服,customer=客户 where each side has a column of its own.'
        : 'Say which they are, such as --columns speaker=角色,text=内容. Where a cell holds a whole transcript, it has to be labelled: a line a turn, such as "Agent: Hello".',
  });
  if (columns === undefined) throw failure;
  const ids = idColumn(hasHeader ? rest : rows, header, columns);
  const dayFirst = dayFirstOf(hasHeader ? rest : rows, header, columns);
  if (holdCalls(sample, columns, labelOf)) {
    const { known } = columns;
    const own = ids ?? idFields.map((field) => known.get(field)?.index).find((index) => index !== undefined);
    const speakerOf = speakerReader(columns, undefined, labelOf);
    return { header, columns, hasHeader, row: 'call', ids: own, unit: 'ms', dayFirst, speakerOf };
  }
  const side = namesSpeaker(columns) ? undefined : sideColumn(sample, header, ids, labelOf);
  if (side === undefined && !namesSpeaker(columns) && !isOfOneVoice(columns)) throw failure;
  const unused = [columns.known.get('sourceId')?.index].filter(
    (index): index is number => index !== undefined && index !== ids,
  );
  const others = [...columns.others, ...unused.map((index) => ({ index, name: header[index]! }))];
  const own = { known: columns.known, others: others.filter(({ index }) => index !== side?.index) };
  return {
    header,
    columns: own,
    hasHeader,
    row: 'turn',
    ids,
    unit: unitOf(hasHeader ? rest : rows, own, ids),
    dayFirst,
    speakerOf: speakerReader(own, side, labelOf),
  };
}
