/** The gate: whether a result passes what `--fail-under` and `--fail-on` ask. */
import { findingsOf } from '../result/findings.ts';
import type { CallResult } from '../result/result.ts';
import type { GateFlags } from './options.ts';

/** True where the result is good enough. A call without a score cannot fall under one. */
export function passesGate(result: CallResult, { failUnder, failOn = [] }: GateFlags): boolean {
  const { total } = result.score;
  if (failUnder !== undefined && total !== null && total < failUnder) return false;
  const severities = new Set<string>(findingsOf(result).map(({ severity }) => severity));
  const verdicts = new Set<string>(result.verdicts.map(({ verdict }) => verdict));
  return !failOn.some((word) => severities.has(word) || verdicts.has(word));
}
