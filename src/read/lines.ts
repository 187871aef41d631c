/** Cuts a transcript's line into its timestamp, its label, its leading marks and its words. */
import type { LabelReader } from './labels.ts';
import { markOf, type Mark } from './marks.ts';
import { clockSource, decimalSource, secondsSource } from './stamp-source.ts';

/** One line, cut. Every character of it is in one of these or is a sign between them. */
export interface CutLine {
  /** The timestamp as it was written; a range has two. */
  readonly start?: string;
  readonly end?: string;
  readonly marks: readonly Mark[];
  /** The label as it was written; absent where the line has none. */
  readonly label?: string;
  /** The timestamp stands behind the label. */
  readonly isBehind?: true;
  readonly text: string;
}

const open = String.raw`[\[(（【［〔<]`;
const close = String.raw`[\])）】］〕>]`;
const toEnd = String.raw`(?:-+>|[-–—~至到])`;
const range = `(?<!\\d)(${clockSource})(?:\\s*${toEnd}\\s*(${clockSource}))?`;
/** What only brackets hold: seconds with their unit, and two numbers with a sign between them. */
const inside = `(?:${range}|(${secondsSource})(?:\\s*${toEnd}\\s*(${secondsSource}))?|(${decimalSource})\\s*(?:${toEnd}|:)\\s*(${decimalSource}))`;
const bracketedTime = `${open}\\s*${inside}\\s*${close}`;
const leadBracketed = new RegExp(`^\\s*${bracketedTime}\\s*(?:[-–—|]\\s+)?`, 'u');
const leadBare = new RegExp(`^\\s*${range}(?:\\s*[-–—|]\\s*|\\s+|$)`, 'u');
const leadMark = /^\s*([[(（【［〔][^[\]()（）【】［］〔〕]+[\])）】］〕])\s*/u;
const longNote =
  /^\s*[[【［〔][^:：[\]【】]{0,20}?(?:notes?|备注|備註|小结|小結|记录|記錄)\s*[:：\s].*[\]】］〕]\s*$/iu;
/** What bold type opens a line with; a single star before other letters than Latin ones stands for a masked one. */
const bold = /^(\s*(?:[-•>*]\s+)?)(\*{2,3}|_{1,3}|\*(?=[A-Za-z]))(?=\S)(.{0,120}?\S)\2/u;
const openBold = /^(\s*(?:[-•>*]\s+)?)(?:\*{1,3}|_{1,3})(?=[A-Za-z])/u;
const colon = '[:：](?!//)';
const name = String.raw`^\s*(?:[-•>*]\s+)?([^\s:：\[\]【】<>][^:：\[\]【】<>]{0,59}?)\s*`;
const labelled = new RegExp(`${name}${colon}`, 'u');
const timedLabel = new RegExp(`${name}(?:${open}?\\s*${range}\\s*${close}?)?\\s*${colon}`, 'u');
/** A shop and who answers for it, with a time: `旗舰店:小王 (2026-03-01 10:02:33):`. */
const shopLabel = new RegExp(
  `^\\s*([^\\s:：\\[\\]【】<>]{1,30}[:：][^\\s:：\\[\\]【】<>]{1,30})\\s*${open}\\s*${range}\\s*${close}\\s*${colon}`,
  'u',
);
const bracketLabel = /^\s*[[【［〔<]([^[\]【】［］〔〕<>:：]{1,60})[\]】］〕>]\s*[:：]?/u;
const headLabel = new RegExp(`^\\s*(\\S.{0,59}?)\\s+${open}?\\s*${range}\\s*${close}?\\s*$`, 'u');
const behindLabel = new RegExp(`^\\s*${bracketedTime}\\s*`, 'u');
/**
 * What lines with a time begin with. Patterns of times are large, and take longer to be set up than a short file to be
 * read: they are asked only where one may stand.
 */
const opensBracket = /^\s*[[(（【［〔<]/u;
const opensClock = /^\s*(?:\d|[上早凌中下晚JFMASOND]\D{0,11}\d)/u;
/** A figure before the first colon, which may be a clock's own. */
const figureBeforeColon = /^[^:：]*\d/u;
/** Signs of the direction of writing, which exports put before a line. */
const direction = /^[\u200e\u200f\u202a-\u202e\u2066-\u2069]+/u;
/** What a chat says of its people: `*** Visitor has left ***`. */
const notice = /^\*{3}\s+(\S.*\S)\s+\*{3}$/u;

/** True where one pair of brackets holds the whole text. */
function isOnePair(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if ('[【［〔'.includes(text[at]!)) depth++;
    else if (']】］〕'.includes(text[at]!) && --depth === 0) return at === text.length - 1;
  }
  return false;
}

/** Whether what stands before a colon is a label here. */
export type IsLabel = (label: string) => boolean;

/**
 * Cuts one line.
 * @param labelOf knows the labels that need no colon, such as `[Agent]`.
 */
export function cutLine(line: string, isLabel: IsLabel, labelOf: LabelReader): CutLine {
  let rest = line.replace(direction, '');
  let times: Times | undefined;
  const marks: Mark[] = [];
  const lead = opensBracket.test(rest) ? leadBracketed.exec(rest) : null;
  if (lead !== null) {
    times = timesIn(lead);
    rest = rest.slice(lead[0].length);
  }
  if (longNote.test(rest) && isOnePair(rest.trim())) {
    const note = markOf(rest.trim(), labelOf);
    if (note?.kind === 'note') return { ...timesOf(times), marks: [note], text: '' };
  }
  // A clock without brackets is a timestamp only before a label or a mark, or alone: "10:30 works for me" is talk.
  const clock = times === undefined && opensClock.test(rest) ? leadBare.exec(rest) : null;
  const behindClock = clock === null ? null : leadMark.exec(rest.slice(clock[0].length));
  if (clock !== null && behindClock !== null && markOf(behindClock[1]!, labelOf) !== undefined) {
    times = timesIn(clock);
    rest = rest.slice(clock[0].length);
  }
  for (let found = leadMark.exec(rest); found !== null; found = leadMark.exec(rest)) {
    const mark = markOf(found[1]!, labelOf);
    if (mark === undefined) break;
    marks.push(mark);
    rest = rest.slice(found[0].length);
  }
  const bare = times === undefined && opensClock.test(rest) ? leadBare.exec(rest) : null;
  if (bare !== null) {
    const behind = cutLabel(rest.slice(bare[0].length), isLabel, labelOf, true);
    if (behind !== undefined || rest.length === bare[0].length) {
      times = timesIn(bare);
      rest = rest.slice(bare[0].length);
    }
  }
  const label = cutLabel(rest, isLabel, labelOf, times !== undefined);
  if (label === undefined) {
    const told = times === undefined ? null : notice.exec(rest.trim());
    if (told !== null) return { ...timesOf(times), marks, label: 'System', text: told[1]! };
    return { ...timesOf(times), marks, text: rest.trim() };
  }
  const { times: behind, text } = label;
  return {
    ...timesOf(times ?? behind),
    marks,
    label: label.label,
    ...(times === undefined && behind !== undefined ? { isBehind: true as const } : {}),
    text: text.trim(),
  };
}

type Times = readonly (string | undefined)[];

/** The start and the end, whichever of the ways to write them a pattern has found. */
function timesIn(found: RegExpExecArray, from = 1): Times {
  for (let at = from; at < found.length; at += 2) {
    if (found[at] !== undefined) return [found[at], found[at + 1]];
  }
  return [];
}

function timesOf(times: Times | undefined): { start?: string; end?: string } {
  const [start, end] = times ?? [];
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

interface CutLabel {
  readonly label: string;
  readonly times: Times | undefined;
  readonly text: string;
}

/** UTF-16 code units that a label and the times beside it take at most. */
const headLength = 200;

/** @param isTimed whether the line's time stood before the label, so that a clock behind it is talk. */
function cutLabel(
  rest: string,
  isLabel: IsLabel,
  labelOf: LabelReader,
  isTimed = false,
): CutLabel | undefined {
  // Beyond this no label and no time of it stands, and long runs of spaces would cost their square.
  const head = plainType(rest.slice(0, headLength));
  const tail = rest.slice(headLength);
  const shop = /[)）\]】］〕]\s*[:：]/u.test(head) ? shopLabel.exec(head) : null;
  const ofLabel = figureBeforeColon.test(head) ? timedLabel : labelled;
  const withColon = shop !== null && isLabel(shop[1]!) ? shop : ofLabel.exec(head);
  if (withColon !== null) {
    const [whole, written, start, end] = withColon;
    const label = isTimed ? senderOf(written!.trim()) : written!.trim();
    let text = head.slice(whole.length) + tail;
    // 10:30 is a clock, not what a person called 10 said.
    const isClock = /(?<!\d)\d{1,2}:$/u.test(whole) && /^\d{2}(?!\d)/u.test(text);
    if (!isClock && isLabel(label)) {
      let times: Times | undefined = start === undefined ? undefined : [start, end];
      const behind =
        times === undefined && !isTimed && opensBracket.test(text) ? behindLabel.exec(text) : null;
      if (behind !== null) {
        times = timesIn(behind);
        text = text.slice(behind[0].length);
      }
      return { label, times, text };
    }
  }
  const inBrackets = bracketLabel.exec(head);
  if (inBrackets !== null && labelOf(inBrackets[1]!.trim()) !== undefined) {
    const text = head.slice(inBrackets[0].length) + tail;
    const behind = isTimed || !opensBracket.test(text) ? null : behindLabel.exec(text);
    return {
      label: inBrackets[1]!.trim(),
      times: behind === null ? undefined : timesIn(behind),
      text: text.slice(behind?.[0].length ?? 0),
    };
  }
  const alone = tail === '' && /\d/u.test(head) ? headLabel.exec(head) : null;
  if (alone === null) return undefined;
  const label = alone[1]!.trim();
  // "agent 10:30" is rather talk.
  const isRole = labelOf(label) !== undefined && !/\d$|\p{Lu}|\p{Script=Han}/u.test(label);
  if (isLabel(label) && !isRole) return { label, times: timesIn(alone, 2), text: '' };
  return undefined;
}

/** A line's beginning without the signs of bold type around its label, with or without the colon. */
function plainType(head: string): string {
  if (!/^\s*(?:[-•>*]\s+)?[*_]/u.test(head)) return head;
  const [whole = '', before = '', , inside = ''] = bold.exec(head) ?? [];
  const isLabel = inside !== '' && (/[:：]$/u.test(inside) || !/[:：]/u.test(inside));
  return isLabel ? before + inside + head.slice(whole.length) : head.replace(openBold, '$1');
}

/** Who a chat's message is from: `From Maria to Everyone`. */
function senderOf(label: string): string {
  return /^From\s+(\S.*?)(?:\s+to\s+.+)?$/iu.exec(label)?.[1] ?? label;
}
