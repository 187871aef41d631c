/** Rounding as it is done on paper. */

/**
 * Rounds half up as it is done on paper: 66.65 is 66.7, whatever its binary neighbour is. A hundred-millionth of the
 * last place makes up for the error of the sum, far less than any share of real weights can differ by.
 */
export function roundHalfUp(value: number, decimals: number): number {
  const scale = 10 ** decimals;
  return Math.floor(value * scale + 0.5 + 1e-8) / scale;
}
