/** The forms `all` and `any`: criteria made of others. */
import { compareMoments } from '../detect/moment.ts';
import type { CompositeCriterion } from '../pack/model/criterion.ts';
import type { Outcome, OutcomeKind } from './outcome.ts';

/** Which outcome decides, strongest first: one miss breaks `all`, one success makes `any`. */
const precedence: Readonly<Record<CompositeCriterion['form'], readonly OutcomeKind[]>> = {
  all: ['not-met', 'not-evaluated', 'met'],
  any: ['met', 'not-evaluated', 'not-met'],
};

/** What members make of an `all` or `any`; those that are not applicable drop out, and all of them leave nothing. */
export function compositeKind(
  form: CompositeCriterion['form'],
  members: readonly OutcomeKind[],
): OutcomeKind {
  return precedence[form].find((kind) => members.includes(kind)) ?? 'not-applicable';
}

/**
 * Judges an `all` or `any` criterion by the outcomes of its members: three-valued, members that are not applicable
 * drop out, and where all do it is not applicable itself. Earns all or nothing. The evidence is that of the members
 * that decided it; the searched turns are those that any of these searched.
 */
export function judgeComposite({ id, form }: CompositeCriterion, members: readonly Outcome[]): Outcome {
  const outcome = compositeKind(
    form,
    members.map((member) => member.outcome),
  );
  if (outcome === 'not-applicable') {
    return { criterion: id, outcome: 'not-applicable', share: 0, evidence: [] };
  }
  const decisive = members.filter((member) => member.outcome === outcome);
  const evidence = [...new Set(decisive.flatMap((member) => member.evidence))];
  const searched = decisive.flatMap((member) => member.searched ?? []);
  const occasion = decisive.find((member) => member.occasion !== undefined)?.occasion;
  const reason = decisive.find((member) => member.reason !== undefined)?.reason;
  return {
    criterion: id,
    outcome,
    share: outcome === 'met' ? 1 : 0,
    evidence: evidence.sort(compareMoments),
    ...(searched.length > 0 && {
      searched: {
        from: Math.min(...searched.map(({ from }) => from)),
        to: Math.max(...searched.map(({ to }) => to)),
      },
    }),
    // Where words speak against it, they show it better.
    ...(occasion !== undefined && evidence.length === 0 && { occasion }),
    ...(reason !== undefined && { reason }),
  };
}
