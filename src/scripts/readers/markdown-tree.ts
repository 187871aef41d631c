/** Markdown by its full grammar (CommonMark, tables, front matter), with every code unit's place undone to the source. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import type { Nodes, PhrasingContent, RootContent } from 'mdast';
import type { LineTable } from '../line-table.ts';
import { mappedTextBuilder, softBreak, type MappedTextBuilder } from '../mapped-text.ts';
import { isTag } from '../placeholders.ts';
import type { ScriptComment } from '../document.ts';
import { htmlBlocks } from './html-blocks.ts';
import { htmlComments } from './html-comments.ts';
import type { BlockStep, InlineText, MarkdownBlock } from './markdown-block.ts';

const options = {
  extensions: [gfmTable(), frontmatter()],
  mdastExtensions: [gfmTableFromMarkdown(), frontmatterFromMarkdown()],
};

const mark = '\ufeff';

/** The blocks of a Markdown text. */
export function markdownTree(source: string, lines: LineTable): readonly MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  const walk = (node: RootContent, path: readonly BlockStep[], quotes: number): void => {
    const [start, end] = spanOf(node);
    const put = (children: readonly PhrasingContent[]): InlineText => {
      const { text, comments } = inlineText(children, source, quotes, lines);
      for (const comment of comments) blocks.push({ kind: 'comment', comment });
      return text;
    };
    switch (node.type) {
      case 'heading':
        blocks.push({ kind: 'heading', depth: node.depth, at: start, text: put(node.children) });
        return;
      case 'paragraph':
        blocks.push({ kind: 'text', path, text: put(node.children) });
        return;
      case 'table':
        for (const [row, { children }] of node.children.entries()) {
          for (const [column, cell] of children.entries()) {
            blocks.push({ kind: 'cell', path, row, column, text: put(cell.children) });
          }
        }
        return;
      case 'blockquote':
      case 'list':
      case 'listItem':
        for (const [index, child] of node.children.entries()) {
          walk(child, [...path, stepTo(child, index)], quotes + (node.type === 'blockquote' ? 1 : 0));
        }
        return;
      case 'html':
        for (const comment of htmlComments(source.slice(start, end), start, lines)) {
          blocks.push({ kind: 'comment', comment });
        }
        blocks.push(...htmlBlocks(source.slice(start, end), start, path));
        return;
      case 'yaml': {
        const at = source.indexOf('\n', start) + 1;
        blocks.push({ kind: 'front', text: node.value, at });
        return;
      }
      default:
    }
  };
  // The parser takes a byte order mark off and counts from behind it; where one is left in a text, it is a character.
  const { children } = fromMarkdown(source.startsWith(mark) ? mark + source : source, options);
  for (const [index, node] of children.entries()) {
    walk(node, [stepTo(node, index)], 0);
  }
  return blocks;
}

function stepTo(node: Nodes, index: number): BlockStep {
  const { type } = node;
  return type === 'list' && node.ordered === true ? { type, index, ordered: true } : { type, index };
}

function spanOf({ position }: Nodes): readonly [start: number, end: number] {
  return [position?.start.offset ?? 0, position?.end.offset ?? 0];
}

function inlineText(
  children: readonly PhrasingContent[],
  source: string,
  quotes: number,
  lines: LineTable,
): { readonly text: InlineText; readonly comments: readonly ScriptComment[] } {
  const builder = mappedTextBuilder();
  const comments: ScriptComment[] = [];
  const code: (readonly [number, number])[] = [];
  const add = (node: PhrasingContent): void => {
    const [from, to] = spanOf(node);
    const written = source.slice(from, to);
    switch (node.type) {
      case 'text':
        copyText(node.value, source, [from, to], quotes, builder);
        return;
      case 'break':
        builder.put('\n', from, to - from);
        return;
      case 'inlineCode': {
        const at = written.indexOf(node.value);
        if (at < 0) return;
        builder.copy(node.value, from + at);
        code.push([from + at, from + at + node.value.length]);
        return;
      }
      case 'html': {
        comments.push(...htmlComments(written, from, lines));
        const name = /^<\/?\s*([\p{L}_][^\s/>]*)/u.exec(written)?.[1];
        if (name === undefined) return;
        if (name.toLowerCase() === 'br') builder.put('\n', from, to - from);
        else if (!isTag(name)) builder.copy(written, from);
        return;
      }
      default:
        if ('children' in node) for (const child of node.children) add(child);
    }
  };
  for (const child of children) add(child);
  const isStrong = children.length === 1 && children[0]!.type === 'strong';
  const last = children.at(-1);
  return {
    text: { ...builder.finish(last === undefined ? 0 : spanOf(last)[1]), code, isStrong },
    comments,
  };
}

const escapable = /[!-/:-@[-`{-~]/u;
const reference = /&(?:#[xX][\dA-Fa-f]{1,6}|#\d{1,7}|[A-Za-z][A-Za-z\d]{1,31});/uy;

const decoded = new Map<string, string>();
/** What a character reference stands for, by the parser's own table. */
function decode(written: string): string {
  let known = decoded.get(written);
  if (known === undefined) {
    const node = fromMarkdown(`.${written}.`).children[0];
    const text = node?.type === 'paragraph' ? node.children[0] : undefined;
    known = text?.type === 'text' ? text.value.slice(1, -1) : written;
    decoded.set(written, known);
  }
  return known;
}

/** Copies a text with its escapes, references and line breaks undone, each where it stands. */
function copyText(
  value: string,
  source: string,
  [at, until]: readonly [start: number, end: number],
  quotes: number,
  builder: MappedTextBuilder,
): void {
  const written = source.slice(at, until);
  if (value === written && !/[\r\n]/u.test(value)) {
    builder.copy(value, at);
    return;
  }
  const steps: (readonly [character: string, at: number, width: number])[] = [];
  let read = '';
  const step = (character: string, from: number, to: number, meant = character): void => {
    read += meant;
    steps.push([character, at + from, to - from]);
  };
  for (let index = 0; index < written.length;) {
    const character = written[index]!;
    if (character === '\\' && escapable.test(written[index + 1] ?? '')) {
      step(written[index + 1]!, index, index + 2);
      index += 2;
      continue;
    }
    if (character === '&') {
      reference.lastIndex = index;
      const found = reference.exec(written)?.[0];
      const meant = found === undefined ? undefined : decode(found);
      if (found !== undefined && meant !== found) {
        step(meant!, index, index + found.length);
        index += found.length;
        continue;
      }
    }
    // A text may be over with its line, and the marks of quotes behind that belong to the break.
    const end = lineEnd(source, at + index, quotes);
    if (end !== undefined) {
      step(softBreak, index, end - at, '\n');
      index = end - at;
      continue;
    }
    step(character === '\0' ? '\ufffd' : character, index, index + 1);
    index++;
  }
  if (read === value.replaceAll(/\r\n?/gu, '\n'))
    for (const [character, from, width] of steps) builder.put(character, from, width);
  // What this undoing cannot follow stands as it was written: nothing is lost and every place is true.
  else builder.copy(written.replaceAll(/[\r\n]/gu, softBreak), at);
}

const breaking = /[ \t]*(?:\r\n|\n|\r)/uy;

/** Where a line break that begins at `index` is over, with the space around it and the marks of quotes behind it. */
function lineEnd(source: string, index: number, quotes: number): number | undefined {
  breaking.lastIndex = index;
  if (!breaking.test(source)) return undefined;
  let end = breaking.lastIndex;
  for (let count = 0; count < quotes; count++) {
    const mark = /^ {0,3}>/u.exec(source.slice(end, end + 4));
    if (mark === null) break;
    end += mark[0].length;
    if (count < quotes - 1 || source[end] === ' ') end += source[end] === ' ' ? 1 : 0;
  }
  while (source[end] === ' ' || source[end] === '\t') end++;
  return end;
}
