/** Makes problems of what was found in a document: where it stands in the source, and on which words. */
import type { LintFix } from '../result/lint-result.ts';
import type { Words } from '../result/result.ts';
import { clauseAround } from './clause.ts';
import type { LintProblem, Script, ScriptDocument, ScriptPiece } from './document.ts';
import { fingerprintOf } from './fingerprint.ts';
import { lineTable } from './line-table.ts';
import type { Replacement } from './replacement.ts';
import { sourceSpan } from './source-span.ts';
import { isWrittenAsSaid } from './written-ways.ts';

interface Details {
  readonly rule: string;
  readonly severity: LintProblem['severity'];
  readonly why: Words;
  readonly moment?: string;
  readonly say?: string | undefined;
  readonly replacement?: Replacement | undefined;
}

export interface ProblemMaker {
  /** A problem with `[start, end)` of a piece's text. */
  readonly inPiece: (piece: ScriptPiece, start: number, end: number, details: Details) => LintProblem;
  /** A problem with words of the source that nobody says, such as a heading; in a workbook, with those of a cell. */
  readonly inSource: (
    span: readonly [start: number, end: number],
    quote: string,
    details: Details,
    place?: ScriptPiece['place'],
  ) => LintProblem;
  /** A problem with a script as a whole, where it says what it is for, in a workbook on which sheet; `about` tells it from others there. */
  readonly ofScenario: (
    script: Script,
    sheet: string | undefined,
    details: Details & { readonly about: string },
  ) => LintProblem;
}

/** The maker for a document; its lines are counted when the first problem comes. */
export function problemMaker({ file, format, source }: ScriptDocument): ProblemMaker {
  let lines: ReturnType<typeof lineTable> | undefined;
  const table = () => (lines ??= lineTable(source));
  const positions = (place: ScriptPiece['place'], [from, until]: readonly [number, number]) => {
    if (place === undefined) {
      return { start: table().positionAt(from), end: table().positionAt(until) };
    }
    // A workbook has no lines: its rows and columns stand for them.
    const { row, column } = cellNumbers(place.cell);
    return { start: { line: row, column }, end: { line: row, column: column + 1 } };
  };
  const fixOf = (piece: ScriptPiece, { start, end, text }: Replacement): LintFix => {
    const span = sourceSpan(piece, start, end);
    const isPlain =
      source.slice(...span) === piece.text.slice(start, end) && isWrittenAsSaid(text, piece.form, format);
    return { span, text, ...(isPlain ? { region: positions(undefined, span) } : {}) };
  };
  return {
    inPiece: (piece, start, end, { rule, severity, why, moment, say, replacement }) => {
      const span = sourceSpan(piece, start, end);
      const [from, until] = clauseAround(piece.text, start, end);
      return {
        file,
        rule,
        severity,
        ...positions(piece.place, span),
        span,
        ...(piece.place === undefined ? {} : { place: piece.place }),
        quote: piece.text.slice(start, end),
        ...(moment === undefined ? {} : { moment }),
        why,
        ...(say === undefined ? {} : { say }),
        // A workbook is read and never written.
        ...(replacement === undefined ||
        piece.place !== undefined ||
        cutsTags(source.slice(...sourceSpan(piece, replacement.start, replacement.end)))
          ? {}
          : {
              fix: fixOf(piece, replacement),
            }),
        fingerprint: fingerprintOf(rule, piece.text.slice(from, until)),
      };
    },
    inSource: (span, quote, { rule, severity, why }, place) => ({
      file,
      rule,
      severity,
      ...positions(place, span),
      span,
      ...(place === undefined ? {} : { place }),
      quote,
      why,
      fingerprint: fingerprintOf(rule, quote),
    }),
    ofScenario: (
      { scenario = '', scenarioAt = { line: 1, column: 1 } },
      sheet,
      { rule, severity, why, say, about },
    ) => {
      const { line, column, sheet: own = sheet } = scenarioAt;
      const inWorkbook = format === 'xlsx';
      const from = inWorkbook ? 0 : table().startOf(line) + column - 1;
      return {
        file,
        rule,
        severity,
        start: { line, column },
        end: { line, column: column + (inWorkbook ? 1 : scenario.length) },
        span: [from, from + scenario.length],
        ...(inWorkbook && own !== undefined ? { place: { sheet: own, cell: cellName(line, column) } } : {}),
        quote: scenario,
        why,
        ...(say === undefined ? {} : { say }),
        fingerprint: fingerprintOf(rule, about),
      };
    },
  };
}

/** True for a part of a source that opens a tag of HTML and does not close it, or the other way: taken out, it would leave half. */
function cutsTags(written: string): boolean {
  if (!written.includes('<')) return false;
  const open = [...written.matchAll(/<[A-Za-z][^<>]*(?<!\/)>/gu)].length;
  const closed = [...written.matchAll(/<\/[A-Za-z][^<>]*>/gu)].length;
  const single = [...written.matchAll(/<(?:br|hr|img|wbr)\b[^<>]*(?<!\/)>/giu)].length;
  return open - single !== closed;
}

/** The row and the column of a cell such as `B7`, from 1. */
function cellNumbers(cell: string): { readonly row: number; readonly column: number } {
  const [, letters = 'A', row = '1'] = /^([A-Z]+)(\d+)$/u.exec(cell) ?? [];
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
  return { row: Number(row), column };
}

/** As a spreadsheet names it. */
function cellName(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
