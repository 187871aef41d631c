/** Who talks in the lines of a cue: `Name: …`, `[Name] …`, `(Name)`, `- ` and `>>` before each of two speakers. */
import { labelKey, type LabelReader } from './labels.ts';
import { couldBeLabel } from './lines.ts';
import { markOf } from './marks.ts';

/** What one speaker says in a cue. */
export interface SpokenPiece {
  readonly label?: string;
  /** Another speaker than before, whoever that is. */
  readonly isOther: boolean;
  readonly text: string;
}

/** Whether what stands before a colon, or in brackets, is a label here. */
type IsLabel = (label: string, isBracketed: boolean) => boolean;

const withColon = /^([^\s:：<>[\]【】(（][^:：<>[\]【】]{0,59}?)\s*[:：](?!\/\/)(.*)$/su;
const inBrackets = /^([[(（【［〔]([^[\]()（）【】［］〔〕:：]{1,60})[\])）】］〕])\s*[:：]?\s*(.*)$/su;
const dash = /^[-–—‐]\s*(?=[^\s\d-])/u;
const changes = /^>>+\s*/u;

/** What captions put in brackets and nobody is called. */
const sounds = new Set(
  (
    'music|applause|laughter|laughs|laughing|laugh|silence|inaudible|crosstalk|noise|pause|beep|ringing|ring|dial tone|' +
    'background noise|foreign|unintelligible|cough|coughs|sigh|sighs|typing|static|redacted|music playing|hold music|' +
    '音乐|音樂|掌声|掌聲|笑|笑声|笑聲|静音|靜音|铃声|鈴聲|噪音|听不清|聽不清|沉默|叹气|嘆氣|咳嗽|杂音|雜音|停顿|停頓|哭声|哭聲|脱敏|脫敏'
  ).split('|'),
);

/** A line cut into its label and its words. */
function cutLabel(
  line: string,
  isLabel: IsLabel,
  labelOf: LabelReader,
): { readonly label: string; readonly text: string } | undefined {
  const colon = withColon.exec(line);
  if (colon !== null) {
    const label = colon[1]!.trim();
    // 10:30 is a clock, not what a person called 10 said.
    const isClock = /(?<!\d)\d{1,2}$/u.test(label) && /^\d{2}(?!\d)/u.test(colon[2]!);
    if (!isClock && isLabel(label, false)) return { label, text: colon[2]!.trim() };
  }
  const brackets = inBrackets.exec(line);
  if (brackets !== null && markOf(brackets[1]!, labelOf) === undefined) {
    const label = brackets[2]!.trim();
    if (isLabel(label, true)) return { label, text: brackets[3]! };
  }
  return undefined;
}

/** Lines without what stands before a speaker's words, and whether it stood there. */
function opened(lines: readonly string[]): readonly { readonly line: string; readonly opens: boolean }[] {
  const dashes = lines.filter((line) => dash.test(line)).length;
  return lines.map((written) => {
    const line = written.replace(changes, '');
    if (line !== written) return { line, opens: true };
    return dashes > 1 && dash.test(line)
      ? { line: line.replace(dash, ''), opens: true }
      : { line, opens: false };
  });
}

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** A line break inside a caption is where the screen ended; between Chinese characters it is no space. */
function joined(before: string, line: string): string {
  const isWide =
    /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]$/u.test(before) &&
    /^[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(line);
  return before === '' || line === '' || isWide ? before + line : `${before} ${line}`;
}

/** The text of lines that one speaker says. */
export function joinLines(text: string): string {
  return linesOf(text).reduce(joined, '');
}

/**
 * Tells labels from other beginnings of lines for one file: those that the tables know, and those that the file uses
 * again and again or on every line of its cues.
 */
export function cueLabels(texts: readonly string[], labelOf: LabelReader): IsLabel {
  const isSound = (label: string): boolean => sounds.has(labelKey(label));
  const couldBe: IsLabel = (label, isBracketed) =>
    labelOf(label) !== undefined || (couldBeLabel(label) && !(isBracketed && isSound(label)));
  const counts = new Map<string, number>();
  let every = texts.length > 1;
  for (const text of texts) {
    for (const [index, { line }] of opened(linesOf(text)).entries()) {
      const cut = cutLabel(line.replace(dash, ''), couldBe, labelOf);
      if (cut === undefined) every &&= index > 0;
      else if (labelOf(cut.label) === undefined) {
        const key = labelKey(cut.label);
        counts.set(key, (counts.get(key) ?? 0) + 1);
      }
    }
  }
  return (label, isBracketed) => {
    if (labelOf(label) !== undefined) return true;
    return couldBe(label, isBracketed) && (counts.get(labelKey(label)) ?? 0) > (every ? 0 : 1);
  };
}

/** What each speaker says in a cue's text, in order. */
export function speakersOf(text: string, isLabel: IsLabel, labelOf: LabelReader): readonly SpokenPiece[] {
  const pieces: { label?: string; isOther: boolean; text: string }[] = [];
  for (const { line, opens } of opened(linesOf(text))) {
    const cut = cutLabel(line, isLabel, labelOf) ?? cutLabel(line.replace(dash, ''), isLabel, labelOf);
    if (cut !== undefined) pieces.push({ ...cut, isOther: true });
    else if (opens) pieces.push({ text: line, isOther: true });
    else {
      const last = pieces.at(-1);
      if (last === undefined) pieces.push({ text: line, isOther: false });
      else last.text = joined(last.text, line);
    }
  }
  return pieces;
}
