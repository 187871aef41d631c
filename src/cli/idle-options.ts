/** Options of `score` that have no say in the format that was asked for. */
import { Failure } from '../call/failure.ts';
import type { AnalysisFlags } from './analysis-options.ts';

/** A warning for each; what they ask for would be missed without a word. */
export function idleOptions({
  format,
  by,
  csv,
}: Pick<AnalysisFlags, 'by' | 'csv'> & { readonly format: string }): readonly Failure[] {
  const isRows = format === 'csv' || format === 'jsonl';
  return [
    ...(by !== undefined && isRows
      ? [
          idle(
            `--by ${by.join(', ')}`,
            `${format} has a row a call and sums nothing up`,
            'text, markdown, json, html or xlsx',
          ),
        ]
      : []),
    ...(csv === 'findings' && format !== 'csv'
      ? [idle('--csv findings', `the format is ${format}`, 'csv')]
      : []),
  ];
}

function idle(option: string, why: string, formats: string): Failure {
  return new Failure(`${option} has no effect: ${why}`, {
    code: 'option-without-effect',
    hint: `Say --format ${formats}.`,
  });
}
