/** Scripts in a workbook: each sheet a table under its header row, formulas by their results. */
import { Failure } from '../../call/failure.ts';
import type { Script, ScriptComment, ScriptPiece } from '../document.ts';
import { mapPlain } from '../mapped-text.ts';
import type { ScriptContents, ScriptReading } from './contents.ts';
import { noColumns } from './csv.ts';
import { tableContents, type TableCell, type TableRow } from './table.ts';

/** Reads a workbook; a Failure `script-xlsx` for what is none, `script-columns` where no sheet has a column that is said. */
export async function readXlsxScripts(
  bytes: Uint8Array,
  reading: ScriptReading,
): Promise<ScriptContents | Failure> {
  const { default: readXlsxFile } = await import('read-excel-file/node');
  let sheets: Awaited<ReturnType<typeof readXlsxFile>>;
  try {
    sheets = await readXlsxFile(Buffer.from(bytes), { trim: false });
  } catch (error) {
    return new Failure(`this is no workbook: ${(error as Error).message}`, {
      code: 'script-xlsx',
      file: reading.file,
      hint: 'Save it as .xlsx without a password, or as CSV.',
    });
  }
  const scripts: Script[] = [];
  const pieces: ScriptPiece[] = [];
  const comments: ScriptComment[] = [];
  const headers: string[] = [];
  let isSaid = false;
  let isEmpty = true;
  for (const { sheet, data } of sheets) {
    const rows = data.map((row, number): TableRow =>
      row.map((value, column) => cellOf(value, sheet, number, column)),
    );
    const top = rows.findIndex((row) => row.some((cell) => cell !== undefined && cell.value.trim() !== ''));
    if (top < 0) continue;
    isEmpty = false;
    const header = Array.from(rows[top]!, (cell) => cell?.value ?? '');
    headers.push(...header.filter((name) => name.trim() !== ''));
    const body = rows.slice(top + 1).filter((row) => row.some((cell) => cell !== undefined));
    const contents = tableContents(header, body, reading);
    if (contents.saidColumns === 0) continue;
    isSaid = true;
    pieces.push(...contents.pieces.map((piece) => ({ ...piece, script: piece.script + scripts.length })));
    scripts.push(...contents.scripts);
    comments.push(...contents.comments);
  }
  if (!isSaid && !isEmpty) return noColumns(headers, { file: reading.file });
  return { scripts, pieces, comments };
}

function cellOf(value: unknown, sheet: string, row: number, column: number): TableCell | undefined {
  if (typeof value !== 'string') return undefined;
  const place = { sheet, cell: `${columnName(column)}${row + 1}` };
  return { value, map: () => mapPlain(value, 0), place, at: { line: row + 1, column: column + 1 }, start: 0 };
}

/** `A` for 0, `AA` for 26. */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
