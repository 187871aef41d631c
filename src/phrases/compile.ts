/** From parsed phrases to programs and tables: all that can be worked out before the first text is. */
import { anchorTables } from './anchor-tables.ts';
import { chooseAnchors, needsOf } from './anchors.ts';
import { Assembler } from './assembler.ts';
import { Automaton } from './automaton.ts';
import { countedFrequency } from './frequency.ts';
import type { ParsedPhrase, PhraseNode } from './phrase.ts';
import { phraseClasses } from './phrase.ts';
import { needsLength, phraseFlag, type CompiledPhrases } from './program.ts';
import { edges, width } from './shape.ts';
import { Vocabulary } from './vocabulary.ts';

/** A phrase of more branches stays one program: a place in a text names its branch in 12 bits. */
const mostBranches = 4096;

/**
 * Compiles phrases; a phrase's number is its place in the list. Deterministic.
 * @param talk texts of the kind that phrases will be looked for in: what is rare in them is looked for first
 */
export function compilePhrases(
  phrases: readonly ParsedPhrase[],
  talk: readonly string[] = [],
): CompiledPhrases {
  const vocabulary = new Vocabulary(phrases.map(({ node }) => node));
  const compiled = vocabulary.compiled();
  const automaton = new Automaton(compiled);
  const frequency = countedFrequency(
    talk,
    (text) => {
      const { symbols, count } = automaton.scan(text);
      return symbols.subarray(0, count);
    },
    (leaf) => vocabulary.ofLeaf(leaf),
  );
  const assembler = new Assembler(vocabulary);
  const programs: number[] = [];
  const entries: number[] = [];
  const most: number[] = [];
  const flags: number[] = [];
  const firsts: number[] = [];
  const firstClasses: number[] = [];
  const needs: number[] = [];
  const anchors = anchorTables(compiled.size);
  for (const phrase of phrases) {
    programs.push(entries.length);
    for (const node of branchesOf(phrase.node)) {
      const program = entries.push(assembler.program(node)) - 1;
      most.push(width(node).most);
      flags.push(
        (phrase.atStart ? phraseFlag.atStart : 0) |
          (phrase.atEnd ? phraseFlag.atEnd : 0) |
          (ways(node) > 2 ? phraseFlag.manyWays : 0) |
          (hasMark(node) ? phraseFlag.runsOn : 0),
      );
      const { first } = edges(node);
      firsts.push(assembler.set(vocabulary.symbolsOf(first.filter(({ kind }) => kind !== 'class'))));
      firstClasses.push(
        phraseClasses.reduce(
          (bits, name, index) =>
            first.some((leaf) => leaf.kind === 'class' && leaf.name === name) ? bits | (1 << index) : bits,
          0,
        ),
      );
      const sets = needsOf(node, frequency).map((leaves) => assembler.set(vocabulary.symbolsOf(leaves)));
      for (let index = 0; index < needsLength; index++) needs.push(sets[index] ?? -1);
      for (const { first, second, least, most } of chooseAnchors(node, frequency)) {
        const seconds = vocabulary.symbolsOf(second);
        // Where a word of a pair has no symbol the pair never stands.
        if (second.length > 0 && seconds.length === 0) continue;
        anchors.add({ program, least, most }, vocabulary.symbolsOf(first), seconds);
      }
    }
  }
  programs.push(entries.length);
  const classes = phraseClasses.map((name) => assembler.set(vocabulary.ofLeaf({ kind: 'class', name })));
  return {
    vocabulary: compiled,
    programs: Int32Array.from(programs),
    code: Int32Array.from(assembler.code),
    entries: Int32Array.from(entries),
    most: Int32Array.from(most),
    flags: Uint8Array.from(flags),
    firsts: Int32Array.from(firsts),
    firstClasses: Uint8Array.from(firstClasses),
    needs: Int32Array.from(needs),
    classes: Int32Array.from(classes),
    sets: Int32Array.from(assembler.sets),
    members: Int32Array.from(assembler.members),
    anchors: anchors.tables(),
  };
}

/** What a phrase is any one of; branches of one word each stay together. */
function branchesOf(node: PhraseNode): readonly PhraseNode[] {
  const all = flat(node);
  const words = all.filter(isWord);
  const others = all.filter((each) => !isWord(each));
  if (others.length === 0 || others.length >= mostBranches) return [node];
  const [word] = words;
  if (word === undefined) return others;
  return [words.length === 1 ? word : { kind: 'choice', nodes: words }, ...others];
}

function flat(node: PhraseNode): readonly PhraseNode[] {
  return node.kind === 'choice' ? node.nodes.flatMap(flat) : [node];
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
