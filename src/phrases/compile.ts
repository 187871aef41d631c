/** From parsed phrases to a program: one vocabulary, flat instructions and the anchors that wake them. Plain JSON. */
import { classWords } from '../text/classes.ts';
import { chooseAnchors, needsOf } from './anchors.ts';
import { packNumbers, unpackNumbers } from './pack-numbers.ts';
import type { ParsedPhrase, PhraseNode } from './phrase.ts';
import { phraseClasses } from './phrase.ts';
import { width } from './shape.ts';
import {
  bareContractions,
  contractionEndings,
  fillerWords,
  negatedStems,
  otherForms,
  symbol,
} from './symbols.ts';

/** What an instruction does; each is four numbers: operation, two operands, the next instruction. */
export const operation = {
  /** The phrase is complete. */
  match: 0,
  /** A unit with this symbol (operand 1), or with that one (operand 2; -1 for none). */
  word: 1,
  /** A unit whose symbol is in this set. */
  set: 2,
  /** A class; operand 1 is its index in `phraseClasses`. */
  class: 3,
  /** Up to so many units of one sentence. */
  gap: 4,
  /** The next instruction, or the one of operand 1. */
  split: 5,
} as const;

/** Phrases as a program. */
export interface CompiledPhrases {
  /** Latin words and numbers, by symbol from `symbol.firstWord`. */
  readonly words: readonly string[];
  /** Prefixes, by symbol after the words. */
  readonly prefixes: readonly string[];
  /** Characters that are units of their own, by symbol after the prefixes. */
  readonly characters: string;
  /** Sets of symbols, sorted. */
  readonly sets: readonly (readonly number[])[];
  /** Instructions, four numbers each, packed; those that name an instruction say how far before this one it stands. */
  readonly code: string;
  /** By phrase: the first instruction. */
  readonly entries: readonly number[];
  /** By phrase: the most units it takes. */
  readonly most: readonly number[];
  /** By phrase: sets, one of whose symbols each must stand among the units of a match. */
  readonly needs: readonly (readonly number[])[];
  /** By phrase: 1 at the start only, 2 at the end only, 4 has many ways to go (its search remembers where it was), 8 may run over the end of a sentence. */
  readonly flags: readonly number[];
  /**
   * One after another: phrase, fewest and most units from the phrase's start, how many symbols, the symbols, how many
   * symbols may stand after one of them (0 where none need), those symbols. Packed.
   */
  readonly anchors: string;
}

export const phraseFlag = { atStart: 1, atEnd: 2, manyWays: 4, runsOn: 8 } as const;

/** Compiles phrases; a phrase's number is its place in the list. Deterministic. */
export function compilePhrases(phrases: readonly ParsedPhrase[]): CompiledPhrases {
  const vocabulary = new Vocabulary(phrases.map(({ node }) => node));
  const assembler = new Assembler(vocabulary);
  const entries: number[] = [];
  const most: number[] = [];
  const flags: number[] = [];
  const needs: (readonly number[])[] = [];
  const anchors: number[] = [];
  phrases.forEach((phrase, index) => {
    entries.push(assembler.phrase(phrase.node));
    most.push(width(phrase.node).most);
    flags.push(
      (phrase.atStart ? phraseFlag.atStart : 0) |
        (phrase.atEnd ? phraseFlag.atEnd : 0) |
        (ways(phrase.node) > 2 ? phraseFlag.manyWays : 0) |
        (hasMark(phrase.node) ? phraseFlag.runsOn : 0),
    );
    needs.push(needsOf(phrase.node).map((leaves) => assembler.set(symbolsOf(leaves, vocabulary))));
    for (const { first, second, least, most: furthest } of chooseAnchors(phrase.node)) {
      const firsts = symbolsOf(first, vocabulary);
      const seconds = symbolsOf(second, vocabulary);
      // Where a word of a pair has no symbol the pair never stands.
      if (second.length > 0 && seconds.length === 0) continue;
      anchors.push(index, least, furthest, firsts.length, ...firsts, seconds.length, ...seconds);
    }
  });
  return {
    words: vocabulary.words,
    prefixes: vocabulary.prefixes,
    characters: vocabulary.characters,
    sets: assembler.sets,
    code: packCode(assembler.code),
    entries,
    most,
    needs,
    flags,
    anchors: packNumbers(anchors),
  };
}

function packCode(code: readonly number[]): string {
  return packNumbers(relative(code));
}

/** The instructions that `packCode` packed. */
export function unpackCode(packed: string): Int32Array {
  return Int32Array.from(relative(unpackNumbers(packed)));
}

/** Instructions with every instruction that they name counted back from their own; done twice it is undone. */
function relative(code: ArrayLike<number>): readonly number[] {
  return Array.from(code, (number, at) => {
    const own = Math.floor(at / 4);
    const names = at % 4 === 3 || (at % 4 === 1 && code[at - 1] === operation.split);
    return names ? own - number : number;
  });
}

/** How many points of choice a search through a node may meet one after another. */
function ways(node: PhraseNode): number {
  switch (node.kind) {
    case 'gap':
      return node.most > 0 ? 1 : 0;
    case 'optional':
      return 1 + ways(node.node);
    case 'choice':
      return (node.nodes.every(isWord) ? 0 : 1) + Math.max(...node.nodes.map(ways));
    case 'sequence':
      return node.nodes.reduce((sum, each) => sum + ways(each), 0);
    default:
      return 0;
  }
}

function hasMark(node: PhraseNode): boolean {
  switch (node.kind) {
    case 'mark':
      return true;
    case 'optional':
      return hasMark(node.node);
    case 'sequence':
    case 'choice':
      return node.nodes.some(hasMark);
    default:
      return false;
  }
}

function isWord(node: PhraseNode): node is Extract<PhraseNode, { readonly kind: 'word' }> {
  return node.kind === 'word';
}

function isCharacter(word: string): boolean {
  return !/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\d']/u.test(word);
}

/** All the words, prefixes and characters that phrases name, and the symbol of each. */
class Vocabulary {
  readonly words: readonly string[];
  readonly prefixes: readonly string[];
  readonly characters: string;
  private readonly symbols = new Map<string, number>();
  private readonly prefixSymbols = new Map<string, number>();

  constructor(nodes: readonly PhraseNode[]) {
    const words = new Set<string>(Object.values(bareContractions).flat());
    for (const word of [...Object.values(contractionEndings), ...Object.values(negatedStems), 'not'])
      words.add(word);
    const prefixes = new Set<string>();
    const visit = (node: PhraseNode): void => {
      switch (node.kind) {
        case 'word':
          words.add(node.word);
          break;
        case 'prefix':
          prefixes.add(node.prefix);
          break;
        case 'optional':
          visit(node.node);
          break;
        case 'sequence':
        case 'choice':
          node.nodes.forEach(visit);
          break;
        case 'class':
          for (const word of classWords[node.name]) if (word !== null) words.add(word);
          break;
        default:
      }
    };
    nodes.forEach(visit);
    for (const filler of fillerWords) words.delete(filler);
    const all = [...words].toSorted(byCodeUnit);
    this.words = all.filter((word) => !isCharacter(word));
    this.prefixes = [...prefixes].toSorted(byCodeUnit);
    this.characters = all.filter((word) => isCharacter(word) && word.length === 1).join('');
    let next: number = symbol.firstWord;
    for (const word of this.words) this.symbols.set(word, next++);
    for (const prefix of this.prefixes) this.prefixSymbols.set(prefix, next++);
    for (const character of this.characters) this.symbols.set(character, next++);
  }

  /** The symbols that a word's text may come as. A character outside the basic plane has none: its phrase never hits. */
  ofWord(word: string): readonly number[] {
    return [word, ...(otherForms[word] ?? [])]
      .map((form) => this.symbols.get(form))
      .filter((each) => each !== undefined);
  }

  /** The symbols that words with a prefix may come as. */
  ofPrefix(prefix: string): readonly number[] {
    const longer = this.prefixes
      .filter((each) => each.startsWith(prefix))
      .map((each) => this.prefixSymbols.get(each)!);
    const words = this.words.filter((word) => word.startsWith(prefix)).map((word) => this.symbols.get(word)!);
    return [...longer, ...words];
  }

  /** The symbols that numbers in digits may come as: the literal ones of phrases too. */
  ofNumber(): readonly number[] {
    const literal = this.words.filter((word) => /^\d/.test(word)).map((word) => this.symbols.get(word)!);
    return [symbol.number, symbol.mixed, ...literal];
  }
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const markSymbols = {
  '?': [symbol.breakQuestion, symbol.breakBoth],
  '!': [symbol.breakExclamation, symbol.breakBoth],
} as const;

function symbolsOf(leaves: readonly PhraseNode[], vocabulary: Vocabulary): readonly number[] {
  return [...new Set(leaves.flatMap((leaf) => leafSymbols(leaf, vocabulary)))];
}

function leafSymbols(leaf: PhraseNode, vocabulary: Vocabulary): readonly number[] {
  switch (leaf.kind) {
    case 'word':
      return vocabulary.ofWord(leaf.word);
    case 'prefix':
      return vocabulary.ofPrefix(leaf.prefix);
    case 'mark':
      return markSymbols[leaf.mark];
    case 'class':
      return [
        ...new Set(
          classWords[leaf.name].flatMap((word) =>
            word === null ? vocabulary.ofNumber() : vocabulary.ofWord(word),
          ),
        ),
      ];
    case 'choice':
      return [...new Set(leaf.nodes.flatMap((each) => leafSymbols(each, vocabulary)))];
    default:
      return [];
  }
}

/** Lays a tree out as instructions, from its end to its beginning. */
class Assembler {
  readonly code: number[] = [];
  readonly sets: (readonly number[])[] = [];
  private readonly vocabulary: Vocabulary;
  private readonly setIndex = new Map<string, number>();
  private readonly matched: number;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.matched = this.push(operation.match, 0, 0, 0);
  }

  phrase(node: PhraseNode): number {
    return this.node(node, this.matched);
  }

  private node(node: PhraseNode, next: number): number {
    switch (node.kind) {
      case 'word':
      case 'prefix':
      case 'mark':
        return this.symbols(leafSymbols(node, this.vocabulary), next);
      case 'class':
        return this.push(operation.class, phraseClasses.indexOf(node.name), 0, next);
      case 'gap':
        return this.push(operation.gap, node.most, 0, next);
      case 'optional':
        return this.push(operation.split, next, 0, this.node(node.node, next));
      case 'sequence':
        return node.nodes.reduceRight((after, each) => this.node(each, after), next);
      case 'choice': {
        if (node.nodes.every(isWord))
          return this.symbols([...new Set(leafSymbols(node, this.vocabulary))], next);
        const [head, ...rest] = node.nodes.map((each) => this.node(each, next)).toReversed();
        return rest.reduce((other, branch) => this.push(operation.split, other, 0, branch), head!);
      }
    }
  }

  private symbols(symbols: readonly number[], next: number): number {
    if (symbols.length <= 2) return this.push(operation.word, symbols[0] ?? -2, symbols[1] ?? -1, next);
    return this.push(operation.set, this.set(symbols), 0, next);
  }

  /** The number of a set of symbols; equal sets are one. */
  set(symbols: readonly number[]): number {
    const sorted = symbols.toSorted((a, b) => a - b);
    const key = sorted.join(' ');
    let index = this.setIndex.get(key);
    if (index === undefined) {
      index = this.sets.push(sorted) - 1;
      this.setIndex.set(key, index);
    }
    return index;
  }

  private push(...instruction: readonly [number, number, number, number]): number {
    return this.code.push(...instruction) / 4 - 1;
  }
}
