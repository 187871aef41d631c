/** Characters that look like nothing and are letters or symbols by their class. */
const fillers = '\u115f\u1160\u2800\u3164\uffa0';
const seen = new RegExp(`[^\\s\\p{Cf}\\p{Cc}${fillers}]`, 'u');

/** Whether a text is empty, or of nothing but blanks and characters that nobody sees: as a name or an id it is none. */
export function isUnseen(text: string): boolean {
  return !seen.test(text);
}
