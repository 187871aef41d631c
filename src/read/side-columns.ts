/** Tables with a column of words for each side: a row is what the one says, and what the other answers. */
import type { Speaker } from '../call/call.ts';
import { mapColumns } from './columns.ts';
import type { Row } from './csv-rows.ts';
import type { LabelReader } from './labels.ts';
import type { Reading } from './reading.ts';

/** So many rows tell what the columns hold. */
const enough = 200;

/** What may follow the side in the title of such a column: `agent_text`, `Customer message`, 客户说, 坐席话术. */
const ofWords =
  /[ _-]*(?:texts?|utterances?|messages?|msgs?|speech|words|says?|said|turns?|repl(?:y|ies)|responses?|lines?|content|说话|说的话|的话|话语|话术|發言|发言|内容|內容|文本|消息|訊息|回复|回覆|说|說)$/iu;

/** Fewer than so many words or Han characters a cell, on the average, are names and no talk. */
const leastWords = 2.5;

/** Gives each row as the rows of its turns, in the order of the columns, for a table of speakers and texts. */
export type Unfold = (row: Row, isHead: boolean) => readonly Row[];

/** The columns of the agent's and of the customer's words by their titles; undefined where not each side has one. */
export function sidesIn(header: readonly string[], labelOf: LabelReader): Sides | undefined {
  const sides = header.flatMap((title, index): readonly (readonly [number, Speaker])[] => {
    const spaced = title.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
    // 'Customer message' as it stands would be a customer of that name.
    const label = labelOf(spaced.replace(ofWords, ''));
    return label?.plain === true ? [[index, label.speaker]] : [];
  });
  const of = (side: Speaker): readonly number[] =>
    sides.flatMap(([index, speaker]) => (speaker === side ? [index] : []));
  const [agent, ...moreAgents] = of('agent');
  const [customer, ...moreCustomers] = of('customer');
  if (agent === undefined || customer === undefined) return undefined;
  return moreAgents.length + moreCustomers.length > 0 ? undefined : { agent, customer };
}

interface Sides {
  readonly agent: number;
  readonly customer: number;
}

/**
 * How to unfold a table that has one column of words for the agent and one for the customer, and none for both;
 * undefined for every other table.
 * @param rows its first rows, the header first
 */
export function sideColumns(
  rows: readonly Row[],
  { file, columns, labelOf }: Pick<Reading, 'file' | 'columns' | 'labelOf'>,
): Unfold | undefined {
  const [head, ...others] = rows;
  if (head === undefined || Object.keys(columns).length > 0) return undefined;
  const header = head.cells.map((cell) => cell.trim());
  if (mapColumns(header, {}, file) !== undefined) return undefined;
  const sides = sidesIn(header, labelOf);
  if (sides === undefined) return undefined;
  const { agent, customer } = sides;
  const sample = others.slice(0, enough);
  if (![agent, customer].every((index) => isTalk(sample.map(({ cells }) => cells[index]?.trim() ?? ''))))
    return undefined;
  const [first, second] = [Math.min(agent, customer), Math.max(agent, customer)];
  return (row, isHead) => {
    const { cells } = row;
    const turn = (side: string, said: string, raw: string): Row => ({
      ...row,
      raw,
      cells: cells.with(first, side).with(second, said),
    });
    if (isHead) return [turn('speaker', 'text', row.raw)];
    // Too short a row is told of as it is.
    if (cells.length <= second) return [row];
    const said = [first, second].flatMap((index): readonly (readonly [string, string])[] => {
      const text = cells[index]!;
      return text.trim() === '' ? [] : [[index === agent ? 'agent' : 'customer', text]];
    });
    if (said.length === 0) return cells.every((cell) => cell.trim() === '') ? [] : [turn('', '', row.raw)];
    return said.map(([side, text], place) => turn(side, text, place === 0 ? row.raw : ''));
  };
}

/** Whether a column holds what people say, and no names: several words, and seldom the same. */
function isTalk(cells: readonly string[]): boolean {
  const said = cells.filter((cell) => cell !== '');
  if (said.length === 0) return false;
  const words = said.reduce(
    (sum, cell) => sum + (cell.match(/\p{Script=Han}|[^\s\p{Script=Han}]+/gu) ?? []).length,
    0,
  );
  return words >= leastWords * said.length && new Set(said).size * 2 > said.length;
}
