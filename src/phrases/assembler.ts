/** The assembler: lays parsed phrases out as instructions, from the end of each to its beginning. */
import type { PhraseNode } from './phrase.ts';
import { phraseClasses } from './phrase.ts';
import { eitherBits, eitherMask, instructionOf, operation } from './program.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Programs over one vocabulary. Equal instructions and equal sets are kept once. */
export class Assembler {
  readonly code: number[] = [];
  /** Where each set begins in `members`, and where the last one ends. */
  readonly sets: number[] = [0];
  readonly members: number[] = [];
  private readonly vocabulary: Vocabulary;
  private readonly setIndex = new Map<string, number>();
  /** A hash of the instructions: the number of one, plus 1; 0 for a free slot. */
  private slots = new Int32Array(1 << 10);
  private readonly matched: number;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
    this.matched = this.push(operation.match, 0, 0);
  }

  /** The first instruction of a program. */
  program(node: PhraseNode): number {
    return this.node(node, this.matched);
  }

  private node(node: PhraseNode, next: number): number {
    switch (node.kind) {
      case 'word':
      case 'prefix':
      case 'mark':
        return this.symbols(this.vocabulary.ofLeaf(node), next);
      case 'class':
        return this.push(operation.class, phraseClasses.indexOf(node.name), next);
      case 'gap':
        return this.push(operation.gap, node.most, next);
      case 'optional':
        return this.push(operation.split, next, this.node(node.node, next));
      case 'sequence':
        return node.nodes.reduceRight((after, each) => this.node(each, after), next);
      case 'choice': {
        if (node.nodes.every(({ kind }) => kind === 'word'))
          return this.symbols(this.vocabulary.ofLeaf(node), next);
        const [head, ...rest] = node.nodes.map((each) => this.node(each, next)).toReversed();
        return rest.reduce((other, branch) => this.push(operation.split, other, branch), head!);
      }
    }
  }

  private symbols(symbols: readonly number[], next: number): number {
    const [one, other] = symbols;
    if (one !== undefined && symbols.length === 1) return this.push(operation.word, one, next);
    if (
      one !== undefined &&
      other !== undefined &&
      symbols.length === 2 &&
      Math.max(one, other) <= eitherMask
    )
      return this.push(operation.either, one | (other << eitherBits), next);
    return this.push(operation.set, this.set(symbols), next);
  }

  /** The number of a set of symbols. */
  set(symbols: readonly number[]): number {
    const sorted = symbols.toSorted((a, b) => a - b);
    const key = sorted.join(' ');
    let index = this.setIndex.get(key);
    if (index === undefined) {
      for (const each of sorted) this.members.push(each);
      index = this.sets.push(this.members.length) - 2;
      this.setIndex.set(key, index);
    }
    return index;
  }

  private push(what: number, operand: number, next: number): number {
    const { code } = this;
    const instruction = instructionOf(what, operand);
    const slot = this.slotOf(instruction, next);
    if (this.slots[slot] !== 0) return this.slots[slot]! - 1;
    const index = code.push(instruction, next) / 2;
    this.slots[slot] = index;
    // Half full: every instruction finds its slot in twice as many.
    if (index * 2 > this.slots.length) {
      this.slots = new Int32Array(this.slots.length * 2);
      for (let at = 0; at < code.length; at += 2)
        this.slots[this.slotOf(code[at]!, code[at + 1]!)] = at / 2 + 1;
    }
    return index - 1;
  }

  /** The slot that an instruction has, or would take. */
  private slotOf(instruction: number, next: number): number {
    const { code, slots } = this;
    const mask = slots.length - 1;
    let slot = (Math.imul(instruction, 0x9e3779b1) ^ Math.imul(next, 0x85ebca6b)) >>> 5;
    for (slot &= mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const at = (slots[slot]! - 1) * 2;
      if (code[at] === instruction && code[at + 1] === next) break;
    }
    return slot;
  }
}
