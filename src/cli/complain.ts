/** How an expected error, or a warning, looks on standard error. */
import type { Failure } from '../call/failure.ts';
import { formatPlace } from '../call/failure.ts';

/**
 * `place: error: message [code]`, what else the message shows, such as a phrase with a caret under it, and the hint;
 * terminal controls are shown and not obeyed.
 */
export function complaint(
  { message, code, hint, place }: Failure,
  level: 'error' | 'warning' = 'error',
): string {
  const at = formatPlace(place);
  const [first, ...rest] = message.split('\n');
  const lines = [`${at === '' ? '' : `${at}: `}${level}: ${first} [${code}]`, ...rest];
  if (hint !== undefined) lines.push(`  hint: ${hint}`);
  return `${lines.join('\n').replaceAll(/(?!\n)\p{Cc}/gu, '\ufffd')}\n`;
}
