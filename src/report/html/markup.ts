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

function written(content: Content): string {
  if (content === undefined || content === false) return '';
  if (typeof content === 'number') return String(content);
  if (typeof content === 'string') {
    return visible(content).replace(/[&<>"']/g, (character) => entities[character]!);
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
