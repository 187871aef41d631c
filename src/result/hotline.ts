/** Numbers that companies publish: nobody's personal data. */
import type { NumberToken } from './number-tokens.ts';

/** Short service and emergency numbers: 95xxx, 96xxx, 100xx, 12315, 110, 1950, 911 … */
const service = /^(?:95\d{3}|96\d{3,4}|1[0-2]\d{3}|1[0-2]\d|165|1950|1999|911|999)$/;
/** 400 and 800 of China, 0800 and the like of Taiwan and Britain. */
const freephone = /^(?:[48]00\d{7}|080[089]\d{6,7})$/;
/** Toll-free numbers of North America. */
const tollFree = /^8(?:00|22|33|44|55|66|77|88)$/;

/**
 * Whether the groups of one number are a hotline, or several short ones side by side. 1-800 needs its groups apart or its
 * words in English: eleven digits in one piece that begin with 180 are a Chinese mobile.
 */
export function isHotline(tokens: readonly NumberToken[]): boolean {
  if (tokens.every((token) => service.test(token.digits))) return true;
  const digits = tokens.map((token) => token.digits).join('');
  if (freephone.test(digits)) return true;
  const [first, second] = tokens;
  if (first === undefined || second === undefined) return false;
  const national =
    first.digits === '1' ? digits.slice(1) : digits.startsWith('1800') ? digits.slice(1) : digits;
  if (national.length !== 10 || !tollFree.test(national.slice(0, 3))) return false;
  return (
    (first.digits === '1' && tollFree.test(second.digits)) ||
    tollFree.test(first.digits) ||
    first.digits === '1800' ||
    tokens.every((token) => token.kind === 'word')
  );
}
