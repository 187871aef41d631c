/** Decides by the whole of a file which beginnings of its lines are speakers' labels that no table knows. */
import { Failure } from '../call/failure.ts';
import type { Speaker } from '../call/call.ts';
import { lookOf, type Look } from './label-looks.ts';
import { labelKey, type LabelReader } from './labels.ts';
import type { Reading } from './reading.ts';

/** How one line of talk opens, if everything that may be a label is one. */
export interface Opening {
  /** Its index in the file's lines or cues. */
  readonly at: number;
  /** Absent for a line that opens with none. */
  readonly label?: string;
  /** Equal for labels that are written alike: with a time of one kind before them, alone on their line. */
  readonly form: string;
  /**
   * What talk does not have by chance: a time beside it, or a place in columns or on a line of its own. Absent where there
   * is none.
   */
  readonly mark?: 'time' | 'place';
}

/** A beginning that may be a label and was taken for talk. */
export interface Doubt {
  readonly at: number;
  readonly label: string;
}

export interface OwnLabels {
  /** By `labelKey`. */
  readonly keys: ReadonlySet<string>;
  readonly doubts: readonly Doubt[];
}

/** A label that no table knows, and the lines that it opens. */
interface Candidate {
  /** Absent for what names nobody, as far as its words go. */
  readonly look: Look | undefined;
  readonly openings: Opening[];
}

/** The halves of a list of questions and answers; of these, only A names somebody where the other is missing. */
const pairs = [
  ['q', 'a'],
  ['question', 'answer'],
  ['问', '答'],
  ['問', '答'],
] as const;

/** Takes lists of questions and answers out: they are speakers only where nobody else is. */
function withoutQuestions(candidates: Map<string, Candidate>, hasOthers: boolean): void {
  const halves = new Set<string>(pairs.flat());
  const others =
    hasOthers || [...candidates].some(([key, { look }]) => look !== undefined && !halves.has(key));
  for (const [question, answer] of pairs) {
    const isPair = candidates.has(question) && candidates.has(answer);
    if (isPair && !others) continue;
    candidates.delete(question);
    if (isPair || answer !== 'a') candidates.delete(answer);
  }
}

function candidatesOf(openings: readonly Opening[], isKnown: (label: string) => boolean) {
  const candidates = new Map<string, Candidate>();
  for (const opening of openings) {
    const { label } = opening;
    if (label === undefined || isKnown(label)) continue;
    const key = labelKey(label);
    const candidate = candidates.get(key) ?? { look: lookOf(label), openings: [] };
    candidate.openings.push(opening);
    candidates.set(key, candidate);
  }
  return candidates;
}

const isPerson = ({ look }: Candidate): boolean => look === 'name' || look === 'identity';
const comesAgain = ({ openings }: Candidate): boolean => openings.length > 1;

/**
 * The labels of a file that no table knows but that it uses as labels.
 * - A name is one where it comes again, where every line of talk has a label, where it is written as other labels are and
 *   talk is not, or where the labels that are known leave one side of the call without words.
 * - What stands for a person and nothing else is one beside any other label.
 * - Any other word must come again and be written as the other labels are, or every line must have a label.
 */
export function ownLabels(openings: readonly Opening[], labelOf: LabelReader): OwnLabels {
  const isKnown = (label: string): boolean => labelOf(label) !== undefined;
  const candidates = candidatesOf(openings, isKnown);
  if (candidates.size === 0) return { keys: new Set(), doubts: [] };
  const known = openings.filter(({ label }) => label !== undefined && isKnown(label));
  withoutQuestions(candidates, known.length > 0);

  const likely = [...candidates.values()].filter(
    (one) => isPerson(one) || (one.look === 'word' && comesAgain(one)),
  );
  const labelled = known.length + likely.reduce((sum, { openings }) => sum + openings.length, 0);
  const isEvery = labelled === openings.length && labelled > 1;
  const forms = formsOf(openings, isKnown, candidates);
  const isRegular = (one: Candidate, share: number): boolean =>
    one.openings.every(({ form }) => (forms.get(form) ?? 0) >= share);
  const isTimed = ({ openings }: Candidate): boolean => openings.every(({ mark }) => mark === 'time');

  const keys = new Set<string>();
  for (const [key, one] of candidates) {
    const again = comesAgain(one);
    const isSure = isPerson(one)
      ? again || isEvery || isRegular(one, 0.7) || (one.look === 'identity' && labelled > one.openings.length)
      : one.look === 'word'
        ? (again && (isEvery || isRegular(one, 1))) || (isTimed(one) && isRegular(one, 1))
        : again && isTimed(one) && isRegular(one, 0.8);
    if (isSure) keys.add(key);
  }
  // Whoever is the only one to be named talks with somebody.
  const sides = new Set<Speaker>(known.map(({ label }) => labelOf(label!)!.speaker));
  if (keys.size === 0 && sides.has('agent') !== sides.has('customer') && !sides.has('unknown')) {
    for (const [key, one] of candidates) if (isPerson(one)) keys.add(key);
  }
  return { keys, doubts: doubtsOf(openings, candidates, keys, isKnown) };
}

/** What may be labels and was taken for more of the turn before. */
function doubtsOf(
  openings: readonly Opening[],
  candidates: ReadonlyMap<string, Candidate>,
  keys: ReadonlySet<string>,
  isKnown: (label: string) => boolean,
): readonly Doubt[] {
  const isLabel = (label: string): boolean => isKnown(label) || keys.has(labelKey(label));
  const first = openings.findIndex(({ label }) => label !== undefined && isLabel(label));
  if (first < 0) return [];
  return openings.slice(first + 1).flatMap(({ at, label }) => {
    const one = label === undefined ? undefined : candidates.get(labelKey(label));
    if (one === undefined || isLabel(label!)) return [];
    return isPerson(one) || (one.look === 'word' && comesAgain(one)) ? [{ at, label: label! }] : [];
  });
}

/** Of each form that talk does not have by chance and that two labels have, one of them sure: the share that has a label. */
function formsOf(
  openings: readonly Opening[],
  isKnown: (label: string) => boolean,
  candidates: ReadonlyMap<string, Candidate>,
): ReadonlyMap<string, number> {
  const forms = new Map<string, { all: number; labelled: number; isSure: boolean }>();
  for (const { label, form, mark } of openings) {
    if (mark === undefined) continue;
    const seen = forms.get(form) ?? { all: 0, labelled: 0, isSure: false };
    forms.set(form, seen);
    seen.all++;
    if (label === undefined) continue;
    const one = candidates.get(labelKey(label));
    if (!isKnown(label) && one?.look === undefined && (one?.openings.length ?? 0) < 2) continue;
    seen.labelled++;
    seen.isSure ||= isKnown(label) || (one !== undefined && (isPerson(one) || comesAgain(one)));
  }
  return new Map(
    [...forms].flatMap(([form, { all, labelled, isSure }]) =>
      labelled > 1 && isSure ? [[form, labelled / all] as const] : [],
    ),
  );
}

/** Says what may be a label and was read as talk: once a file, since one place shows how the others are. */
export function warnOfDoubts(
  doubts: readonly { readonly label: string; readonly line: number }[],
  { file, warn }: Pick<Reading, 'file' | 'warn'>,
): void {
  const [first] = doubts;
  if (first === undefined || warn === undefined) return;
  const others = doubts.length === 1 ? '' : `, as on ${doubts.length - 1} more of its lines`;
  warn(
    new Failure(`"${first.label}:" may be a speaker; it was read as talk of the turn before${others}`, {
      code: 'label-unsure',
      file,
      line: first.line,
      hint: `If it is one, say so: --speaker "${first.label}=customer".`,
    }),
  );
}
