/** Tells by how much was said whether times without a unit are milliseconds or seconds. */

/** More characters a second than anybody says or types: auctioneers speak about 30. */
const mostPerSecond = 200;

/**
 * Whether times cannot be milliseconds, since nobody says so much in so short a time, and are seconds.
 * @param characters how much was said
 * @param span from the first time to the last, in the unit that is in question
 */
export function areSeconds(characters: number, span: number): boolean {
  return span > 0 && characters * 1000 > span * mostPerSecond;
}
