/** Whether a finding rests on words that were surely heard. */
import type { Call } from '../call/call.ts';
import type { Moment } from '../detect/moment.ts';
import type { Outcome } from '../judge/outcome.ts';
import type { Criterion } from '../pack/model/criterion.ts';

/** Under this a recogniser's words are no ground to fail a whole call on; 0 to 1. */
const leastConfidence = 0.5;

/**
 * Whether a finding rests on words well enough heard to fail the whole call: for something forbidden one such moment
 * is enough; everything else, an absence too, needs all of its words.
 */
export function restsOnSureWords(outcome: Outcome, { form }: Criterion, { turns }: Call): boolean {
  const heard = (turn: number): boolean => (turns[turn]?.confidence ?? 1) >= leastConfidence;
  const sure = ({ parts }: Moment): boolean => parts.every(({ turn }) => heard(turn));
  const { evidence, searched } = outcome;
  // One without words is supposed, not heard: what would be, were they said.
  if (form === 'forbid') return evidence.length === 0 || evidence.some(sure);
  const from = searched?.from ?? 0;
  const searchedTurns = searched === undefined ? 0 : searched.to - from + 1;
  return evidence.every(sure) && Array.from({ length: searchedTurns }, (_, n) => from + n).every(heard);
}
