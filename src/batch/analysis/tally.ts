/** Counts of the calls of one group. */
import type { Group } from '../../result/analysis.ts';
import { gravestVerdict } from '../../result/gravest-verdict.ts';
import type { CallRecord } from '../../result/record.ts';
import { proportion } from './proportion.ts';
import { addScore, noSpread, type Spread } from './spread.ts';

export interface Tally {
  calls: number;
  readonly spread: Spread;
  /** Calls with a verdict, and those in which any was upheld. */
  judged: number;
  upheld: number;
  fatal: number;
  critical: number;
  /** By criterion, in the pack's order. */
  readonly met: Uint32Array;
  readonly notMet: Uint32Array;
}

export function noTally(criteria: number): Tally {
  return {
    calls: 0,
    spread: noSpread(),
    judged: 0,
    upheld: 0,
    fatal: 0,
    critical: 0,
    met: new Uint32Array(criteria),
    notMet: new Uint32Array(criteria),
  };
}

/** Adds a call to a tally. */
export function addToTally(tally: Tally, record: CallRecord): void {
  tally.calls += 1;
  addScore(tally.spread, record.total);
  const verdict = gravestVerdict(record.verdicts)?.verdict;
  if (verdict !== undefined) tally.judged += 1;
  if (verdict === 'upheld') tally.upheld += 1;
  if (record.findings.some(({ severity }) => severity === 'fatal')) tally.fatal += 1;
  if (record.findings.some(({ severity }) => severity === 'critical')) tally.critical += 1;
  for (let index = 0; index < record.outcomes.length; index++) {
    const letter = record.outcomes[index];
    if (letter === 'm') tally.met[index]! += 1;
    else if (letter === 'n') tally.notMet[index]! += 1;
  }
}

/** The criteria of the scorecard that a group met least: most often not met first, then in the pack's order. */
export function commonest(
  { met, notMet }: Tally,
  criteria: readonly { readonly id: string; readonly scored: boolean }[],
  most: number,
): Group['findings'] {
  return criteria
    .flatMap(({ id, scored }, index) =>
      scored && notMet[index]! > 0
        ? [{ criterion: id, ...proportion(notMet[index]!, notMet[index]! + met[index]!) }]
        : [],
    )
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
}
