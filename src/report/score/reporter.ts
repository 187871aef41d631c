/** How a report of many calls is written: row by row as they come, or once all are there. */
import type { BatchResult, CallResult, ErrorResult } from '../../result/result.ts';
import type { ReportOptions } from '../options.ts';

/** Writes each call, or error, as soon as it is known. Strings come with their line ends. */
export interface RowReporter {
  readonly kind: 'rows';
  readonly header: string;
  row(result: CallResult | ErrorResult, options: ReportOptions): string;
}

/** Needs all results first. */
export interface WholeReporter {
  readonly kind: 'whole';
  render(batch: BatchResult, options: ReportOptions): string;
}

export type ScoreReporter = RowReporter | WholeReporter;
