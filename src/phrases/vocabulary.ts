/** The vocabulary of phrases: every word, prefix and character that they name, and the symbol of each. */
import { classWords } from '../text/class-forms.ts';
import { charEntries } from './char-entries.ts';
import type { PhraseNode } from './phrase.ts';
import type { CompiledVocabulary } from './program.ts';
import {
  bareContractions,
  contractionEndings,
  fillerWords,
  negatedStems,
  otherForms,
  symbol,
} from './symbols.ts';
import { Trie } from './trie.ts';

const markSymbols = {
  '?': [symbol.breakQuestion, symbol.breakBoth],
  '!': [symbol.breakExclamation, symbol.breakBoth],
} as const;

/** All the words, prefixes and characters that phrases name. */
export class Vocabulary {
  private readonly words: readonly string[];
  private readonly prefixes: readonly string[];
  private readonly characters: string;
  private readonly symbols = new Map<string, number>();
  private readonly prefixSymbols = new Map<string, number>();
  /** By word, prefix and class: their symbols, once they were asked for. */
  private readonly known = new Map<string, readonly number[]>();

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

  /** What the automaton reads by. */
  compiled(): CompiledVocabulary {
    const { words, prefixes, characters } = this;
    const trie = new Trie();
    for (const [index, word] of words.entries())
      if (!word.includes("'")) trie.add(word, symbol.firstWord + index);
    for (const filler of fillerWords) trie.add(filler, symbol.filler);
    for (const [index, word] of Object.keys(bareContractions).entries())
      trie.add(word, symbol.firstContraction + index);
    for (const [index, prefix] of prefixes.entries())
      trie.addPrefix(prefix, symbol.firstWord + words.length + index);
    const byCode = new Map([...characters].map((one) => [one.charCodeAt(0), this.symbols.get(one)!]));
    return {
      words,
      prefixes,
      characters,
      size: symbol.firstWord + words.length + prefixes.length + characters.length,
      entries: charEntries((folded) => byCode.get(folded)),
      fillerHead: this.symbols.get('那') ?? symbol.other,
      trie: trie.compiled(),
    };
  }

  /** The symbols that leaves may come as, each once. */
  symbolsOf(leaves: readonly PhraseNode[]): readonly number[] {
    return [...new Set(leaves.flatMap((leaf) => this.ofLeaf(leaf)))];
  }

  /** The symbols that a leaf, or a choice of words, may come as. */
  ofLeaf(leaf: PhraseNode): readonly number[] {
    switch (leaf.kind) {
      case 'word':
        return this.once(leaf.word, () => this.ofWord(leaf.word));
      case 'prefix':
        return this.once(`${leaf.prefix}*`, () => this.ofPrefix(leaf.prefix));
      case 'mark':
        return markSymbols[leaf.mark];
      case 'class':
        return this.once(`<${leaf.name}>`, () => [
          ...new Set(
            classWords[leaf.name].flatMap((word) => (word === null ? this.ofNumber() : this.ofWord(word))),
          ),
        ]);
      case 'choice':
        return this.symbolsOf(leaf.nodes);
      default:
        return [];
    }
  }

  private once(key: string, make: () => readonly number[]): readonly number[] {
    let found = this.known.get(key);
    if (found === undefined) this.known.set(key, (found = make()));
    return found;
  }

  /** The symbols that a word's text may come as. A character outside the basic plane has none: its phrase never hits. */
  private ofWord(word: string): readonly number[] {
    return [word, ...(otherForms[word] ?? [])]
      .map((form) => this.symbols.get(form))
      .filter((each) => each !== undefined);
  }

  /** The symbols that words with a prefix may come as. */
  private ofPrefix(prefix: string): readonly number[] {
    const longer = this.prefixes
      .filter((each) => each.startsWith(prefix))
      .map((each) => this.prefixSymbols.get(each)!);
    const words = this.words.filter((word) => word.startsWith(prefix)).map((word) => this.symbols.get(word)!);
    return [...longer, ...words];
  }

  /** The symbols that numbers in digits may come as: the literal ones of phrases too. */
  private ofNumber(): readonly number[] {
    const literal = this.words.filter((word) => /^\d/.test(word)).map((word) => this.symbols.get(word)!);
    return [symbol.number, symbol.mixed, ...literal];
  }
}

function isCharacter(word: string): boolean {
  return !/^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hangul}\d']/u.test(word);
}

function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
