/** Directives in `#` comments, as front matter holds them. */
import type { ScriptComment } from '../document.ts';
import type { LineTable } from '../line-table.ts';

/** The `# callqa-…` comments of a part of a source that begins at `at`. */
export function hashComments(part: string, at: number, lines: LineTable): readonly ScriptComment[] {
  return [...part.matchAll(/(?<=^|[ \t])#[ \t]*(callqa-[^\r\n]*)/gmu)].map((found) => {
    const start = at + found.index;
    return { text: found[1]!.trim(), start, end: start + found[0].length, line: lines.lineAt(start) };
  });
}
