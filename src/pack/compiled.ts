/** A pack in the form in which it works: plain data and typed arrays, as the build stores it for the built-in pack. */
import { compilePhrases } from '../phrases/compile.ts';
import { parsePhrase } from '../phrases/parse.ts';
import type { ParsedPhrase } from '../phrases/phrase.ts';
import type { CompiledPhrases } from '../phrases/program.ts';
import { listResolver } from './list-resolver.ts';
import { marksOf } from './marks.ts';
import { protocolsOf } from './merge-packs.ts';
import type { Pack } from './model.ts';
import type { Criterion, CriterionExample } from './model/criterion.ts';
import type { MomentExample, MomentRule } from './model/moment-rule.ts';
import type { WrittenPhrase } from './model/origin.ts';

/** Phrases `[from, to)` by their numbers. */
export type PhraseRange = readonly [from: number, to: number];

/** The phrases of a layer that listen to one side of the call. */
export interface CompiledSide {
  readonly phrases: CompiledPhrases;
  /**
   * By phrase: the number of its moment in `Pack.moments`; -1 for those that only serve others, which come last.
   */
  readonly owners: readonly number[];
  /** By the number of a moment: its phrases. What has none here is not heard by this layer. */
  readonly moments: Readonly<Record<number, PhraseRange>>;
  /** By the number of a moment: its `unless` phrases. */
  readonly unless: Readonly<Record<number, PhraseRange>>;
  /** By the id of a mark: its phrases. */
  readonly marks: Readonly<Record<string, PhraseRange>>;
  /** What the guards listen for: the pack's lists of these names, empty where it has none; all of them in the first layer. */
  readonly cues: Readonly<Record<GuardCue, PhraseRange>>;
}

/**
 * Lists that the guards read: `negators` deny what follows them in their clause, except where one of `negated-questions`
 * covers them ("why don't you …"); `reported-speech` says that what follows in the sentence is another's words.
 */
export type GuardCue = 'negators' | 'negated-questions' | 'reported-speech';

const guardCues: readonly GuardCue[] = ['negators', 'negated-questions', 'reported-speech'];

/** Phrases that were compiled together. */
export type CompiledLayer = Readonly<Record<MomentRule['speaker'], CompiledSide>>;

export interface CompiledPack {
  readonly pack: Pack;
  /** Each moment and each mark is heard by one of them. All but the first hold what was added to a compiled pack. */
  readonly layers: readonly [CompiledLayer, ...CompiledLayer[]];
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
  const all = { moments: [...pack.moments.keys()], marks: marksOf(pack), cues: guardCues };
  return { pack, layers: [compileLayer(pack, all)], notes: compileNotes(pack) };
}

/**
 * Compiles a pack that another one was extended to (`extendPack`): only what it does not share with that one, as a layer
 * of its own.
 * @param base the other one; its tables are used as they are
 */
export function compileExtended(base: CompiledPack, pack: Pack): CompiledPack {
  const before = base.pack;
  // Phrases of the other pack may name any of its lists.
  if (Object.entries(before.lists).some(([id, list]) => pack.lists[id] !== list)) return compilePack(pack);
  const marksBefore = new Map(marksOf(before).map((mark) => [mark.id, mark.phrases]));
  const moments = [...pack.moments.keys()].filter((index) => pack.moments[index] !== before.moments[index]);
  const marks = marksOf(pack).filter(({ id, phrases }) => marksBefore.get(id) !== phrases);
  const kept = new Set(marksOf(pack).map(({ id }) => id));
  for (const { id } of marks) kept.delete(id);
  const layers = base.layers.map((layer) => onlyOf(layer, new Set(moments), kept)) as [CompiledLayer];
  if (moments.length > 0 || marks.length > 0) layers.push(compileLayer(pack, { moments, marks, cues: [] }));
  return { pack, layers, notes: sameNotes(before, pack) ? base.notes : compileNotes(pack) };
}

/** A layer without moments that another one hears, and with no marks but these. */
function onlyOf(
  layer: CompiledLayer,
  without: ReadonlySet<number>,
  marks: ReadonlySet<string>,
): CompiledLayer {
  const heard = (ranges: CompiledSide['moments']): CompiledSide['moments'] =>
    Object.fromEntries(Object.entries(ranges).filter(([index]) => !without.has(Number(index))));
  const only = (side: CompiledSide): CompiledSide => ({
    ...side,
    moments: heard(side.moments),
    unless: heard(side.unless),
    marks: Object.fromEntries(Object.entries(side.marks).filter(([id]) => marks.has(id))),
  });
  return { agent: only(layer.agent), customer: only(layer.customer) };
}

/** What is listened for in notes, with its phrases: steps of protocols, and key facts. */
function notedIn(
  pack: Pack,
): Readonly<Record<'steps' | 'facts', ReadonlyMap<string, readonly WrittenPhrase[]>>> {
  const steps = protocolsOf(pack).flatMap((protocol) =>
    protocol.steps.map(({ id, noted }) => [`${protocol.id}/${id}`, noted] as const),
  );
  const facts = pack.keyFacts.map(({ id, told, found }) => [id, [...told, ...found]] as const);
  const named = (all: readonly (readonly [string, readonly WrittenPhrase[]])[]) =>
    new Map(all.filter(([, phrases]) => phrases.length > 0));
  return { steps: named(steps), facts: named(facts) };
}

function compileNotes(pack: Pack): CompiledNotes {
  const list = listResolver(pack.lists);
  const phrases: ParsedPhrase[] = [];
  const compiled = (noted: ReadonlyMap<string, readonly WrittenPhrase[]>): Record<string, PhraseRange> =>
    Object.fromEntries(
      [...noted].map(([name, written]): [string, PhraseRange] => {
        const from = phrases.length;
        phrases.push(...written.map(({ text }) => parsePhrase(text, list)));
        return [name, [from, phrases.length]];
      }),
    );
  const { steps, facts } = notedIn(pack);
  const ranges = { steps: compiled(steps), facts: compiled(facts) };
  return { phrases: compilePhrases(phrases), ...ranges };
}

/** Whether two packs, of which one was extended to the other, listen for the same in notes. */
function sameNotes(one: Pack, other: Pack): boolean {
  if (other.keyFacts.some((fact, index) => fact !== one.keyFacts[index])) return false;
  const [before, after] = [protocolsOf(one), protocolsOf(other)];
  return before.length === after.length && after.every((protocol, index) => protocol === before[index]);
}

/** What is said in the examples: what is rare there is thought to be rare in calls. */
function talkOf(moments: readonly MomentRule[], criteria: readonly Criterion[]): readonly string[] {
  const dialogues = criteria.flatMap(({ examples }): readonly CriterionExample[] =>
    Object.values(examples).flat(),
  );
  return [
    ...moments.flatMap(({ examples }): readonly MomentExample[] => Object.values(examples).flat()),
    ...dialogues.flatMap(({ turns }) => turns),
  ].map(({ text }) => text);
}

/** What a layer hears. */
interface Heard {
  /** By their numbers. */
  readonly moments: readonly number[];
  readonly marks: ReturnType<typeof marksOf>;
  readonly cues: readonly GuardCue[];
}

function compileLayer(pack: Pack, heard: Heard): CompiledLayer {
  const list = listResolver(pack.lists);
  const rules = heard.moments.map((index) => pack.moments[index]!);
  // What is added to a pack is little, and the pack's own examples are kept apart for those who read rules.
  const talk = talkOf(rules, rules.length === pack.moments.length ? pack.criteria : []);
  const side = (speaker: MomentRule['speaker']): CompiledSide =>
    compileSide(pack, speaker, { heard, list, talk });
  return { agent: side('agent'), customer: side('customer') };
}

interface Compiling {
  readonly heard: Heard;
  readonly list: ReturnType<typeof listResolver>;
  readonly talk: readonly string[];
}

function compileSide(
  pack: Pack,
  speaker: MomentRule['speaker'],
  { heard, list, talk }: Compiling,
): CompiledSide {
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
  const mine = heard.moments.filter((index) => pack.moments[index]!.speaker === speaker);
  for (const index of mine) moments[index] = add(pack.moments[index]!.phrases, index);
  for (const index of mine) unless[index] = add(pack.moments[index]!.unless, -1);
  const marks = Object.fromEntries(
    heard.marks.filter((mark) => mark.speaker === speaker).map((mark) => [mark.id, add(mark.phrases, -1)]),
  );
  const cues = Object.fromEntries(
    guardCues.map((cue) => [cue, add(heard.cues.includes(cue) ? (pack.lists[cue] ?? []) : [], -1)]),
  ) as Record<GuardCue, PhraseRange>;
  return { phrases: compilePhrases(phrases, talk), owners, moments, unless, marks, cues };
}
