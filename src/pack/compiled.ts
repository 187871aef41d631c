/** A pack in the form in which it works: plain data and typed arrays, as the build stores it for the built-in pack. */
import { compilePhrases } from '../phrases/compile.ts';
import { parsePhrase } from '../phrases/parse.ts';
import type { ParsedPhrase } from '../phrases/phrase.ts';
import type { CompiledPhrases } from '../phrases/program.ts';
import { listResolver } from './list-resolver.ts';
import { marksOf } from './marks.ts';
import type { Pack } from './model.ts';
import type { CriterionExample } from './model/criterion.ts';
import type { MomentExample, MomentRule } from './model/moment-rule.ts';
import type { WrittenPhrase } from './model/origin.ts';

/** Phrases `[from, to)` by their numbers. */
export type PhraseRange = readonly [from: number, to: number];

/** The phrases that listen to one side of the call. */
export interface CompiledSide {
  readonly phrases: CompiledPhrases;
  /**
   * By phrase: the number of its moment in `Pack.moments`; -1 for those that only serve others, which come last.
   */
  readonly owners: readonly number[];
  /** By the number of a moment: its phrases. */
  readonly moments: Readonly<Record<number, PhraseRange>>;
  /** By the number of a moment: its `unless` phrases. */
  readonly unless: Readonly<Record<number, PhraseRange>>;
  /** By the id of a mark: its phrases. */
  readonly marks: Readonly<Record<string, PhraseRange>>;
  /** What the guards listen for: the pack's lists of these names, empty where it has none. */
  readonly cues: Readonly<Record<GuardCue, PhraseRange>>;
}

/**
 * Lists that the guards read: `negators` deny what follows them in their clause, except where one of `negated-questions`
 * covers them ("why don't you …"); `reported-speech` says that what follows in the sentence is another's words.
 */
export type GuardCue = 'negators' | 'negated-questions' | 'reported-speech';

const guardCues: readonly GuardCue[] = ['negators', 'negated-questions', 'reported-speech'];

export interface CompiledPack {
  readonly pack: Pack;
  readonly sides: Readonly<Record<MomentRule['speaker'], CompiledSide>>;
  readonly notes: CompiledNotes;
}

/** What is listened for in the notes that the agent wrote. */
interface CompiledNotes {
  readonly phrases: CompiledPhrases;
  /** By protocol and step, such as `hang-up/polite-warning`: its phrases. */
  readonly steps: Readonly<Record<string, PhraseRange>>;
  /** By key fact: the phrases of whoever tells it. */
  readonly facts: Readonly<Record<string, PhraseRange>>;
}

/** Compiles a valid pack. */
export function compilePack(pack: Pack): CompiledPack {
  return {
    pack,
    sides: { agent: compileSide(pack, 'agent'), customer: compileSide(pack, 'customer') },
    notes: compileNotes(pack),
  };
}

function compileNotes(pack: Pack): CompiledNotes {
  const list = listResolver(pack.lists);
  const phrases: ParsedPhrase[] = [];
  const steps: Record<string, PhraseRange> = {};
  for (const criterion of pack.criteria) {
    if (criterion.form !== 'protocol') continue;
    for (const { id, noted } of criterion.protocol.steps) {
      const name = `${criterion.protocol.id}/${id}`;
      if (noted.length === 0 || name in steps) continue;
      steps[name] = [phrases.length, phrases.length + noted.length];
      phrases.push(...noted.map(({ text }) => parsePhrase(text, list)));
    }
  }
  const facts = Object.fromEntries(
    pack.keyFacts.flatMap(({ id, told, found }): [string, PhraseRange][] => {
      const from = phrases.length;
      phrases.push(...[...told, ...found].map(({ text }) => parsePhrase(text, list)));
      return phrases.length === from ? [] : [[id, [from, phrases.length]]];
    }),
  );
  return { phrases: compilePhrases(phrases), steps, facts };
}

/** What is said in the examples: what is rare there is thought to be rare in calls. */
function talkOf({ moments, criteria }: Pack): readonly string[] {
  const dialogues = criteria.flatMap(({ examples }): readonly CriterionExample[] =>
    Object.values(examples).flat(),
  );
  return [
    ...moments.flatMap(({ examples }): readonly MomentExample[] => Object.values(examples).flat()),
    ...dialogues.flatMap(({ turns }) => turns),
  ].map(({ text }) => text);
}

function compileSide(pack: Pack, speaker: MomentRule['speaker']): CompiledSide {
  const list = listResolver(pack.lists);
  const phrases: ParsedPhrase[] = [];
  const owners: number[] = [];
  const add = (written: readonly WrittenPhrase[], owner: number): PhraseRange => {
    const from = phrases.length;
    for (const { text } of written) {
      phrases.push(parsePhrase(text, list));
      owners.push(owner);
    }
    return [from, phrases.length];
  };
  const moments: Record<number, PhraseRange> = {};
  const unless: Record<number, PhraseRange> = {};
  const mine = [...pack.moments.entries()].filter(([, moment]) => moment.speaker === speaker);
  for (const [index, moment] of mine) moments[index] = add(moment.phrases, index);
  for (const [index, moment] of mine) unless[index] = add(moment.unless, -1);
  const marks = Object.fromEntries(
    marksOf(pack)
      .filter((mark) => mark.speaker === speaker)
      .map((mark) => [mark.id, add(mark.phrases, -1)]),
  );
  const cues = Object.fromEntries(guardCues.map((cue) => [cue, add(pack.lists[cue] ?? [], -1)])) as Record<
    GuardCue,
    PhraseRange
  >;
  return { phrases: compilePhrases(phrases, talkOf(pack)), owners, moments, unless, marks, cues };
}
