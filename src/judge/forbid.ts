/** The form `forbid`: none of these moments may come. */
import type { Speaker } from '../call/call.ts';
import { compareMoments, type Moment } from '../detect/moment.ts';
import type { ForbidCriterion } from '../pack/model/criterion.ts';
import type { Outcome } from './outcome.ts';
import type { Scene } from './scene.ts';
import { comesUp, firstAfter, isUntested, momentsIn, windowAfter } from './window.ts';

function isForgiven(scene: Scene, { unless, within }: ForbidCriterion, moment: Moment): boolean {
  const window = windowAfter(scene, moment, within);
  return momentsIn(window, scene.momentsOf(unless), moment).length > 0;
}

/** How many stretches of a side are the edge of a call: the agent may need two; a customer's last words are one. */
const edge: Readonly<Record<Speaker, number>> = { agent: 2, customer: 1, bot: 1, unknown: 1 };

/** Whether a moment stands in the first or last stretches of its side. */
function isAtEdge(scene: Scene, where: 'opening' | 'closing', { speaker, stretch }: Moment): boolean {
  // A customer's last "ok, thanks" is what the call ends on, however little there is in it.
  const own = scene.stretches.filter(
    (one) => scene.counts(one, speaker) || (speaker === 'customer' && scene.answers(one.index)),
  );
  const ends = where === 'opening' ? own.slice(0, edge[speaker]) : own.slice(-edge[speaker]);
  return ends.some(({ index }) => index === stretch);
}

/**
 * Judges a `forbid` criterion.
 *
 * - Without `when` and `after` it is met once somebody of the forbidden side spoke; before that, not applicable.
 * - `when` says in which calls it counts (with `times`, where it stands in so many stretches), wherever in the call the
 *   moment stands; `after` says from where on. Without
 *   such a moment, or kept to where nobody speaks after it, not applicable: it was not put to the test.
 * - `unless … within` forgives a moment: one of these in the same agent stretch, before it or after it, or in the next
 *   ones, as `windowAfter` counts them.
 * - `in` keeps it to the edge of the call: the first or last two agent stretches, the customer's first or last one.
 * - Every moment that was not forgiven is evidence. A stretch whose speaker is unknown is held against nobody.
 */
export function judgeForbid(scene: Scene, criterion: ForbidCriterion): Outcome {
  const { id, forbid, when, times = 1, after, unless } = criterion;
  if (scene.speakersUnknown(forbid, when, after, unless)) {
    return { criterion: id, outcome: 'not-evaluated', share: 0, evidence: [], reason: 'speakers-unknown' };
  }
  const from = scene.momentsOf(after)[0];
  if (
    !comesUp(scene, when, times) ||
    (after.length > 0 && from === undefined) ||
    !scene.spoke(forbid, firstAfter(scene, from))
  ) {
    return { criterion: id, outcome: 'not-applicable', share: 0, evidence: [] };
  }
  const against = scene
    .momentsOf(forbid)
    .filter((moment) => from === undefined || compareMoments(moment, from) > 0)
    .filter((moment) => criterion.in === undefined || isAtEdge(scene, criterion.in, moment))
    .filter((moment) => !isForgiven(scene, criterion, moment));
  if (against.length === 0 && isUntested(scene, when))
    return { criterion: id, outcome: 'not-applicable', share: 0, evidence: [] };
  return against.length === 0
    ? { criterion: id, outcome: 'met', share: 1, evidence: [] }
    : { criterion: id, outcome: 'not-met', share: 0, evidence: against };
}
