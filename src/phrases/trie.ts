/** The trie of a vocabulary's words, laid out as one table: a row for each state, an entry for each letter. */
import { fold } from '../text/fold.ts';
import { symbol } from './symbols.ts';

/** The alphabet: 26 letters, 10 digits, any other letter; a row is this many entries. */
const rowLength = 37;
const deadRow = 0;

/** The offset of the row that a word begins at. */
export const rootRow: number = rowLength;

/** Words and prefixes, and the table that reads them. */
export class Trie {
  private readonly children: Map<number, number>[] = [new Map()];
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
        this.children[node]!.set(letter, child);
      }
      node = child;
    }
    return node;
  }

  tables(): { readonly rows: Int32Array; readonly outputs: Int32Array } {
    const sinks = [...new Set(this.prefixes.values())];
    const count = 1 + this.children.length + sinks.length;
    const rows = new Int32Array(count * rowLength).fill(deadRow);
    // Indexed by a row's offset, so that the scan needs no division.
    const outputs = new Int32Array(count * rowLength);
    const sinkRow = new Map<number, number>();
    sinks.forEach((output, index) => {
      const row = (1 + this.children.length + index) * rowLength;
      sinkRow.set(output, row);
      rows.fill(row, row, row + rowLength);
      outputs[row] = output;
    });
    const visit = (node: number, inherited: number): void => {
      const prefix = this.prefixes.get(node) ?? inherited;
      const row = rootRow + node * rowLength;
      outputs[row] = this.outputs[node] !== symbol.other ? this.outputs[node]! : prefix;
      if (prefix !== symbol.other) rows.fill(sinkRow.get(prefix)!, row, row + rowLength);
      for (const [letter, child] of this.children[node]!) {
        rows[row + letter] = rootRow + child * rowLength;
        visit(child, prefix);
      }
    };
    visit(0, symbol.other);
    return { rows, outputs };
  }
}
