/** Decides by content what a file is; its name only breaks a tie. */
import { delimiterOf, mapColumns, namesSpeaker } from './columns.ts';
import { tableHead } from './csv-rows.ts';
import { fieldOf } from './fields.ts';
import { opensFrontMatter } from './front-matter.ts';
import type { LabelReader } from './labels.ts';
import { columnsWithoutHeader } from './headerless.ts';
import { cutLine, type IsLabel } from './lines.ts';
import type { OwnFormat } from './input-format.ts';
import { sidesIn } from './side-columns.ts';
import { timingLine } from './cues.ts';

/** A format, and in one line why it was taken. */
export interface Sniffed {
  readonly format: OwnFormat;
  readonly reason: string;
}

/** True for a whole JSON object. */
function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/** Why a line is the header of a table of turns or of calls; undefined where it is none, or not certainly. */
function tableReason(
  header: string,
  delimiter: string | undefined,
  file: string,
  { columns, labelOf }: { readonly columns: Readonly<Record<string, string>>; readonly labelOf: LabelReader },
): string | undefined {
  if (delimiter === undefined) return undefined;
  const titles = header.split(delimiter).map((title) => title.trim().replace(/^"(.*)"$/u, '$1'));
  if (titles.some((title) => Object.values(columns).includes(title)))
    return 'its first line holds a header that --columns names';
  const known = mapColumns(titles, {}, file);
  if (known === undefined) {
    const sides = sidesIn(titles, labelOf);
    const isTable =
      sides !== undefined &&
      titles.every(
        (title, at) => at === sides.agent || at === sides.customer || fieldOf(title) !== undefined,
      );
    return isTable ? 'its first line names a column for each side' : undefined;
  }
  if (namesSpeaker(known)) return 'its first line names columns for speaker and text';
  const all = titles.every((title) => fieldOf(title) !== undefined);
  return all ? 'its first line names nothing but columns, one of them for text' : undefined;
}

/**
 * Decides what a text is.
 * @param head the text's beginning, with its first line whole.
 * @param whole whether `head` is all of it.
 * @param columns what the user said of a table's columns.
 */
export function sniff(
  head: string,
  whole: boolean,
  file: string,
  labelOf: LabelReader,
  columns: Readonly<Record<string, string>>,
): Sniffed {
  const extension = /\.([a-z]+)(?:\.gz)?$/iu.exec(file)?.[1]?.toLowerCase() ?? '';
  const text = head.trimStart();
  if (opensFrontMatter(head)) return { format: 'text', reason: 'it opens with front matter' };
  if (/^WEBVTT(?:[ \t\r\n]|$)/u.test(text)) return { format: 'vtt', reason: 'it opens with WEBVTT' };
  const lines = text.split(/\r\n|\r|\n/u, 200).filter((line) => line.trim() !== '');
  // The last line of a head may be cut.
  const isCut = !whole && lines.length > 1;
  if (isCut) lines.pop();
  const first = lines[0] ?? '';
  if (
    lines
      .slice(0, 2)
      .some((line, index) => timingLine.test(line) && (index === 0 || /^\s*\d+\s*$/u.test(first)))
  ) {
    return { format: 'srt', reason: 'it opens with the times of a subtitle' };
  }
  if (text.startsWith('{')) {
    const objects = lines.filter((line) => line.startsWith('{') && line.trimEnd().endsWith('}')).length;
    const named = extension === 'jsonl' || extension === 'ndjson';
    if ((isCut && isObject(first)) || (lines.length > 1 && (isObject(first) || objects > 1)))
      return { format: 'jsonl', reason: 'each line is a JSON object' };
    if (named && (lines.length === 1 || objects > 0)) {
      return { format: 'jsonl', reason: `it opens with a JSON object and is named .${extension}` };
    }
    return { format: 'json', reason: 'it opens with a JSON object' };
  }
  // Text may open with [00:01:12] or [hold], and a list of calls holds objects.
  if (/^\[\s*(?:[{\]]|$)/u.test(text)) return { format: 'json', reason: 'it opens with a JSON list' };
  const { head: header, said } = tableHead(text);
  const table = tableReason(header, said?.delimiter ?? delimiterOf(header), file, { columns, labelOf });
  if (table !== undefined) return { format: 'csv', reason: table };
  if (said !== undefined) return { format: 'csv', reason: 'its first line says how it is delimited' };
  const rows = lines.map((line) => ({ cells: line.split('\t') }));
  if (columnsWithoutHeader(rows, labelOf) !== undefined)
    return { format: 'csv', reason: 'tabs set off a column of speaker labels' };
  const isLabel: IsLabel = (label) => labelOf(label) !== undefined;
  // Of a table that holds transcripts in its cells, lines within a cell carry labels.
  const isTable = extension === 'csv' || extension === 'tsv';
  const isTitled = header.split(delimiterOf(header) ?? ',').some((title) => fieldOf(title) !== undefined);
  if (isTable && isTitled && cutLine(header, isLabel, labelOf).label === undefined)
    return { format: 'csv', reason: `its first line names columns and it is named .${extension}` };
  const isLabelled = lines.some((line) => cutLine(line, isLabel, labelOf).label !== undefined);
  if (isLabelled) return { format: 'text', reason: 'its lines carry speaker labels' };
  if (isTable) return { format: 'csv', reason: `it is named .${extension}` };
  if ((extension === 'vtt' || extension === 'srt') && lines.some((line) => line.includes('-->')))
    return { format: extension, reason: `it holds an arrow and is named .${extension}` };
  if (extension === 'json') return { format: 'json', reason: 'it is named .json' };
  if (extension === 'jsonl' || extension === 'ndjson')
    return { format: 'jsonl', reason: `it is named .${extension}` };
  return { format: 'text', reason: 'nothing says that it is anything but text' };
}
