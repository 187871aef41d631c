/** The one verdict that stands for a call with several allegations. */
import type { VerdictResult } from './result.ts';

const gravestFirst = ['upheld', 'partly-upheld', 'insufficient-evidence', 'not-upheld'] as const;

/**
 * The gravest of the verdicts on a call: upheld, then partly upheld, then insufficient evidence, then not upheld; of
 * equals the first, which is preferred for being named first and for nothing else. Undefined where there is none. So a
 * call is counted once, and as the same whatever the order of its allegations.
 */
export function gravestVerdict<One extends Pick<VerdictResult, 'verdict'>>(
  verdicts: readonly One[],
): One | undefined {
  if (verdicts.length < 2) return verdicts[0];
  for (const kind of gravestFirst) {
    const found = verdicts.find(({ verdict }) => verdict === kind);
    if (found !== undefined) return found;
  }
  return undefined;
}
