/** The frame of each page on many calls. */
import { framed, type Frame } from '../../html/frame.ts';
import type { ReportOptions } from '../../options.ts';
import type { BatchReport } from '../report.ts';
import { style } from './style.ts';

/** A page as an HTML document, with its final line break. */
export function batchPage(
  { pack, tool }: BatchReport,
  { language }: ReportOptions,
  page: Pick<Frame, 'heading' | 'remark' | 'contents' | 'body'>,
): string {
  return framed({
    ...page,
    title: page.heading,
    language,
    style,
    foot: `${pack.id} ${pack.version} · ${tool}`,
  });
}
