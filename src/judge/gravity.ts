/** Gravity: the grade of severity of a complaint. */
import type { Detected } from '../detect/detected.ts';
import { compareMoments, type Moment } from '../detect/moment.ts';
import type { Pack } from '../pack/model.ts';
import type { GravityGrade } from '../pack/model/case-rules.ts';
import type { Outcome } from './outcome.ts';

/** A grade of the pack, and what makes it. */
export interface GradeFound {
  readonly id: string;
  /** In order; empty where a criterion makes it whose finding is an absence. */
  readonly evidence: readonly Moment[];
}

/** What was said that makes a grade: its moments, of whichever side, and its own phrases. */
export function saidFor({ id, moments: ids }: GravityGrade, { moments, marks }: Detected): readonly Moment[] {
  return [
    ...moments.filter((moment) => ids.includes(moment.id)),
    ...marks.filter((mark) => mark.id === `gravity/${id}`),
  ].toSorted(compareMoments);
}

/**
 * The gravest grade that anything makes: something said, or one of its criteria not met. Null where there is none.
 *
 * @param outcomes of the same call, by the same pack
 */
export function gravityOf(detected: Detected, outcomes: readonly Outcome[], pack: Pack): GradeFound | null {
  for (const grade of pack.gravity) {
    const said = saidFor(grade, detected);
    const findings = outcomes.filter(
      ({ criterion, outcome }) => outcome === 'not-met' && grade.criteria.includes(criterion),
    );
    if (said.length === 0 && findings.length === 0) continue;
    const evidence = new Set([...said, ...findings.flatMap((finding) => finding.evidence)]);
    return { id: grade.id, evidence: [...evidence].toSorted(compareMoments) };
  }
  return null;
}
