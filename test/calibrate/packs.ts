/** Packs for trying the instruments on: small, sound, and different where a test needs it. */
import { SMALL_PACK } from '../pack/small-pack.ts';

/** The small pack with parts of its text replaced, each of which must stand in it. */
export function packWith(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (!text.includes(from)) throw new Error(`the small pack has no ${from}`);
    return text.replace(from, to);
  }, SMALL_PACK);
}
