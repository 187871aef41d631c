/** What is text and yet no transcript: pages of the web, and scripts that say what agents should say. */
import { Failure } from '../call/failure.ts';
import { opensFrontMatter } from './front-matter.ts';

/** How a page of the web begins; a declaration or comments may stand before it. */
const page =
  /^\s*(?:<\?xml[^>]*\?>\s*|<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|style|script|div|table|p)\b[^<]*>/iu;
const scenario = /^---\r?\n(?:[^\n]*\n){0,40}?(?:scenario|场景|場景|情境)\s*:/u;
const directive = /<!--\s*callqa-|^\s*(?:#|\/\/)\s*callqa-(?:disable|enable)/mu;

/**
 * What is wrong with a page of the web as a transcript: the marks of the page would be read as talk.
 *
 * @param head the text's beginning
 */
export function pageFailure(head: string, file: string): Failure | undefined {
  if (!page.test(head)) return undefined;
  return new Failure('this is a page of the web (HTML) and no transcript', {
    code: 'not-a-transcript',
    file,
    hint: 'Save what it shows as plain text; if it is an agent script, run `callqa lint` on it.',
  });
}

/** A warning where a text looks like an agent script: it would be scored as if a call had gone so. */
export function scriptWarning(head: string, file: string): Failure | undefined {
  const told = opensFrontMatter(head) && scenario.test(head.replace(/^\ufeff/u, '').trimStart());
  if (!told && !directive.test(head)) return undefined;
  return new Failure('this looks like an agent script; it is read as what was said on a call', {
    code: 'looks-like-a-script',
    file,
    hint: 'Run `callqa lint` on scripts.',
  });
}
