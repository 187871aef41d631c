/** JSON as it is printed: the same data, with nothing in it that a terminal would obey. */

const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** The value as JSON without a final line break; what `JSON.stringify` leaves bare of C1 and bidi controls is escaped. */
export function jsonText(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(
    steering,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
