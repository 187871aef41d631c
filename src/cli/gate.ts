/** The gate: whether results pass what `--fail-under` and `--fail-on` ask. */
import { findingsOf } from '../result/findings.ts';
import type { CallResult } from '../result/result.ts';
import type { GateFlags } from './options.ts';

/** What of results a gate looks at. */
export interface GateFacts {
  /** The lowest total; null where there is none. */
  readonly lowest: number | null;
  /** The severities of findings and the verdicts that came up. */
  readonly seen: ReadonlySet<string>;
}

/** True where the result is good enough. */
export function passesGate({ score, ...result }: CallResult, flags: GateFlags): boolean {
  const severities = findingsOf({ score, ...result }).map(({ severity }) => severity);
  const verdicts = result.verdicts.map(({ verdict }) => verdict);
  return allPass({ lowest: score.total, seen: new Set([...severities, ...verdicts]) }, flags);
}

/** True where each of many results is. A call without a score cannot fall under one. */
export function allPass({ lowest, seen }: GateFacts, { failUnder, failOn = [] }: GateFlags): boolean {
  if (failUnder !== undefined && lowest !== null && lowest < failUnder) return false;
  return !failOn.some((word) => seen.has(word));
}
