/** The total of sections. */
import { roundHalfUp } from './rounding.ts';

/** What the criteria of a section come to, before any rounding. */
export interface SectionSum {
  readonly weight: number;
  readonly earned: number;
  readonly possible: number;
}

export const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);

/** The mean of the sections in which anything was possible, by their weights: 0 to 100, one decimal; null without one. */
export function totalOf(sections: readonly SectionSum[]): number | null {
  const judged = sections.filter(({ possible, weight }) => possible > 0 && weight > 0);
  if (judged.length === 0) return null;
  const earned = sum(judged.map(({ weight, earned, possible }) => (weight * earned) / possible));
  return roundHalfUp((100 * earned) / sum(judged.map(({ weight }) => weight)), 1);
}
