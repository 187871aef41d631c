/** Words that a recogniser was not sure of. */
import type { Call, Turn } from './call.ts';
import { placeWords } from './placed-words.ts';

/** Under this confidence, 0 to 1, words are no ground to hold against anybody. */
const leastConfidence = 0.5;

const isUnsure = (confidence: number | undefined): boolean =>
  confidence !== undefined && confidence < leastConfidence;

/** Whether a turn has words that were not surely heard: by its words' confidence where they have one, else its own. */
export function hasUnsureWords({ confidence, words }: Turn): boolean {
  return words?.some((word) => word.confidence !== undefined)
    ? words.some((word) => isUnsure(word.confidence))
    : isUnsure(confidence);
}

/**
 * The call with its unsure words blanked: a space for each code unit, so that offsets hold. Undefined where it has none.
 */
export function blankUnsureWords(call: Call): Call | undefined {
  if (!call.turns.some(hasUnsureWords)) return undefined;
  return {
    ...call,
    turns: call.turns.map((turn) => (hasUnsureWords(turn) ? { ...turn, text: blanked(turn) } : turn)),
  };
}

function blanked(turn: Turn): string {
  const { text, words } = turn;
  if (!words?.some((word) => word.confidence !== undefined)) return ' '.repeat(text.length);
  let result = '';
  for (const { word, from, until } of placeWords(turn)) {
    if (!isUnsure(word.confidence)) continue;
    result += text.slice(result.length, from) + ' '.repeat(until - from);
  }
  return result + text.slice(result.length);
}
