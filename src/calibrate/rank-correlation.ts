/** Rank correlations of pairs, each pair counted as often as it was drawn, so that a resample costs no sorting. */

export interface RankCorrelation {
  /** Spearman's rho on midranks; NaN where one side is constant. */
  readonly spearman: (drawn: ArrayLike<number>) => number;
  /** Kendall's tau-b; NaN where one side is constant. */
  readonly kendall: (drawn: ArrayLike<number>) => number;
}

/** The values of one side: which pairs share which of its distinct values, smallest first. */
interface Side {
  /** By pair: the number of its value among the distinct ones, from 0. */
  readonly ranks: Uint32Array;
  readonly distinct: number;
  /** The pairs in the order of their values. */
  readonly order: Uint32Array;
}

function sideOf(values: readonly number[]): Side {
  const order = Uint32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]! || a - b);
  const ranks = new Uint32Array(values.length);
  let distinct = 0;
  for (const [place, pair] of order.entries()) {
    if (place > 0 && values[pair] !== values[order[place - 1]!]) distinct++;
    ranks[pair] = distinct;
  }
  return { ranks, distinct: values.length === 0 ? 0 : distinct + 1, order };
}

/** How often each distinct value was drawn. */
function countsOf({ ranks, distinct }: Side, drawn: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(distinct);
  for (let pair = 0; pair < ranks.length; pair++) counts[ranks[pair]!]! += drawn[pair]!;
  return counts;
}

function midranks(counts: Float64Array): Float64Array {
  let before = 0;
  return counts.map((count) => {
    const rank = before + (count + 1) / 2;
    before += count;
    return rank;
  });
}

/**
 * Prepares the correlations of `x[i]` with `y[i]`.
 * Sources: C. Spearman (1904); M. G. Kendall, "The treatment of ties in ranking problems", Biometrika 33 (1945), for
 * tau-b; concordant pairs are counted in O(n log n) with a binary indexed tree (P. M. Fenwick, 1994).
 */
export function rankCorrelation(x: readonly number[], y: readonly number[]): RankCorrelation {
  const [first, second] = [sideOf(x), sideOf(y)];
  return {
    spearman: (drawn) => spearman(first, second, drawn),
    kendall: (drawn) => kendall(first, second, drawn),
  };
}

function spearman(x: Side, y: Side, drawn: ArrayLike<number>): number {
  const [ranksOfX, ranksOfY] = [midranks(countsOf(x, drawn)), midranks(countsOf(y, drawn))];
  let total = 0;
  for (let pair = 0; pair < x.ranks.length; pair++) total += drawn[pair]!;
  // The mean of midranks does not depend on the ties.
  const mean = (total + 1) / 2;
  let [products, squaresOfX, squaresOfY] = [0, 0, 0];
  for (let pair = 0; pair < x.ranks.length; pair++) {
    const times = drawn[pair]!;
    if (times === 0) continue;
    const dx = ranksOfX[x.ranks[pair]!]! - mean;
    const dy = ranksOfY[y.ranks[pair]!]! - mean;
    products += times * dx * dy;
    squaresOfX += times * dx * dx;
    squaresOfY += times * dy * dy;
  }
  return products / Math.sqrt(squaresOfX * squaresOfY);
}

function kendall(x: Side, y: Side, drawn: ArrayLike<number>): number {
  const tree = new Float64Array(y.distinct + 1);
  const below = (rank: number): number => {
    let sum = 0;
    for (let at = rank; at > 0; at -= at & -at) sum += tree[at]!;
    return sum;
  };
  let seen = 0;
  let balance = 0;
  for (let from = 0; from < x.order.length;) {
    const value = x.ranks[x.order[from]!]!;
    let to = from;
    for (; to < x.order.length && x.ranks[x.order[to]!] === value; to++) {
      const pair = x.order[to]!;
      const rank = y.ranks[pair]!;
      if (drawn[pair]! > 0) balance += drawn[pair]! * (below(rank) - (seen - below(rank + 1)));
    }
    for (; from < to; from++) {
      const pair = x.order[from]!;
      const times = drawn[pair]!;
      if (times === 0) continue;
      seen += times;
      for (let at = y.ranks[pair]! + 1; at <= y.distinct; at += at & -at) tree[at]! += times;
    }
  }
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const tied = (side: Side): number => countsOf(side, drawn).reduce((sum, count) => sum + pairs(count), 0);
  const all = pairs(seen);
  return balance / Math.sqrt((all - tied(x)) * (all - tied(y)));
}
