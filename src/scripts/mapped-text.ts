/** Text that was taken out of a source, and where each code unit of it stands there. */

/** A text with its places. */
export interface MappedText {
  readonly text: string;
  /** Where each code unit begins in the source, and one more for the end. */
  readonly offsets: readonly number[];
  /** How long a code unit is in the source, by its index, where that is not one. */
  readonly widths: ReadonlyMap<number, number>;
}

/** A line break of the source that is none in the text: a wrapped paragraph, a folded string. */
export const softBreak = '\v';

/** Takes a text in pieces, in the order of the source. */
export interface MappedTextBuilder {
  /** Code units that stand in the source as they are, from `at` on. */
  readonly copy: (text: string, at: number) => void;
  /** A character that is written as `width` code units from `at` on. */
  readonly put: (character: string, at: number, width: number) => void;
  readonly finish: (end: number) => MappedText;
}

/** A builder without anything in it. */
export function mappedTextBuilder(): MappedTextBuilder {
  let text = '';
  const offsets: number[] = [];
  const widths = new Map<number, number>();
  return {
    copy: (piece, at) => {
      text += piece;
      for (let index = 0; index < piece.length; index++) offsets.push(at + index);
    },
    put: (character, at, width) => {
      // Of a surrogate pair each half has a place of its own: offsets ascend.
      const last = character.length - 1;
      for (let index = 0; index <= last; index++) {
        const own = index === last ? width - last : 1;
        if (own !== 1) widths.set(offsets.length, own);
        offsets.push(at + index);
      }
      text += character;
    },
    finish: (end) => ({
      text,
      offsets: [...offsets, Math.max(end, (offsets.at(-1) ?? end - 1) + 1)],
      widths,
    }),
  };
}

/** A part of the source as it stands. */
export function mapPlain(text: string, at: number): MappedText {
  const offsets: number[] = [];
  for (let index = 0; index <= text.length; index++) offsets.push(at + index);
  return { text, offsets, widths: new Map() };
}

/** `text.slice(start, end)` with its places. */
export function sliceMapped({ text, offsets, widths }: MappedText, start: number, end: number): MappedText {
  const own = new Map<number, number>();
  for (const [index, width] of widths) if (index >= start && index < end) own.set(index - start, width);
  const last = end > start ? offsets[end - 1]! + (widths.get(end - 1) ?? 1) : offsets[start]!;
  return { text: text.slice(start, end), offsets: [...offsets.slice(start, end), last], widths: own };
}
