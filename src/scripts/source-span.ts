/** Where a span of a piece's text stands in its source. */
import type { ScriptPiece } from './document.ts';

/**
 * The source's span of `text.slice(start, end)`, in UTF-16 offsets of the source (of the cell, for a workbook): from
 * where its first code unit begins to where its last one ends, so that markup before and behind it stays out.
 */
export function sourceSpan(
  { offsets, widths }: Pick<ScriptPiece, 'offsets' | 'widths'>,
  start: number,
  end: number,
): readonly [start: number, end: number] {
  const from = offsets[start]!;
  return end <= start ? [from, from] : [from, offsets[end - 1]! + (widths?.get(end - 1) ?? 1)];
}
