/**
 * The automaton: one pass over a text's code units gives its units as symbols of a vocabulary, ready to be compared as
 * numbers. Words go through a trie whose states are rows of one table; a word under a prefix of the vocabulary ends in
 * that prefix's own sink, so that endings cost nothing; characters that are units go through the fold table alone.
 */
import { charKind, fold, kinds } from '../text/fold.ts';
import { endsSentence, lettersOf } from '../text/sentence.ts';
import { charEntry } from './char-entries.ts';
import type { CompiledVocabulary } from './program.ts';
import { bareContractions, contractionEndings, isContraction, negatedStems, symbol } from './symbols.ts';
import { growTrie, outputEntry, rootRow, rowLength, type TrieTable } from './trie.ts';

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
  private readonly entries: Uint16Array;
  private readonly rows: TrieTable;
  private readonly contractions: readonly (readonly [first: number, second: number, split: number])[];
  private readonly endings: ReadonlyMap<string, number>;
  private readonly stems: ReadonlyMap<string, number>;
  private readonly not: number;
  private readonly fillerHead: number;
  private readonly units = new UnitBuffer();

  constructor({ words, entries, fillerHead, trie }: CompiledVocabulary) {
    this.entries = entries;
    this.rows = growTrie(trie);
    this.fillerHead = fillerHead;
    const known = (word: string): number => symbolOf(words, word);
    this.not = known('not');
    this.endings = new Map(Object.entries(contractionEndings).map(([ending, word]) => [ending, known(word)]));
    this.stems = new Map(Object.entries(negatedStems).map(([stem, word]) => [stem, known(word)]));
    this.contractions = Object.entries(bareContractions).map(([word, [first, second]]) => {
      const tail = second === 'not' ? (word === 'cannot' ? 3 : 2) : word.length - first.length;
      return [known(first), known(second), word.length - tail];
    });
  }

  /**
   * The units of a text, in order, with a break symbol between sentences and behind the last one that is closed.
   * What is returned is valid until the next call.
   */
  scan(text: string): Units {
    const { entries, rows, units } = this;
    const length = text.length;
    units.reserve(length + 2);
    const { symbols, starts, ends, clauseStarts } = units;
    let count = 0;
    let clause = 0;
    let at = 0;
    while (at < length) {
      const entry = entries[text.charCodeAt(at)]!;
      if (entry >= charEntry.symbol) {
        symbols[count] = entry - charEntry.symbol;
        starts[count] = at;
        clauseStarts[count] = clause;
        ends[count++] = ++at;
        clause = 0;
        continue;
      }
      if (entry >= charEntry.letter) {
        const start = at;
        if (entry >= charEntry.digit && entry < charEntry.otherLetter) {
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
          row = rows[row * rowLength + next - charEntry.letter]!;
          at++;
          next = at < length ? entries[text.charCodeAt(at)]! : 0;
        } while (next >= charEntry.letter && next < charEntry.symbol);
        if (next === charKind.ignored || next === charKind.apostrophe) {
          // A contraction, or a mark inside the word: at most two units, by the slow way.
          const added = this.marked(text, start, at, row, before, count, clause);
          at = this.resume;
          if (added > 0) clause = 0;
          count += added;
          continue;
        }
        let output = rows[row * rowLength + outputEntry]!;
        if (output === symbol.filler) continue;
        if (output === symbol.other) {
          if (at - start >= leastMixed && hasDigit(text, start, at)) output = symbol.mixed;
        } else if (isContraction(output)) {
          const [first, second, split] = this.contractions[output - symbol.firstContraction]!;
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
    const { entries, rows } = this;
    let row = rootRow;
    let plain = true;
    let end = at;
    let entry = entries[text.charCodeAt(at)]!;
    for (;;) {
      while (entry >= charEntry.digit && entry < charEntry.otherLetter) {
        row = rows[row * rowLength + entry - charEntry.letter]!;
        end = at + 1;
        at = afterIgnored(text, end);
        entry = entries[text.charCodeAt(at)] ?? 0;
      }
      const code = fold[text.charCodeAt(at)];
      if (code !== 0x2e && code !== 0x2c && code !== 0x3a) break;
      const after = afterIgnored(text, at + 1);
      const next = entries[text.charCodeAt(after)] ?? 0;
      if (next < charEntry.digit || next >= charEntry.otherLetter) break;
      plain = false;
      entry = next;
      at = after;
    }
    const figures = entry < charEntry.letter || entry >= charEntry.symbol;
    while (entry >= charEntry.letter && entry < charEntry.symbol) {
      row = rows[row * rowLength + entry - charEntry.letter]!;
      end = at + 1;
      at = afterIgnored(text, end);
      entry = entries[text.charCodeAt(at)] ?? 0;
    }
    const output = rows[row * rowLength + outputEntry]!;
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
    const { entries, rows } = this;
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
      if (entry < charEntry.letter || entry >= charEntry.symbol) break;
      before = row;
      row = rows[row * rowLength + entry - charEntry.letter]!;
      if (apostrophes > 0) ending += String.fromCharCode(fold[text.charCodeAt(at)]!);
      else headEnd = at + 1;
    }
    head = apostrophes > 0 ? stem : row;
    const end = endOfWord(text, start, at);
    this.resume = at;
    // More than one ("y'all're") make no contraction that a phrase could mean.
    if (apostrophes !== 1)
      return this.writeWord(text, rows[row * rowLength + outputEntry]!, start, end, count, clause);
    const folded = fold[text.charCodeAt(headEnd - 1)];
    if (ending === 't' && folded === 0x6e) {
      const spelled = lettersOf(text, start, headEnd - 1);
      const first = this.stems.get(spelled) ?? rows[headBefore * rowLength + outputEntry]!;
      return this.writePair(text, plainSymbol(first), this.not, start, headEnd - 1, end, count, clause);
    }
    const second = this.endings.get(ending);
    if (second !== undefined)
      return this.writePair(
        text,
        plainSymbol(rows[head * rowLength + outputEntry]!),
        second,
        start,
        headEnd,
        end,
        count,
        clause,
      );
    return this.writeWord(text, rows[row * rowLength + outputEntry]!, start, end, count, clause);
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
    if (isContraction(output)) {
      const [first, second, split] = this.contractions[output - symbol.firstContraction]!;
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

/** The symbol of a word among sorted ones; `symbol.other` where it is none of them. */
function symbolOf(words: readonly string[], word: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return words[low] === word ? symbol.firstWord + low : symbol.other;
}

/** The least length of a word that begins with a letter and is looked at for digits: the shortest of an order number. */
const leastMixed = 5;

function hasDigit(text: string, start: number, end: number): boolean {
  for (let at = end - 1; at >= start; at--) if (kinds[text.charCodeAt(at)] === charKind.digit) return true;
  return false;
}

/** An output that stands for one word; a contraction's own spelling before an apostrophe is none. */
function plainSymbol(output: number): number {
  return isContraction(output) || output === symbol.filler ? symbol.other : output;
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
