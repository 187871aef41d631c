/** A share of a whole as an analysis gives it. */
import type { Proportion } from '../../result/analysis.ts';
import { shareOf } from '../../result/estimate.ts';

/** The share with its 95 % Wilson interval; both null where `of` is 0. */
export function proportion(count: number, of: number): Proportion {
  return { count, of, ...shareOf(count, of) };
}
