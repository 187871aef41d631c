/** Text in Markdown: shown as it is, never as markup, a link, a mention or HTML. */
import { visible } from './visible.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '@': '&#64;',
};

/** The text escaped for one line of Markdown, wherever in the line it stands. */
export function markdownText(text: string): string {
  return visible(text)
    .replace(/[&<>@]/g, (character) => entities[character]!)
    .replace(/[\\`*_{}[\]()|~$^!]|#(?!64;)/g, '\\$&')
    .replace(/:(?=\/\/)|\.(?<=www\.)/gi, '\\$&')
    .replace(/^(\s*)([-+=:])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}
