/** Whether one phrase takes whatever another takes: by construction, not by trying texts. */
import { takesAll, type PhraseGraph, type Step } from './phrase-graph.ts';

/**
 * How a match of the one lies in every match of the other: `whole` is all of it, `beginning` begins where it begins,
 * `within` lies somewhere in it.
 */
export type Cover = 'whole' | 'beginning' | 'within';

/** A search that grows larger than this is given up: nothing is claimed. */
const mostPairs = 20_000;

/**
 * True where every match of `narrow` has a match of `wide` in it, as `cover` says. False where it has not, and where
 * that cannot be told: what a class takes is compared with the same class alone.
 *
 * Walks through `narrow` with the set of places where `wide` may be by then: the subset construction of automata
 * (M. O. Rabin, D. Scott, 1959), stopped at the first way through that `wide` does not share.
 */
export function covers(wide: PhraseGraph, narrow: PhraseGraph, cover: Cover): boolean {
  if (wide.atStart && !narrow.atStart) return false;
  if (wide.atEnd && !narrow.atEnd) return false;
  const restarts = cover === 'within' && !wide.atStart;
  /** A match of `wide` that ends before `narrow` does is enough, unless it has to be the end. */
  const early = cover !== 'whole' && !wide.atEnd;
  const first = wide.starts;
  /** Sets of places by their members: a set is met at many states. */
  const sets = new Map<string, { readonly places: readonly number[]; readonly done: Set<number> }>();
  const open: { readonly at: number; readonly places: readonly number[] }[] = [];
  let pairs = 0;
  const push = (states: readonly number[], places: readonly number[]): void => {
    const key = places.join();
    const known = sets.get(key) ?? { places, done: new Set<number>() };
    sets.set(key, known);
    for (const at of states) {
      if (known.done.has(at)) continue;
      known.done.add(at);
      open.push({ at, places: known.places });
      pairs++;
    }
  };
  if (!narrow.ways.every((steps) => takes(wide, steps, { restarts, early }))) return false;
  push(narrow.starts, first);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { at, places } = next;
    if (early && places.includes(wide.end)) continue;
    const way = narrow.steps[at];
    if (way === undefined) {
      if (places.includes(wide.end)) continue;
      return false;
    }
    const reached = new Set<number>(restarts ? first : []);
    for (const place of places) {
      const here = wide.steps[place];
      if (here !== undefined && takesAll(here.step, way.step)) for (const to of here.to) reached.add(to);
    }
    if (reached.size === 0 || pairs > mostPairs) return false;
    push(way.to, sorted(reached));
  }
  return true;
}

/** Whether one way through a phrase is taken: most questions end here. */
function takes(
  wide: PhraseGraph,
  steps: readonly Step[],
  { restarts, early }: { readonly restarts: boolean; readonly early: boolean },
): boolean {
  let places = new Set(wide.starts);
  for (const step of steps) {
    if (early && places.has(wide.end)) return true;
    const reached = new Set<number>(restarts ? wide.starts : []);
    for (const place of places) {
      const here = wide.steps[place];
      if (here !== undefined && takesAll(here.step, step)) for (const to of here.to) reached.add(to);
    }
    if (reached.size === 0) return false;
    places = reached;
  }
  return places.has(wide.end);
}

function sorted(places: Iterable<number>): readonly number[] {
  return [...places].sort((a, b) => a - b);
}
