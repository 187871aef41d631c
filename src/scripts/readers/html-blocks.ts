/** What a block of HTML in Markdown says: its headings, cells, items and paragraphs as Markdown's own are. */
import { withoutHtml } from '../html-text.ts';
import { mapPlain, sliceMapped, softBreak, type MappedText } from '../mapped-text.ts';
import type { BlockStep, InlineText, MarkdownBlock } from './markdown-block.ts';

/** What is not shown: comments, programs, and code, which is not read in Markdown either. */
const hidden = /<!--[\s\S]*?(?:-->|$)|<(script|style|pre|textarea|code)\b[^>]*>[\s\S]*?(?:<\/\1\s*>|$)/giu;
const structure =
  /<(\/?)(table|tr|t[dh]|h[1-6]|summary|p|div|section|article|details|ul|ol|li|d[ltd]|blockquote|center|hr)\b(?:[^<>"']|"[^"]*"|'[^']*')*>/giu;

/** One run of text, and the tag that it stands under. */
interface Run {
  readonly tag: string;
  readonly text: InlineText;
}

const strong = /^\s*<(?:b|strong)\b[^<>]*>(?:(?!<\/?(?:b|strong)\b)[\s\S])*<\/(?:b|strong)\s*>\s*$/iu;

function runsOf(html: string, start: number): readonly Run[] {
  // Of the same length, so that every place stays.
  const shown = html.replaceAll(hidden, (whole) => ' '.repeat(whole.length));
  const runs: Run[] = [];
  let tag = '';
  let at = 0;
  const put = (end: number): void => {
    const written = shown.slice(at, end);
    const isStrong = tag === 'summary' || strong.test(written);
    const text = trimmed(withoutHtml(mapPlain(written, start + at), softBreak));
    const isCell = tag === 'td' || tag === 'th';
    // An empty cell counts: what stands behind it is in the next column.
    if (isCell || /\S/u.test(text.text)) runs.push({ tag, text: { ...text, code: [], isStrong } });
  };
  for (const found of shown.matchAll(structure)) {
    put(found.index);
    const name = found[2]!.toLowerCase();
    tag = found[1] === '' ? name : '';
    if (name === 'tr' && tag !== '')
      runs.push({ tag, text: { ...mapPlain('', 0), code: [], isStrong: false } });
    at = found.index + found[0].length;
  }
  put(shown.length);
  return runs;
}

/** Space at the ends belongs to the markup. */
function trimmed(text: MappedText): MappedText {
  const from = text.text.length - text.text.trimStart().length;
  const to = text.text.trimEnd().length;
  return to <= from ? mapPlain('', 0) : sliceMapped(text, from, to);
}

/**
 * The blocks in a piece of HTML.
 * @param start where it begins in the source.
 * @param path the steps to it.
 */
export function htmlBlocks(
  html: string,
  start: number,
  path: readonly BlockStep[],
): readonly MarkdownBlock[] {
  const runs = runsOf(html, start);
  const texts = runs.filter(({ tag }) => tag !== 'tr');
  const hasHeader = texts.find(({ tag }) => tag === 'td' || tag === 'th')?.tag === 'th';
  let row = hasHeader ? -1 : 0;
  let column = 0;
  return runs.flatMap(({ tag, text }, index): readonly MarkdownBlock[] => {
    // What stands alone in its block speaks of the block behind it, as a label in a paragraph does.
    const own: BlockStep = { type: 'paragraph', index };
    switch (tag) {
      case 'tr':
        row++;
        column = 0;
        return [];
      case 'td':
      case 'th':
        return [{ kind: 'cell', path: [...path, { type: 'table', index: 0 }], row, column: column++, text }];
      case 'li': {
        const steps: readonly BlockStep[] = [{ type: 'list', index: 0 }, { type: 'listItem', index }, own];
        return [{ kind: 'text', path: [...path, ...steps], text }];
      }
      default:
        if (/^h\d$/u.test(tag)) {
          return [{ kind: 'heading', depth: Number(tag[1]), at: text.offsets[0]!, text }];
        }
        return [{ kind: 'text', path: texts.length === 1 ? path : [...path, own], text }];
    }
  });
}
