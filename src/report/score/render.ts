/** Renders a batch that is all at hand. */
import type { BatchResult } from '../../result/result.ts';
import type { ReportOptions } from '../options.ts';
import { scoreFormats, type ScoreFormat } from './formats.ts';

/** The report of a batch in a format: calls first, then what could not be read, with the final line break. */
export function renderScore(format: ScoreFormat, batch: BatchResult, options: ReportOptions): string {
  const reporter = scoreFormats[format];
  if (reporter.kind === 'whole') return reporter.render(batch, options);
  const rows = [...batch.results, ...batch.errors].map((result) => reporter.row(result, options));
  return reporter.header + rows.join('');
}
