/** A transcript that was put into one cell of a table: its lines, and whether it is one at all. */
import { couldBeLabel } from './label-looks.ts';
import type { LabelReader } from './labels.ts';
import { cutLine, type IsLabel } from './lines.ts';

/** What exports write for a line break in a cell. */
const breaks = /\s*(?:<br\s*\/?>|\\r\\n|\\n|\|{1,2}|¶)\s*/giu;
/** What may stand before a colon: the last word or two, or Han characters. */
const beforeColon = /(?:^|[\s,.;!?])(\p{L}[\p{L}\d]*(?: \p{L}[\p{L}\d]*)?)$|(\p{Script=Han}{2,6}\d{0,6})$/u;

/** Where known labels with a colon begin in a line. */
function labelStarts(line: string, labelOf: LabelReader): readonly number[] {
  const starts: number[] = [];
  for (const { index } of line.matchAll(/[:：]/gu)) {
    const written = beforeColon.exec(line.slice(Math.max(0, index - 40), index));
    if (written === null) continue;
    const words = written[1]?.split(' ') ?? Array.from(written[2]!);
    const joint = written[1] === undefined ? '' : ' ';
    // The longest known label that ends here: 您好客户 ends in 客户.
    for (let from = 0; from < words.length; from++) {
      const label = words.slice(from).join(joint);
      if (labelOf(label) === undefined) continue;
      starts.push(index - label.length);
      break;
    }
  }
  return starts;
}

/**
 * A cell's text with a line a turn: as it stands where it has lines, else cut where an export put another sign for a line
 * break, or where labels that are known stand in the running text, the first of them at its beginning.
 */
export function cellLines(cell: string, labelOf: LabelReader): string {
  const text = cell.trim();
  if (/[\r\n]/u.test(text)) return text;
  const broken = text.replaceAll(breaks, '\n');
  if (broken.includes('\n') && isLabelled(broken, labelOf)) return broken;
  const starts = labelStarts(text, labelOf);
  if (starts.length < 2 || starts[0] !== 0) return text;
  return starts.map((start, index) => text.slice(start, starts[index + 1]).trim()).join('\n');
}

function isLabelled(text: string, labelOf: LabelReader): boolean {
  const known: IsLabel = (label) => labelOf(label) !== undefined;
  const possible: IsLabel = (label) => known(label) || couldBeLabel(label);
  let sure = 0;
  let labelled = 0;
  let filled = 0;
  for (const line of text.split(/\r\n|\r|\n/u, 50)) {
    if (line.trim() === '') continue;
    filled++;
    if (cutLine(line, possible, labelOf).label === undefined) continue;
    labelled++;
    if (cutLine(line, known, labelOf).label !== undefined) sure++;
  }
  return sure > 1 || (labelled > 1 && labelled * 2 > filled);
}

/** True for a cell that holds a transcript: JSON with objects, subtitles, or lines with labels. */
export function holdsTranscript(cell: string, labelOf: LabelReader): boolean {
  const text = cell.trim();
  return (
    /^(?:\[\s*\{|\{\s*")/u.test(text) ||
    /^(?:WEBVTT\b|(?:\d+\s+)?[\d:.,]+\s*-->)/u.test(text) ||
    isLabelled(cellLines(text, labelOf), labelOf)
  );
}
