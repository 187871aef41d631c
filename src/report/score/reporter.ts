/** How a report of many calls is written: row by row as they come, or once all are there. */
import type { CallResult, ErrorResult, Totals } from '../../result/result.ts';
import type { ReportOptions } from '../options.ts';
import type { BatchReport } from '../summary/report.ts';
import type { CallRow } from './page.ts';

/** Writes each call, or error, as soon as it is known. Strings come with their line ends. */
export interface RowReporter {
  readonly kind: 'rows';
  readonly header: string;
  /** What stands between two rows. */
  readonly separator: string;
  /** Whether errors have no row and come in the footer. */
  readonly errorsLast: boolean;
  row(result: CallResult | ErrorResult, options: ReportOptions): string;
  /** What comes after the rows, of which there were so many. */
  footer?(rows: number, errors: readonly ErrorResult[], totals: Totals): string;
}

/** What is left of many calls once all are there. */
export interface KeptBatch {
  readonly rows: readonly CallRow[];
  readonly errors: readonly ErrorResult[];
  readonly totals: Totals;
}

/** Needs all calls first, and of each no more than a row. */
export interface WholeReporter {
  readonly kind: 'whole';
  keep(result: CallResult, options: ReportOptions): CallRow;
  render(batch: KeptBatch, options: ReportOptions): string;
}

/** Needs the analysis of all calls, and of each no more than it shows. */
export interface BookReporter {
  readonly kind: 'book';
  /** Whether it shows the words that findings rest on. */
  readonly quotes: boolean;
  render(report: BatchReport, options: ReportOptions): Promise<string | Uint8Array>;
}

export type ScoreReporter = RowReporter | WholeReporter | BookReporter;
