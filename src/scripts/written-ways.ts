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
    case 'yaml-literal':
    case 'yaml-folded':
      return [text];
    case undefined: {
      const escaped = text.replaceAll(/[\\`*_[\]<>|#&~]/gu, String.raw`\$&`);
      return format === 'markdown' && escaped !== text ? [text, escaped] : [text];
    }
  }
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
