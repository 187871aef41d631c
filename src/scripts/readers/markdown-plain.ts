/**
 * Markdown as most scripts are written: headings, paragraphs, flat lists, quotes, tables, comments. It is read in one
 * pass, fifty times as fast as by the full grammar; at the first sign of anything else it gives up, and the full grammar
 * reads the whole. What it does read, it reads as the full grammar does: a test compares them.
 */
import { lineTable, type LineTable } from '../line-table.ts';
import { mappedTextBuilder, softBreak } from '../mapped-text.ts';
import type { BlockStep, InlineText, MarkdownBlock } from './markdown-block.ts';

/** A line's own text, and where it begins. */
interface Line {
  readonly text: string;
  readonly at: number;
}

/** Signs that need the full grammar wherever they stand but in fenced code: escapes, code, entities, links, images, tabs. */
const needsGrammar = /[\\`\t\0]|&[#\w]|\]\(|\]:|\]\[|!\[/u;
const fence = /^(`{3,})[^`]*$/u;
const startsBlock = /^(?:[-+*](?:\s|$)|#|>|\||~|=|_|`|\d{1,9}[.)](?:\s|$)|[-*_: ]+$|<)/u;
const item = /^([-+*]|\d{1,9}[.)]) (\S.*)$/u;
const commentLine = /^<!--(?!-?>)(.*?)-->$/u;
const tableRow = /^\|.*\|$/u;
const tableRule = /^\|(?: *:?-+:? *\|)+$/u;

/** The blocks of a plain Markdown text; undefined for one that needs the full grammar. */
export function plainMarkdown(
  source: string,
  table: LineTable = lineTable(source),
): readonly MarkdownBlock[] | undefined {
  if (/\r(?!\n)/u.test(source)) return undefined;
  const lines: Line[] = [];
  for (let number = 1; number <= table.count; number++) {
    const at = table.startOf(number);
    const text = source.slice(at, number === table.count ? source.length : table.startOf(number + 1));
    lines.push({ text: text.replace(/\r?\n$/u, ''), at });
  }
  const blocks: MarkdownBlock[] = [];
  let index = -1;
  let from = 0;
  const front = frontMatter(lines, source);
  if (front !== undefined) {
    blocks.push(front.block);
    from = front.lines;
    index = 0;
  } else if (lines[0]?.text.startsWith('---') === true) return undefined;
  const code = fencedCode(lines, from);
  if (needsGrammar.test(withoutCode(source, lines, code))) return undefined;
  let list: { readonly sign: string; items: number; readonly index: number } | undefined;

  for (let at = from; at < lines.length;) {
    const { text, at: start } = lines[at]!;
    if (isBlank(text)) {
      at++;
      continue;
    }
    const fenced = code.get(at);
    if (fenced !== undefined) {
      index++;
      list = undefined;
      at = fenced;
      continue;
    }
    if (text[0] === ' ' || text.endsWith(' ')) return undefined;
    const heading = /^(#{1,6}) +(\S.*)$/u.exec(text);
    if (heading !== null) {
      if (text.endsWith('#')) return undefined;
      const inline = inlineOf([{ text: heading[2]!, at: start + text.length - heading[2]!.length }]);
      if (inline === undefined) return undefined;
      blocks.push({ kind: 'heading', depth: heading[1]!.length, at: start, text: inline });
      index++;
      list = undefined;
      at++;
      continue;
    }
    const comment = commentLine.exec(text);
    if (comment !== null) {
      if (comment[1]!.includes('--') && /--!?>|<!--/u.test(comment[1]!)) return undefined;
      blocks.push({
        kind: 'comment',
        comment: { text: comment[1]!.trim(), start, end: start + text.length, line: table.lineAt(start) },
      });
      index++;
      list = undefined;
      at++;
      continue;
    }
    const listed = item.exec(text);
    if (listed !== null) {
      const [, marker, said] = listed as unknown as [string, string, string];
      const sign = marker.at(-1)!;
      if (startsBlock.test(said) || /^\[[ xX]\]/u.test(said)) return undefined;
      // What stands right below an item belongs to it, unless it is an item too.
      const below = lines[at + 1]?.text ?? '';
      if (!isBlank(below) && !item.test(below) && !commentLine.test(below) && !/^#{1,6} /u.test(below))
        return undefined;
      if (isBlank(below) && /^ +[^ ]/u.test(lines[at + 2]?.text ?? '')) return undefined;
      const inline = inlineOf([{ text: said, at: start + text.length - said.length }]);
      if (inline === undefined) return undefined;
      if (list?.sign !== sign) list = { sign, items: 0, index: ++index };
      blocks.push({
        kind: 'text',
        path: [
          { type: 'list', index: list.index, ...(/\d/u.test(marker) ? { ordered: true } : {}) },
          { type: 'listItem', index: list.items++ },
          { type: 'paragraph', index: 0 },
        ],
        text: inline,
      });
      at++;
      continue;
    }
    list = undefined;
    index++;
    if (text.startsWith('>')) {
      const end = runEnd(lines, at, (line) => line.startsWith('>'));
      if (!isBlank(lines[end]?.text ?? '')) return undefined;
      const quoted = quoteBlocks(lines.slice(at, end), index);
      if (quoted === undefined) return undefined;
      blocks.push(...quoted);
      at = end;
      continue;
    }
    if (text.startsWith('|')) {
      const end = runEnd(lines, at, (line) => line.startsWith('|'));
      if (!isBlank(lines[end]?.text ?? '')) return undefined;
      const cells = tableBlocks(lines.slice(at, end), index);
      if (cells === undefined) return undefined;
      blocks.push(...cells);
      at = end;
      continue;
    }
    const end = runEnd(
      lines,
      at,
      (line) => !isBlank(line) && !/^#{1,6} /u.test(line) && !commentLine.test(line) && !fence.test(line),
    );
    const paragraph = paragraphOf(lines.slice(at, end));
    if (paragraph === undefined) return undefined;
    blocks.push({ kind: 'text', path: [{ type: 'paragraph', index }], text: paragraph });
    at = end;
  }
  return blocks;
}

/** Spaces alone, as the grammar counts them: a full-width or unbreakable one is a sign like others. */
function isBlank(text: string): boolean {
  return /^ *$/u.test(text);
}

function runEnd(lines: readonly Line[], from: number, goesOn: (text: string) => boolean): number {
  let end = from + 1;
  while (end < lines.length && goesOn(lines[end]!.text)) end++;
  return end;
}

function frontMatter(lines: readonly Line[], source: string) {
  if (lines[0]?.text !== '---') return undefined;
  const close = lines.findIndex(({ text }, index) => index > 0 && text === '---');
  if (close < 0) return undefined;
  const at = lines[1]!.at;
  const end = close === 1 ? at : lines[close - 1]!.at + lines[close - 1]!.text.length;
  const block: MarkdownBlock = { kind: 'front', text: source.slice(at, end), at };
  return { block, lines: close + 1 };
}

/** Code between fences that stand at the edge: from the line that opens it to the one behind that which closes it. */
function fencedCode(lines: readonly Line[], from: number): ReadonlyMap<number, number> {
  const code = new Map<number, number>();
  for (let at = from; at < lines.length; at++) {
    const open = fence.exec(lines[at]!.text)?.[1];
    if (open === undefined) continue;
    const close = new RegExp(`^ {0,3}${open}\`*[ \\t]*$`, 'u');
    const end = runEnd(lines, at, (line) => !close.test(line));
    // What is never closed is code to the end.
    const next = Math.min(end + 1, lines.length);
    code.set(at, next);
    at = next - 1;
  }
  return code;
}

function withoutCode(source: string, lines: readonly Line[], code: ReadonlyMap<number, number>): string {
  let kept = '';
  let at = 0;
  for (const [from, next] of code) {
    kept += source.slice(at, lines[from]!.at);
    at = lines[next]?.at ?? source.length;
  }
  return kept + source.slice(at);
}

/** Lines of one paragraph, none of which could be anything else. */
function paragraphOf(lines: readonly Line[]): InlineText | undefined {
  for (const { text } of lines) {
    if (text[0] === ' ' || text.endsWith(' ') || text.includes('|')) return undefined;
    if (startsBlock.test(text) && !/^\*\*[^\s*]/u.test(text)) return undefined;
  }
  return inlineOf(lines);
}

function quoteBlocks(lines: readonly Line[], index: number): readonly MarkdownBlock[] | undefined {
  const blocks: MarkdownBlock[] = [];
  let own: Line[] = [];
  let inner = 0;
  const flush = (): boolean => {
    if (own.length === 0) return true;
    const text = paragraphOf(own);
    own = [];
    if (text === undefined) return false;
    const path: readonly BlockStep[] = [
      { type: 'blockquote', index },
      { type: 'paragraph', index: inner++ },
    ];
    blocks.push({ kind: 'text', path, text });
    return true;
  };
  for (const { text, at } of lines) {
    const mark = text[1] === ' ' ? 2 : 1;
    const said = text.slice(mark);
    if (said !== '') own.push({ text: said, at: at + mark });
    else if (!flush()) return undefined;
  }
  return flush() ? blocks : undefined;
}

function tableBlocks(lines: readonly Line[], index: number): readonly MarkdownBlock[] | undefined {
  const rule = lines[1]?.text ?? '';
  if (!tableRule.test(rule)) return undefined;
  const columns = rule.split('|').length - 2;
  const blocks: MarkdownBlock[] = [];
  for (const [number, { text, at }] of lines.entries()) {
    if (number === 1) continue;
    if (!tableRow.test(text)) return undefined;
    const cells = text.slice(1, -1).split('|');
    if (cells.length !== columns) return undefined;
    let start = at + 1;
    for (const [column, cell] of cells.entries()) {
      const said = cell.trim();
      // What is empty stands nowhere.
      const from = said === '' ? 0 : start + cell.indexOf(said);
      if (/[^ ]/u.test(cell.replace(said, ''))) return undefined;
      const inline = inlineOf([{ text: said, at: from }]);
      if (inline === undefined) return undefined;
      const row = number === 0 ? 0 : number - 1;
      blocks.push({ kind: 'cell', path: [{ type: 'table', index }], row, column, text: inline });
      start += cell.length + 1;
    }
  }
  return blocks;
}

/** A run of stars, and what it may do by what stands beside it (CommonMark, section 6.2). */
interface StarRun {
  readonly line: number;
  readonly at: number;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** As the grammar does, each code unit is looked at by itself. */
function kindOf(character: string | undefined): 'space' | 'sign' | 'other' {
  if (character === undefined || /\s/u.test(character)) return 'space';
  return /[\p{P}\p{S}]/u.test(character) ? 'sign' : 'other';
}

function starRuns(lines: readonly Line[]): readonly StarRun[] {
  return lines.flatMap(({ text }, line) =>
    text.includes('*')
      ? [...text.matchAll(/\*+/gu)].map(({ 0: stars, index: at }) => {
          const before = kindOf(text[at - 1]);
          const after = kindOf(text[at + stars.length]);
          const opens = after !== 'space' && (after !== 'sign' || before !== 'other');
          const closes = before !== 'space' && (before !== 'sign' || after !== 'other');
          return { line, at, length: stars.length, opens, closes };
        })
      : [],
  );
}

/** The stars that are marks of bold text, in pairs; undefined where that takes the full grammar. */
function boldMarks(runs: readonly StarRun[]): readonly StarRun[] | undefined {
  // Nothing that could be closed, or nothing that closes: all stars are stars.
  if (!runs.some(({ opens }) => opens) || !runs.some(({ closes }) => closes)) return [];
  const arePairs = runs.every(
    ({ length, opens, closes }, index) => length === 2 && opens === (index % 2 === 0) && closes !== opens,
  );
  return arePairs && runs.length % 2 === 0 ? runs : undefined;
}

/** The text of lines with bold marks taken off; undefined where other marks stand in it. */
function inlineOf(lines: readonly Line[]): InlineText | undefined {
  for (const { text } of lines) if (text.includes('<') || !plainUnderscores(text)) return undefined;
  const marks = boldMarks(starRuns(lines));
  if (marks === undefined) return undefined;
  const builder = mappedTextBuilder();
  for (const [number, { text, at }] of lines.entries()) {
    if (number > 0) {
      const before = lines[number - 1]!;
      const end = before.at + before.text.length;
      builder.put(softBreak, end, at - end);
    }
    let from = 0;
    for (const mark of marks) {
      if (mark.line !== number) continue;
      builder.copy(text.slice(from, mark.at), at + from);
      from = mark.at + mark.length;
    }
    builder.copy(text.slice(from), at + from);
  }
  const last = lines.at(-1)!;
  const [open, close] = marks;
  const isStrong =
    marks.length === 2 &&
    open!.line === 0 &&
    open!.at === 0 &&
    close!.line === lines.length - 1 &&
    close!.at + 2 === last.text.length;
  return { ...builder.finish(last.at + last.text.length), code: [], isStrong };
}

/** An underscore between letters or digits is one of a name; any other may be emphasis. */
function plainUnderscores(text: string): boolean {
  for (let at = text.indexOf('_'); at >= 0; at = text.indexOf('_', at + 1)) {
    if (!/[A-Za-z0-9]/u.test(text[at - 1] ?? '') || !/[A-Za-z0-9]/u.test(text[at + 1] ?? '')) return false;
  }
  return true;
}
