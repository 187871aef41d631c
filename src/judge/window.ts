/** Windows: the agent stretches in which a criterion looks for what it asks. */
import type { DetectedStretch } from '../detect/detected.ts';
import type { Moment } from '../detect/moment.ts';
import type { Scene } from './scene.ts';

export interface Window {
  /** The agent stretches that are searched, in order. */
  readonly stretches: readonly DetectedStretch[];
  /** Stretches `[from, until)`, of whichever side: to the agent stretch that is no longer searched. */
  readonly from: number;
  readonly until: number;
  /** Whether its number of stretches was reached: what comes after cannot change it. */
  readonly usedUp: boolean;
  /** Whether the agent had their chance: a stretch of theirs besides a first request for details that was never answered. */
  readonly chance: boolean;
}

/** More stretches than any window counts. */
const mostWithin = 2 ** 16;

/** The first stretch that can answer an occasion: the agent's own, or the one after the customer's. */
export function firstAfter(scene: Scene, occasion: Moment | undefined): number {
  if (occasion === undefined) return 0;
  return scene.stretches[occasion.stretch]?.speaker === 'agent' ? occasion.stretch : occasion.stretch + 1;
}

/**
 * The window of so many agent stretches after an occasion (without one: from the call's beginning; without a number:
 * to its end). Where the occasion is in the agent's own stretch, all of that stretch is number 1, also the words
 * before the occasion ("we can send a new one, a refund I cannot do"). Stretches of nothing but backchannel are not
 * counted. One with a request for details is searched but not counted, and neither is what the agent says until the
 * customer answers; `pausing: false` counts them. An agent who takes over begins anew with 1, as long as the window
 * was not used up before.
 */
export function windowAfter(
  scene: Scene,
  occasion: Moment | undefined,
  within: number | undefined,
  { pausing }: { readonly pausing: boolean } = { pausing: true },
): Window {
  const from = firstAfter(scene, occasion);
  const key = (from * mostWithin + (within ?? 0)) * 2 + Number(pausing);
  const known = scene.windows.get(key);
  if (known !== undefined) return known;
  const window = windowFrom(scene, from, within, pausing);
  scene.windows.set(key, window);
  return window;
}

function windowFrom(scene: Scene, from: number, within: number | undefined, pausing: boolean): Window {
  const stretches: DetectedStretch[] = [];
  let counted = 0;
  let paused = false;
  let chance = false;
  let until = scene.stretches.length;
  for (const stretch of scene.stretches.slice(from)) {
    const { index } = stretch;
    if (scene.answers(index)) paused = false;
    if (!scene.counts(stretch, 'agent')) continue;
    if (counted === within) {
      until = index;
      break;
    }
    if (scene.takesOver(index)) {
      counted = 0;
      paused = false;
    }
    // The first request is no chance of its own, nor is what follows until it is answered; a second one is.
    const waiting = paused;
    if (pausing && scene.asksForDetails(index)) paused = true;
    if (!paused || (stretches.length > 0 && !waiting)) chance = true;
    if (!paused) counted++;
    stretches.push(stretch);
  }
  return { stretches, from, until, usedUp: counted === within, chance };
}

/** The last two agent stretches, those of them that can answer the occasion. */
export function closingWindow(scene: Scene, occasion: Moment | undefined): Window {
  const earliest = firstAfter(scene, occasion);
  const stretches = scene.stretches
    .filter((stretch) => scene.counts(stretch, 'agent'))
    .slice(-2)
    .filter(({ index }) => index >= earliest);
  const until = scene.stretches.length;
  const from = stretches[0]?.index ?? until;
  return { stretches, from, until, usedUp: false, chance: stretches.length > 0 };
}

/**
 * The moments among these that stand in the window, in order: an agent's in its stretches, a customer's up to their
 * answer to the last of them. The occasion itself is never among them.
 */
export function momentsIn(
  { stretches, from, until }: Window,
  moments: readonly Moment[],
  occasion: Moment | undefined,
): readonly Moment[] {
  if (moments.length === 0) return moments;
  return moments.filter(
    (moment) =>
      moment !== occasion &&
      (moment.speaker === 'agent'
        ? stretches.some(({ index }) => index === moment.stretch)
        : moment.stretch >= from && moment.stretch < until),
  );
}

/** Whether `when` comes up as often as it is asked for: in so many stretches; always without `when`. */
export function comesUp(scene: Scene, when: readonly string[], times: number): boolean {
  if (when.length === 0) return true;
  const moments = scene.momentsOf(when);
  // Moments stand in order, so those of one stretch stand together.
  return moments.length >= times && (times <= 1 || stretchesIn(moments) >= times);
}

/**
 * Whether `when` leaves a criterion that nothing speaks against untested: its moment never came, or the agent had no
 * chance after it. Never so without `when`.
 */
export function isUntested(scene: Scene, when: readonly string[]): boolean {
  if (when.length === 0) return false;
  const occasion = scene.momentsOf(when)[0];
  return occasion === undefined || !windowAfter(scene, occasion, undefined).chance;
}

/** In how many stretches moments stand that are in order. */
function stretchesIn(moments: readonly Moment[]): number {
  return moments.filter(({ stretch }, index) => stretch !== moments[index - 1]?.stretch).length;
}
