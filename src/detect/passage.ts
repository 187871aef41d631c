/** Passages: the text of a stretch as one string, and the way back from it to the turns. */
import type { Call, Turn } from '../call/call.ts';
import type { Span, Stretch } from '../call/stretch.ts';

/** A pause longer than this, in milliseconds, ends a sentence. */
const longestPause = 700;

export interface Passage {
  readonly text: string;
  /** The first offset of each of its turns, the first of them 0. */
  readonly offsets: readonly number[];
  readonly firstTurn: number;
}

/** The text of a stretch: turns joined by a line break where a sentence ends between them, else by a space. */
export function passageOf(call: Call, stretch: Stretch): Passage {
  const { firstTurn, lastTurn } = stretch;
  if (firstTurn === lastTurn) return { text: call.turns[firstTurn]!.text, offsets: [0], firstTurn };
  const offsets: number[] = [];
  let text = '';
  for (let turn = firstTurn; turn <= lastTurn; turn++) {
    if (turn > firstTurn) text += endsBetween(call, call.turns[turn - 1]!, call.turns[turn]!) ? '\n' : ' ';
    offsets.push(text.length);
    text += call.turns[turn]!.text;
  }
  return { text, offsets, firstTurn };
}

/** With times a long pause ends a sentence; without, only a recogniser's bare fragments of speech run on. */
function endsBetween(call: Call, before: Turn, after: Turn): boolean {
  if (before.end !== undefined && after.start !== undefined) return after.start - before.end > longestPause;
  return (
    call.channel === 'chat' || call.channel === 'email' || isWritten(before.text) || isWritten(after.text)
  );
}

/** Whether a text has the punctuation or the capitals of writing. */
function isWritten(text: string): boolean {
  return /[.!?。！？，、\p{Lu}]/u.test(text);
}

/** The spans of a piece `[start, end)` of a passage in its turns: one, or one for each turn that it touches. */
export function spansOf(
  { text, offsets, firstTurn }: Passage,
  start: number,
  end: number,
): readonly [Span, ...Span[]] {
  let index = 0;
  while (index + 1 < offsets.length && offsets[index + 1]! <= start) index++;
  const spans: Span[] = [];
  for (; index < offsets.length && (spans.length === 0 || offsets[index]! < end); index++) {
    const from = offsets[index]!;
    // Turns are joined by one character.
    const until = index + 1 < offsets.length ? offsets[index + 1]! - 1 : text.length;
    const span = {
      turn: firstTurn + index,
      start: Math.max(start, from) - from,
      end: Math.min(end, until) - from,
    };
    if (span.end > span.start) spans.push(span);
  }
  return spans as [Span, ...Span[]];
}
