/** Scripts in a workbook: each sheet a table under its header row, formulas by their results. */
import { Failure } from '../../call/failure.ts';
import type { Script, ScriptComment, ScriptPiece, Unread } from '../document.ts';
import { mapPlain } from '../mapped-text.ts';
import type { ScriptContents, ScriptReading } from './contents.ts';
import { noColumns } from './csv.ts';
import { looksSaid } from './looks-said.ts';
import { tableContents, type TableCell, type TableRow } from './table.ts';
import { unpackedSize } from './zip-size.ts';

/** So many bytes a workbook may unpack to: hundreds of thousands of rows, and no bomb. */
const mostUnpacked = 64 << 20;

/**
 * Reads a workbook; a Failure `script-xlsx` for what is none, `script-xlsx-size` for one that unpacks to more than it
 * should, `script-columns` where no sheet has a column that is said.
 */
export async function readXlsxScripts(
  bytes: Uint8Array,
  reading: ScriptReading,
): Promise<ScriptContents | Failure> {
  const { file } = reading;
  const unpacked = unpackedSize(bytes);
  if (unpacked !== undefined && unpacked > mostUnpacked) {
    return new Failure(`this workbook unpacks to ${unpacked} bytes, and the limit is ${mostUnpacked}`, {
      code: 'script-xlsx-size',
      file,
      hint: 'Split it, delete empty rows that are only formatted, or save it as CSV.',
    });
  }
  const { default: readXlsxFile } = await import('read-excel-file/node');
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
  } catch (error) {
    return new Failure(`this is no workbook: ${(error as Error).message}`, {
      code: 'script-xlsx',
      file,
      hint: 'Save it as .xlsx without a password, or as CSV.',
    });
  }
  const scripts: Script[] = [];
  const pieces: ScriptPiece[] = [];
  const comments: ScriptComment[] = [];
  const unread: Unread[] = [];
  const headers: TableCell[] = [];
  let isRead = false;
  for (const { sheet, data } of sheets) {
    const rows = data.map((row, number): TableRow =>
      row.map((value, column) => cellOf(value, sheet, number, column)),
    );
    const contents = tableContents(rows, reading, sheet);
    if (contents.header === undefined) continue;
    const header = contents.header.filter((cell) => cell !== undefined && cell.value.trim() !== '');
    headers.push(...(header as readonly TableCell[]));
    if (!contents.isRead) {
      const place = header[0]?.place;
      // Figures alone hold nothing that anybody says.
      if (rows.some((row) => row.some(isText)))
        unread.push({
          what: 'sheet',
          name: sheet,
          start: 0,
          end: 0,
          ...(place === undefined ? {} : { place }),
        });
      continue;
    }
    isRead = true;
    unread.push(...(contents.unread ?? []));
    pieces.push(...contents.pieces.map((piece) => ({ ...piece, script: piece.script + scripts.length })));
    scripts.push(...contents.scripts);
    comments.push(...contents.comments);
  }
  if (!isRead && headers.length > 0) return noColumns(headers, { file });
  return { scripts, pieces, comments, unread };
}

const isText = (cell: TableCell | undefined): boolean =>
  cell !== undefined && cell.isNumber !== true && looksSaid(cell.value, 'words');

function cellOf(value: unknown, sheet: string, row: number, column: number): TableCell | undefined {
  const isNumber = typeof value === 'number';
  if (!isNumber && typeof value !== 'string') return undefined;
  const text = String(value);
  const place = { sheet, cell: `${columnName(column)}${row + 1}` };
  const at = { line: row + 1, column: column + 1 };
  return {
    value: text,
    map: () => mapPlain(text, 0),
    place,
    at,
    start: 0,
    ...(isNumber ? { isNumber } : {}),
  };
}

/** `A` for 0, `AA` for 26. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
