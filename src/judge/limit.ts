/** The form `limit`: at most so many stretches with one of these moments. */
import type { Moment } from '../detect/moment.ts';
import type { LimitCriterion } from '../pack/model/criterion.ts';
import type { Outcome } from './outcome.ts';
import type { Scene } from './scene.ts';
import { comesUp, isUntested } from './window.ts';

/** Runs of the limited moments that nothing interrupted: no moment of `reset-by`, no other agent taking over. */
function runsOf(scene: Scene, { limit, resetBy }: LimitCriterion): readonly (readonly Moment[])[] {
  const runs: Moment[][] = [[]];
  let reached = 0;
  for (const moment of scene.momentsOf([...limit, ...resetBy])) {
    for (; reached < moment.stretch; reached++) if (scene.takesOver(reached + 1)) runs.push([]);
    // A moment that is in both lists resets first: it is then the first of its run.
    if (resetBy.includes(moment.id)) runs.push([]);
    if (limit.includes(moment.id)) runs.at(-1)?.push(moment);
  }
  return runs;
}

/**
 * Judges a `limit` criterion.
 *
 * - Counts stretches, not moments: "sorry, so sorry" in one breath is one. The count starts anew after a moment of
 *   `reset-by`, by its place in the text, and where another agent takes over, who answers for their own words only.
 * - `when` says in which calls it counts (with `times`, where it stands in so many stretches), wherever in the call the
 *   moments stand; kept to where the agent had no chance
 *   after the occasion, it is not applicable. Without `when`, met once somebody of that side spoke, before that not
 *   applicable.
 * - The evidence is every moment of the runs that are too long.
 */
export function judgeLimit(scene: Scene, criterion: LimitCriterion): Outcome {
  const { id, limit, to, when, times = 1, resetBy } = criterion;
  if (scene.speakersUnknown(limit, when, resetBy)) {
    return { criterion: id, outcome: 'not-evaluated', share: 0, evidence: [], reason: 'speakers-unknown' };
  }
  if (!comesUp(scene, when, times) || !scene.spoke(limit, 0)) {
    return { criterion: id, outcome: 'not-applicable', share: 0, evidence: [] };
  }
  const against = runsOf(scene, criterion)
    .filter((run) => new Set(run.map(({ stretch }) => stretch)).size > to)
    .flat();
  if (against.length === 0 && isUntested(scene, when))
    return { criterion: id, outcome: 'not-applicable', share: 0, evidence: [] };
  return against.length === 0
    ? { criterion: id, outcome: 'met', share: 1, evidence: [] }
    : { criterion: id, outcome: 'not-met', share: 0, evidence: against };
}
