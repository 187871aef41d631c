/** What a form of lint's report is: a report in, a text out. */
import type { ChalkInstance } from 'chalk';
import type { LintProblem, LintReport } from '../../result/lint-result.ts';
import type { ReportLanguage } from '../../result/result.ts';

export interface LintOptions {
  readonly language: ReportLanguage;
  /** Columns of the terminal; `Infinity` where lines may be as long as they like. */
  readonly width: number;
  /** Of level 0 where no colours are wanted. */
  readonly chalk: ChalkInstance;
}

export type LintReporter = (report: LintReport, options: LintOptions) => string;

/** Where a problem stands within its file, as people read it: `12:5`, or `Sheet1!B7` in a workbook. */
export function placeOf({ start, place }: LintProblem): string {
  return place === undefined ? `${start.line}:${start.column}` : `${place.sheet}!${place.cell}`;
}
