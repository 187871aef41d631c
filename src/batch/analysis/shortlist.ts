/** The first so many of any number of things. */

export interface Shortlist<T> {
  readonly add: (one: T) => void;
  /** The first ones, in order. */
  readonly list: () => readonly T[];
}

/** Keeps the first `most` by a total order; never holds more than twice as many. */
export function shortlist<T>(most: number, compare: (a: T, b: T) => number): Shortlist<T> {
  let held: T[] = [];
  const cut = (): void => {
    held = held.sort(compare).slice(0, most);
  };
  return {
    add: (one) => {
      held.push(one);
      if (held.length >= 2 * most) cut();
    },
    list: () => {
      cut();
      return held;
    },
  };
}
