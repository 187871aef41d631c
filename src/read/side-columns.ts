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

/** Fewer words than so many a cell, on the average, are names and no talk. */
const leastWords = 2.2;
/** A Han character is so much of a word: names have up to three. */
const hanWord = 0.6;
/** In fewer cells it means nothing that words come again. */
const leastRepeated = 4;

/** Gives each row as the rows of its turns, in the order of the columns, for a table of speakers and texts. */
export type Unfold = (row: Row, isHead: boolean) => readonly Row[];

interface Sides {
  readonly agent: number;
  readonly customer: number;
  /** Whether a title says that its cells are words: `agent_text`. Else they may be names. */
  readonly areWords: boolean;
}

/** The columns of the agent's and of the customer's words by their titles; undefined where not each side has one. */
export function sidesIn(header: readonly string[], labelOf: LabelReader): Sides | undefined {
  const sides = header.flatMap((title, index) => {
    const spaced = title.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2');
    // "Customer message" as it stands would be a customer of that name.
    const bare = spaced.replace(ofWords, '');
    const label = labelOf(bare);
    return label?.plain === true ? [{ index, speaker: label.speaker, saysWords: bare !== spaced }] : [];
  });
  const of = (side: Speaker) => sides.filter(({ speaker }) => speaker === side);
  const [agent, ...moreAgents] = of('agent');
  const [customer, ...moreCustomers] = of('customer');
  if (agent === undefined || customer === undefined) return undefined;
  if (moreAgents.length + moreCustomers.length > 0) return undefined;
  return { agent: agent.index, customer: customer.index, areWords: agent.saysWords && customer.saysWords };
}

/** The columns that the user names for the sides: `--columns agent=A,customer=B`, where none is named for the words. */
function namedSides(header: readonly string[], columns: Readonly<Record<string, string>>): Sides | undefined {
  const { agent, customer, text } = columns;
  if (agent === undefined || customer === undefined || text !== undefined) return undefined;
  const [ofAgent, ofCustomer] = [header.indexOf(agent), header.indexOf(customer)];
  return ofAgent < 0 || ofCustomer < 0 ? undefined : { agent: ofAgent, customer: ofCustomer, areWords: true };
}

/** A table whose rows are taken apart. */
export interface Unfolded {
  readonly unfold: Unfold;
  /** What the user says of its other columns. */
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * How to unfold a table that has one column of words for the agent and one for the customer, and none for both;
 * undefined for every other table.
 * @param rows its first rows, the header first
 */
export function sideColumns(
  rows: readonly Row[],
  { file, columns, labelOf }: Pick<Reading, 'file' | 'columns' | 'labelOf'>,
): Unfolded | undefined {
  const [head, ...others] = rows;
  if (head === undefined) return undefined;
  const header = head.cells.map((cell) => cell.trim());
  const named = namedSides(header, columns);
  const isTold = Object.keys(columns).length > 0;
  if (named === undefined && (isTold || mapColumns(header, {}, file) !== undefined)) return undefined;
  const sides = named ?? sidesIn(header, labelOf);
  if (sides === undefined) return undefined;
  const { agent, customer, areWords } = sides;
  const sample = others.slice(0, enough);
  const said = [agent, customer].map((index) =>
    sample.flatMap(({ cells }) => (cells[index]?.trim() ? [cells[index].trim()] : [])),
  );
  if (!areWords && (said.some(repeat) || !areTalk(said.flat()))) return undefined;
  const { agent: _, customer: __, ...rest } = columns;
  return { unfold: unfoldBy(agent, customer), columns: rest };
}

function unfoldBy(agent: number, customer: number): Unfold {
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
    if (said.length === 0) return [turn('', '', row.raw)];
    return said.map(([side, text], place) => turn(side, text, place === 0 ? row.raw : ''));
  };
}

/** Whether the same few words come again and again, as names do. */
function repeat(cells: readonly string[]): boolean {
  return cells.length >= leastRepeated && new Set(cells).size * 2 <= cells.length;
}

/** Whether cells hold what people say, and no names: several words, or the marks of sentences. */
function areTalk(cells: readonly string[]): boolean {
  const words = cells.reduce((sum, cell) => {
    const han = cell.match(/\p{Script=Han}/gu)?.length ?? 0;
    return sum + han * hanWord + (cell.match(/[^\s\p{Script=Han}]+/gu)?.length ?? 0);
  }, 0);
  const marked = cells.filter((cell) => /[,?!，。？！、…]|\.$/u.test(cell)).length;
  return cells.length > 0 && (words >= leastWords * cells.length || marked * 3 >= cells.length);
}
