/** The customer's mood over a call. */
import type { Detected } from '../detect/detected.ts';
import type { CasePlan } from '../pack/model/case-plan.ts';
import { languageOf } from '../text/language.ts';

/** How much of the mood before is still there a turn later. */
const lasting = 0.5;
/** What the sentiment of the words counts beside the moments, which were written for calls. */
const sentimentWeight = 0.4;

export interface MoodPoint {
  readonly turn: number;
  /** -1 to 1, two decimals. */
  readonly value: number;
}

/**
 * One point a customer turn: half of the mood before, what the turn's moments do to it by the pack's weights (each
 * moment once), and for English the sentiment of its words.
 *
 * @param sentiment of an English text, -1 to 1
 */
export function moodOf(
  { call, moments }: Detected,
  { mood }: Pick<CasePlan, 'mood'>,
  sentiment: (text: string) => number,
): readonly MoodPoint[] {
  const weights = new Map(mood.map(({ moment, weight }) => [moment, weight]));
  let before = 0;
  return call.turns.flatMap(({ speaker, text }, turn) => {
    if (speaker !== 'customer') return [];
    const said = new Set(moments.filter(({ parts }) => parts[0].turn === turn).map(({ id }) => id));
    let value = lasting * before;
    for (const id of said) value += weights.get(id) ?? 0;
    if (/[a-z]/iu.test(text) && languageOf([text]) === 'en') value += sentimentWeight * sentiment(text);
    before = Math.max(-1, Math.min(1, value));
    // No -0, which JSON would not show but a comparison would.
    return [{ turn, value: Math.round(before * 100) / 100 || 0 }];
  });
}
