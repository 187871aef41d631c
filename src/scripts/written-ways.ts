/** How a text is written in the formats of scripts. */
import type { ScriptDocument, StringForm } from './document.ts';

/** A text as a string's form demands it, plain first. */
export function writtenWays(
  text: string,
  form: StringForm | undefined,
  format: ScriptDocument['format'],
): readonly string[] {
  switch (form) {
    case 'json':
    case 'yaml-double':
      return [JSON.stringify(text).slice(1, -1)];
    case 'yaml-single':
      return [text.replaceAll("'", "''")];
    case 'csv-quoted':
      return [text.replaceAll('"', '""')];
    case 'csv-bare':
    case 'yaml-plain':
      // `quotedWays` are the others.
      return [text];
    case 'yaml-literal':
    case 'yaml-folded':
      return [text];
    case undefined: {
      const escaped = text.replaceAll(/[\\`*_[\]<>|#&~]/gu, String.raw`\$&`);
      return format === 'markdown' && escaped !== text ? [text, escaped] : [text];
    }
  }
}

/** One string of a source, put in quotes for the sake of what is to stand in it. */
export interface QuotedWay {
  /** The whole string, in offsets of the source. */
  readonly span: readonly [start: number, end: number];
  readonly sign: '"' | "'";
  /** As the text is written between them. */
  readonly written: string;
}

/**
 * The ways to put a text into a string that has no quotes, by giving it some; none where it needs none. What ends a
 * string is a guess, the likeliest first: reading it again shows which is right.
 * @param span of the string's own words in the source; before them there may be a label, and blanks around.
 * @returns also whether it may well stand there as it is said.
 */
export function quotedWays(
  text: string,
  form: StringForm | undefined,
  source: string,
  span: readonly [start: number, end: number],
): { readonly ways: readonly QuotedWay[]; readonly isLast: boolean } {
  if (form === 'csv-bare' && !isWrittenAsSaid(text, form, 'csv')) {
    const delimiters = delimitersOf(source);
    const ways = delimiters.flatMap((delimiter) => quotedCell(text, source, span, delimiter));
    return { ways, isLast: !text.includes(delimiters[0]!) && !text.includes('"') };
  }
  if (form !== 'yaml-plain' || isWrittenAsSaid(text, form, 'yaml')) return { ways: [], isLast: true };
  const [start, end] = span;
  // What a plain string may stand behind; a label of its own belongs to it.
  const opener =
    /^[\s\S]*(?:[\r\n][ \t]*|[[{,][ \t]*|[-:?][ \t]+)/u.exec(source.slice(0, start))?.[0].length ?? 0;
  const old = source.slice(opener, end);
  const isFlow = /[[{,]\s*(?:[^\r\n:,[{]*:[ \t]+)?$/u.test(source.slice(0, opener));
  const ways: readonly QuotedWay[] = !/["\\]/u.test(old)
    ? [{ span: [opener, end], sign: '"', written: JSON.stringify(text).slice(1, -1) }]
    : old.includes("'")
      ? []
      : [{ span: [opener, end], sign: "'", written: text.replaceAll("'", "''") }];
  return { ways, isLast: !isFlow };
}

/** What may part the cells of a CSV, the likeliest first: what its first line has most of. */
function delimitersOf(source: string): readonly string[] {
  const [first = ''] = /^[^\r\n]*/u.exec(source) ?? [];
  const count = (sign: string): number => first.split(sign).length;
  return [',', ';', '\t', '|'].toSorted((a, b) => count(b) - count(a));
}

function quotedCell(
  text: string,
  source: string,
  [start, end]: readonly [number, number],
  delimiter: string,
): readonly QuotedWay[] {
  const lineStart = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
  const lineEnd = end + /^[^\r\n]*/u.exec(source.slice(end))![0].length;
  const from = start === 0 ? 0 : Math.max(lineStart, source.lastIndexOf(delimiter, start - 1) + 1);
  const next = source.indexOf(delimiter, end);
  const until = next < 0 ? lineEnd : Math.min(next, lineEnd);
  if (source.slice(from, until).includes('"')) return [];
  return [{ span: [from, until], sign: '"', written: text.replaceAll('"', '""') }];
}

/** What ends a plain string of YAML, begins anything else there, or is a sign that it may hold only in some places. */
const notPlainYaml = /: |:$| #|^[-?:,[\]{}#&*!|>'"%@`\s]|\s$|[,[\]{}]/u;

/** Whether a text can stand there as it is said, whatever stands around it. */
export function isWrittenAsSaid(
  text: string,
  form: StringForm | undefined,
  format: ScriptDocument['format'],
): boolean {
  if (form === 'yaml-plain' && notPlainYaml.test(text)) return false;
  if (form === 'csv-bare' && /[",;\t\r\n]/u.test(text)) return false;
  const ways = writtenWays(text, form, format);
  return ways.length === 1 && ways[0] === text;
}
