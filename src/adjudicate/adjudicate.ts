/** Adjudication: outcomes and allegations make verdicts. */
import type { Call } from '../call/call.ts';
import { areRolesSure, swapRoles } from '../call/roles.ts';
import { blankUnsureWords } from '../call/unsure-words.ts';
import type { Detected } from '../detect/detected.ts';
import type { Outcome, OutcomeKind } from '../judge/outcome.ts';
import type { Pack } from '../pack/model.ts';
import type { Allegation } from '../pack/model/allegation.ts';
import { createRescorer, type Rescore } from '../score/rescore.ts';
import { allegationsOf, type Sources } from './allegations.ts';
import { createCounterfactuals, type FlipSet } from './counterfactuals.ts';
import { decide, type Decision } from './decide.ts';
import type { KindOf } from './judge-tree.ts';
import { responsibilityFor } from './responsibility.ts';
import { createShownAs } from './shown-as.ts';
import type { Counterfactual, Insufficiency, Verdict } from './verdict.ts';

/** A call as it was judged. */
export interface Judged {
  readonly detected: Detected;
  readonly outcomes: readonly Outcome[];
}

/** Where allegations come from beside the call itself. */
export type Asked = Omit<Sources, 'filed'>;

/**
 * Makes the adjudicator of a pack.
 *
 * @param rejudge detects and judges a call that the adjudicator changed, in order to see whether the verdict holds
 */
export function createAdjudicator(
  pack: Pack,
  rejudge: (call: Call) => Judged,
): (judged: Judged, asked?: Asked) => readonly Verdict[] {
  const flips = createCounterfactuals(pack);
  const rescorer = createRescorer(pack);
  const shownAs = createShownAs(pack);
  const decideOn = (allegation: Allegation, { detected, outcomes }: Judged): Decision =>
    decide(allegation, kindsOf(outcomes), isAcknowledged(allegation, detected));
  /**
   * The verdicts on a call: on each allegation that `allegationsOf` finds, each with who bears it, and what would have
   * changed it. Insufficient where the trees are unknown, where the voice decides, where inferred sides that are not sure
   * make another verdict when they are swapped, and where words that are not sure do when they are blanked.
   * `because` stands in the pack's order.
   */
  return (judged, asked = {}) => {
    const { call, moments } = judged.detected;
    const { allegations: filed } = call;
    const { allegations, source } = allegationsOf(pack, { ...asked, ...(filed && { filed }) });
    const doubts = doubtsAbout(call, rejudge);
    const kindOf = kindsOf(judged.outcomes);
    let known: Rescore | undefined;
    const rescore: Rescore = (supposed) =>
      (known ??= rescorer(judged.outcomes, call, areRolesSure(call)))(supposed);
    return allegations.map((allegation): Verdict => {
      const first = decideOn(allegation, judged);
      const { verdict, because, reason } = doubts.reduce<Decision>(
        (decision, doubt) =>
          decision.verdict !== 'insufficient-evidence' &&
          decideOn(allegation, doubt.judged()).verdict !== decision.verdict
            ? { ...decision, verdict: 'insufficient-evidence', reason: doubt.reason }
            : decision,
        first,
      );
      const sets =
        verdict === 'insufficient-evidence'
          ? []
          : flips(allegation, judged.outcomes, isAcknowledged(allegation, judged.detected));
      return {
        allegation: allegation.id,
        source,
        verdict,
        because: inPackOrder(
          because.map((id) => shownAs(id, kindOf)),
          pack,
        ),
        responsibility: responsibilityFor(allegation, verdict, kindOf, moments, pack),
        ...(reason === undefined ? {} : { reason }),
        counterfactuals: sets.map(({ flip, verdict: other }) =>
          supposing({ flip: flip.map((id) => shownAs(id, kindOf)), verdict: other }, kindOf, rescore, pack),
        ),
      };
    });
  };
}

const knownKinds = new WeakMap<readonly Outcome[], KindOf>();

/** The outcomes by their criteria, made once for all allegations. */
function kindsOf(outcomes: readonly Outcome[]): KindOf {
  let kindOf = knownKinds.get(outcomes);
  if (kindOf === undefined) {
    const kinds = new Map<string, OutcomeKind>();
    for (const { criterion, outcome } of outcomes) kinds.set(criterion, outcome);
    kindOf = (criterion) => kinds.get(criterion);
    knownKinds.set(outcomes, kindOf);
  }
  return kindOf;
}

function isAcknowledged({ unheardWithout }: Allegation, { moments }: Detected): boolean {
  return unheardWithout?.some((sign) => moments.some(({ id }) => id === sign)) ?? true;
}

interface Doubt {
  readonly reason: Insufficiency;
  /** The call as it would be judged were the doubt right; judged when it is first asked for. */
  readonly judged: () => Judged;
}

/** None, and nothing is done, where the file says who is who and no word is unsure. */
function doubtsAbout(call: Call, rejudge: (call: Call) => Judged): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const add = (reason: Insufficiency, changed: Call): void => {
    let known: Judged | undefined;
    doubts.push({ reason, judged: () => (known ??= rejudge(changed)) });
  };
  if (!areRolesSure(call)) add('speakers-unsure', swapRoles(call));
  const blanked = blankUnsureWords(call);
  if (blanked !== undefined) add('words-unsure', blanked);
  return doubts;
}

function inPackOrder(ids: readonly string[], { criteria }: Pack): readonly string[] {
  return ids.length === 0 ? ids : criteria.map(({ id }) => id).filter((id) => ids.includes(id));
}

/** What a set of flips comes to: with the total that it gives. */
function supposing({ flip, verdict }: FlipSet, kindOf: KindOf, rescore: Rescore, pack: Pack): Counterfactual {
  const supposed = new Map<string, OutcomeKind>(
    flip.map((id) => [id, kindOf(id) === 'met' ? 'not-met' : 'met']),
  );
  return { flip: inPackOrder(flip, pack), score: rescore(supposed), verdict };
}
