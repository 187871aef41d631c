/** People's word on the criteria of a call, and what comes of it. */
import type { Outcome, OutcomeKind } from '../judge/outcome.ts';
import type { Pack } from '../pack/model.ts';
import { score } from '../score/score.ts';
import type { Judged } from './adjudicate.ts';
import { decide } from './decide.ts';
import { createShownAs } from './shown-as.ts';
import { suppose } from './suppose.ts';
import type { Verdict, VerdictKind } from './verdict.ts';

export interface Reviewed {
  readonly outcomes: readonly Outcome[];
  readonly total: number | null;
  readonly grade: string | null;
  readonly verdicts: readonly { readonly allegation: string; readonly verdict: VerdictKind }[];
}

/**
 * A call judged again with what people decided in place of the machine's outcomes; composites above are judged again,
 * unless people decided on them too. Whoever reviewed has heard who speaks and what was said: no doubt about sides or
 * words is held against the verdict any more.
 *
 * @param decided the last word on each criterion
 * @param verdicts the machine's own, whose allegations are judged again
 */
export function review(
  { detected, outcomes }: Judged,
  decided: ReadonlyMap<string, OutcomeKind>,
  verdicts: readonly Verdict[],
  pack: Pack,
): Reviewed {
  const machine = new Map(outcomes.map(({ criterion, outcome }) => [criterion, outcome]));
  const shownAs = createShownAs(pack);
  // Who decided on a criterion decided on what stands behind it too.
  const behind = outcomes.flatMap(({ criterion }) => {
    const said = decided.get(shownAs(criterion, (id) => machine.get(id)));
    return said === undefined ? [] : [[criterion, said] as const];
  });
  const final = suppose(outcomes, new Map([...behind, ...decided]), pack);
  const kinds = new Map(final.map(({ criterion, outcome }) => [criterion, outcome]));
  const { total, grade } = score(final, pack, detected.call);
  return {
    outcomes: final,
    total,
    grade,
    verdicts: verdicts.flatMap(({ allegation: id }) => {
      const allegation = pack.allegations.find((one) => one.id === id);
      if (allegation === undefined) return [];
      const signs = allegation.unheardWithout;
      const acknowledged = signs?.some((sign) => detected.moments.some((one) => one.id === sign)) ?? true;
      const { verdict } = decide(allegation, (criterion) => kinds.get(criterion), acknowledged);
      return [{ allegation: id, verdict }];
    }),
  };
}
