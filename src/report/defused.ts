/** Text for a spreadsheet, which must not run what a customer said. */

// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** What spreadsheets take for the beginning of a formula, in full width too. */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;

/** The text without control characters; with a `'` before it where it begins like a formula. */
export function defused(text: string): string {
  const plain = text.replace(controls, '');
  return formula.test(plain) ? `'${plain}` : plain;
}
