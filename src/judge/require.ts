/** The form `require`: one of these moments must come, where its occasion stands. */
import type { Writable } from '../call/writable.ts';
import { compareMoments, type Moment } from '../detect/moment.ts';
import type { RequireCriterion } from '../pack/model/criterion.ts';
import type { Outcome } from './outcome.ts';
import type { Scene } from './scene.ts';
import { closingWindow, momentsIn, windowAfter, type Window } from './window.ts';

type Judged = Omit<Outcome, 'criterion' | 'share'>;

/** `opening` and `closing` are this many agent stretches. */
const edge = 2;

function windowOf(scene: Scene, criterion: RequireCriterion, occasion: Moment | undefined): Window {
  switch (criterion.in) {
    case 'opening':
      // The beginning of the call, wherever the occasion stands; and a question is no reason to put off a greeting.
      return windowAfter(scene, undefined, edge, { pausing: false });
    case 'closing':
      return closingWindow(scene, occasion);
    default:
      criterion.in satisfies undefined;
      // What the customer is to say waits for no answer of theirs.
      return windowAfter(scene, occasion, criterion.within, { pausing: scene.agents(criterion.require) });
  }
}

/** Whether the transcript leaves open that the agent spoke where the window looked. */
function unknownIn(scene: Scene, { from, until, usedUp, stretches }: Window): boolean {
  if (!scene.anyUnknown) return false;
  const end = usedUp ? (stretches.at(-1)?.index ?? from) : until;
  return scene.stretches.slice(from, end).some((stretch) => scene.counts(stretch, 'unknown'));
}

function judgeOccasion(scene: Scene, criterion: RequireCriterion, occasion: Moment | undefined): Judged {
  const window = windowOf(scene, criterion, occasion);
  const hit = momentsIn(window, scene.momentsOf(criterion.require), occasion)[0];
  const rival = momentsIn(window, scene.momentsOf(criterion.before), occasion)[0];
  const [first, last] = [window.stretches[0], window.stretches.at(-1)];
  // Where both begin on the same word, the agent has the benefit of the doubt.
  if (rival !== undefined && (hit === undefined || beginsBefore(rival, hit))) {
    const turn = rival.parts[0].turn;
    return {
      outcome: 'not-met',
      evidence: [rival],
      searched: { from: Math.min(first?.firstTurn ?? turn, turn), to: turn },
    };
  }
  if (hit !== undefined) return { outcome: 'met', evidence: [hit] };
  if (unknownIn(scene, window)) {
    return { outcome: 'not-evaluated', evidence: [], reason: 'speakers-unknown' };
  }
  if (!window.chance || first === undefined || last === undefined) {
    return { outcome: 'not-applicable', evidence: [] };
  }
  return {
    outcome: 'not-met',
    evidence: [],
    searched: { from: first.firstTurn, to: last.lastTurn },
    ...(occasion === undefined ? {} : { occasion }),
  };
}

function beginsBefore(a: Moment, b: Moment): boolean {
  const [x, y] = [a.parts[0], b.parts[0]];
  return x.turn < y.turn || (x.turn === y.turn && x.start < y.start);
}

/** The occasions to judge: several moments of one stretch are one occasion, answered in one go. */
function occasionsOf(
  scene: Scene,
  { when, each, forType, atGravity }: RequireCriterion,
): readonly (Moment | undefined)[] {
  if (when.length === 0 && forType === undefined && atGravity === undefined) return [undefined];
  const said = scene.momentsOf(when);
  const named =
    forType === undefined && atGravity === undefined
      ? said
      : [
          ...said,
          ...(forType === undefined ? [] : scene.ofType(forType)),
          ...(atGravity === undefined ? [] : scene.ofGravity(atGravity)),
        ];
  if (named.length < 2 || !each) return named.slice(0, 1);
  const seen = new Set<number>();
  const occasions = named.filter(({ stretch }) => {
    const fresh = !seen.has(stretch);
    seen.add(stretch);
    return fresh;
  });
  return occasions;
}

/**
 * Judges a `require` criterion.
 *
 * - The occasion is a moment of `when`, of the complaint's type (`for-type`; in a complaint of another type there is none),
 *   or what the customer says that makes a grade of gravity (`at-gravity`).
 * - Met by the first of its moments in the window after the occasion (see `windowAfter`; `in: opening` looks at the
 *   first two agent stretches of the call, `in: closing` at those of the last two that can answer the occasion). What
 *   the agent said before the occasion does not count, but for `unasked`, and that only in answer to the customer.
 * - With `before`, a rival that begins first in the window makes it not met and is the evidence; one that never comes,
 *   or later, changes nothing.
 * - Without an occasion met all the same by one of `unasked`.
 * - Else not applicable without an occasion, and where the agent had no chance: the customer's occasion is in their last
 *   words, or the call ended on the agent's one request for details. An agent who was cut off before the window was
 *   used up, but did speak, had the chance.
 * - Not evaluated where nobody is known to be a side it needs, and where an absence would rest on a stretch whose
 *   speaker is unknown. A third voice elsewhere does no harm.
 * - With `each`, met only if every occasion is; occasions without a chance drop out; the share is met ÷ judged.
 */
export function judgeRequire(scene: Scene, criterion: RequireCriterion): Outcome {
  const { id } = criterion;
  if (scene.anyUnknown && isUnknown(scene, criterion)) {
    return {
      criterion: id,
      outcome: 'not-evaluated',
      share: 0,
      evidence: [],
      reason: 'speakers-unknown',
    };
  }
  const occasions = occasionsOf(scene, criterion);
  const [first, ...others] = occasions;
  if (occasions.length === 0) return unasked(scene, criterion, undefined) ?? notApplicable(id);
  const judged = judgeOccasion(scene, criterion, first);
  if (others.length > 0) {
    const rest = others.map((occasion) => judgeOccasion(scene, criterion, occasion));
    return together(id, [judged, ...rest]);
  }
  if (judged.outcome === 'not-applicable') return notApplicable(id);
  return (
    (judged.outcome === 'not-met' ? unasked(scene, criterion, first) : undefined) ?? outcomeOf(id, judged)
  );
}

/**
 * What was done though nothing called for it, or before the first of what is known to have called for it: an answer to
 * the customer, whose own words may have called for it unheard. Undefined where it was not.
 */
function unasked(
  scene: Scene,
  { id, unasked, before }: RequireCriterion,
  occasion: Moment | undefined,
): Outcome | undefined {
  if (unasked.length === 0) return undefined;
  const opened = scene.stretches.find((stretch) => scene.counts(stretch, 'customer'));
  if (opened === undefined) return undefined;
  const until = occasion?.stretch ?? Number.POSITIVE_INFINITY;
  const said = scene.momentsOf(unasked).find(({ stretch }) => stretch > opened.index && stretch < until);
  const [rival] = scene.momentsOf(before);
  if (said === undefined || (rival !== undefined && beginsBefore(rival, said))) return undefined;
  return outcomeOf(id, { outcome: 'met', evidence: [said] });
}

/** Of one occasion. */
function outcomeOf(criterion: string, { outcome, evidence, reason, searched, occasion }: Judged): Outcome {
  const made: Writable<Outcome> = {
    criterion,
    outcome,
    share: outcome === 'met' ? 1 : 0,
    evidence,
  };
  if (reason !== undefined) made.reason = reason;
  if (searched !== undefined) made.searched = searched;
  if (occasion !== undefined) made.occasion = occasion;
  return made;
}

function isUnknown(scene: Scene, { when, forType, atGravity, require, before }: RequireCriterion): boolean {
  return scene.speakersUnknown(when, scene.idsBehind(forType, atGravity ?? []), require, before);
}

function notApplicable(criterion: string): Outcome {
  return { criterion, outcome: 'not-applicable', share: 0, evidence: [] };
}

/** Several occasions: met only if all are, and the share of those that were judged. */
function together(id: string, judged: readonly Judged[]): Outcome {
  const of = (outcome: Outcome['outcome']): readonly Judged[] =>
    judged.filter((one) => one.outcome === outcome);
  const [met, missed, open] = [of('met'), of('not-met'), of('not-evaluated')];
  const decisive = missed[0] ?? open[0] ?? met[0];
  if (decisive === undefined) return notApplicable(id);
  const alike = of(decisive.outcome).flatMap(({ evidence }) => evidence);
  return {
    ...decisive,
    criterion: id,
    share:
      decisive.outcome === 'not-evaluated' || met.length === 0
        ? 0
        : met.length / (met.length + missed.length),
    evidence: alike.length < 2 ? alike : [...new Set(alike)].sort(compareMoments),
  };
}
