/** What a gate over a batch says on standard error. */
import type { GateFigure } from '../batch/analysis/gate.ts';
import type { GateTold } from './gate.ts';

/** A line for each figure that did not pass, and for each that passed on little or nothing; empty where all is well. */
export function tellBatchGate(figures: readonly GateFigure[]): GateTold {
  return {
    passed: figures.every(({ passed }) => passed),
    told: figures.map(lineOf).join(''),
  };
}

function lineOf(figure: GateFigure): string {
  const { rule, passed, value, of, notEvaluated = 0 } = figure;
  if (!passed)
    return `gate not passed: ${rule.written} was asked, and ${value === null ? nothingIn(figure) : `it is ${foundIn(figure)}`}\n`;
  if (value === null) return `gate: ${rule.written} holds of nothing: it applied in no call\n`;
  return notEvaluated > of
    ? `gate: ${rule.written} was measured in ${callsOf(of)}, and could not be in ${notEvaluated}\n`
    : '';
}

function nothingIn({ rule: { figure }, notEvaluated = 0 }: GateFigure): string {
  if (figure === 'mean') return 'no call has a score';
  if ('verdict' in figure) return 'no call has a verdict';
  return notEvaluated === 0
    ? 'there is no call'
    : `it was not measured in any call: ${callsOf(notEvaluated)} could not tell`;
}

function foundIn({ value, count, of }: GateFigure): string {
  return count === undefined ? value!.toFixed(1) : `${value!.toFixed(1)}% (${count} of ${of})`;
}

function callsOf(count: number): string {
  return `${count} ${count === 1 ? 'call' : 'calls'}`;
}
