/**
 * The order of disagreements: most informative first, so that whoever reads only the first page learns most.
 *
 * 1. Variety before more of the same: each cause (a phrase that is wrong, a moment that is missed, a criterion judged
 *    otherwise) shows one example before any shows its second.
 * 2. Within such a round, what costs people points unjustly or rests on little: false hits of moments that a criterion
 *    forbids, and of moments with few labels.
 * 3. Then the causes that err most often, by count and then by share.
 * 4. Then by place: the order of the calls, and of what is in them.
 */
export interface Ranked<T> {
  readonly item: T;
  /** What is wrong here, as a key. */
  readonly cause: string;
  readonly urgent: boolean;
  /** How often the cause errs. */
  readonly errors: number;
  /** The share of its uses in which it errs. */
  readonly share: number;
}

/** The items in that order; those that come are in the order of their places. */
export function mostInformativeFirst<T>(ranked: readonly Ranked<T>[]): readonly T[] {
  const rounds = new Map<string, number>();
  const placed = ranked.map((each, place) => {
    const round = rounds.get(each.cause) ?? 0;
    rounds.set(each.cause, round + 1);
    return { ...each, place, round };
  });
  return placed
    .sort(
      (a, b) =>
        a.round - b.round ||
        Number(b.urgent) - Number(a.urgent) ||
        b.errors - a.errors ||
        b.share - a.share ||
        a.place - b.place,
    )
    .map(({ item }) => item);
}
