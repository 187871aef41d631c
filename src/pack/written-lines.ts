/** The lines of a string as they were written in YAML, each with its exact place. */
import { Scalar } from 'yaml';
import type { Failure } from '../call/failure.ts';
import type { Origin } from './model/origin.ts';
import { failureAt, nodeAt, originAt } from './source.ts';
import type { PackSource, ValuePath } from './source.ts';

export interface WrittenLine {
  readonly text: string;
  readonly origin: Origin;
}

export interface WrittenLines {
  readonly lines: readonly WrittenLine[];
  readonly failures: readonly Failure[];
}

/**
 * The lines of the string at a path, or of the strings of the list there, blank ones included. Of a block scalar (`|`)
 * and of a string on one line the columns are exact; where a quoted string has escapes, they are those of its text.
 * Other strings over several lines are failures: YAML joins their lines.
 */
export function writtenLines(source: PackSource, path: ValuePath): WrittenLines {
  const node = nodeAt(source, path);
  if (node instanceof Scalar) return linesOfScalar(source, node);
  const count = (node as { readonly items?: readonly unknown[] } | undefined)?.items?.length ?? 0;
  const each = Array.from({ length: count }, (_, index) => writtenLines(source, [...path, index]));
  return {
    lines: each.flatMap(({ lines }) => lines),
    failures: each.flatMap(({ failures }) => failures),
  };
}

function linesOfScalar(source: PackSource, scalar: Scalar): WrittenLines {
  const [start, end] = scalar.range!;
  const place = originAt(source, start);
  const value = String(scalar.value);
  if (scalar.type === Scalar.BLOCK_LITERAL) {
    // The header (`|`, with an indentation or a chomping mark, and a comment) is a line of its own. YAML takes the
    // indentation off the left of each line and nothing off its right, so what is missing is the column.
    const written = source.text.slice(start, end).split(/\r?\n/).slice(1);
    const lines = value.replace(/\n$/, '').split('\n');
    return {
      lines: lines.map((text, index) => ({
        text,
        origin: {
          file: source.file,
          line: place.line + 1 + index,
          column: Math.max((written[index] ?? '').length - text.length, 0) + 1,
        },
      })),
      failures: [],
    };
  }
  if (scalar.type === Scalar.BLOCK_FOLDED || source.text.slice(start, end).trimEnd().includes('\n')) {
    const failure = failureAt(place, 'YAML joins the lines of this string into one.', {
      code: 'folded-lines',
      hint: 'Begin it with | and write it on the lines below.',
    });
    return { lines: [], failures: [failure] };
  }
  const quoted = scalar.type === Scalar.QUOTE_DOUBLE || scalar.type === Scalar.QUOTE_SINGLE;
  const origin = { ...place, column: place.column + (quoted ? 1 : 0) };
  return { lines: value.split('\n').map((text) => ({ text, origin })), failures: [] };
}
