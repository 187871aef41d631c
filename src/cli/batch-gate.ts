/** What a gate over a batch says on standard error. */
import type { GateFigure } from '../batch/analysis/gate.ts';

/** A line for each figure that did not pass; empty where all did. */
export function gateComplaints(figures: readonly GateFigure[]): string {
  return figures
    .filter(({ passed }) => !passed)
    .map(({ rule, value, count, of }) => {
      const found =
        count === undefined || of === undefined
          ? value!.toFixed(1)
          : `${value!.toFixed(1)}% (${count} of ${of})`;
      return `gate not passed: ${rule.written} was asked, and it is ${found}\n`;
    })
    .join('');
}
