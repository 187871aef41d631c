/** `score --format xlsx`: a workbook. */
import type { BookReporter } from './reporter.ts';

export const xlsx: BookReporter = {
  kind: 'book',
  quotes: true,
  render: async (report, options) => {
    const { batchXlsx } = await import('../summary/xlsx/workbook.ts');
    return batchXlsx(report, options);
  },
};
