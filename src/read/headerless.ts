/** Tables whose first row is a turn already: what their columns are is told by what stands in them. */
import type { Row } from './csv-rows.ts';
import { fieldOf } from './fields.ts';
import type { LabelReader } from './labels.ts';
import { cellTime } from './row-time.ts';

/** So many rows are looked at. */
const enough = 50;

/**
 * Headers for a table that has none: a column of nothing but known labels for speakers, the one with the longest text for
 * words, times, and a first column whose values come again for the call. Undefined where the table is not certainly one
 * without a header: where a cell of its first row names a column, or no column holds labels throughout.
 */
export function columnsWithoutHeader(
  rows: readonly Pick<Row, 'cells'>[],
  labelOf: LabelReader,
): readonly string[] | undefined {
  const sample = rows.slice(0, enough);
  const head = sample[0]?.cells ?? [];
  const width = head.length;
  if (sample.length < 2 || width < 2 || sample.some(({ cells }) => cells.length < width)) return undefined;
  const column = (index: number) => sample.map(({ cells }) => cells[index]!.trim());
  const all = head.map((_, index) => column(index));
  const speaker = all.findIndex((values) => values.every((value) => labelOf(value) !== undefined));
  if (speaker < 0) return undefined;
  // 坐席 is a label, and the name of a column of names.
  const isTitle = (cell: string, index: number) => {
    const field = fieldOf(cell)?.field;
    return field !== undefined && !(index === speaker && (field === 'agent' || field === 'customer'));
  };
  if (head.some(isTitle)) return undefined;
  const size = (values: readonly string[]) => values.reduce((sum, { length }) => sum + length, 0);
  const isTimes = (values: readonly string[]) =>
    values.every((value) => /[:：时時]/u.test(value) && cellTime(value, 'ms') !== undefined);
  const sizes = all.map((values, index) => (index === speaker || isTimes(values) ? 0 : size(values)));
  const text = sizes.indexOf(Math.max(...sizes));
  if (sizes[text] === 0) return undefined;
  const times = all.flatMap((values, index) => (isTimes(values) ? [index] : []));
  return all.map((values, index) => {
    if (index === speaker) return 'speaker';
    if (index === text) return 'text';
    if (index === times[0]) return 'start';
    if (index === times[1]) return 'end';
    return index === 0 && new Set(values).size < values.length ? 'call id' : `column ${index + 1}`;
  });
}
