/** What compiled phrases are: programs for the verifier, and tables for the automaton and the anchor index. */

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

/** 1 at the start only, 2 at the end only, 4 has many ways to go (its search remembers where it was), 8 may run over the end of a sentence. */
export const phraseFlag = { atStart: 1, atEnd: 2, manyWays: 4, runsOn: 8 } as const;

/** A program has at most so many sets that it needs; a place that is left over holds -1. */
export const needsLength = 3;

/**
 * Phrases as programs, ready to run: plain data and typed arrays, so that a built pack is read and not made anew. A
 * phrase that is a choice at its top is a program for each branch, since each branch has a rarest word of its own.
 */
export interface CompiledPhrases {
  readonly vocabulary: CompiledVocabulary;
  /** By phrase: its first program; one entry more than phrases. */
  readonly programs: Int32Array;
  /** Instructions, four numbers each; equal ones are one, whatever phrase they belong to. */
  readonly code: Int32Array;
  /** By program: the first instruction. */
  readonly entries: Int32Array;
  /** By program: the most units it takes. */
  readonly most: Int32Array;
  /** By program: `phraseFlag`s. */
  readonly flags: Uint8Array;
  /** By program: the set of symbols that a match may begin with where no class begins it. */
  readonly firsts: Int32Array;
  /** By program: the classes that may begin a match, a bit for each. */
  readonly firstClasses: Uint8Array;
  /** By program, `needsLength` each: sets, one of whose symbols each must stand among the units of a match. */
  readonly needs: Int32Array;
  /** By class: the set of symbols, one of which stands wherever the class does. */
  readonly classes: Int32Array;
  /** Where each set begins in `members`, and where the last one ends. */
  readonly sets: Int32Array;
  /** The symbols of each set, ascending. */
  readonly members: Int32Array;
  readonly anchors: CompiledAnchors;
}

/** What the automaton reads by. */
export interface CompiledVocabulary {
  /** Latin words and numbers, by symbol from `symbol.firstWord`. */
  readonly words: readonly string[];
  /** Prefixes, by symbol after the words. */
  readonly prefixes: readonly string[];
  /** Characters that are units of their own, by symbol after the prefixes. */
  readonly characters: string;
  /** How many symbols there are. */
  readonly size: number;
  /** By code unit: its kind, its place in the trie's alphabet, or its symbol. */
  readonly entries: Uint16Array;
  /** The symbol of 那 where it begins no filler. */
  readonly fillerHead: number;
  readonly trie: CompiledTrie;
}

/** The trie of words: nodes, the root first and parents before their children, then a row for each prefix. */
export interface CompiledTrie {
  /** By node: where in the table stands what leads to it. */
  readonly edges: Int32Array;
  /** By row: the symbol of the word that ends there. */
  readonly outputs: Int32Array;
  /** Pairs: a row, and the row that any letter leads to where no longer word goes on. */
  readonly sunk: Int32Array;
}

/** Where anchors are found. */
export interface CompiledAnchors {
  /** By anchor, three numbers each: program, fewest and most units from the program's start. */
  readonly places: Int32Array;
  /** Runs of numbers of anchors, each ended by -1. */
  readonly groups: Int32Array;
  /** By symbol: where its group begins in `groups`, 0 for none. */
  readonly singles: Int32Array;
  /** By symbol: 1 where it is the second of some pair. */
  readonly seconds: Uint8Array;
  /** A hash of pairs of neighbours, four numbers a slot: first and second symbol, its group (0 for a free slot), nothing. */
  readonly pairs: Int32Array;
}

/** The slot at which the search for a pair begins in a hash of so many slots, less one. */
export function pairSlot(first: number, second: number, mask: number): number {
  return ((Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 9) & mask;
}
