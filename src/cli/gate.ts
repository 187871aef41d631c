/** What the gate of each call (`--fail-under`, `--fail-on`) says on standard error. */
import type { CallGate, Missed } from '../batch/call-gate.ts';
import { visible } from '../report/visible.ts';

/** The calls that a gate was asked of. */
export interface GatedCalls {
  readonly calls: number;
  /** Those with a score. */
  readonly scored: number;
  readonly missed: readonly Missed[];
}

/** How a gate stands, and what is to be said of it; empty where there is nothing to say. */
export interface GateTold {
  readonly passed: boolean;
  readonly told: string;
}

/**
 * Whether calls pass what is asked of each: a line for each condition that some do not come up to, with the first of them.
 * Calls without a score are named where a score was asked; where none has one, there was nothing to measure, and the gate
 * is not passed.
 *
 * @param configured the options that nobody gave, since a config did
 */
export function tellGate(
  { calls, scored, missed }: GatedCalls,
  { failUnder, failOn = [] }: CallGate,
  configured: readonly string[] = [],
): GateTold {
  const saidAs = (name: string, option: string): string =>
    configured.includes(name) ? `${option} of the config` : `--${option}`;
  const lines: string[] = [];
  const refuse = (asked: string, found: string): void =>
    void lines.push(`gate not passed: ${asked} was asked, and ${found}\n`);
  const missedOn = (condition: Missed['condition']): Missed | undefined =>
    missed.find((one) => one.condition === condition);
  let note = '';
  if (failUnder !== undefined) {
    const asked = saidAs('failUnder', `fail-under ${failUnder}`);
    const under = missedOn('fail-under');
    if (under !== undefined) refuse(asked, `${countOf(under, calls, 'scores', 'score')} less${idsOf(under)}`);
    const unscored = calls - scored;
    if (unscored > 0 && scored === 0) refuse(asked, 'no call has a score');
    else if (unscored > 0)
      note = `gate: ${asked} says nothing of ${countIn(unscored, calls)} without a score\n`;
  }
  for (const word of new Set(failOn)) {
    const seen = missedOn(word);
    if (seen !== undefined)
      refuse(saidAs('failOn', `fail-on ${word}`), `${countOf(seen, calls, 'has', 'have')} it${idsOf(seen)}`);
  }
  return { passed: lines.length === 0, told: lines.join('') + note };
}

function countIn(count: number, of: number): string {
  return `${count} ${count === 1 ? 'call' : 'calls'} of ${of}`;
}

function countOf({ calls }: Missed, of: number, one: string, many: string): string {
  return `${countIn(calls, of)} ${calls === 1 ? one : many}`;
}

/** `: c1, c2, c3 and 9 more` */
function idsOf({ calls, first }: Missed): string {
  const ids = first.map(visible).join(', ');
  return `: ${ids}${calls > first.length ? ` and ${calls - first.length} more` : ''}`;
}
