/** Guards: a hit is not meant where its clause negates it, or where it reports what another said. */
import type { GuardCue, PhraseRange } from '../pack/compiled.ts';
import type { Units } from '../phrases/automaton.ts';
import type { Matcher } from '../phrases/match.ts';
import { symbol } from '../phrases/symbols.ts';
import { endsNegated } from '../text/english.ts';

/** What the guards listen for, and who has read the text. */
export interface Cues {
  readonly ranges: Readonly<Record<GuardCue, PhraseRange>>;
  readonly matcher: Matcher;
}

/** A sentence, a clause: units before a hit, from `first` on. */
interface Before {
  readonly first: number;
  /** The hit's first unit. */
  readonly hit: number;
}

/** Whether the clause before a hit denies it: "I'm not going to tell you to …", 我不是让您…. */
export function isNegated(cues: Cues, units: Units, text: string, hit: number): boolean {
  const before = { first: clauseStart(units, hit), hit };
  const negator = cueBefore(cues, 'negators', before);
  if (negator < 0) return false;
  if (cueBefore(cues, 'negated-questions', before) >= 0) return false;
  if (/\p{Script=Han}/u.test(text.slice(units.starts[negator], units.ends[negator]))) return true;
  return endsNegated(text.slice(units.starts[before.first], units.ends[hit]));
}

/** Whether something before a hit in its sentence says that these are another's words. */
export function isReported(cues: Cues, units: Units, hit: number): boolean {
  return cueBefore(cues, 'reported-speech', { first: sentenceStart(units, hit), hit }) >= 0;
}

/** The unit at which a cue begins that ends before the hit; -1 where there is none. */
function cueBefore({ ranges, matcher }: Cues, cue: GuardCue, { first, hit }: Before): number {
  const [from, to] = ranges[cue];
  return matcher.hits(from, to).find((found) => found.first >= first && found.last < hit)?.first ?? -1;
}

function sentenceStart({ symbols }: Units, hit: number): number {
  let unit = hit;
  while (unit > 0 && !(symbols[unit - 1]! >= symbol.break && symbols[unit - 1]! <= symbol.breakBoth)) unit--;
  return unit;
}

function clauseStart(units: Units, hit: number): number {
  const sentence = sentenceStart(units, hit);
  let unit = hit;
  while (unit > sentence && units.clauseStarts[unit] === 0) unit--;
  return unit;
}
