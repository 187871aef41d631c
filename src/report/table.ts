/** A table in a terminal: columns as wide as they need to be, or as wide as there is room. */
import stringWidth from 'string-width';
import { fit } from './fit.ts';

export interface Column {
  readonly heading: string;
  readonly align?: 'left' | 'right';
  /** May be made narrower than its cells where the table is too wide; others keep their width. */
  readonly shrinks?: boolean;
}

export interface Cell {
  readonly text: string;
  /** Colours the padded text. */
  readonly paint?: (text: string) => string;
}

const gap = 2;
const narrowest = 8;
/** A longer cell would pad all rows; only in the last column, where it pads none, it stays whole. */
const longest = 64;

/** The lines of a table, headings first, without trailing spaces. Cells must be free of control characters. */
export function tableLines(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  width: number,
  paintHeading: (text: string) => string,
): readonly string[] {
  const widths = columns.map(({ heading }, index) =>
    Math.min(
      rows.reduce((most, row) => Math.max(most, stringWidth(row[index]!.text)), stringWidth(heading)),
      index === columns.length - 1 ? Number.POSITIVE_INFINITY : longest,
    ),
  );
  let excess = widths.reduce((sum, each) => sum + each, gap * (columns.length - 1)) - width;
  while (excess > 0) {
    // The widest that may shrink goes first, to the width of the next one.
    const shrinking = columns
      .flatMap(({ shrinks }, index) => (shrinks === true && widths[index]! > narrowest ? [index] : []))
      .sort((a, b) => widths[b]! - widths[a]! || a - b);
    const [first, second] = shrinking;
    if (first === undefined) break;
    const floor = second === undefined ? narrowest : Math.max(narrowest, widths[second]! - 1);
    const less = Math.min(excess, Math.max(1, widths[first]! - floor));
    widths[first]! -= less;
    excess -= less;
  }
  const line = (cells: readonly Cell[]) => {
    const last = cells.findLastIndex(({ text }) => text !== '');
    return cells
      .slice(0, last + 1)
      .map(({ text, paint = (same) => same }, index) => {
        const padded = fit(text, widths[index]!, columns[index]!.align);
        return paint(index === last ? padded.trimEnd() : padded);
      })
      .join(' '.repeat(gap));
  };
  return [
    line(columns.map(({ heading }) => ({ text: heading, paint: paintHeading }))),
    ...rows.map((row) => line(row)),
  ];
}
