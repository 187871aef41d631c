/** A table in Markdown. */
import { markdownText } from './markdown-text.ts';

/** The table of unescaped cells, without a final line break. */
export function markdownTable(
  columns: readonly { readonly heading: string; readonly align?: 'left' | 'right' }[],
  rows: readonly (readonly string[])[],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ heading }) => markdownText(heading))),
    line(columns.map(({ align }) => (align === 'right' ? '--:' : ':--'))),
    ...rows.map((row) => line(row.map(markdownText))),
  ].join('\n');
}
