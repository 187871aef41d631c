/** Decides by content what a file is; its name only breaks a tie. */
import { delimiterOf, mapColumns } from './columns.ts';
import { opensFrontMatter } from './front-matter.ts';
import type { LabelReader } from './labels.ts';
import { cutLine } from './lines.ts';
import type { OwnFormat } from './input-format.ts';
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
  const delimiter = delimiterOf(first);
  const titles = (sign: string) => first.split(sign).map((title) => title.trim().replace(/^"(.*)"$/u, '$1'));
  if (delimiter !== undefined && titles(delimiter).some((title) => Object.values(columns).includes(title))) {
    return { format: 'csv', reason: 'its first line holds a header that --columns names' };
  }
  if (delimiter !== undefined && mapColumns(titles(delimiter), {}, file) !== undefined) {
    return { format: 'csv', reason: 'its first line names columns for speaker and text' };
  }
  const isLabelled = lines.some(
    (line) => cutLine(line, (label) => labelOf(label) !== undefined, labelOf).label !== undefined,
  );
  if (isLabelled) return { format: 'text', reason: 'its lines carry speaker labels' };
  if (extension === 'csv' || extension === 'tsv')
    return { format: 'csv', reason: `it is named .${extension}` };
  if (extension === 'vtt' || extension === 'srt')
    return { format: extension, reason: `it is named .${extension}` };
  if (extension === 'json') return { format: 'json', reason: 'it is named .json' };
  if (extension === 'jsonl' || extension === 'ndjson')
    return { format: 'jsonl', reason: `it is named .${extension}` };
  return { format: 'text', reason: 'nothing says that it is anything but text' };
}
