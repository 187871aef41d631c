/**
 * The automaton: one pass over a text's code units gives its units as symbols of a vocabulary, ready to be compared as
 * numbers. Words go through a trie whose states are rows of one table; a word under a prefix of the vocabulary ends in
 * that prefix's own sink, so that endings cost nothing; characters that are units go through the fold table alone.
 */
import { charKind, fold, kinds } from '../text/fold.ts';
import { endsSentence, lettersOf } from '../text/sentence.ts';
import type { CompiledPhrases } from './compile.ts';
import { bareContractions, contractionEndings, fillerWords, negatedStems, symbol } from './symbols.ts';
import { rootRow, Trie } from './trie.ts';

/** The units of a text. Arrays are longer than `count` and are used again by the next text. */
export interface Units {
  readonly count: number;
  readonly symbols: Int32Array;
  /** Offsets in UTF-16 code units: `[starts, ends)`. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where a comma, a dash or an ellipsis stands between the unit and the one before it. */
  readonly clauseStarts: Uint8Array;
}

/** Below this an entry of the character table is a kind, a letter or a digit; from it on, a symbol. */
const firstSymbolEntry = 64;
const letterEntry = 16;
const digitEntry = 42;
const otherLetterEntry = 52;

/** From here on a row's output is a contraction, by its number. */
const firstContraction = 1 << 20;

class UnitBuffer implements Units {
  count = 0;
  symbols = new Int32Array(1024);
  starts = new Int32Array(1024);
  ends = new Int32Array(1024);
  clauseStarts = new Uint8Array(1024);

  /** Makes room for as many units. */
  reserve(count: number): void {
    if (count <= this.symbols.length) return;
    const room = count * 2;
    this.symbols = new Int32Array(room);
    this.starts = new Int32Array(room);
    this.ends = new Int32Array(room);
    this.clauseStarts = new Uint8Array(room);
  }
}

/** Turns texts into units by one vocabulary. */
export class Automaton {
  /** For each code unit: its kind, its place in the trie's alphabet, or its symbol. */
  private readonly entries = new Uint16Array(0x10000);
  private readonly rows: Int32Array;
  /** By row number: the symbol of the word that ends there. */
  private readonly outputs: Int32Array;
  private readonly contractions: (readonly [first: number, second: number, split: number])[] = [];
  private readonly endings = new Map<string, number>();
  private readonly stems = new Map<string, number>();
  private readonly not: number;
  private readonly units = new UnitBuffer();

  constructor({ words, prefixes, characters }: CompiledPhrases) {
    const symbols = new Map(words.map((word, index) => [word, symbol.firstWord + index]));
    const known = (word: string): number => symbols.get(word) ?? symbol.other;
    this.not = known('not');
    for (const [ending, word] of Object.entries(contractionEndings)) this.endings.set(ending, known(word));
    for (const [stem, word] of Object.entries(negatedStems)) this.stems.set(stem, known(word));

    const trie = new Trie();
    for (const [index, word] of words.entries())
      if (!word.includes("'")) trie.add(word, symbol.firstWord + index);
    for (const filler of fillerWords) trie.add(filler, symbol.filler);
    for (const [word, [first, second]] of Object.entries(bareContractions)) {
      const tail = second === 'not' ? (word === 'cannot' ? 3 : 2) : word.length - first.length;
      trie.add(word, firstContraction + this.contractions.length);
      this.contractions.push([known(first), known(second), word.length - tail]);
    }
    for (const [index, prefix] of prefixes.entries()) {
      trie.addPrefix(prefix, symbol.firstWord + words.length + index);
    }
    ({ rows: this.rows, outputs: this.outputs } = trie.tables());
    this.fillEntries(characters, symbol.firstWord + words.length + prefixes.length);
  }

  private fillEntries(characters: string, firstCharacter: number): void {
    const { entries } = this;
    const symbols = new Map(
      [...characters].map((character, index) => [character.charCodeAt(0), firstCharacter + index]),
    );
    for (let code = 0; code < 0x10000; code++) {
      const kind = kinds[code]!;
      const folded = fold[code]!;
      if (kind === charKind.letter) {
        entries[code] = folded >= 0x61 && folded <= 0x7a ? letterEntry + folded - 0x61 : otherLetterEntry;
      } else if (kind === charKind.digit) {
        entries[code] = digitEntry + folded - 0x30;
      } else {
        entries[code] = kind;
      }
    }
    for (let code = 0x2000; code < 0x10000; code++) {
      if (kinds[code] !== charKind.single) continue;
      const found = symbols.get(fold[code]!);
      if (found !== undefined) entries[code] = firstSymbolEntry + found;
    }
    this.fillerHead = symbols.get(0x90a3) ?? symbol.other;
  }

  /** The symbol of 那 where it begins no filler. */
  private fillerHead = 0;

  /**
   * The units of a text, in order, with a break symbol between sentences and behind the last one that is closed.
   * What is returned is valid until the next call.
   */
  scan(text: string): Units {
    const { entries, rows, outputs, units } = this;
    const length = text.length;
    units.reserve(length + 2);
    const { symbols, starts, ends, clauseStarts } = units;
    let count = 0;
    let clause = 0;
    let at = 0;
    while (at < length) {
      const entry = entries[text.charCodeAt(at)]!;
      if (entry >= firstSymbolEntry) {
        symbols[count] = entry - firstSymbolEntry;
        starts[count] = at;
        clauseStarts[count] = clause;
        ends[count++] = ++at;
        clause = 0;
        continue;
      }
      if (entry >= letterEntry) {
        const start = at;
        if (entry >= digitEntry && entry < otherLetterEntry) {
          at = this.number(text, at);
          symbols[count] = this.found;
          starts[count] = start;
          clauseStarts[count] = clause;
          ends[count++] = at;
          clause = 0;
          continue;
        }
        let row = rootRow;
        let next = entry;
        let before = rootRow;
        do {
          before = row;
          row = rows[row + next - letterEntry]!;
          at++;
          next = at < length ? entries[text.charCodeAt(at)]! : 0;
        } while (next >= letterEntry && next < firstSymbolEntry);
        if (next === charKind.ignored || next === charKind.apostrophe) {
          // A contraction, or a mark inside the word: at most two units, by the slow way.
          const added = this.marked(text, start, at, row, before, count, clause);
          at = this.resume;
          if (added > 0) clause = 0;
          count += added;
          continue;
        }
        let output = outputs[row]!;
        if (output === symbol.filler) continue;
        if (output === symbol.other) {
          if (at - start >= leastMixed && hasDigit(text, start, at)) output = symbol.mixed;
        } else if (output >= firstContraction) {
          const [first, second, split] = this.contractions[output - firstContraction]!;
          symbols[count] = first;
          starts[count] = start;
          clauseStarts[count] = clause;
          ends[count++] = start + split;
          symbols[count] = second;
          starts[count] = start + split;
          clauseStarts[count] = 0;
          ends[count++] = at;
          clause = 0;
          continue;
        }
        symbols[count] = output;
        starts[count] = start;
        clauseStarts[count] = clause;
        ends[count++] = at;
        clause = 0;
        continue;
      }
      switch (entry) {
        case charKind.transparent:
        case charKind.ignored:
        case charKind.apostrophe:
          at++;
          break;
        case charKind.comma:
          clause = 1;
          at++;
          break;
        case charKind.single:
          symbols[count] = symbol.other;
          starts[count] = at;
          clauseStarts[count] = clause;
          ends[count++] = ++at;
          clause = 0;
          break;
        case charKind.fillerHead: {
          const after = afterIgnored(text, at + 1);
          if (fold[text.charCodeAt(after)] === 0x4e2a) {
            at = after + 1;
            break;
          }
          symbols[count] = this.fillerHead;
          starts[count] = at;
          clauseStarts[count] = clause;
          ends[count++] = ++at;
          clause = 0;
          break;
        }
        case charKind.high: {
          const point = text.codePointAt(at)!;
          if (point >= 0x20000 && point < 0x40000) {
            symbols[count] = symbol.other;
            starts[count] = at;
            clauseStarts[count] = clause;
            ends[count++] = at + 2;
            clause = 0;
          }
          at += point > 0xffff ? 2 : 1;
          break;
        }
        default: {
          // stop, question, exclamation, line
          const start = at;
          let marks = 0;
          let stops = 0;
          let lines = 0;
          let kind = entry;
          do {
            if (kind === charKind.question) marks |= 1;
            else if (kind === charKind.exclamation) marks |= 2;
            else if (kind === charKind.line) lines++;
            else stops++;
            at++;
            kind = at < length ? entries[text.charCodeAt(at)]! : charKind.transparent;
          } while (kind >= charKind.stop && kind <= charKind.line);
          if (marks === 0 && lines === 0 && !endsSentence(text, start, at, stops)) {
            if (stops > 1) clause = 1;
            break;
          }
          if (count === 0) break;
          const last = symbols[count - 1]!;
          if (last >= symbol.break && last <= symbol.breakBoth) {
            symbols[count - 1] = symbol.break + ((last - symbol.break) | marks);
            ends[count - 1] = at;
            break;
          }
          symbols[count] = symbol.break + marks;
          starts[count] = start;
          clauseStarts[count] = clause;
          ends[count++] = at;
          clause = 0;
        }
      }
    }
    units.count = count;
    return units;
  }

  /** The symbol of the number that was read last. */
  private found = 0;

  /** Reads a number, with its points and with letters that hang on it; returns where it ends. */
  private number(text: string, at: number): number {
    const { entries, rows, outputs } = this;
    let row = rootRow;
    let plain = true;
    let end = at;
    let entry = entries[text.charCodeAt(at)]!;
    for (;;) {
      while (entry >= digitEntry && entry < otherLetterEntry) {
        row = rows[row + entry - letterEntry]!;
        end = at + 1;
        at = afterIgnored(text, end);
        entry = entries[text.charCodeAt(at)] ?? 0;
      }
      const code = fold[text.charCodeAt(at)];
      if (code !== 0x2e && code !== 0x2c && code !== 0x3a) break;
      const after = afterIgnored(text, at + 1);
      const next = entries[text.charCodeAt(after)] ?? 0;
      if (next < digitEntry || next >= otherLetterEntry) break;
      plain = false;
      entry = next;
      at = after;
    }
    const figures = entry < letterEntry || entry >= firstSymbolEntry;
    while (entry >= letterEntry && entry < firstSymbolEntry) {
      row = rows[row + entry - letterEntry]!;
      end = at + 1;
      at = afterIgnored(text, end);
      entry = entries[text.charCodeAt(at)] ?? 0;
    }
    const output = outputs[row]!;
    this.found = plain && output !== 0 ? output : figures ? symbol.number : symbol.mixed;
    return end;
  }

  /** Where the scan goes on after `marked`. */
  private resume = 0;

  /**
   * A word that meets an apostrophe or an ignored mark at `at`: writes its units, sets `resume`.
   * @returns how many units were written, none for a filler
   */
  private marked(
    text: string,
    start: number,
    at: number,
    row: number,
    before: number,
    count: number,
    clause: number,
  ): number {
    const { entries, rows, outputs } = this;
    let head = row;
    let headBefore = before;
    let headEnd = at;
    let apostrophes = 0;
    let stem = -1;
    let ending = '';
    for (; at < text.length; at++) {
      const entry = entries[text.charCodeAt(at)]!;
      if (entry === charKind.ignored) continue;
      if (entry === charKind.apostrophe) {
        // A letter joins; a digit does not, neither here nor in a phrase.
        if (kinds[text.charCodeAt(afterIgnored(text, at + 1))] !== charKind.letter) break;
        if (apostrophes === 0) {
          stem = row;
          headBefore = before;
        }
        apostrophes++;
        continue;
      }
      if (entry < letterEntry || entry >= firstSymbolEntry) break;
      before = row;
      row = rows[row + entry - letterEntry]!;
      if (apostrophes > 0) ending += String.fromCharCode(fold[text.charCodeAt(at)]!);
      else headEnd = at + 1;
    }
    head = apostrophes > 0 ? stem : row;
    const end = endOfWord(text, start, at);
    this.resume = at;
    // More than one ("y'all're") make no contraction that a phrase could mean.
    if (apostrophes !== 1) return this.writeWord(text, outputs[row]!, start, end, count, clause);
    const folded = fold[text.charCodeAt(headEnd - 1)];
    if (ending === 't' && folded === 0x6e) {
      const spelled = lettersOf(text, start, headEnd - 1);
      const first = this.stems.get(spelled) ?? outputs[headBefore]!;
      return this.writePair(text, plainSymbol(first), this.not, start, headEnd - 1, end, count, clause);
    }
    const second = this.endings.get(ending);
    if (second !== undefined)
      return this.writePair(text, plainSymbol(outputs[head]!), second, start, headEnd, end, count, clause);
    return this.writeWord(text, outputs[row]!, start, end, count, clause);
  }

  private writeWord(
    text: string,
    output: number,
    start: number,
    end: number,
    count: number,
    clause: number,
  ): number {
    if (output === symbol.filler) return 0;
    if (output >= firstContraction) {
      const [first, second, split] = this.contractions[output - firstContraction]!;
      return this.writePair(text, first, second, start, afterLetters(text, start, split), end, count, clause);
    }
    const { symbols, starts, ends, clauseStarts } = this.units;
    const isMixed = output === symbol.other && end - start >= leastMixed && hasDigit(text, start, end);
    symbols[count] = isMixed ? symbol.mixed : output;
    starts[count] = start;
    ends[count] = end;
    clauseStarts[count] = clause;
    return 1;
  }

  private writePair(
    text: string,
    first: number,
    second: number,
    start: number,
    split: number,
    end: number,
    count: number,
    clause: number,
  ): number {
    const { symbols, starts, ends, clauseStarts } = this.units;
    symbols[count] = first;
    starts[count] = start;
    ends[count] = endOfWord(text, start, split);
    clauseStarts[count] = clause;
    symbols[count + 1] = second;
    starts[count + 1] = afterIgnored(text, split);
    ends[count + 1] = end;
    clauseStarts[count + 1] = 0;
    return 2;
  }
}

/** The least length of a word that begins with a letter and is looked at for digits: the shortest of an order number. */
const leastMixed = 5;

function hasDigit(text: string, start: number, end: number): boolean {
  for (let at = end - 1; at >= start; at--) if (kinds[text.charCodeAt(at)] === charKind.digit) return true;
  return false;
}

/** An output that stands for one word; a contraction's own spelling before an apostrophe is none. */
function plainSymbol(output: number): number {
  return output >= firstContraction || output === symbol.filler ? symbol.other : output;
}

function afterIgnored(text: string, at: number): number {
  while (at < text.length && kinds[text.charCodeAt(at)] === charKind.ignored) at++;
  return at;
}

/** Where so many letters of a word are over. */
function afterLetters(text: string, at: number, letters: number): number {
  for (let left = letters; left > 0; left--) at = afterIgnored(text, at) + 1;
  return at;
}

/** Marks behind the last letter are no part of the word. */
function endOfWord(text: string, start: number, end: number): number {
  while (end > start && kinds[text.charCodeAt(end - 1)] === charKind.ignored) end--;
  return end;
}
