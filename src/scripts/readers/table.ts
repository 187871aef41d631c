/** Scripts in tables: where the header stands, what the rows say, and which of them are one script. */
import { teachingOf } from '../counter-example.ts';
import type {
  CellPlace,
  Position,
  Script,
  ScriptComment,
  ScriptPiece,
  StringForm,
  Unread,
} from '../document.ts';
import { withoutHtml } from '../html-text.ts';
import type { MappedText } from '../mapped-text.ts';
import { changeVoice, cutSpeech, pieceOf, type VoiceChange } from '../speech.ts';
import { columnRoles, type Column } from './column-roles.ts';
import type { ScriptContents, ScriptReading } from './contents.ts';
import { isScenarioId } from './field-names.ts';
import { looksSaid } from './looks-said.ts';

export interface TableCell {
  readonly value: string;
  readonly map: () => MappedText;
  readonly form?: StringForm;
  readonly place?: CellPlace;
  /** Where it begins in the source, or its row and column in a workbook. */
  readonly at: Position;
  readonly start: number;
  /** A number of a workbook, which tells of a row and is not said. */
  readonly isNumber?: true;
}

export type TableRow = readonly (TableCell | undefined)[];

/** What is told of a table. */
export interface TableContents extends ScriptContents {
  /** The row that names the columns; undefined for a table without any text. */
  readonly header: TableRow | undefined;
  /** Something of it is the agent's, or all of it is there to teach by counter-example. */
  readonly isRead: boolean;
}

/** A header stands among so many rows at the top: above it are titles and notes. */
const headerRows = 10;

const isFilled = (cell: TableCell | undefined): cell is TableCell =>
  cell !== undefined && cell.value.trim() !== '';
const namesIn = (row: TableRow): readonly string[] => Array.from(row, (cell) => cell?.value ?? '');

/** Which row names the columns: the first that names one that is judged, beside others where a later row does so. */
function headerOf(rows: readonly TableRow[], reading: ScriptReading): number {
  const top = rows.findIndex((row) => row.some(isFilled));
  if (top < 0) return -1;
  const named = rows
    .slice(0, top + headerRows)
    .flatMap((row, index) =>
      columnRoles(namesIn(row), reading).some(({ isJudged }) => isJudged)
        ? [{ index, width: row.filter(isFilled).length }]
        : [],
    );
  return (named.find(({ width }) => width > 1) ?? named[0])?.index ?? top;
}

/**
 * The content of a table's rows, each of which is a script; a dialogue, and what is counted by steps, is one as long as
 * its scenario stays.
 * @param title what stands over all of it: the name of a sheet.
 */
export function tableContents(
  all: readonly TableRow[],
  reading: ScriptReading,
  title?: string,
): TableContents {
  const { voices, scenarios } = reading;
  const top = headerOf(all, reading);
  const header = all[top];
  const columns = header === undefined ? [] : columnRoles(namesIn(header), reading);
  const rows = all.slice(top + 1).filter((row) => row.some((cell) => cell !== undefined));
  const titles = [title, ...all.slice(0, Math.max(top, 0)).flatMap((row) => namesIn(row))];
  const bad = titles.find((name) => name !== undefined && teachingOf(name) === 'bad');
  const base = changeVoice({ speaker: 'agent' }, bad === undefined ? {} : { exempt: bad });

  const scripts: Script[] = [];
  const pieces: ScriptPiece[] = [];
  const comments: ScriptComment[] = [];
  const isDialogue = columns.some(({ role }) => role === 'speaker');
  const isCounted = columns.some(({ role }) => role === 'step');
  let before:
    { readonly group: string; readonly step: number | undefined; readonly isId: boolean } | undefined;
  for (const row of rows) {
    const first = (role: Column['role']): TableCell | undefined =>
      row.find((cell, index) => columns[index]?.role === role && isFilled(cell));
    const scenario = first('scenario');
    const scenarioId = scenario?.value.trim() ?? '';
    const isId = isScenarioId(scenarioId, scenarios);
    const title = first('title')?.value.trim() ?? (isId ? undefined : scenario?.value.trim());
    const step = numberIn(first('step')?.value);
    // Of cells that were merged, the first alone has the value: rows below the id of a scenario without any go on.
    const isBelow = scenario === undefined && title === undefined && (isCounted || before?.isId === true);
    const ofCells = isCounted && isId ? scenarioId : `${scenarioId}\n${title ?? ''}`;
    const group: string = isBelow ? (before?.group ?? ofCells) : ofCells;
    const isAgain = isCounted && step !== undefined && before?.step !== undefined && step <= before.step;
    if (!(isDialogue || isCounted || isBelow) || before?.group !== group || (isAgain && !isDialogue)) {
      scripts.push({
        ...(title === undefined ? {} : { title }),
        ...(isId
          ? {
              scenario: scenarioId,
              scenarioAt: {
                ...scenario!.at,
                ...(scenario!.place === undefined ? {} : { sheet: scenario!.place.sheet }),
              },
            }
          : {}),
      });
    }
    before = { group, step, isId: isId || (isBelow && before?.isId === true) };
    const speaker = first('speaker');
    const taught = teachingIn(row, columns);
    const ofRow = speaker === undefined ? {} : (voices.changeOf(speaker.value.trim()) ?? {});
    for (const [index, cell] of row.entries()) {
      const column = columns[index];
      if (cell === undefined || column === undefined) continue;
      if (column.role === 'directive') comments.push(...directiveIn(cell));
      if (column.role !== 'said' || cell.isNumber === true) continue;
      const voice = changeVoice(changeVoice(changeVoice(base, column.change), taught), ofRow);
      for (const part of cutSpeech(withoutHtml(cell.map()), voice, voices).parts) {
        pieces.push(
          pieceOf(part, {
            script: scripts.length - 1,
            ...(cell.form === undefined ? {} : { form: cell.form }),
            ...(cell.place === undefined ? {} : { place: cell.place }),
          }),
        );
      }
    }
  }
  const unread = unreadColumns(header, columns, rows);
  const isJudged = columns.some((column) => column.isJudged);
  const isTaught = columns.some(({ role, change }) => role === 'said' && (change.exempt ?? '') !== '');
  return {
    scripts,
    pieces,
    comments,
    unread,
    header,
    isRead: isJudged || (isTaught && unread.length === 0),
  };
}

/** What a cell that sorts its row makes of it: 反例 under 类型. */
function teachingIn(row: TableRow, columns: readonly Column[]): VoiceChange {
  for (const [index, cell] of row.entries()) {
    const role = columns[index]?.role;
    if (!isFilled(cell) || !(role === 'kind' || role === 'title' || role === 'scenario')) continue;
    const name = cell.value.trim();
    if (teachingOf(name) === 'bad') return { exempt: name };
  }
  return {};
}

function directiveIn({ value, start, at, place }: TableCell): readonly ScriptComment[] {
  const text = value.trim();
  if (text === '') return [];
  return [
    {
      text: text.startsWith('callqa-') ? text : `callqa-disable-line ${text}`,
      start,
      end: start + Math.max(value.length, 1),
      line: at.line,
      ...(place === undefined ? {} : { place }),
    },
  ];
}

/** Columns of sentences whose headers say nothing that is known. */
function unreadColumns(
  header: TableRow | undefined,
  columns: readonly Column[],
  rows: readonly TableRow[],
): readonly Unread[] {
  return columns.flatMap(({ role }, index): readonly Unread[] => {
    if (role !== undefined) return [];
    const found = rows
      .map((row) => row[index])
      .find((cell) => cell?.isNumber !== true && isFilled(cell) && looksSaid(cell.value, 'sentence'));
    if (found === undefined) return [];
    const name = header?.[index];
    const shown = isFilled(name) ? name : found;
    return [
      {
        what: 'column',
        name: shown.value.trim(),
        start: shown.start,
        end: shown.start + shown.value.length,
        ...(shown.place === undefined ? {} : { place: shown.place }),
      },
    ];
  });
}

const hanDigits = '零一二三四五六七八九十';

/** The number in `2`, `Step 2` or 第二步; undefined where there is none. */
function numberIn(text: string | undefined): number | undefined {
  const [found] = /\d+|[一二三四五六七八九十]/u.exec(text ?? '') ?? [];
  if (found === undefined) return undefined;
  return /\d/u.test(found) ? Number(found) : hanDigits.indexOf(found);
}
