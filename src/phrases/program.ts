/** What compiled phrases are: programs for the verifier, and tables for the automaton and the anchor index. */

/** What an instruction does. Each is two numbers: its operation with its operand (`instructionOf`), and the next instruction. */
export const operation = {
  /** The phrase is complete. */
  match: 0,
  /** A unit with this symbol. */
  word: 1,
  /** A unit with one of two symbols: the one in the low `eitherBits` of the operand, or the one above them. */
  either: 2,
  /** A unit whose symbol is in this set. */
  set: 3,
  /** A class: its index in `phraseClasses`. */
  class: 4,
  /** Up to so many units of one sentence. */
  gap: 5,
  /** The next instruction, or this one. */
  split: 6,
} as const;

/** The operation of an instruction is in so many low bits of its first number. */
export const operationBits = 3;
export const operationMask: number = (1 << operationBits) - 1;

/** Symbols of so many bits fit into one operand by twos. */
export const eitherBits = 14;
export const eitherMask: number = (1 << eitherBits) - 1;

/** The first number of an instruction. */
export function instructionOf(what: number, operand: number): number {
  return what | (operand << operationBits);
}

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
  /** Instructions, two numbers each; equal ones are one, whatever phrase they belong to. */
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
  /** A hash of pairs of neighbours, two numbers a slot: the pair (`pairOf`), and its group, 0 for a free slot. */
  readonly pairs: Int32Array;
}

/** A pair of symbols of a vocabulary of so many, as one number of 32 bits; no more than 65,536 symbols have one each. */
export function pairOf(first: number, second: number, size: number): number {
  return (Math.imul(first, size) + second) | 0;
}

/** The slot at which the search for a pair begins in a hash of so many slots. */
export function pairSlot(pair: number, slots: number): number {
  const mixed = Math.imul(pair ^ (pair >>> 15), 0x9e3779b1);
  return Math.floor(((mixed ^ (mixed >>> 13)) >>> 0) * (slots / 2 ** 32));
}
