/** The assembler: lays parsed phrases out as instructions, from the end of each to its beginning. */
import type { PhraseNode } from './phrase.ts';
import { phraseClasses } from './phrase.ts';
import { operation } from './program.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Operation, operands, the next instruction. */
type Instruction = readonly [what: number, one: number, other: number, next: number];

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
    this.matched = this.push(operation.match, 0, 0, 0);
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
        return this.push(operation.class, phraseClasses.indexOf(node.name), 0, next);
      case 'gap':
        return this.push(operation.gap, node.most, 0, next);
      case 'optional':
        return this.push(operation.split, next, 0, this.node(node.node, next));
      case 'sequence':
        return node.nodes.reduceRight((after, each) => this.node(each, after), next);
      case 'choice': {
        if (node.nodes.every(({ kind }) => kind === 'word'))
          return this.symbols(this.vocabulary.ofLeaf(node), next);
        const [head, ...rest] = node.nodes.map((each) => this.node(each, next)).toReversed();
        return rest.reduce((other, branch) => this.push(operation.split, other, 0, branch), head!);
      }
    }
  }

  private symbols(symbols: readonly number[], next: number): number {
    if (symbols.length <= 2) return this.push(operation.word, symbols[0] ?? -2, symbols[1] ?? -1, next);
    return this.push(operation.set, this.set(symbols), 0, next);
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

  private push(...instruction: Instruction): number {
    const { code } = this;
    let slot = this.slotOf(instruction);
    if (this.slots[slot] === 0) {
      const index = code.push(...instruction) / 4;
      this.slots[slot] = index;
      // Half full: every instruction finds its slot in twice as many.
      if (index * 2 > this.slots.length) {
        this.slots = new Int32Array(this.slots.length * 2);
        for (let at = 0; at < code.length; at += 4) {
          slot = this.slotOf([code[at]!, code[at + 1]!, code[at + 2]!, code[at + 3]!]);
          this.slots[slot] = at / 4 + 1;
        }
      }
      return index - 1;
    }
    return this.slots[slot]! - 1;
  }

  /** The slot that an instruction has, or would take. */
  private slotOf([what, one, other, next]: Instruction): number {
    const { code, slots } = this;
    const mask = slots.length - 1;
    let slot =
      (Math.imul(what + one * 8, 0x9e3779b1) ^ Math.imul(other * 131 + next * 8191, 0x85ebca6b)) >>> 5;
    for (slot &= mask; slots[slot] !== 0; slot = (slot + 1) & mask) {
      const at = (slots[slot]! - 1) * 4;
      if (code[at] === what && code[at + 1] === one && code[at + 2] === other && code[at + 3] === next) break;
    }
    return slot;
  }
}
