/** A piece of a turn, short enough to read, with the words that are meant marked. */
import { visible } from '../report/visible.ts';

/** So many code units are shown around the words that are meant. */
const around = 70;

/** Words of a turn. */
interface Said {
  readonly text: string;
  readonly span?: readonly [start: number, end: number];
}

/** One line, safe to print: `…` where it was cut, `⟦…⟧` around what is meant. */
export function excerpt({ text, span }: Said): string {
  const [start, end] = span ?? [0, Math.min(text.length, around)];
  const from = span === undefined ? 0 : boundary(text, Math.max(0, start - around));
  const to = boundary(text, Math.min(text.length, end + around));
  const words =
    span === undefined
      ? text.slice(from, to)
      : `${text.slice(from, start)}⟦${text.slice(start, end)}⟧${text.slice(end, to)}`;
  return visible(`${from > 0 ? '…' : ''}${words}${to < text.length ? '…' : ''}`).trim();
}

/** Not between the halves of a surrogate pair. */
function boundary(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at + 1 : at;
}
