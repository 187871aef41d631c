/** HTML that can only be made safely: what is put into a template is text, unless it is markup made here. */
import { visible } from '../visible.ts';

/** Markup as it goes into the page. */
export interface Markup {
  readonly markup: string;
}

/** What a template takes: nothing, text, markup, or several of them. */
type Content = Markup | string | number | false | undefined | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

// Letters of scripts that run from right to left: the blocks of the Unicode roadmap, and their presentation forms.
const fromRight = String.raw`[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]`;
const anyFromRight = new RegExp(fromRight, 'u');
const runFromRight = new RegExp(`${fromRight}(?:[^\\p{L}<>]*${fromRight})*`, 'gu');

/** A text whose words from right to left cannot move what stands beside them: U+2068 and U+2069 are `<bdi>` for attributes too. */
function isolated(text: string): string {
  return anyFromRight.test(text) ? text.replace(runFromRight, '\u2068$&\u2069') : text;
}

function written(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') {
    return isolated(visible(content)).replace(/[&<>"']/g, (character) => entities[character]!);
  }
  if ('markup' in content) return content.markup;
  return content.map(written).join('');
}

/**
 * A template of markup. Text in it is escaped, for elements and for quoted attributes alike, and freed of control
 * characters; `undefined` and `false` leave nothing; how the template is indented is left out. Nothing from outside may
 * stand in a tag's or an attribute's name,
 * in an unquoted attribute, a style or a script.
 */
export function markup(template: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return {
    markup: template
      .map((text, index) => (index === 0 ? '' : written(contents[index - 1])) + text.replace(/\n\s*/g, '\n'))
      .join(''),
  };
}

/** A style sheet of our own, which is not to be escaped. */
export function styleSheet(css: string): Markup {
  return { markup: `<style>${css}</style>` };
}
