/** The lines of a source: offsets to lines and columns and back. */
import type { Position } from './document.ts';

export interface LineTable {
  /** The place of an offset; line and column are 1-based, columns in UTF-16 code units. */
  readonly positionAt: (offset: number) => Position;
  /** The 1-based line of an offset. */
  readonly lineAt: (offset: number) => number;
  /** Where a 1-based line begins; the end of the source for one that it has not. */
  readonly startOf: (line: number) => number;
  readonly count: number;
}

/** Lines end at LF, CRLF or CR. */
export function lineTable(source: string): LineTable {
  const starts = [0];
  for (let at = 0; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x0a || (code === 0x0d && source.charCodeAt(at + 1) !== 0x0a)) starts.push(at + 1);
  }
  const lineAt = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };
  return {
    lineAt,
    positionAt: (offset) => {
      const line = lineAt(offset);
      return { line, column: offset - starts[line - 1]! + 1 };
    },
    startOf: (line) => starts[line - 1] ?? source.length,
    count: starts.length,
  };
}
