/** Who talks in the lines of a cue: `Name: …`, `[Name] …`, `(Name)`, `- ` and `>>` before each of two speakers. */
import { isSound, lookOf } from './label-looks.ts';
import { labelKey, type LabelReader } from './labels.ts';
import { markOf } from './marks.ts';
import { ownLabels, type Doubt, type Opening } from './own-labels.ts';

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

/** The labels of one file, and what may be one and was taken for talk; `at` counts the texts. */
export interface CueLabels {
  readonly isLabel: IsLabel;
  readonly doubts: readonly Doubt[];
}

/**
 * Tells labels from other beginnings of lines for one file: those that the tables know, and those that the file uses as
 * labels. Where most cues open with one, the first line of a cue is where a label stands.
 */
export function cueLabels(texts: readonly string[], labelOf: LabelReader): CueLabels {
  const couldBe: IsLabel = (label, isBracketed) =>
    labelOf(label) !== undefined || (lookOf(label) !== undefined && !(isBracketed && isSound(label)));
  const openings: Opening[] = [];
  for (const [at, text] of texts.entries()) {
    for (const [index, { line }] of opened(linesOf(text)).entries()) {
      const cut = cutLabel(line.replace(dash, ''), couldBe, labelOf);
      // What has no label goes on the line before.
      if (index > 0 && cut === undefined) continue;
      openings.push({
        at,
        form: index === 0 ? 'cue' : 'line',
        ...(cut === undefined ? {} : { label: cut.label }),
        ...(index === 0 ? { mark: 'place' } : {}),
      });
    }
  }
  const { keys, doubts } = ownLabels(openings, labelOf);
  const isLabel: IsLabel = (label, isBracketed) =>
    labelOf(label) !== undefined || (couldBe(label, isBracketed) && keys.has(labelKey(label)));
  return { isLabel, doubts };
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
