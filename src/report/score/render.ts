/** Renders a batch that is all at hand. */
import type { BatchResult } from '../../result/result.ts';
import type { ReportOptions } from '../options.ts';
import { scoreFormats } from './formats.ts';
import type { ScoreFormat } from './load-format.ts';

/** The report of a batch in a format: calls first, then what could not be read, with the final line break. */
export function renderScore(format: ScoreFormat, batch: BatchResult, options: ReportOptions): string {
  const reporter = scoreFormats[format];
  if (reporter.kind === 'book') throw new TypeError(`${format} is made of records`);
  const { results, errors, totals } = batch;
  if (reporter.kind === 'whole') {
    const rows = results.map((result) => reporter.keep(result, options));
    return reporter.render({ rows, errors, totals }, options);
  }
  const rows = [...results, ...(reporter.errorsLast ? [] : errors)].map((one) => reporter.row(one, options));
  const footer = reporter.footer?.(rows.length, errors, totals) ?? '';
  return reporter.header + rows.join(reporter.separator) + footer;
}
