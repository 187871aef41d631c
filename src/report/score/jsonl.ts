/** `score --format jsonl`: a line a call, or an error. */
import { jsonText } from '../json-text.ts';
import type { RowReporter } from './reporter.ts';

export const jsonl: RowReporter = {
  kind: 'rows',
  header: '',
  row: (result) => `${jsonText(result)}\n`,
};
