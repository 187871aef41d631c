/** What a look at a pack finds: a code, how bad it is, and where. */
import type { Origin } from '../../pack/model/origin.ts';
import type { Words } from '../../result/result.ts';

/** `error`: it can never do anything; `warning`: it probably is not meant; `note`: worth a look. */
export const severities = ['error', 'warning', 'note'] as const;
export type ProblemSeverity = (typeof severities)[number];

/** Stable codes. */
export type ProblemCode =
  | 'duplicate-phrase'
  | 'swallowed-phrase'
  | 'contained-phrase'
  | 'excepted-phrase'
  | 'weak-anchor'
  | 'figure-for-gap'
  | 'double-deduction'
  | 'unused-moment'
  | 'unused-list'
  | 'few-examples'
  | 'missing-language'
  | 'missing-say'
  | 'untranslated';

export interface Problem {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  readonly origin: Origin;
  readonly message: Words;
  readonly hint: Words;
}
