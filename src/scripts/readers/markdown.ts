/** Scripts in Markdown: what stands under one heading is a script; code is not read. */
import { teachingOf } from '../counter-example.ts';
import type { Script, ScriptComment, ScriptPiece, Slot } from '../document.ts';
import { lineTable, type LineTable } from '../line-table.ts';
import { changeVoice, cutSpeech, pieceOf, type Voice, type VoiceChange } from '../speech.ts';
import type { ScriptContents, ScriptReading } from './contents.ts';
import { hashComments } from './hash-comments.ts';
import type { BlockStep, InlineText, MarkdownBlock } from './markdown-block.ts';
import { readColumns, type ReadColumn } from './markdown-columns.ts';
import { plainMarkdown } from './markdown-plain.ts';
import { scenarioLine } from './scenario-line.ts';

/** Headings that name a step of the script above them, and none of their own. */
const stepHeading =
  /^(?:(?:step|part|phase)\s*\d|(?:\d+\s*[.)、．]\s*)?(?:opening|greeting|closing|close|wrap[- ]?up|acknowledge\w*|follow[- ]?up|resolution|next steps?)$|第\s*[\d一二三四五六七八九十]+\s*步|步[骤驟]|(?:开场|開場|开头|開頭|结束|結束|收尾|结尾|結尾)(?:白|语|語)?$)/iu;

interface Section {
  readonly depth: number;
  readonly voice: Voice;
  readonly script: number;
  readonly title: string;
}

/** A label with nothing behind it speaks of the blocks that follow, as long as they are of one kind. */
interface Pending {
  readonly parent: readonly BlockStep[];
  readonly change: VoiceChange;
  next: number;
  type?: string;
}

type Cell = Extract<MarkdownBlock, { kind: 'cell' }>;

/** The table that is being read. */
interface MarkdownTable {
  readonly path: string;
  readonly header: readonly string[];
  columns?: readonly ReadColumn[];
  rowChange: VoiceChange;
}

const placeOf = (path: readonly BlockStep[]): string => path.map(({ index }) => index).join('.');

function tableAt(path: readonly BlockStep[]): MarkdownTable {
  return { path: placeOf(path), header: [], rowChange: {} };
}

/** Reads a Markdown text. */
export async function readMarkdown(source: string, reading: ScriptReading): Promise<ScriptContents> {
  const lines = lineTable(source);
  let blocks = plainMarkdown(source, lines);
  if (blocks === undefined) {
    const { markdownTree } = await import('./markdown-tree.ts');
    blocks = markdownTree(source, lines);
  }
  return contentsOf(blocks, source, lines, reading);
}

function contentsOf(
  blocks: readonly MarkdownBlock[],
  source: string,
  lines: LineTable,
  reading: ScriptReading,
): ScriptContents {
  const { voices } = reading;
  const scripts: Script[] = [];
  const pieces: ScriptPiece[] = [];
  const comments: ScriptComment[] = [];
  let front: Pick<Script, 'scenario' | 'scenarioAt'> | undefined;
  const sections: Section[] = [];
  let pending: Pending | undefined;
  let table: MarkdownTable | undefined;
  const lists = new Map<string, number>();

  const scriptOf = (): number => {
    const own = sections.at(-1)?.script;
    if (own !== undefined) return own;
    if (scripts.length === 0) scripts.push({});
    return 0;
  };
  const voiceOf = (): Voice => sections.at(-1)?.voice ?? { speaker: 'agent' };

  const openSection = (depth: number, text: InlineText): void => {
    while (sections.length > 0 && sections.at(-1)!.depth >= depth) sections.pop();
    const title = text.text.trim();
    const above = sections.at(-1);
    const role = voices.labelOf(title);
    const isRole = role?.plain === true;
    const teaching = teachingOf(title);
    const change: VoiceChange = {
      ...(isRole ? { speaker: role.speaker === 'customer' ? 'customer' : 'agent' } : {}),
      ...(teaching === undefined ? {} : { exempt: teaching === 'bad' ? title : '' }),
    };
    const goesOn = above !== undefined && (isRole || teaching !== undefined || stepHeading.test(title));
    if (!goesOn) scripts.push(title === '' ? {} : { title });
    sections.push({
      depth,
      voice: changeVoice(above?.voice ?? { speaker: 'agent' }, change),
      script: goesOn ? above.script : scripts.length - 1,
      title,
    });
  };

  const covered = (path: readonly BlockStep[]): VoiceChange => {
    if (pending === undefined) return {};
    const { parent, next, type } = pending;
    const step = path[parent.length];
    const isInside = parent.every(({ index }, depth) => path[depth]?.index === index);
    const isNext =
      step !== undefined && (step.index === next || (type !== undefined && step.index === next - 1));
    if (!isInside || !isNext || (type !== undefined && step.type !== type)) {
      pending = undefined;
      return {};
    }
    pending.type = step.type;
    pending.next = step.index + 1;
    return pending.change;
  };

  /** The list or the table at a path, by what stands above it. */
  const slotIn = (list: readonly BlockStep[], item: number, order: Slot['order']): Slot => {
    const key = placeOf(list);
    if (!lists.has(key)) lists.set(key, lists.size);
    const title = sections.at(-1)?.title;
    return { list: lists.get(key)!, item, order, ...(title === undefined ? {} : { title }) };
  };
  const slotOf = (path: readonly BlockStep[]): Slot | undefined => {
    const at = path.findIndex(({ type }) => type === 'list');
    const item = path[at + 1];
    if (at < 0 || item === undefined) return undefined;
    return slotIn(path.slice(0, at + 1), item.index, path[at]!.ordered === true ? 'numbers' : 'bullets');
  };

  const say = (text: InlineText, voice: Voice, slot: Slot | undefined, path?: readonly BlockStep[]): void => {
    const isCode = (offset: number): boolean =>
      text.code.some(([start, end]) => offset >= start && offset < end);
    const { parts, pending: ofLabel } = cutSpeech(text, voice, voices);
    const title = text.text.trim();
    const isTitle = path !== undefined && text.isStrong && voices.changeOf(title) !== undefined;
    const change = isTitle ? voices.changeOf(title) : ofLabel;
    if (change !== undefined && path !== undefined) {
      pending = { parent: path.slice(0, -1), change, next: path.at(-1)!.index + 1 };
    }
    if (isTitle) return;
    const script = scriptOf();
    for (const part of parts) {
      const rest = { script, ...(slot === undefined ? {} : { slot }) };
      pieces.push(pieceOf(part, rest, text.code.length === 0 ? undefined : isCode));
    }
  };

  const sayCell = ({ path, row, column, text }: Cell): void => {
    if (row === 0) {
      table = column === 0 || table === undefined ? tableAt(path) : table;
      table = { ...table, header: [...table.header, text.text] };
      return;
    }
    // A table of HTML may have no header.
    if (table?.path !== placeOf(path)) table = tableAt(path);
    const columns = (table.columns ??= readColumns(table.header, reading));
    const own = columns[column];
    const base = changeVoice(voiceOf(), covered(path));
    const name = text.text.trim();
    const change = column === 0 || own?.role === 'speaker' ? voices.changeOf(name) : undefined;
    if (column === 0) table.rowChange = {};
    if (change !== undefined) {
      table.rowChange = change;
      return;
    }
    if (own?.isRead === false) return;
    // Rows by speaker are a conversation, and rows by step are gone through one by one.
    const isStepwise = columns[0]?.role === 'step';
    const slot = isStepwise || table.rowChange.speaker !== undefined ? undefined : slotIn(path, row, 'rows');
    say(text, changeVoice(changeVoice(base, own?.change ?? {}), table.rowChange), slot);
  };

  for (const block of blocks) {
    switch (block.kind) {
      case 'front':
        front = scenarioLine(block.text, block.at, lines);
        comments.push(...hashComments(block.text, block.at, lines));
        break;
      case 'heading':
        pending = undefined;
        openSection(block.depth, block.text);
        break;
      case 'comment': {
        comments.push(block.comment);
        const { start, end } = block.comment;
        const scenario = scenarioLine(source.slice(start, end), start, lines);
        if (scenario !== undefined) {
          const script = scriptOf();
          scripts[script] = { ...scripts[script], ...scenario };
        }
        break;
      }
      case 'cell':
        sayCell(block);
        break;
      case 'text':
        say(block.text, changeVoice(voiceOf(), covered(block.path)), slotOf(block.path), block.path);
        break;
    }
  }
  return { ...merged(scripts, pieces, front), comments: comments.sort((a, b) => a.start - b.start) };
}

/** Front matter speaks for all of a document but what says its own scenario. */
function merged(
  scripts: readonly Script[],
  pieces: readonly ScriptPiece[],
  front: Pick<Script, 'scenario' | 'scenarioAt'> | undefined,
): Pick<ScriptContents, 'scripts' | 'pieces'> {
  if (front === undefined) return { scripts, pieces };
  const title = scripts.find(({ scenario }) => scenario === undefined)?.title;
  const whole: Script = { ...(title === undefined ? {} : { title }), ...front };
  const kept: Script[] = [whole];
  const places = scripts.map((script) => (script.scenario === undefined ? 0 : kept.push(script) - 1));
  return { scripts: kept, pieces: pieces.map((piece) => ({ ...piece, script: places[piece.script] ?? 0 })) };
}
