/** The order of ids as people count: `a2` before `a10`. */
import { byText } from './by-text.ts';

/** By pieces: digits by their value, all else by UTF-16 code units; where only zeros differ, by text. Whatever the locale. */
export function byNumber(a: string, b: string): number {
  const [left, right] = [piecesOf(a), piecesOf(b)];
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const [one, other] = [left[at]!, right[at]!];
    const order = isNumber(one) && isNumber(other) ? byDigits(one, other) : byText(one, other);
    if (order !== 0) return order;
  }
  return left.length - right.length || byText(a, b);
}

function piecesOf(text: string): readonly string[] {
  return text.match(/[0-9]+|[^0-9]+/gu) ?? [];
}

function isNumber(piece: string): boolean {
  return piece[0]! >= '0' && piece[0]! <= '9';
}

/** Of any length: no number of the machine is made of them. */
function byDigits(a: string, b: string): number {
  const [left, right] = [a.replace(/^0+/u, ''), b.replace(/^0+/u, '')];
  return left.length - right.length || byText(left, right);
}
