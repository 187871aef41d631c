/** Passages: the text of a stretch as one string, and the way back from it to the turns. */
import type { Call, Turn } from '../call/call.ts';
import { placeWords } from '../call/placed-words.ts';
import type { Span, Stretch } from '../call/stretch.ts';

/** A pause longer than this, in milliseconds, ends a sentence. */
const longestPause = 700;

export interface Passage {
  readonly text: string;
  /** Its pieces in order, joined by one character each; the first one begins at 0. */
  readonly pieces: readonly Piece[];
}

/** A piece of one turn: all of it, or what stands between two pauses. */
interface Piece {
  readonly turn: number;
  /** The offset in the turn's text where it begins. */
  readonly from: number;
  /** The offset in the passage where it begins. */
  readonly at: number;
}

/**
 * The text of a stretch: turns joined by a line break where a sentence ends between them, else by a space; within a
 * turn whose words have times, a line break stands where the speaker paused.
 */
export function passageOf(call: Call, stretch: Stretch): Passage {
  const pieces: Piece[] = [];
  let text = '';
  for (let turn = stretch.firstTurn; turn <= stretch.lastTurn; turn++) {
    const here = call.turns[turn]!;
    if (turn > stretch.firstTurn) text += endsBetween(call, call.turns[turn - 1]!, here) ? '\n' : ' ';
    let from = 0;
    for (const pause of pausesIn(here)) {
      pieces.push({ turn, from, at: text.length });
      text += `${here.text.slice(from, pause)}\n`;
      from = pause;
    }
    pieces.push({ turn, from, at: text.length });
    text += here.text.slice(from);
  }
  return { text, pieces };
}

/** The offsets in a turn's text before which its speaker paused, by the times of its words. */
function pausesIn(turn: Turn): readonly number[] {
  if (turn.words === undefined) return [];
  const words = placeWords(turn);
  return words.flatMap(({ word: { start }, from }, index) => {
    const before = words[index - 1]?.word.end;
    return start !== undefined && before !== undefined && start - before > longestPause ? [from] : [];
  });
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

/** The spans of a part `[start, end)` of a passage in its turns: one for each turn that it touches. */
export function spansOf({ text, pieces }: Passage, start: number, end: number): readonly [Span, ...Span[]] {
  let index = 0;
  while (index + 1 < pieces.length && pieces[index + 1]!.at <= start) index++;
  const spans: { turn: number; start: number; end: number }[] = [];
  for (; index < pieces.length && (spans.length === 0 || pieces[index]!.at < end); index++) {
    const { turn, from, at } = pieces[index]!;
    const next = pieces[index + 1];
    // Pieces are joined by one character.
    const until = next === undefined ? text.length : next.at - 1;
    const span = { turn, start: Math.max(start, at) - at + from, end: Math.min(end, until) - at + from };
    if (span.end <= span.start) continue;
    const last = spans.at(-1);
    if (last?.turn === turn) last.end = span.end;
    else spans.push(span);
  }
  return spans as unknown as [Span, ...Span[]];
}
