/** A moment found in a call: which rule, who said it, and on which words. */
import type { Speaker } from '../call/call.ts';
import type { Span } from '../call/stretch.ts';

export interface Moment {
  /** The id of the pack's moment. */
  readonly id: string;
  readonly speaker: Speaker;
  readonly participant: string | undefined;
  /** The number of the stretch it stands in. */
  readonly stretch: number;
  /** Its words: one span, or several where it runs over joined turns. In order, never empty. */
  readonly parts: readonly [Span, ...Span[]];
}

/** The order of moments: by turn, offset, end, then id. */
export function compareMoments(a: Moment, b: Moment): number {
  const [x, y] = [a.parts[0], b.parts[0]];
  return (
    x.turn - y.turn ||
    x.start - y.start ||
    a.parts.at(-1)!.end - b.parts.at(-1)!.end ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
