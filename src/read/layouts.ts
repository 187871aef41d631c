/** The layouts of plain text in which no colon stands behind a label: columns, headings, a label and a time on lines of their own. */
import { isSound, lookOf } from './label-looks.ts';
import { labelKey, type LabelReader } from './labels.ts';
import { ownLabels, type Doubt, type Opening } from './own-labels.ts';
import { clockSource, secondsSource } from './stamp-source.ts';

/** A line as a layout has it. */
export interface LaidOut {
  /** Absent where the layout leaves a place for none, as a recogniser does that tells nobody apart. */
  readonly label?: string;
  readonly start?: string;
  readonly end?: string;
  readonly text: string;
  /** The next line that is not empty belongs to this one. */
  readonly takesNext?: true;
}

/** How one file writes who talks. */
export interface Layout {
  /** Undefined for a line that opens no turn. */
  readonly cut: (line: string, next: string | undefined) => LaidOut | undefined;
  readonly doubts: readonly Doubt[];
}

interface Kind {
  readonly cut: Layout['cut'];
  /** What is said stands in the same line. */
  readonly isWhole: boolean;
  /** Where no time does, its place sets a label apart; in brackets or alone on its line a name must come again. */
  readonly mark?: 'place';
  /** Nothing but its place sets a label apart: some must be known, and others stand below an empty line. */
  readonly isBare?: true;
}

const stamp = `[\\[(（【［〔<]?\\s*(${clockSource}|${secondsSource})\\s*[\\])）】］〕>]?`;
const name = '([^\\s:：|｜\\[\\]【】<>][^:：|｜\\t\\[\\]【】<>]{0,59}?)';
const stampAlone = new RegExp(`^\\s*${stamp}\\s*$`, 'u');
const timeFirst = new RegExp(`^\\s*${stamp}\\s+(?:[-–—|]\\s+)?(\\S.{0,59}?)\\s*$`, 'u');
const nameAlone = new RegExp(`^\\s*${name}\\s*$`, 'u');
const inBrackets = new RegExp(
  `^\\s*(?:${stamp}\\s*)?[\\[【［〔<]([^[\\]【】［］〔〕<>:：]{1,60})[\\]】］〕>]\\s*[:：]?\\s*(\\S.*)$`,
  'u',
);
/** Tencent's text of a recording, with the number of the speaker or without: `[0:3.160,0:7.820,0]  …`. */
const recording =
  /^\s*\[(\d{1,4}:\d{1,2}(?:\.\d{1,3})?),(\d{1,4}:\d{1,2}(?:\.\d{1,3})?)(?:,(\d{1,3}))?\]\s*(.*)$/u;

function columns(sign: string): Kind {
  const pattern = new RegExp(
    `^\\s*(?:[|｜]\\s*)?(?:${stamp}${sign})?${name}${sign}(?:${stamp}${sign})?(\\S.*?)\\s*$`,
    'u',
  );
  return {
    cut: (line) => {
      const found = pattern.exec(line);
      if (found === null) return undefined;
      const start = found[1] ?? found[3];
      return { label: found[2]!.trim(), ...(start === undefined ? {} : { start }), text: found[4]! };
    },
    isWhole: true,
    mark: 'place',
  };
}

const kinds: readonly Kind[] = [
  {
    cut: (line) => {
      const found = recording.exec(line);
      if (found === null) return undefined;
      const [, start, end, speaker, text] = found;
      return {
        ...(speaker === undefined ? {} : { label: `Speaker ${speaker}` }),
        start: start!,
        end: end!,
        text: text!,
      };
    },
    isWhole: true,
  },
  columns('\\s*\\t\\s*'),
  columns('\\s*[|｜]\\s*'),
  columns('\\s+[-–—]\\s+'),
  columns('\\s*[>＞»]\\s*'),
  {
    cut: (line) => {
      const found = timeFirst.exec(line);
      return found === null ? undefined : { label: found[2]!, start: found[1]!, text: '' };
    },
    isWhole: false,
  },
  {
    cut: (line, next) => {
      const time = next === undefined ? undefined : stampAlone.exec(next)?.[1];
      const label = nameAlone.exec(line)?.[1];
      return time === undefined || label === undefined || stampAlone.test(line)
        ? undefined
        : { label, start: time, text: '', takesNext: true };
    },
    isWhole: false,
  },
  {
    cut: (line, next) => {
      const time = stampAlone.exec(line)?.[1];
      const label = next === undefined ? undefined : nameAlone.exec(next)?.[1];
      return time === undefined || label === undefined || stampAlone.test(next!)
        ? undefined
        : { label, start: time, text: '', takesNext: true };
    },
    isWhole: false,
  },
  {
    cut: (line) => {
      const found = inBrackets.exec(line);
      if (found === null) return undefined;
      const [, start, label, text] = found;
      return { label: label!.trim(), ...(start === undefined ? {} : { start }), text: text! };
    },
    isWhole: true,
  },
  {
    cut: (line) => {
      const label = nameAlone.exec(line)?.[1];
      return label === undefined ? undefined : { label, text: '' };
    },
    isWhole: false,
    isBare: true,
  },
];

/** A line that is not empty. */
interface Line {
  readonly at: number;
  readonly text: string;
  readonly isBelowEmpty: boolean;
}

/** A kind of layout as it fits a file: how many turns it opens, and which labels it has. */
function fitting(kind: Kind, lines: readonly Line[], labelOf: LabelReader) {
  const cuts = lines.map(({ text }, index) => kind.cut(text, lines[index + 1]?.text));
  const isKnown = ({ label }: LaidOut): boolean => label !== undefined && labelOf(label) !== undefined;
  const openings = lines.map(({ at, isBelowEmpty }, index): Opening => {
    const cut = cuts[index];
    if (cut === undefined) return { at, form: '' };
    const { label, start } = cut;
    const mark = start === undefined ? kind.mark : 'time';
    const couldBe =
      label !== undefined &&
      lookOf(label) !== undefined &&
      !isSound(label) &&
      (isBelowEmpty || kind.isBare !== true);
    return {
      at,
      form: `laid out ${start?.replaceAll(/\d+/gu, '0') ?? ''}`,
      ...(isKnown(cut) || couldBe ? { label: label! } : {}),
      ...(mark === undefined ? {} : { mark }),
    };
  });
  const { keys, doubts } = ownLabels(openings, labelOf);
  const opens = (cut: LaidOut | undefined): cut is LaidOut => {
    if (cut === undefined) return false;
    return cut.label === undefined ? kind.isWhole : isKnown(cut) || keys.has(labelKey(cut.label));
  };
  const places = [...cuts.keys()].filter((index) => opens(cuts[index]));
  // A label that nothing is said under is none.
  const filled = places.filter((index) => {
    const below = index + (cuts[index]!.takesNext === true ? 2 : 1);
    return kind.isWhole || (below < lines.length && !opens(cuts[below]));
  }).length;
  const isFit =
    places.length > 1 &&
    (kind.isWhole ? places.length * 2 > lines.length : filled * 5 >= places.length * 4) &&
    (kind.isBare !== true || places.some((index) => isKnown(cuts[index]!)));
  return { isFit, filled, layout: { cut: layoutCut(kind, opens), doubts } };
}

/** How many lines tell that a layout does not fit. */
const sampleSize = 200;

function mayFit(kind: Kind, sample: readonly Line[], labelOf: LabelReader): boolean {
  const opened = sample.filter(({ text }, index) => {
    const cut = kind.cut(text, sample[index + 1]?.text);
    if (cut === undefined) return false;
    if (cut.label === undefined || labelOf(cut.label) !== undefined) return true;
    return kind.isBare !== true && lookOf(cut.label) !== undefined;
  }).length;
  return kind.isWhole ? opened * 3 > sample.length : opened > 0;
}

function layoutCut(kind: Kind, opens: (cut: LaidOut | undefined) => cut is LaidOut): Layout['cut'] {
  return (line, next) => {
    const cut = kind.cut(line, next);
    return opens(cut) ? cut : undefined;
  };
}

/**
 * The layout of a text that has few labels before colons; undefined where none fits it.
 * @param written its lines.
 * @param labelled how many of them have a label before a colon.
 */
export function layoutOf(
  written: readonly string[],
  labelled: number,
  labelOf: LabelReader,
): Layout | undefined {
  const lines = written.flatMap((text, at): Line[] =>
    text.trim() === '' ? [] : [{ at, text, isBelowEmpty: at === 0 || written[at - 1]!.trim() === '' }],
  );
  if (labelled * 3 >= lines.length) return undefined;
  const sample = lines.slice(0, sampleSize);
  let best: { readonly filled: number; readonly layout: Layout } | undefined;
  for (const kind of kinds) {
    if (!mayFit(kind, sample, labelOf)) continue;
    const { isFit, filled, layout } = fitting(kind, lines, labelOf);
    if (isFit && filled > Math.max(labelled, best?.filled ?? 0)) best = { filled, layout };
  }
  return best?.layout;
}
