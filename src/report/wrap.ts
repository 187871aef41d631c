/** Wraps text to a width: Latin at spaces, Chinese anywhere but before closing and after opening punctuation. */
import stringWidth from 'string-width';
import { graphemes } from './fit.ts';

/** A part of a text that looks alike. */
export interface Piece {
  readonly text: string;
  readonly paint?: ((text: string) => string) | undefined;
  /** Not broken where it fits on a line. */
  readonly whole?: boolean;
}

/** What stays together on a line. */
interface Unit {
  fragments: Piece[];
  width: number;
  /** Its last grapheme. */
  end: string;
  /** A space stands before it, unless it begins a line. */
  space: Piece | undefined;
  wide: boolean;
  whole: boolean;
}

const closing = /^[,.!?;:)\]}%…，。、！？；：）】》」』〉”’％～]/u;
const opening = /^[([{（【《「『〈“‘¥￥$]/u;

function unitsOf(pieces: readonly Piece[]): readonly Unit[] {
  const units: Unit[] = [];
  let space: Piece | undefined;
  const start = (piece: Piece, width: number, wide: boolean, whole: boolean) => {
    units.push({ fragments: [piece], width, end: whole ? '' : piece.text, space, wide, whole });
    space = undefined;
  };
  for (const { text, paint, whole = false } of pieces) {
    if (whole) {
      start({ text, paint }, stringWidth(text), false, true);
      continue;
    }
    for (const grapheme of graphemes(text)) {
      if (/^\s+$/.test(grapheme)) {
        space = { text: ' ', paint };
        continue;
      }
      const width = stringWidth(grapheme);
      const wide = width > 1;
      const last = space === undefined ? units.at(-1) : undefined;
      const joins =
        last !== undefined &&
        (closing.test(grapheme) || opening.test(last.end) || (!wide && !last.wide && !last.whole));
      if (!joins) {
        start({ text: grapheme, paint }, width, wide, false);
        continue;
      }
      const before = last.fragments.at(-1)!;
      if (before.paint === paint) {
        last.fragments[last.fragments.length - 1] = { text: before.text + grapheme, paint };
      } else {
        last.fragments.push({ text: grapheme, paint });
      }
      last.width += width;
      last.end = grapheme;
      last.wide = wide;
    }
  }
  return units;
}

/** A unit that fits on no line, in units of one grapheme each. */
function broken(unit: Unit): readonly Unit[] {
  return unit.fragments.flatMap(({ text, paint }, fragment) =>
    graphemes(text).map((grapheme, index): Unit => ({
      fragments: [{ text: grapheme, paint }],
      width: stringWidth(grapheme),
      end: grapheme,
      space: fragment === 0 && index === 0 ? unit.space : undefined,
      wide: unit.wide,
      whole: false,
    })),
  );
}

function painted(fragments: readonly Piece[]): string {
  let line = '';
  for (let index = 0; index < fragments.length;) {
    const { paint } = fragments[index]!;
    let text = '';
    for (; index < fragments.length && fragments[index]!.paint === paint; index++) {
      text += fragments[index]!.text;
    }
    line += paint === undefined ? text : paint(text);
  }
  return line;
}

/**
 * The pieces as painted lines of at most `width` columns; never empty. A word longer than a line is broken anywhere. White
 * space becomes one space, or the break.
 */
export function wrap(pieces: readonly Piece[], width: number): readonly string[] {
  const room = Math.max(2, width);
  const lines: string[] = [];
  let line: Piece[] = [];
  let columns = 0;
  for (const whole of unitsOf(pieces)) {
    for (const unit of whole.width > room ? broken(whole) : [whole]) {
      const spaced = unit.space !== undefined && line.length > 0;
      if (line.length > 0 && columns + (spaced ? 1 : 0) + unit.width > room) {
        lines.push(painted(line));
        line = [];
        columns = 0;
      } else if (spaced) {
        line.push(unit.space!);
        columns += 1;
      }
      line.push(...unit.fragments);
      columns += unit.width;
    }
  }
  lines.push(painted(line));
  return lines;
}

/** The pieces wrapped to `width` columns behind a prefix, further lines indented by the prefix's width. */
export function hanging(prefix: string, pieces: readonly Piece[], width: number): readonly string[] {
  const indent = stringWidth(prefix);
  return wrap(pieces, Math.max(16, width - indent)).map((line, index) =>
    (index === 0 ? prefix + line : ' '.repeat(indent) + line).trimEnd(),
  );
}
