/** HTML comments, as Markdown and plain text hold them. */
import type { ScriptComment } from '../document.ts';
import type { LineTable } from '../line-table.ts';

/** The comments of a part of a source that begins at `at`. */
export function htmlComments(part: string, at: number, lines: LineTable): readonly ScriptComment[] {
  return [...part.matchAll(/<!--([\s\S]*?)-->/gu)].map((found) => {
    const start = at + found.index;
    return { text: found[1]!.trim(), start, end: start + found[0].length, line: lines.lineAt(start) };
  });
}
