/** Offences as problems: where each stands, what to say instead, and the replacement that leaves the script cleaner. */
import { clausesOf, normalisedClause, wholeSentence } from './clause.ts';
import type { LintProblem, ScriptPiece } from './document.ts';
import { hearAgain, type HeardScript } from './hear-script.ts';
import { offencesIn, type Offence, type SeverityOf } from './offences.ts';
import type { FindPhrases } from './phrase-finder.ts';
import type { ProblemMaker } from './problem-maker.ts';
import { replaced, replacementsOf, type Replacement } from './replacement.ts';
import { languageOfWords } from './script-language.ts';
import type { ScriptRule } from './script-rules.ts';
import { wordingFor, wordingsOf } from './wording.ts';

/** What a script is held against. */
interface Against {
  readonly rules: readonly ScriptRule[];
  readonly severityOf: SeverityOf;
  readonly find: FindPhrases;
  readonly detect: Parameters<typeof hearAgain>[0];
  readonly make: ProblemMaker;
  /** All of the document that the script stands in, which shows its language. */
  readonly around: readonly ScriptPiece[];
}

/** The problems of a script, in its order. */
export function offenceProblems(heard: HeardScript, against: Against): readonly LintProblem[] {
  const { rules, severityOf, find, make, around } = against;
  const found = offencesIn(heard, rules, severityOf, find);
  /** By piece. */
  const made = new Map<number, Replacement[]>();
  return found.map((offence): LintProblem => {
    const { rule, severity, moment } = offence;
    const piece = heard.pieces[moment.piece]!;
    const own = made.get(moment.piece) ?? [];
    const language = languageOfWords(piece, [moment.start, moment.end], around);
    const replacement = replacementsOf(rule, piece, [moment.start, moment.end], language, find).find(
      (each) => !isSaid(piece, each, own) && isCleaner(heard, found, offence, each, against),
    );
    if (replacement !== undefined) made.set(moment.piece, [...own, replacement]);
    return make.inPiece(piece, moment.start, moment.end, {
      rule: rule.id,
      severity,
      moment: moment.id,
      why: wordingsOf(rule.why),
      say: replacement?.text ?? (rule.say === undefined ? undefined : wordingFor(rule.say, language)),
      replacement,
    });
  });
}

/** Whether a clause of a replacement stands in its piece already, or will: one wording twice would be worse than none. */
function isSaid(
  { text }: ScriptPiece,
  { start, end, text: wording }: Replacement,
  others: readonly Replacement[],
): boolean {
  const there = new Set(
    [
      text.slice(0, start),
      text.slice(end),
      ...others.filter((one) => one.start !== start).map((one) => one.text),
    ].flatMap((part) => clausesOf(part).map(normalisedClause)),
  );
  return clausesOf(wording).some((clause) => there.has(normalisedClause(clause)));
}

/**
 * Whether a replacement takes its problem away and brings no other. A sentence of which the rest says the same again is
 * no better for it.
 */
function isCleaner(
  heard: HeardScript,
  before: readonly Offence[],
  { moment, rule }: Offence,
  replacement: Replacement,
  { rules, severityOf, find, detect }: Against,
): boolean {
  const piece = replaced(heard.pieces[moment.piece]!, replacement);
  const after = offencesIn(hearAgain(detect, heard, moment.piece, piece), rules, severityOf, find);
  const end = replacement.start + replacement.text.length;
  // A stop of its own belongs to the wording.
  const sentence = wholeSentence(piece.text, replacement.start, Math.max(replacement.start, end - 1));
  return (
    after.length < before.length &&
    !after.some((one) => {
      if (one.moment.piece !== moment.piece) return false;
      const [from, to] = one.rule.id === rule.id ? sentence : [replacement.start, end];
      return one.moment.start < to && one.moment.end > from;
    })
  );
}
