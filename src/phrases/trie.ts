/** The trie of a vocabulary's words: built once, kept as a list of nodes, laid out as one table when texts are read. */
import { fold } from '../text/fold.ts';
import type { CompiledTrie } from './program.ts';
import { symbol } from './symbols.ts';

/** The alphabet: 26 letters, 10 digits, any other letter. */
const letters = 37;
/** A row of the table has an entry for each letter, the row that it leads to, and then what the word so far is. */
export const rowLength: number = letters + 1;
/** Where in a row its output stands. */
export const outputEntry: number = letters;

/** The row that a word begins at; row 0 is where no word is left. */
export const rootRow = 1;

/** Words and prefixes, on their way to a table. */
export class Trie {
  private readonly children: Map<number, number>[] = [new Map()];
  /** By node: the letter that leads to it. */
  private readonly edges: number[] = [0];
  private readonly parents: number[] = [-1];
  private readonly outputs: number[] = [symbol.other];
  private readonly prefixes = new Map<number, number>();

  add(word: string, output: number): void {
    const node = this.node(word);
    if (node >= 0) this.outputs[node] = output;
  }

  addPrefix(prefix: string, output: number): void {
    const node = this.node(prefix);
    if (node >= 0) this.prefixes.set(node, output);
  }

  private node(word: string): number {
    let node = 0;
    for (let at = 0; at < word.length; at++) {
      const code = fold[word.charCodeAt(at)]!;
      const letter =
        code >= 0x61 && code <= 0x7a ? code - 0x61 : code >= 0x30 && code <= 0x39 ? 26 + code - 0x30 : 36;
      let child = this.children[node]!.get(letter);
      if (child === undefined) {
        child = this.children.push(new Map()) - 1;
        this.outputs.push(symbol.other);
        this.edges.push(letter);
        this.parents.push(node);
        this.children[node]!.set(letter, child);
      }
      node = child;
    }
    return node;
  }

  /** The trie as it is kept. */
  compiled(): CompiledTrie {
    const count = this.edges.length;
    const outputs: number[] = [];
    const sunk: number[] = [];
    const sinks = new Map<number, number>();
    const rowOf = (node: number): number => rootRow + node;
    // By node: the prefix that its word has; a parent comes before its children.
    const prefixes: number[] = [];
    for (let node = 0; node < count; node++) {
      const prefix = this.prefixes.get(node) ?? prefixes[this.parents[node]!] ?? symbol.other;
      prefixes.push(prefix);
      outputs.push(this.outputs[node] !== symbol.other ? this.outputs[node]! : prefix);
      if (prefix === symbol.other) continue;
      if (!sinks.has(prefix)) sinks.set(prefix, rowOf(count + sinks.size));
      sunk.push(rowOf(node), sinks.get(prefix)!);
    }
    for (const [output, row] of sinks) {
      outputs.push(output);
      sunk.push(row, row);
    }
    const edges = this.edges.map((letter, node) =>
      node === 0 ? 0 : rowOf(this.parents[node]!) * rowLength + letter,
    );
    return {
      edges: Int32Array.from(edges),
      outputs: Int32Array.from(outputs),
      sunk: Int32Array.from(sunk),
    };
  }
}

/** The table of a trie: so few rows and symbols that 16 bits are enough for each, for all but the largest vocabularies. */
export type TrieTable = Uint16Array | Int32Array;

/**
 * The table of a trie: rows of `rowLength`, each state being the number of its row. Under a prefix, what leads to no word
 * leads to the prefix's own row, from which nothing leads away, so that endings cost nothing.
 */
export function growTrie({ edges, outputs, sunk }: CompiledTrie): TrieTable {
  const rows = rootRow + outputs.length;
  const largest = outputs.reduce((most, output) => Math.max(most, output), rows);
  const table = largest < 2 ** 16 ? new Uint16Array(rows * rowLength) : new Int32Array(rows * rowLength);
  for (let at = 0; at < sunk.length; at += 2) {
    const begin = sunk[at]! * rowLength;
    table.fill(sunk[at + 1]!, begin, begin + letters);
  }
  for (let node = 0; node < outputs.length; node++) {
    if (node > 0 && node < edges.length) table[edges[node]!] = rootRow + node;
    table[(rootRow + node) * rowLength + outputEntry] = outputs[node]!;
  }
  return table;
}
