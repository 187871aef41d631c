/** Scripts in tables: which columns are said, by whom, and what the others tell of a row. */
import { fieldKey } from '../../read/fields.ts';
import { teachingOf } from '../counter-example.ts';
import type { CellPlace, Position, Script, ScriptComment, ScriptPiece, StringForm } from '../document.ts';
import type { MappedText } from '../mapped-text.ts';
import { changeVoice, cutSpeech, pieceOf, type VoiceChange } from '../speech.ts';
import type { ScriptContents, ScriptReading } from './contents.ts';
import {
  isCustomersField,
  isScenarioField,
  isScenarioId,
  isSpeakerField,
  isTitleField,
} from './field-names.ts';

export interface TableCell {
  readonly value: string;
  readonly map: () => MappedText;
  readonly form?: StringForm;
  readonly place?: CellPlace;
  /** Where it begins in the source, or its row and column in a workbook. */
  readonly at: Position;
  readonly start: number;
}

export type TableRow = readonly (TableCell | undefined)[];

type Role = 'said' | 'scenario' | 'title' | 'speaker' | 'directive';

/** What the user can say of a column, and what that makes of it. */
const namedRoles: Readonly<Record<string, Role>> = {
  text: 'said',
  customer: 'said',
  scenario: 'scenario',
  title: 'title',
  speaker: 'speaker',
};

/** What is told of a table; `saidColumns` is 0 where none of its columns is said. */
export interface TableContents extends ScriptContents {
  readonly saidColumns: number;
}

/** The content of a table's rows, each of which is a script; a dialogue is one as long as its title stays. */
export function tableContents(
  header: readonly string[],
  rows: readonly TableRow[],
  { voices, isSaid, columns: named }: ScriptReading,
): TableContents {
  const namedAs = new Map(Object.entries(named).map(([role, title]) => [fieldKey(title), role]));
  const isOther = header.some((name) => namedAs.get(fieldKey(name)) === 'text');
  const roleOf = (name: string): Role | undefined => {
    const own = namedAs.get(fieldKey(name));
    if (own !== undefined) return namedRoles[own];
    if (/^callqa$/iu.test(name)) return 'directive';
    if (isScenarioField(name) && !isSaid(name)) return 'scenario';
    if (!isOther && (isSaid(name) || isCustomersField(name) || teachingOf(name) !== undefined)) return 'said';
    if (isSpeakerField(name)) return 'speaker';
    if (isTitleField(name)) return 'title';
    return !isOther && voices.labelOf(name)?.speaker === 'customer' ? 'said' : undefined;
  };
  const changeOf = (name: string): VoiceChange => {
    const teaching = teachingOf(name);
    const isCustomers = isCustomersField(name) || namedAs.get(fieldKey(name)) === 'customer';
    const speaker = isCustomers ? 'customer' : voices.labelOf(name)?.speaker;
    return {
      ...(speaker === undefined ? {} : { speaker: speaker === 'customer' ? 'customer' : 'agent' }),
      ...(teaching === undefined ? {} : { exempt: teaching === 'bad' ? name : '' }),
    };
  };
  const columns = header.map((name) => ({ role: roleOf(name.trim()), change: changeOf(name.trim()) }));
  const first = (row: TableRow, role: Role): TableCell | undefined =>
    row.find(
      (cell, index) => columns[index]?.role === role && cell !== undefined && cell.value.trim() !== '',
    );

  const scripts: Script[] = [];
  const pieces: ScriptPiece[] = [];
  const comments: ScriptComment[] = [];
  const isDialogue = columns.some(({ role }) => role === 'speaker');
  let before: string | undefined;
  for (const row of rows) {
    const scenario = first(row, 'scenario');
    const scenarioId = scenario?.value.trim() ?? '';
    const isId = isScenarioId(scenarioId);
    const title = first(row, 'title')?.value.trim() ?? (isId ? undefined : scenario?.value.trim());
    const group = `${scenarioId}\n${title ?? ''}`;
    if (!isDialogue || before === undefined || before !== group) {
      scripts.push({
        ...(title === undefined ? {} : { title }),
        ...(isId ? { scenario: scenarioId, scenarioAt: scenario!.at } : {}),
      });
    }
    before = group;
    const speaker = first(row, 'speaker');
    const ofRow = speaker === undefined ? {} : (voices.changeOf(speaker.value.trim()) ?? {});
    for (const [index, cell] of row.entries()) {
      const column = columns[index];
      if (cell === undefined || column === undefined) continue;
      if (column.role === 'directive') {
        const text = cell.value.trim();
        if (text === '') continue;
        const { start, at, place } = cell;
        comments.push({
          text: text.startsWith('callqa-') ? text : `callqa-disable-line ${text}`,
          start,
          end: start + Math.max(cell.value.length, 1),
          line: at.line,
          ...(place === undefined ? {} : { place }),
        });
      }
      if (column.role !== 'said') continue;
      const voice = changeVoice(changeVoice({ speaker: 'agent' }, column.change), ofRow);
      for (const part of cutSpeech(cell.map(), voice, voices).parts) {
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
  const saidColumns = columns.filter(({ role }) => role === 'said').length;
  return { scripts, pieces, comments, saidColumns };
}
