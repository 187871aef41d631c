/** Detection in a script: its pieces as the turns of one call, with placeholders standing for words. */
import type { Call } from '../call/call.ts';
import type { Detected } from '../detect/detected.ts';
import type { ScriptPiece } from './document.ts';

/** A moment in a piece of a script. */
export interface HeardMoment {
  readonly id: string;
  readonly speaker: 'agent' | 'customer';
  /** The index of the piece among those that were heard. */
  readonly piece: number;
  /** `[start, end)` in the piece's text. */
  readonly start: number;
  readonly end: number;
}

/** A script, heard. */
export interface HeardScript {
  /** Its pieces that are judged, in order. */
  readonly pieces: readonly ScriptPiece[];
  /** By piece: which of several wordings it is part of, where it is not said along with all of its script. */
  readonly choices: readonly (number | undefined)[];
  /** In the order of the script. */
  readonly moments: readonly HeardMoment[];
  /**
   * The moments, and those that are there once the placeholders are filled in: `within [X] hours` gives a time. What a
   * script holds is asked of these, what it must not say of `moments` alone.
   */
  readonly held: () => readonly HeardMoment[];
}

type Detect = (call: Call) => Detected;
type Fill = (length: number, name: string, chinese: boolean) => string;

/** Words that no rule listens for. A pair of spaces keeps them apart from what stands beside them. */
const anyWords: Fill = (length) => padded('x'.repeat(Math.max(1, length - 2)), length);
const anyNumber: Fill = (length) => padded('3', length);
const anyDay: Fill = (length, _, chinese) => padded(chinese ? '周五' : 'Friday', length);

function padded(word: string, length: number): string {
  return word.length > length ? '3'.repeat(length) : ` ${word}`.slice(-length).padEnd(length);
}

/** The text with its placeholders filled in; every offset stays. */
function filled({ text, placeholders }: ScriptPiece, fill: Fill): string {
  const chinese = /\p{Script=Han}/u.test(text);
  let done = '';
  let at = 0;
  for (const { start, end, name } of placeholders) {
    done += text.slice(at, start) + fill(end - start, name, chinese);
    at = end;
  }
  return done + text.slice(at);
}

/**
 * Hears a script: each piece is a turn, and a stretch, of its own. What answers the other side counts, for a script
 * is an answer.
 */
export function hearScript(
  detect: Detect,
  pieces: readonly ScriptPiece[],
  choices: HeardScript['choices'],
): HeardScript {
  const hear = (fill: Fill): readonly HeardMoment[] => {
    const turns = pieces.map((piece, index) => ({
      speaker: piece.speaker,
      participant: String(index),
      text: piece.placeholders.length === 0 ? piece.text : filled(piece, fill),
    }));
    const call: Call = { id: '', channel: 'chat', turns: [{ speaker: 'customer', text: '' }, ...turns] };
    return detect(call).moments.map(({ id, parts: [{ turn, start, end }] }) => ({
      id,
      speaker: pieces[turn - 1]!.speaker,
      piece: turn - 1,
      start,
      end,
    }));
  };
  const moments = hear(anyWords);
  const hold = (): readonly HeardMoment[] => {
    if (pieces.every(({ placeholders }) => placeholders.length === 0)) return moments;
    return [...moments, ...hear(anyNumber), ...hear(anyDay)].toSorted(
      (a, b) =>
        a.piece - b.piece || a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
    );
  };
  return { pieces, choices, moments, held: once(hold) };
}

/** So many pieces on either side are heard along with one that changed: what it answers, and what answers it. */
const around = 8;

/**
 * Hears a script again in which one piece is another, and no more of it than that can change: where nobody answers
 * anybody, the piece alone.
 */
export function hearAgain(
  detect: Detect,
  heard: HeardScript,
  index: number,
  changed: ScriptPiece,
): HeardScript {
  const pieces = heard.pieces.with(index, changed);
  const isTalk = pieces.some(({ speaker }) => speaker !== changed.speaker);
  const from = isTalk ? Math.max(0, index - around) : index;
  const to = isTalk ? Math.min(pieces.length, index + around + 1) : index + 1;
  const near = hearScript(detect, pieces.slice(from, to), []);
  const merged = (before: readonly HeardMoment[], now: readonly HeardMoment[]): readonly HeardMoment[] => [
    ...before.filter(({ piece }) => piece < index),
    ...now.flatMap((one) => (one.piece + from < index ? [] : [{ ...one, piece: one.piece + from }])),
    ...before.filter(({ piece }) => piece >= to),
  ];
  const moments = merged(heard.moments, near.moments);
  return {
    pieces,
    choices: heard.choices,
    moments,
    held: once(() => {
      const held = [heard.held(), near.held()] as const;
      return held[0] === heard.moments && held[1] === near.moments ? moments : merged(...held);
    }),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
