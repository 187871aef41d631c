/** A sheet of a workbook: a header that stays, a filter over all columns, widths and number formats. */
import type { Cell, Sheet, SheetData } from 'write-excel-file/node';
import { defused } from '../../defused.ts';
import type { Content } from './content.ts';

/** A Date is shown as its UTC. */
export type CellValue = string | number | Date | null;

export interface SheetColumn<Row> {
  readonly heading: string;
  readonly value: (row: Row) => CellValue;
  /** In characters. */
  readonly width: number;
  /** Such as `0.0`, `0%` or `yyyy-mm-dd`; of dates, that of those with a time of day. */
  readonly format?: string;
  readonly wrap?: boolean;
}

/** What Excel can hold. */
const mostRows = 1_048_576;
const mostCharacters = 32_767;

/** So many values of a column are remembered. */
const mostShared = 10_000;

const header = { fontWeight: 'bold', backgroundColor: '#1f4e79', textColor: '#ffffff', wrap: true } as const;

/**
 * The sheet; text that begins like a formula gets a `'` before it, and what is too long for a cell is cut. Rows beyond
 * what a sheet can hold are left out, and its last row says how many.
 *
 * @param more the words for so many rows that were left out
 * @param beyond how many rows there are besides these
 */
export function sheetOf<Row>(
  name: string,
  columns: readonly SheetColumn<Row>[],
  rows: readonly Row[],
  more: (count: number) => string,
  beyond = 0,
): Sheet<Content> & { readonly data: SheetData } {
  const room = mostRows - 1;
  const cells = columns.map(cellsOf);
  const shown = rows.length <= room ? rows : rows.slice(0, room - 1);
  const left = rows.length - shown.length + beyond;
  const data: SheetData = [
    columns.map(({ heading }): Cell => ({ value: heading, type: String, ...header })),
    ...shown.map((row) => cells.map((cell) => cell(row))),
    ...(left === 0 ? [] : [[textCell(more(left))]]),
  ];
  return {
    data,
    sheet: sheetName(name),
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
}

/** The cells of a column; equal values have one cell in common, since a large sheet says the same few things again and again. */
function cellsOf<Row>({ value, format, wrap }: SheetColumn<Row>): (row: Row) => Cell {
  const known = new Map<string | number, Cell>();
  const make = (found: Exclude<CellValue, null>): Cell => {
    if (typeof found === 'number') {
      return {
        value: found,
        type: Number,
        alignVertical: 'top',
        ...(format === undefined ? {} : { format }),
      };
    }
    if (found instanceof Date) {
      return {
        value: found,
        type: Date,
        alignVertical: 'top',
        align: 'left',
        format: format ?? 'yyyy-mm-dd',
      };
    }
    return found === '' ? null : textCell(found, wrap);
  };
  return (row) => {
    const found = value(row);
    if (found === null) return null;
    if (found instanceof Date) return make(found);
    let cell = known.get(found);
    if (cell === undefined) {
      cell = make(found);
      if (known.size < mostShared) known.set(found, cell);
    }
    return cell;
  };
}

/** As text whatever it looks like: an order number is no number. */
function textCell(text: string, wrap = false): Cell {
  const safe = defused(text);
  return {
    value:
      safe.length > mostCharacters
        ? `${safe.slice(0, mostCharacters - 1).replace(/[\ud800-\udbff]$/u, '')}…`
        : safe,
    type: String,
    format: '@',
    alignVertical: 'top',
    ...(wrap ? { wrap } : {}),
  };
}

/** Excel takes no longer names, none with these characters or with an apostrophe at an end, and none of blanks. */
function sheetName(name: string): string {
  const clean = [...name.replace(/[[\]:*?/\\]|\s+/gu, ' ')].slice(0, 31).join('').slice(0, 31);
  return clean.replace(/^[' ]+|[' \ud800-\udbff]+$/gu, '') || '–';
}

/** The sheets with names that are told apart, upper and lower case being one to Excel. */
export function withOwnNames<Named extends { readonly sheet?: string }>(sheets: readonly Named[]): Named[] {
  const taken = new Set<string>();
  return sheets.map((one) => {
    const { sheet: name = '' } = one;
    let own = name;
    for (let n = 2; taken.has(own.toLowerCase()); n++) {
      const end = ` (${n})`;
      own = name.slice(0, 31 - end.length).replace(/[\ud800-\udbff]$/u, '') + end;
    }
    taken.add(own.toLowerCase());
    return { ...one, sheet: own };
  });
}
