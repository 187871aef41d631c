/** Plain text as a person writes a transcript: `Agent: …`, `客服：…`, timestamps, marks in brackets, front matter. */
import type { Call } from '../call/call.ts';
import { Failure } from '../call/failure.ts';
import { dialogueBuilder, type Dialogue } from './dialogue.ts';
import { readFrontMatter } from './front-matter.ts';
import { headsField, labelKey, labelReader, type Label, type LabelReader } from './labels.ts';
import { layoutOf } from './layouts.ts';
import { cutLine, type CutLine, type IsLabel } from './lines.ts';
import { metadataOf } from './metadata.ts';
import { fieldOf } from './fields.ts';
import { ownLabels, warnOfDoubts, type Doubt, type Opening } from './own-labels.ts';
import type { ReadCall, Reading } from './reading.ts';
import { tailTimes } from './tail-times.ts';
import { textClock } from './text-clock.ts';

/** A transcript's text, read: the dialogue, and what its head said of the call. */
export interface ParsedText extends Dialogue {
  readonly head: readonly (readonly [name: string, value: string])[];
  /** When the first timestamp was, where timestamps have a date that can be read. */
  readonly startedAt?: string;
  /** The date of the first timestamp, where its day and month cannot be told apart. */
  readonly unreadDate?: string;
  /** Whether its dates have the day before the month; undefined where no line tells. */
  readonly dayFirst: boolean | undefined;
  /** What may be a label and was read as talk; `at` is the 0-based line. */
  readonly doubts: readonly Doubt[];
}

const rule = /^\s*(?:[-=]\s*){3,}$/u;
const field = /^\s*([^:：]{1,30})[:：]\s*(\S.*)$/u;
const opensNote =
  /^\s*[[【［〔]\s*(?:[^:：[\]【】]{0,20}?)(?:notes?|备注|備註|小结|小結|记录|記錄)\s*[:：\s][^\]】］〕]*$/iu;

/** A line of the text, or several of one note, and where it was. */
interface Line {
  readonly text: string;
  readonly at: number;
  /** Cut as if whatever may be a label were one. */
  readonly rough: CutLine;
}

const any: IsLabel = () => true;

/** Joins a bracketed note that runs over lines into one; a labelled line or no end means that it was no note. */
function joinNotes(
  lines: readonly string[],
  roughs: readonly CutLine[],
  labelOf: LabelReader,
): readonly Line[] {
  const isKnown: IsLabel = (label) => labelOf(label) !== undefined;
  const isSure = (line: string): boolean => cutLine(line, isKnown, labelOf).label !== undefined;
  const joined: Line[] = [];
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
    const text = end === at ? line : lines.slice(at, end + 1).join(' ');
    joined.push({ text, at, rough: end === at ? roughs[at]! : cutLine(text, any, labelOf) });
    at = end;
  }
  return joined;
}

/** The labels of a text that no table knows, and how many of its lines open with a label before a colon. */
function labelsOf(lines: readonly Line[], labelOf: LabelReader) {
  const openings: Opening[] = [];
  for (const [index, { text: line, at, rough }] of lines.entries()) {
    if (line.trim() === '') continue;
    const { label, start, isBehind, text } = rough;
    if (label === undefined && text === '') continue;
    const isAlone =
      start === undefined &&
      label !== undefined &&
      text === '' &&
      (lines[index - 1]?.text ?? '').trim() === '';
    const mark = start !== undefined ? 'time' : isAlone ? 'place' : undefined;
    openings.push({
      at,
      form: [isBehind, text === '', isAlone, start?.replaceAll(/\d+/gu, '0')].join(' '),
      ...(label === undefined ? {} : { label }),
      ...(mark === undefined ? {} : { mark }),
    });
  }
  const { keys, doubts } = ownLabels(openings, labelOf);
  const labelled = openings.filter(
    ({ label }) => label !== undefined && (labelOf(label) !== undefined || keys.has(labelKey(label))),
  ).length;
  return { keys, doubts, labelled };
}

/**
 * A reader that also knows the names behind the labels of a text: whoever was `Agent (Dana)` may go on as `Dana`. A name
 * of two people is nobody's.
 */
function withNames(cuts: readonly CutLine[], labelOf: LabelReader): LabelReader {
  const byName = new Map<string, Label | undefined>();
  for (const { label } of cuts) {
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
  const roughs = written.map((line) => cutLine(line, any, labels));
  const labelOf = withNames(roughs, labels);
  const lines = joinNotes(written, roughs, labelOf);
  const own = labelsOf(lines, labelOf);
  const layout = layoutOf(
    lines.map(({ text }) => text),
    own.labelled,
    labelOf,
  );
  const isLabel: IsLabel =
    layout === undefined
      ? (label) => labelOf(label) !== undefined || own.keys.has(labelKey(label))
      : () => false;
  const cuts = lines.map(({ text, rough }) => {
    const { label } = rough;
    // Names in brackets are labels only where they are known.
    const isFinal = label === undefined ? labelOf === labels : isLabel(label);
    return isFinal ? rough : cutLine(text, isLabel, labelOf);
  });
  const cutTail = tailTimes(cuts.filter(({ label }) => label !== undefined));
  const builder = dialogueBuilder(labelOf);
  const head: [string, string][] = [];
  const clock = textClock(written);
  let pending: { start?: number; end?: number } = {};

  for (let index = 0; index < lines.length; index++) {
    const line = lines[index]!.text;
    if (line.trim() === '' || rule.test(line)) continue;
    const at = index;
    const next = layout === undefined ? index : nextFilled(lines, index);
    const found = layout?.cut(line, lines[next]?.text);
    if (found?.takesNext === true) index = next;
    const house = cuts[at]!;
    const cut = found === undefined ? (cutTail?.(house) ?? house) : { ...found, marks: [] };
    const start = clock.offsetOf(cut.start);
    const end = clock.offsetOf(cut.end);
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
    // A layout may say that somebody else talks and not who.
    if (cut.label !== undefined || found !== undefined) {
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
  const first = clock.startedAt();
  return {
    ...builder.finish(),
    head,
    ...(first === undefined ? {} : 'iso' in first ? { startedAt: first.iso } : { unreadDate: first.written }),
    dayFirst: clock.dayFirst,
    doubts: (layout ?? own).doubts,
  };
}

/** Where the next line stands that is not empty; behind the last where there is none. */
function nextFilled(lines: readonly Line[], index: number): number {
  let next = index + 1;
  while (next < lines.length && lines[next]!.text.trim() === '') next++;
  return next;
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
  const parsed = parseDialogue(body, labelOf);
  const { turns, events, notes, participants, head, startedAt, unreadDate, dayFirst, doubts } = parsed;
  warnOfDoubts(
    doubts.map(({ at, label }) => ({ label, line: at + 1 + (front?.lines ?? 0) })),
    reading,
  );
  if (turns.length === 0 && events.length === 0) {
    throw new Failure('the file holds no talk', {
      code: 'input-empty',
      file,
      hint: 'A transcript has lines such as "Agent: Hello" or "客服：您好".',
    });
  }
  const metadata = metadataOf([...(front?.entries ?? []), ...withoutRepeats(head)], dayFirst);
  const allNotes = [...(metadata.notes ?? []), ...notes];
  const call: Call = {
    ...metadata,
    id: metadata.id ?? name,
    ...(metadata.startedAt === undefined && startedAt !== undefined ? { startedAt } : {}),
    ...(metadata.startedAt === undefined && unreadDate !== undefined
      ? { meta: { ...metadata.meta, startedAt: unreadDate } }
      : {}),
    ...(participants.length === 0 ? {} : { participants }),
    ...(allNotes.length === 0 ? {} : { notes: allNotes }),
    turns,
    ...(events.length === 0 ? {} : { events }),
  };
  yield { call, source: { path: file, sha256 } };
}
