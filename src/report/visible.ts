/** Text from transcripts is hostile: nothing in it may steer a terminal or reorder what is read. */

// C0, DEL, C1, line and paragraph separators, and what changes the direction of text.
// eslint-disable-next-line no-control-regex
const steering = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/**
 * A text in one line, safe to print: white space becomes a space, a control character its picture (␛, ␇), other steering
 * characters `�`. One code unit for one code unit, so that offsets hold.
 */
export function visible(text: string): string {
  return text.replace(steering, (character) => {
    const unit = character.charCodeAt(0);
    if ((unit >= 9 && unit <= 13) || unit === 0x85 || unit === 0x2028 || unit === 0x2029) return ' ';
    if (unit < 0x20) return String.fromCharCode(0x2400 + unit);
    return unit === 0x7f ? '␡' : '�';
  });
}
