/** What came up while a batch was read and scored, as standard error shows it. */
import { failureOf } from '../batch/failure-data.ts';
import type { Heard } from '../batch/unit.ts';
import { complaint } from './complain.ts';

/** @param complains whether errors are told; else the report itself has them. Empty where there is nothing to tell. */
export function heardText(heard: Heard, complains: boolean): string {
  switch (heard.level) {
    case 'verbose':
      return `${heard.line}\n`;
    case 'warning':
      return complaint(failureOf(heard.failure), 'warning');
    case 'error':
      return complains
        ? complaint(failureOf(heard.failure)) + (heard.stack === undefined ? '' : `${heard.stack}\n`)
        : '';
    default:
      return heard satisfies never;
  }
}
