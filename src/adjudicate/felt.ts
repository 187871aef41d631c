/** The four things that a customer should have felt: looked up, analysed, soothed, shown a way. */
import type { Detected } from '../detect/detected.ts';
import type { Moment } from '../detect/moment.ts';
import { compareMoments } from '../detect/moment.ts';
import type { Outcome } from '../judge/outcome.ts';
import type { CasePlan, FeltId } from '../pack/model/case-plan.ts';

export interface Felt {
  readonly id: FeltId;
  readonly felt: boolean;
  /** What makes it felt; empty where it was not. */
  readonly evidence: readonly Moment[];
}

/**
 * Each of the four, felt where what the agent said after the first occasion holds all moments of one of its ways, or
 * where a criterion that is one of its ways was met. Without an occasion the whole call counts.
 */
export function feltIn(
  { moments, stretches }: Detected,
  outcomes: readonly Outcome[],
  { felt }: Pick<CasePlan, 'felt'>,
): readonly Felt[] {
  const occasion = moments.find(({ id }) => felt.when.includes(id));
  const answering = moments.filter(
    ({ stretch }) =>
      occasion === undefined ||
      stretch > occasion.stretch ||
      // Where the agent's own words are the occasion, the rest of them may answer it.
      (stretch === occasion.stretch && stretches[stretch]?.speaker === 'agent'),
  );
  return felt.things.map(({ id, by }) => {
    const evidence = by.flatMap((way) => {
      const met = way.criteria.map((criterion) => outcomes.find((one) => one.criterion === criterion));
      const found = way.moments.map((one) => answering.filter((moment) => moment.id === one));
      const holds =
        met.every((outcome) => outcome?.outcome === 'met') && found.every((moments) => moments.length > 0);
      return holds ? [...found.flat(), ...met.flatMap((outcome) => outcome?.evidence ?? [])] : [];
    });
    return { id, felt: evidence.length > 0, evidence: [...new Set(evidence)].sort(compareMoments) };
  });
}
