/** Moments that are another one in an answer: a complaint about what the agent has just said turns it down. */
import type { MomentRule } from '../pack/model/moment-rule.ts';
import type { DetectedStretch } from './detected.ts';
import type { Moment } from './moment.ts';

/**
 * The moments that stand for others because of what they answer (`answering` in the pack), one a stretch and moment at
 * most, on the words of the first that is heard; none where the stretch has the moment by its own phrases. The answered
 * stretch is the one right before, backchannel aside.
 */
export function answeringMoments(
  moments: readonly MomentRule[],
): (found: readonly Moment[], stretches: readonly DetectedStretch[]) => readonly Moment[] {
  const rules = moments.flatMap(({ id, speaker, answering }) =>
    answering === undefined ? [] : [{ id, speaker, answering }],
  );
  if (rules.length === 0) return () => [];
  return (found, stretches) => {
    const said = new Map<number, Moment[]>();
    for (const moment of found) {
      const there = said.get(moment.stretch);
      if (there === undefined) said.set(moment.stretch, [moment]);
      else there.push(moment);
    }
    const told = stretches.filter(({ backchannel, index }) => !backchannel || said.has(index));
    return rules.flatMap(({ id, speaker, answering }) =>
      told.flatMap((stretch, place): readonly Moment[] => {
        const before = told[place - 1];
        if (stretch.speaker !== speaker || before === undefined || before.speaker === speaker) return [];
        const own = said.get(stretch.index) ?? [];
        const asked = said.get(before.index) ?? [];
        const heard = own.find((moment) => answering.heard.includes(moment.id));
        if (
          heard === undefined ||
          own.some((moment) => moment.id === id) ||
          !asked.some((moment) => answering.to.includes(moment.id)) ||
          asked.some((moment) => answering.unless.includes(moment.id))
        ) {
          return [];
        }
        return [{ ...heard, id }];
      }),
    );
  };
}
