/** The order of a call's rows, and whether rows without a call's id are of several calls. */
import { Failure } from '../call/failure.ts';
import type { Row } from './csv-rows.ts';
import type { Field } from './fields.ts';
import { cellTime } from './row-time.ts';
import type { Table } from './table.ts';

const halfDay = 12 * 3_600_000;
/** A clock that goes back by less is another channel's. */
const least = 10_000;

/** Times of day that go on after midnight go on counting; only where nothing else goes back. */
export function overMidnight(times: readonly number[]): readonly number[] {
  const back = times.flatMap((time, index) => (index > 0 && time < times[index - 1]! ? [index] : []));
  const at = back[0];
  if (back.length !== 1 || at === undefined || times[at - 1]! - times[at]! < halfDay) return times;
  return times.map((time, index) => (index < at ? time : time + 2 * halfDay));
}

/** Items in the order of their times, the first of equal ones first; where all go backwards, the last of them. */
export function byTime<Item>(items: readonly Item[], timeOf: (item: Item) => number): readonly Item[] {
  let forwards = 0;
  let backwards = 0;
  for (let at = 1; at < items.length; at++) {
    const step = timeOf(items[at]!) - timeOf(items[at - 1]!);
    if (step > 0) forwards++;
    else if (step < 0) backwards++;
  }
  if (backwards === 0) return items;
  const ordered = forwards === 0 ? items.toReversed() : items;
  return ordered.toSorted((a, b) => timeOf(a) - timeOf(b));
}

/** Columns of a call's own: what changes in them is no other call. */
const ofTalk = new Set<Field>(['text', 'speaker', 'participant', 'start', 'end', 'duration', 'confidence']);

/** The values of a column by runs: undefined where one comes again after another, or where it does not change. */
function blocksOf(rows: readonly Row[], index: number): readonly number[] | undefined {
  const seen = new Set<string>();
  const starts: number[] = [];
  let last: string | undefined;
  for (const [at, { cells }] of rows.entries()) {
    const value = cells[index]?.trim() ?? '';
    if (value === '' || value === last) continue;
    if (seen.has(value)) return undefined;
    seen.add(value);
    starts.push(at);
    last = value;
  }
  return starts.length > 1 && starts[0] === 0 && starts.length * 2 <= rows.length ? starts : undefined;
}

/** Where the clock goes back to an earlier hour or begins anew, or half a day passes; only for rows that do not run backwards. */
function jumpAt(rows: readonly Row[], { columns, unit, speakerOf, dayFirst }: Table): number | undefined {
  const column = columns.known.get('start');
  if (column === undefined) return undefined;
  const times = rows.map(({ cells }) => {
    const time = cellTime(cells[column.index]?.trim() ?? '', column.unit ?? unit, dayFirst);
    return time === undefined ? undefined : 'date' in time ? time.date.ms : time.offset;
  });
  const isDated = rows.some(({ cells }) => {
    const time = cellTime(cells[column.index]?.trim() ?? '', 'ms');
    return time !== undefined && 'date' in time;
  });
  let first: number | undefined;
  let steps = 0;
  let back = 0;
  for (let at = 1; at < times.length; at++) {
    const step = (times[at] ?? Number.NaN) - (times[at - 1] ?? Number.NaN);
    if (step !== 0) steps++;
    if (step < 0) back++;
    const isBack = step < -least && (isDated || -step < halfDay);
    if (first === undefined && (isBack || (isDated && Math.abs(step) > halfDay))) first = at;
  }
  if (first === undefined || back * 2 > steps) return undefined;
  // All of one channel before all of the other is one call: nobody who talks before talks after.
  const before = new Set(rows.slice(0, first).map(({ cells }) => speakerOf(cells)));
  return rows.slice(first).some(({ cells }) => before.has(speakerOf(cells))) ? first : undefined;
}

/**
 * A warning where a table without a column of call ids looks as if it held several calls, which would be judged as one:
 * where another column changes in blocks in each of which both sides talk, or the times begin anew.
 */
export function severalCalls(rows: readonly Row[], table: Table, file: string): Failure | undefined {
  if (table.ids !== undefined || table.row === 'call' || rows.length < 3) return undefined;
  const { header, columns, speakerOf } = table;
  const own = new Set([...columns.known].flatMap(([field, { index }]) => (ofTalk.has(field) ? [index] : [])));
  for (const [index, title] of header.entries()) {
    const starts = own.has(index) ? undefined : blocksOf(rows, index);
    if (starts === undefined) continue;
    const talks = starts.map((from, at) => {
      const block = rows.slice(from, starts[at + 1]);
      return new Set(block.map(({ cells }) => speakerOf(cells))).size > 1;
    });
    if (!talks.every(Boolean)) continue;
    const row = rows[starts[1]!]!;
    return warning(
      `the rows are read as one call, and “${title}” changes between them`,
      `If it tells calls apart, say --columns id=${/[\s,]/u.test(title) ? `"${title}"` : title}.`,
      file,
      row.line,
    );
  }
  const at = jumpAt(rows, table);
  if (at === undefined) return undefined;
  return warning(
    'the rows are read as one call, and their times begin anew here or lie far apart',
    'If they are several calls, give them a column of call ids, such as call_id, or say which it is: --columns id=….',
    file,
    rows[at]!.line,
  );
}

function warning(message: string, hint: string, file: string, line: number): Failure {
  return new Failure(message, { code: 'csv-one-call', file, line, hint });
}
