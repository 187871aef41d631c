/** `score --format json`: one document, `{results, errors, totals}`, written as it comes. */
import { jsonText } from '../json-text.ts';
import type { RowReporter } from './reporter.ts';

/** A value as JSON, as it stands so many columns deep in a document. */
function nested(value: unknown, columns: number): string {
  return jsonText(value, 2).replaceAll('\n', `\n${' '.repeat(columns)}`);
}

export const json: RowReporter = {
  kind: 'rows',
  header: '{\n  "results": [',
  separator: ',',
  errorsLast: true,
  row: (result) => `\n    ${nested(result, 4)}`,
  footer: (rows, errors, totals) =>
    `${rows === 0 ? '' : '\n  '}],\n  "errors": ${nested(errors, 2)},\n  "totals": ${nested(totals, 2)}\n}\n`,
};
