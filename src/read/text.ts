/** Plain text as a person writes a transcript: `Agent: …`, `客服：…`, timestamps, marks in brackets, front matter. */
import type { Call } from '../call/call.ts';
import { Failure } from '../call/failure.ts';
import { dialogueBuilder, type Dialogue } from './dialogue.ts';
import { readFrontMatter } from './front-matter.ts';
import { headsField, labelKey, labelReader, type Label, type LabelReader } from './labels.ts';
import { couldBeLabel, cutLine, type IsLabel } from './lines.ts';
import { metadataOf } from './metadata.ts';
import { fieldOf } from './fields.ts';
import type { ReadCall, Reading } from './reading.ts';
import { parseDateTime, parseTime } from './times.ts';

/** A transcript's text, read: the dialogue, and what its head said of the call. */
export interface ParsedText extends Dialogue {
  readonly head: readonly (readonly [name: string, value: string])[];
  /** When the first timestamp was, where timestamps have a date. */
  readonly startedAt?: string;
}

const rule = /^\s*(?:[-=]\s*){3,}$/u;
const field = /^\s*([^:：]{1,30})[:：]\s*(\S.*)$/u;
const opensNote =
  /^\s*[[【［〔]\s*(?:[^:：[\]【】]{0,20}?)(?:notes?|备注|備註|小结|小結|记录|記錄)\s*[:：\s][^\]】］〕]*$/iu;

/** Joins a bracketed note that runs over lines into one; a labelled line or no end means that it was no note. */
function joinNotes(lines: readonly string[], isSure: (line: string) => boolean): readonly string[] {
  const joined: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!;
    let end = at;
    if (opensNote.test(line)) {
      for (end = at + 1; end < lines.length && end < at + 60; end++) {
        if (isSure(lines[end]!) || /[\]】］〕]/u.test(lines[end]!)) break;
      }
      const last = lines[end];
      if (last === undefined || isSure(last) || !/[\]】］〕]\s*$/u.test(last)) end = at;
    }
    joined.push(lines.slice(at, end + 1).join(' '));
    at = end;
  }
  return joined;
}

/** The labels of a text that no table knows but that it uses as labels: again and again, or on every line. */
function ownLabels(lines: readonly string[], labelOf: LabelReader): ReadonlySet<string> {
  const counts = new Map<string, number>();
  let labelled = 0;
  let spoken = 0;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const cut = cutLine(line, (label) => labelOf(label) !== undefined || couldBeLabel(label), labelOf);
    if (cut.label !== undefined) {
      labelled++;
      if (labelOf(cut.label) === undefined) {
        const key = labelKey(cut.label);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
    if (cut.label !== undefined || cut.text !== '') spoken++;
  }
  const every = labelled === spoken && labelled > 1;
  return new Set([...counts].filter(([, count]) => every || count > 1).map(([key]) => key));
}

/**
 * A reader that also knows the names behind the labels of a text: whoever was `Agent (Dana)` may go on as `Dana`. A name
 * of two people is nobody's.
 */
function withNames(lines: readonly string[], labelOf: LabelReader): LabelReader {
  const byName = new Map<string, Label | undefined>();
  for (const line of lines) {
    const { label } = cutLine(line, (label) => labelOf(label) !== undefined, labelOf);
    const read = label === undefined ? undefined : labelOf(label);
    if (read?.name === undefined) continue;
    const key = labelKey(read.name);
    byName.set(key, byName.has(key) && byName.get(key)?.key !== read.key ? undefined : read);
  }
  return byName.size === 0 ? labelOf : (label) => labelOf(label) ?? byName.get(labelKey(label));
}

/**
 * The turns, events and notes of a text. A line without a label goes on the turn before; before the first label, lines
 * that name a field (`Call ID: 17`) or are a heading (`# …`) are the head, and others are a turn of an unknown speaker.
 */
export function parseDialogue(text: string, labels: LabelReader = labelReader()): ParsedText {
  const written = text.split(/\r\n|\r|\n/u);
  const labelOf = withNames(written, labels);
  const isKnown: IsLabel = (label) => labelOf(label) !== undefined;
  const lines = joinNotes(written, (line) => cutLine(line, isKnown, labelOf).label !== undefined);
  const own = ownLabels(lines, labelOf);
  const isLabel: IsLabel = (label) => isKnown(label) || (couldBeLabel(label) && own.has(labelKey(label)));
  const builder = dialogueBuilder(labelOf);
  const head: [string, string][] = [];
  let base: { readonly iso: string; readonly ms: number } | undefined;
  let pending: { start?: number; end?: number } = {};
  const timeOf = (written: string | undefined): number | undefined => {
    if (written === undefined) return undefined;
    const date = parseDateTime(written);
    if (date === undefined) return parseTime(written);
    base ??= date;
    return Math.max(0, date.ms - base.ms);
  };

  for (const line of lines) {
    if (line.trim() === '' || rule.test(line)) continue;
    const cut = cutLine(line, isLabel, labelOf);
    const start = timeOf(cut.start);
    const end = timeOf(cut.end);
    const read = {
      ...(start === undefined ? {} : { start }),
      ...(end === undefined || end < (start ?? 0) ? {} : { end }),
    };
    const timing = start === undefined ? pending : read;
    for (const mark of cut.marks) builder.mark(mark, start);
    if (cut.label === undefined && cut.text === '') {
      if (cut.marks.length === 0) pending = read;
      continue;
    }
    pending = {};
    if (cut.label !== undefined) {
      builder.say(cut.label, cut.text, timing);
      continue;
    }
    const last = builder.last();
    if (last === undefined && cut.start === undefined && cut.marks.length === 0) {
      const named = field.exec(line);
      if (named !== null && (fieldOf(named[1]!) !== undefined || headsField(named[1]!))) {
        head.push([named[1]!.trim(), named[2]!.trim()]);
        continue;
      }
      const heading = /^\s*#{1,6}\s+(\S.*)$/u.exec(line);
      if (heading !== null) {
        head.push(['heading', heading[1]!.trim()]);
        continue;
      }
    }
    // A time without a label is a new turn of whoever talked, at that time.
    if (timing.start === undefined) builder.goOn(cut.text);
    else builder.say(last?.label, cut.text, timing);
  }
  return { ...builder.finish(), head, ...(base === undefined ? {} : { startedAt: base.iso }) };
}

/** Joins what the head names twice, such as two headings, so that none is lost. */
function withoutRepeats(
  entries: readonly (readonly [string, unknown])[],
): readonly (readonly [string, unknown])[] {
  const joined = new Map<string, unknown>();
  for (const [name, value] of entries) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : [before, value].flat());
  }
  return [...joined];
}

/**
 * Reads one call from plain text.
 * @throws Failure `front-matter` where its YAML is broken, `input-empty` where the file holds no words.
 */
export async function* readText(text: string, reading: Reading): AsyncGenerator<ReadCall> {
  const { file, name, sha256, labelOf } = reading;
  const front = await readFrontMatter(text, file);
  const body =
    front === undefined
      ? text
      : text
          .split(/\r\n|\r|\n/u)
          .slice(front.lines)
          .join('\n');
  const { turns, events, notes, participants, head, startedAt } = parseDialogue(body, labelOf);
  if (turns.length === 0 && events.length === 0) {
    throw new Failure('the file holds no talk', {
      code: 'input-empty',
      file,
      hint: 'A transcript has lines such as "Agent: Hello" or "客服：您好".',
    });
  }
  const metadata = metadataOf([...(front?.entries ?? []), ...withoutRepeats(head)]);
  const allNotes = [...(metadata.notes ?? []), ...notes];
  const call: Call = {
    ...metadata,
    id: metadata.id ?? name,
    ...(metadata.startedAt === undefined && startedAt !== undefined ? { startedAt } : {}),
    ...(participants.length === 0 ? {} : { participants }),
    ...(allNotes.length === 0 ? {} : { notes: allNotes }),
    turns,
    ...(events.length === 0 ? {} : { events }),
  };
  yield { call, source: { path: file, sha256 } };
}
