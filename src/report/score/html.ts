/** `score --format html`: one page for a browser. */
import type { BookReporter } from './reporter.ts';

export const html: BookReporter = {
  kind: 'book',
  quotes: false,
  render: async (report, options) => {
    // Drawing is loaded where something is drawn.
    const { batchHtml } = await import('../summary/html/page.ts');
    return batchHtml(report, options);
  },
};
