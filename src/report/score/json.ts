/** `score --format json`: one document. */
import { jsonText } from '../json-text.ts';
import type { WholeReporter } from './reporter.ts';

export const json: WholeReporter = {
  kind: 'whole',
  render: (batch) => `${jsonText(batch, 2)}\n`,
};
