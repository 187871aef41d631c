/** Cuts a transcript's line into its timestamp, its label, its leading marks and its words. */
import type { LabelReader } from './labels.ts';
import { headsField } from './labels.ts';
import { markOf, type Mark } from './marks.ts';
import { fieldOf } from './fields.ts';
import { clockSource } from './times.ts';

/** One line, cut. Every character of it is in one of these or is a sign between them. */
export interface CutLine {
  /** The timestamp as it was written; a range has two. */
  readonly start?: string;
  readonly end?: string;
  readonly marks: readonly Mark[];
  /** The label as it was written; absent where the line has none. */
  readonly label?: string;
  readonly text: string;
}

const open = String.raw`[\[(（【［〔<]`;
const close = String.raw`[\])）】］〕>]`;
const range = `(${clockSource})(?:\\s*(?:-+>|[-–—~至到])\\s*(${clockSource}))?`;
const leadBracketed = new RegExp(`^\\s*${open}\\s*${range}\\s*${close}\\s*(?:[-–—|]\\s+)?`, 'u');
const leadBare = new RegExp(`^\\s*${range}(?:\\s*[-–—|]\\s*|\\s+|$)`, 'u');
const leadMark = /^\s*([[(（【［〔][^[\]()（）【】［］〔〕]+[\])）】］〕])\s*/u;
const longNote =
  /^\s*[[【［〔][^:：[\]【】]{0,20}?(?:notes?|备注|備註|小结|小結|记录|記錄)\s*[:：\s].*[\]】］〕]\s*$/iu;
const bold = String.raw`[*_]{1,3}`;
const labelled = new RegExp(
  `^\\s*(?:[-•>]\\s+)?(?:${bold})?([^\\s:：*\\[\\]【】<>][^:：*\\[\\]【】<>]{0,59}?)(?:${bold})?\\s*(?:${open}?\\s*${range}\\s*${close}?)?\\s*[:：](?:${bold})?(?!//)`,
  'u',
);
const bracketLabel = /^\s*[[【［〔<]([^[\]【】［］〔〕<>:：]{1,60})[\]】］〕>]\s*[:：]?/u;
const headLabel = new RegExp(
  `^\\s*([^\\s:：\\d][^:：]{0,59}?)\\s+${open}?\\s*${range}\\s*${close}?\\s*$`,
  'u',
);
const behindLabel = new RegExp(`^\\s*${open}\\s*${range}\\s*${close}\\s*`, 'u');
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
  let rest = line;
  let times: readonly (string | undefined)[] | undefined;
  const marks: Mark[] = [];
  const lead = leadBracketed.exec(rest);
  if (lead !== null) {
    times = lead.slice(1);
    rest = rest.slice(lead[0].length);
  }
  if (longNote.test(rest) && isOnePair(rest.trim())) {
    const note = markOf(rest.trim(), labelOf);
    if (note?.kind === 'note') return { ...timesOf(times), marks: [note], text: '' };
  }
  // A clock without brackets is a timestamp only before a label or a mark, or alone: "10:30 works for me" is talk.
  const clock = times === undefined ? leadBare.exec(rest) : null;
  const behindClock = clock === null ? null : leadMark.exec(rest.slice(clock[0].length));
  if (clock !== null && behindClock !== null && markOf(behindClock[1]!, labelOf) !== undefined) {
    times = clock.slice(1);
    rest = rest.slice(clock[0].length);
  }
  for (let found = leadMark.exec(rest); found !== null; found = leadMark.exec(rest)) {
    const mark = markOf(found[1]!, labelOf);
    if (mark === undefined) break;
    marks.push(mark);
    rest = rest.slice(found[0].length);
  }
  const bare = times === undefined ? leadBare.exec(rest) : null;
  if (bare !== null) {
    const behind = cutLabel(rest.slice(bare[0].length), isLabel, labelOf);
    if (behind !== undefined || rest.length === bare[0].length) {
      times = bare.slice(1);
      rest = rest.slice(bare[0].length);
    }
  }
  const label = cutLabel(rest, isLabel, labelOf, times !== undefined);
  if (label === undefined) return { ...timesOf(times), marks, text: rest.trim() };
  return { ...timesOf(times ?? label.times), marks, label: label.label, text: label.text.trim() };
}

function timesOf(times: readonly (string | undefined)[] | undefined): { start?: string; end?: string } {
  const [start, end] = times ?? [];
  return { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) };
}

interface CutLabel {
  readonly label: string;
  readonly times: readonly (string | undefined)[] | undefined;
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
  const head = rest.slice(0, headLength);
  const withColon = labelled.exec(head);
  if (withColon !== null) {
    const [whole, written, start, end] = withColon;
    const label = written!.trim();
    let text = rest.slice(whole.length);
    // 10:30 is a clock, not what a person called 10 said.
    const isClock = /(?<!\d)\d{1,2}:$/u.test(whole) && /^\d{2}(?!\d)/u.test(text);
    if (!isClock && isLabel(label)) {
      let times: readonly (string | undefined)[] | undefined = start === undefined ? undefined : [start, end];
      const behind = times === undefined && !isTimed ? behindLabel.exec(text) : null;
      if (behind !== null) {
        times = behind.slice(1);
        text = text.slice(behind[0].length);
      }
      return { label, times, text };
    }
  }
  const inBrackets = bracketLabel.exec(head);
  if (inBrackets !== null && labelOf(inBrackets[1]!.trim()) !== undefined) {
    return { label: inBrackets[1]!.trim(), times: undefined, text: rest.slice(inBrackets[0].length) };
  }
  const alone = rest.length > headLength ? null : headLabel.exec(rest);
  if (alone !== null && isLabel(alone[1]!.trim()) && /\d$|\p{Lu}|\p{Script=Han}/u.test(alone[1]!)) {
    return { label: alone[1]!.trim(), times: alone.slice(2), text: '' };
  }
  return undefined;
}

/** Words before a colon that open a remark, a list or a sum and never name a person. */
const remarks = new Set(
  (
    'note|notes|ps|p.s|nb|n.b|re|fyi|eta|faq|total|subtotal|price|cost|fee|tax|shipping|discount|balance|amount|refund|date|time|' +
    'address|order|subject|from|to|cc|http|https|ftp|mailto|tel|example|e.g|i.e|warning|important|reminder|question|answer|q|a|' +
    'step|option|reason|result|summary|update|today|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|' +
    '注|注意|总计|總計|共计|共計|合计|合計|小计|小計|价格|價格|金额|金額|费用|費用|运费|運費|地址|时间|時間|日期|订单|訂單|订单号|訂單號|' +
    '电话|電話|例如|比如|譬如|第一|第二|第三|第四|首先|其次|最后|最後|原因|结果|結果|步骤|步驟|方案|方案一|方案二|方案三|问题|問題|答案|答|问|問|' +
    '总之|總之|另外|但是|所以|因为|因為|主题|主題|结论|結論|提示|说明|說明|网址|網址'
  ).split('|'),
);

/**
 * True for a short beginning of a line that could be a person's name or number: it is one only where a text uses it
 * again and again.
 */
export function couldBeLabel(label: string): boolean {
  const plain = label.replace(/\s*[(（][^()（）]*[)）]$/u, '');
  if (remarks.has(plain.toLowerCase()) || fieldOf(plain) !== undefined || headsField(plain)) return false;
  if (/^\p{Script=Han}{1,6}[a-z0-9]{0,6}$/iu.test(plain)) return true;
  if (plain.length > 30 || plain.split(/\s+/u).length > 3) return false;
  if (/^[a-z]+[_-]?\d+$/iu.test(plain)) return true;
  return (
    plain.split(/\s+/u).every((word) => /^\p{Lu}[\p{L}\d'’._-]*$|^\d{1,6}$/u.test(word)) &&
    /\p{L}/u.test(plain)
  );
}
