/** A pack in the form in which it works: as the build writes it for the built-in pack, plain JSON. */
import type { CompiledPhrases } from '../phrases/compile.ts';
import { compilePhrases } from '../phrases/compile.ts';
import { parsePhrase } from '../phrases/parse.ts';
import type { ParsedPhrase } from '../phrases/phrase.ts';
import { listResolver } from './list-resolver.ts';
import type { MomentRule, Pack, WrittenPhrase } from './model.ts';

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
}

/** Compiles a valid pack. */
export function compilePack(pack: Pack): CompiledPack {
  return { pack, sides: { agent: compileSide(pack, 'agent'), customer: compileSide(pack, 'customer') } };
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
  const cues = Object.fromEntries(guardCues.map((cue) => [cue, add(pack.lists[cue] ?? [], -1)])) as Record<
    GuardCue,
    PhraseRange
  >;
  return { phrases: compilePhrases(phrases), owners, moments, unless, cues };
}
