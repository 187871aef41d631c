/** Scripts in plain text: labels as in transcripts, blank lines between scripts, `#` for headings and directives. */
import { teachingOf } from '../counter-example.ts';
import type { Script, ScriptComment, ScriptPiece } from '../document.ts';
import { withoutHtml } from '../html-text.ts';
import { lineTable } from '../line-table.ts';
import { mappedTextBuilder, softBreak } from '../mapped-text.ts';
import { changeVoice, cutSpeech, linesOfPart, pieceOf, type Voice, type VoiceChange } from '../speech.ts';
import type { ScriptContents, ScriptReading } from './contents.ts';
import { hashComments } from './hash-comments.ts';
import { htmlComments } from './html-comments.ts';
import { scenarioLine } from './scenario-line.ts';

interface Line {
  readonly text: string;
  readonly at: number;
}

const directive = /(?:^|\s)(?:#|\/\/)[ \t]*(callqa-\S.*)$/u;
const heading = /^\s*(#{1,6})\s+(\S.*?)\s*$/u;
const rule = /^\s*(?:[-=*_]\s*){3,}$/u;
const wholeComment = /^\s*(?:<!--[\s\S]*?-->\s*)+$/u;
/** A line that is at least so long and ends in the middle of a sentence was wrapped. */
const wrapped = 60;

/** Reads a plain text. */
export function readPlainText(source: string, { voices }: ScriptReading): ScriptContents {
  const table = lineTable(source);
  const scripts: Script[] = [];
  const pieces: ScriptPiece[] = [];
  const comments: ScriptComment[] = [];
  let voice: Voice = { speaker: 'agent' };
  let pending: VoiceChange = {};
  let own: Line[] = [];
  let isOpen = false;
  let lists = 0;

  const script = (title?: string): number => {
    if (!isOpen || title !== undefined) scripts.push(title === undefined ? {} : { title });
    isOpen = true;
    return scripts.length - 1;
  };
  const flush = (): void => {
    if (own.length === 0) return;
    const builder = mappedTextBuilder();
    for (const [index, { text, at }] of own.entries()) {
      if (index > 0) {
        const before = own[index - 1]!;
        const isWrapped = before.text.length >= wrapped && !/[.!?。！？:：;；"”」)）]\s*$/u.test(before.text);
        const end = before.at + before.text.length;
        builder.put(isWrapped ? softBreak : '\n', end, at - end);
      }
      builder.copy(text, at);
    }
    const last = own.at(-1)!;
    own = [];
    const said = withoutHtml(builder.finish(last.at + last.text.length));
    const speech = cutSpeech(said, changeVoice(voice, pending), voices);
    pending = speech.pending ?? {};
    const number = script();
    const { title } = scripts[number]!;
    const parts = speech.parts.flatMap(linesOfPart);
    // A paragraph of lines with and without markers is no list.
    const order = parts.every((part) => part.order === parts[0]!.order) ? parts[0]?.order : undefined;
    const list = lists++;
    for (const [item, part] of parts.entries()) {
      const slot = order && { list, item, order, ...(title === undefined ? {} : { title }) };
      pieces.push(pieceOf(part, { script: number, ...(slot === undefined ? {} : { slot }) }));
    }
  };

  let from = 1;
  let whole: Pick<Script, 'scenario' | 'scenarioAt'> | undefined;
  const front = /^---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*$/mu.exec(source);
  if (front !== null && front.index === 0) {
    whole = scenarioLine(front[1]!, source.indexOf('\n') + 1, table);
    comments.push(...hashComments(front[1]!, source.indexOf('\n') + 1, table));
    from = table.lineAt(front[0].length - 1) + 1;
  }
  for (let number = from; number <= table.count; number++) {
    const at = table.startOf(number);
    const end = number === table.count ? source.length : table.startOf(number + 1);
    const full = source.slice(at, end).replace(/[\r\n]+$/u, '');
    const said = directive.exec(full);
    const start = said === null ? full.length : said.index + said[0].search(/[#/]/u);
    if (said !== null) {
      comments.push({ text: said[1]!.trim(), start: at + start, end: at + full.length, line: number });
    }
    const text = full.slice(0, start).trimEnd();
    if (said !== null && text === '') continue;
    if (wholeComment.test(text)) {
      comments.push(...htmlComments(text, at, table));
      continue;
    }
    const isBlank = text.trim() === '' || rule.test(text);
    const title = heading.exec(text)?.[2];
    if (!isBlank && title === undefined) {
      own.push({ text, at });
      continue;
    }
    flush();
    if (title !== undefined) {
      // A heading goes on where it names what not to say in the script that it stands in.
      const teaching = teachingOf(title);
      if (teaching === undefined || scripts.length === 0) script(title);
      voice = changeVoice({ speaker: 'agent' }, { exempt: teaching === 'bad' ? title : '' });
      pending = {};
    } else if (isOpen && pieces.at(-1)?.script === scripts.length - 1) isOpen = false;
  }
  flush();
  if (whole === undefined) return { scripts, pieces, comments };
  const title = scripts[0]?.title;
  return {
    scripts: [{ ...(title === undefined ? {} : { title }), ...whole }],
    pieces: pieces.map((piece) => ({ ...piece, script: 0 })),
    comments,
  };
}
