/** Why a person has the last word on a call, and in which order such calls come. */
import type { SignOffReason } from './analysis.ts';
import type { CriterionResult, VerdictResult } from './result.ts';

/** What of a call decides it. */
export interface Judged {
  /** Of the criteria that were not met. */
  readonly findings: readonly { readonly severity: CriterionResult['severity'] }[];
  readonly verdicts: readonly Pick<VerdictResult, 'source' | 'verdict' | 'reason'>[];
  readonly review: readonly string[];
}

/** Whether the evidence of a call is fragile: words or sides that are not sure, or a fatal finding that rests on such. */
export function isUncertain({ review, verdicts }: Omit<Judged, 'findings'>): boolean {
  return (
    review.length > 0 ||
    verdicts.some(({ reason }) => reason === 'speakers-unsure' || reason === 'words-unsure')
  );
}

/** Whether somebody waits for a verdict that the transcript cannot give. */
function isUndecided({ source, verdict }: Judged['verdicts'][number]): boolean {
  return source === 'filed' && verdict === 'insufficient-evidence';
}

/** Why a person has to sign a call off; empty where nobody has to. */
export function signOffReasons(judged: Judged): readonly SignOffReason[] {
  return [
    ...(judged.findings.some(({ severity }) => severity === 'fatal') ? (['fatal'] as const) : []),
    ...(judged.verdicts.some(({ verdict }) => verdict === 'upheld') ? (['upheld'] as const) : []),
    ...(judged.verdicts.some(isUndecided) ? (['undecided'] as const) : []),
    ...(isUncertain(judged) ? (['uncertain'] as const) : []),
  ];
}

interface Queued {
  /** Of the call. */
  readonly number: number;
  readonly total: number | null;
  readonly reasons: readonly SignOffReason[];
}

/** Fatal ones first, then upheld ones, then undecided ones, then by score and by number. */
export function compareSignOffs(a: Queued, b: Queued): number {
  const has = ({ reasons }: Queued, reason: SignOffReason): number => Number(reasons.includes(reason));
  return (
    has(b, 'fatal') - has(a, 'fatal') ||
    has(b, 'upheld') - has(a, 'upheld') ||
    has(b, 'undecided') - has(a, 'undecided') ||
    (a.total ?? 101) - (b.total ?? 101) ||
    a.number - b.number
  );
}
