/** Phrases that do nothing, or too much. */
import { charKind, kinds } from '../../text/fold.ts';
import { listResolver } from '../../pack/list-resolver.ts';
import type { Pack } from '../../pack/model.ts';
import type { MomentRule } from '../../pack/model/moment-rule.ts';
import type { WrittenPhrase } from '../../pack/model/origin.ts';
import { chooseAnchors, type Anchor } from '../../phrases/anchors.ts';
import { parseListLine, parsePhrase } from '../../phrases/parse.ts';
import type { ParsedPhrase } from '../../phrases/phrase.ts';
import { otherForms } from '../../phrases/symbols.ts';
import type { Words } from '../../result/result.ts';
import { listInAll, sayInAll } from '../../result/words.ts';
import { covers } from './covers.ts';
import { phraseGraph, type PhraseGraph } from './phrase-graph.ts';
import type { Problem } from './problem.ts';

/** Words that say nothing by themselves: a phrase of nothing else hits anywhere. */
const emptyWords = new Set(
  (
    'the to you i a an and it is of for that in we on your my me be this have do will so at our are was if as or with not ' +
    'can just there what but'
  ).split(' '),
);

/** By what may stand in a text for other words, such as `'s`: those words. */
const contractedFrom = new Map<string, readonly string[]>();
for (const [word, forms] of Object.entries(otherForms)) {
  for (const form of forms) contractedFrom.set(form, [...(contractedFrom.get(form) ?? []), word]);
}

/** So many characters of a phrase are shown in a message; its place says the rest. */
const longestShown = 60;

/** So many of the words that a phrase hangs on are named in a message. */
const mostNamed = 5;

interface Studied {
  readonly written: WrittenPhrase;
  readonly graph: PhraseGraph;
  /** By a few ways through it: what stands on the way, that is words, beginnings of words (with `*`), classes. */
  readonly ways: readonly ReadonlySet<string>[];
  /** One of these stands in every match; empty where that is not known. */
  readonly needs: readonly string[];
  readonly anchors: readonly Anchor[];
}

/** Looks at every phrase of a valid pack. */
export function checkPhrases(pack: Pack): readonly Problem[] {
  const study = studies(pack.lists);
  return [
    ...pack.moments.flatMap((moment) => {
      const phrases = moment.phrases.map((each) => study(each, 'phrase'));
      const unless = moment.unless.map((each) => study(each, 'phrase'));
      return [
        ...dead(phrases, sayInAll('check.in-moment', { id: moment.id }), guarded(moment)),
        ...dead(unless, sayInAll('check.in-exceptions', { id: moment.id }), false),
        ...excepted(phrases, unless),
        ...phrases.flatMap(weakAnchors),
        ...[...moment.phrases, ...moment.unless].flatMap(figures),
      ];
    }),
    ...Object.values(pack.lists).flatMap((written) => written.flatMap(figures)),
    ...Object.entries(pack.lists).flatMap(([id, written]) =>
      dead(
        written.map((each) => study(each, 'list-line')),
        sayInAll('check.in-list', { id }),
        false,
      ).filter(({ code }) => code !== 'contained-phrase'),
    ),
  ];
}

/** A guard looks at what stands before a hit, so that it matters where a hit begins. */
function guarded({ negation, quotation }: MomentRule): boolean {
  return negation === 'guard' || quotation === 'guard';
}

/** Parses and prepares phrases, lists in place of their names. */
function studies(lists: Pack['lists']): (written: WrittenPhrase, kind: 'phrase' | 'list-line') => Studied {
  const list = listResolver(lists);
  return (written, kind) => {
    const parsed: ParsedPhrase =
      kind === 'phrase'
        ? parsePhrase(written.text, list)
        : { node: parseListLine(written.text, list), atStart: false, atEnd: false };
    const graph = phraseGraph(parsed);
    const anchors = chooseAnchors(parsed.node);
    return {
      written,
      graph,
      ways: graph.ways.map((steps) => {
        const pieces = steps.map(pieceOf);
        return new Set(pieces.flatMap((piece) => [piece, ...(contractedFrom.get(piece) ?? [])]));
      }),
      needs: anchors.flatMap(({ first }) => first.map(pieceOf)),
      anchors,
    };
  };
}

function pieceOf(
  step: { readonly kind: string } & Partial<Record<'word' | 'prefix' | 'name', string>>,
): string {
  return step.word ?? (step.prefix === undefined ? `<${step.name ?? step.kind}>` : `${step.prefix}*`);
}

/** Whether it is worth asking if a match of `wide` lies in each of `narrow`: cheap, and says no to nearly all. */
function mayCover({ needs }: Studied, { ways }: Studied): boolean {
  if (needs.length === 0) return true;
  return ways.every((pieces) => needs.some((piece) => pieces.has(piece) || piece.endsWith('*')));
}

/** Gives, for a phrase, those of some phrases that may cover it, in their order. */
function coverers(phrases: readonly Studied[]): (narrow: Studied) => readonly Studied[] {
  const byNeed = new Map<string, number[]>();
  const always: number[] = [];
  for (const [place, { needs }] of phrases.entries()) {
    if (needs.length === 0 || needs.some((piece) => piece.endsWith('*'))) always.push(place);
    else for (const piece of new Set(needs)) byNeed.set(piece, [...(byNeed.get(piece) ?? []), place]);
  }
  return (narrow) => {
    const places = new Set([...narrow.ways[0]!].flatMap((piece) => byNeed.get(piece) ?? []));
    return [...always, ...places]
      .sort((a, b) => a - b)
      .map((place) => phrases[place]!)
      .filter((wide) => wide !== narrow && mayCover(wide, narrow));
  };
}

/** Phrases of one moment or list that others of it make needless. */
function dead(phrases: readonly Studied[], where: Words, guard: boolean): readonly Problem[] {
  const problems: Problem[] = [];
  const gone = new Set<Studied>();
  const order = new Map(phrases.map((phrase, place) => [phrase, place]));
  const coverersOf = coverers(phrases);
  for (const [index, phrase] of phrases.entries()) {
    const others = coverersOf(phrase).filter((other) => !gone.has(other));
    // Of two that are the same the later one goes.
    const wider = others.find(
      (other) =>
        covers(other.graph, phrase.graph, 'whole') &&
        (order.get(other)! < index || !covers(phrase.graph, other.graph, 'whole')),
    );
    const { origin } = phrase.written;
    const text = brief(phrase.written);
    if (wider !== undefined) {
      gone.add(phrase);
      const code = covers(phrase.graph, wider.graph, 'whole') ? 'duplicate-phrase' : 'swallowed-phrase';
      problems.push({
        code,
        severity: 'error',
        origin,
        message: sayInAll(`check.${code}`, { phrase: text, where, other: brief(wider.written) }),
        hint: sayInAll('check.leave-one-out', { line: lineOf(wider, phrase) }),
      });
      continue;
    }
    const inner = others.find((other) => covers(other.graph, phrase.graph, guard ? 'beginning' : 'within'));
    if (inner === undefined) continue;
    problems.push({
      code: 'contained-phrase',
      severity: 'note',
      origin,
      message: sayInAll('check.contained-phrase', { phrase: text, where, other: brief(inner.written) }),
      hint: sayInAll('check.longer-quote', { line: lineOf(inner, phrase) }),
    });
  }
  return problems;
}

function lineOf({ written: { origin } }: Studied, seenFrom: Studied): Words {
  const { file, line } = origin;
  return file === seenFrom.written.origin.file
    ? sayInAll('check.line', { line })
    : sayInAll('check.line-of-file', { line, file });
}

/** Phrases that `unless` always takes back. */
function excepted(phrases: readonly Studied[], unless: readonly Studied[]): readonly Problem[] {
  const takersOf = coverers(unless);
  return phrases.flatMap((phrase): readonly Problem[] => {
    const taker = takersOf(phrase).find((other) => covers(other.graph, phrase.graph, 'within'));
    if (taker === undefined) return [];
    return [
      {
        code: 'excepted-phrase',
        severity: 'error',
        origin: phrase.written.origin,
        message: sayInAll('check.excepted-phrase', {
          phrase: brief(phrase.written),
          other: brief(taker.written),
        }),
        hint: sayInAll('check.narrow-exception', { line: lineOf(taker, phrase) }),
      },
    ];
  });
}

/** A phrase that nothing but a single character, or a word that says nothing, wakes. */
function weakAnchors({ written, anchors }: Studied): readonly Problem[] {
  const words = anchors.flatMap(({ first, second }) =>
    second.length === 0 ? first.map((leaf) => (leaf.kind === 'word' ? leaf.word : undefined)) : [undefined],
  );
  const weak = words
    .filter((word) => word !== undefined)
    .filter((word) => isCharacter(word) || emptyWords.has(word));
  if (weak.length === 0 || weak.length < words.length) return [];
  const names = [...new Set(weak)];
  return [
    {
      code: 'weak-anchor',
      severity: 'warning',
      origin: written.origin,
      message: sayInAll('check.weak-anchor', {
        phrase: brief(written),
        words: listInAll([...names.slice(0, mostNamed), ...(names.length > mostNamed ? ['…'] : [])]),
      }),
      hint: sayInAll('check.second-word'),
    },
  ];
}

/** `[2]` is an optional figure, where up to two words were probably meant. */
function figures(written: WrittenPhrase): readonly Problem[] {
  const figure = /\[(\d+)\]/u.exec(written.text)?.[1];
  if (figure === undefined) return [];
  return [
    {
      code: 'figure-for-gap',
      severity: 'warning',
      origin: written.origin,
      message: sayInAll('check.figure-for-gap', { phrase: brief(written), figure }),
      hint: sayInAll('check.write-gap', { figure }),
    },
  ];
}

/** A phrase as a message shows it. */
function brief({ text }: WrittenPhrase): string {
  const characters = [...text];
  return characters.length <= longestShown ? text : `${characters.slice(0, longestShown).join('')}…`;
}

function isCharacter(word: string): boolean {
  return [...word].length === 1 && (word.length === 2 || kinds[word.charCodeAt(0)] === charKind.single);
}
