/** JSON lists of calls that are too large to be held: each item is read as soon as it is there. */
import { hash } from 'node:crypto';
import { Failure } from '../call/failure.ts';
import { isOneCall, jsonCalls } from './json-calls.ts';
import { brokenOff, syntaxFailure } from './json.ts';
import { deeperThan, scanJson } from './json-scan.ts';
import { overLimit, type Limits } from './limits.ts';
import type { ReadCall, Reading } from './reading.ts';

/** What a list stands in. */
type Wrapper = '[' | '{"calls":[';

/** Where the items of the list begin that a text is, or its `calls`. */
interface ListStart {
  readonly wrapper: Wrapper;
  readonly offset: number;
}

const quote = 0x22;
const backslash = 0x5c;
const isOpening = (sign: number): boolean => sign === 0x5b || sign === 0x7b;
const isClosing = (sign: number): boolean => sign === 0x5d || sign === 0x7d;
const isSpace = (sign: number): boolean => sign === 0x20 || sign === 0x0a || sign === 0x0d || sign === 0x09;

/** Where a string ends that opens at an offset, behind its closing quote; -1 where it does not end. */
function stringEnd(text: string, opened: number): number {
  for (let at = text.indexOf('"', opened + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === backslash) slashes++;
    if (slashes % 2 === 0) return at + 1;
  }
  return -1;
}

/** Where the value ends that begins at an offset, as far as brackets and quotes tell; -1 where the text ends before it. */
function valueEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === quote) {
      const end = stringEnd(text, at);
      if (end < 0 || depth === 0) return end;
      at = end - 1;
    } else if (isOpening(sign)) depth++;
    else if (isClosing(sign)) {
      if (depth === 0) return at;
      if (--depth === 0) return at + 1;
    } else if (depth === 0 && (sign === 0x2c || isSpace(sign))) return at;
  }
  return -1;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** The list of a text, which may go on; undefined where none has begun yet. */
function listStart(text: string): ListStart | undefined {
  const begin = skipSpace(text, 0);
  if (text[begin] === '[') return { wrapper: '[', offset: begin + 1 };
  if (text[begin] !== '{') return undefined;
  let at = skipSpace(text, begin + 1);
  while (text[at] === '"') {
    const keyEnd = stringEnd(text, at);
    if (keyEnd < 0) return undefined;
    const isCalls = text.slice(at, keyEnd) === '"calls"';
    at = skipSpace(text, keyEnd);
    if (text[at] !== ':') return undefined;
    at = skipSpace(text, at + 1);
    if (isCalls && text[at] === '[') return { wrapper: '{"calls":[', offset: at + 1 };
    at = valueEnd(text, at);
    if (at < 0) return undefined;
    at = skipSpace(text, at);
    if (text[at] !== ',') return undefined;
    at = skipSpace(text, at + 1);
  }
  return undefined;
}

/** A text that comes in pieces, of which what was read is let go. */
class Window {
  text: string;
  /** 1-based, of the first character that is held. */
  line = 1;
  column = 1;
  private readonly pieces: AsyncIterator<string>;
  private readonly reading: Pick<Reading, 'file' | 'limits'>;

  constructor(first: string, pieces: AsyncIterator<string>, reading: Pick<Reading, 'file' | 'limits'>) {
    this.text = first;
    this.pieces = pieces;
    this.reading = reading;
  }

  /** Where a character stands in the file. */
  placeOf(offset: number): { readonly line: number; readonly column: number } {
    let { line, column } = this;
    let from = 0;
    const passed = this.text.slice(0, offset);
    for (let at = passed.indexOf('\n'); at >= 0; at = passed.indexOf('\n', from)) {
      line++;
      column = 1;
      from = at + 1;
    }
    return { line, column: column + offset - from };
  }

  /** Lets go of what stands before an offset. */
  drop(offset: number): void {
    const { line, column } = this.placeOf(offset);
    this.line = line;
    this.column = column;
    this.text = this.text.slice(offset);
  }

  /**
   * Holds twice as much, so that what is looked through again stays in proportion; false at the end.
   * @throws Failure `limit-line-size` where that is more than an item may have.
   */
  async grow(): Promise<boolean> {
    const { file, limits } = this.reading;
    const before = this.text.length;
    if (before > limits['line-size']) {
      throw overLimit(
        'line-size',
        `an item of the list holds more than ${limits['line-size']} characters`,
        limits,
        {
          file,
          line: this.line,
        },
      );
    }
    const parts = [this.text];
    let more = 0;
    while (more <= before) {
      const next = await this.pieces.next();
      if (next.done === true) break;
      parts.push(next.value);
      more += next.value.length;
    }
    this.text = parts.join('');
    return more > 0;
  }
}

/**
 * The calls of a large list, as `readJson` gives them. An error in the syntax ends the list; the calls before it are kept,
 * and of the call that it stands in, the turns before it.
 * @param first the text's beginning, which holds the list's first item whole; else the text has to be held after all
 * @returns undefined where the text has to be held: it is one call, or no list.
 */
export async function streamJson(
  first: string,
  pieces: AsyncIterator<string>,
  reading: Reading,
): Promise<AsyncGenerator<ReadCall | Failure> | undefined> {
  const list = listStart(first);
  if (list === undefined) return undefined;
  const from = skipSpace(first, list.offset);
  const end = valueEnd(first, from);
  if (end <= from) return undefined;
  if (list.wrapper === '[') {
    try {
      if (await isOneCall([JSON.parse(first.slice(from, end))], reading.vendor)) return undefined;
    } catch {
      return undefined;
    }
  }
  const window = new Window(first, pieces, reading);
  window.drop(list.offset);
  return itemsOf(window, list.wrapper, reading);
}

async function* itemsOf(
  window: Window,
  wrapper: Wrapper,
  reading: Reading,
): AsyncGenerator<ReadCall | Failure> {
  const { file, name, limits } = reading;
  /** Lists and objects around each item. */
  const around = wrapper === '[' ? 1 : 2;
  let count = 0;
  /** What goes before the rest for it to be a whole text again. */
  let before: string = wrapper;
  try {
    for (;;) {
      let at = skipSpace(window.text, 0);
      while (at === window.text.length && (await window.grow())) at = skipSpace(window.text, 0);
      window.drop(at);
      let end = valueEnd(window.text, 0);
      while (end < 0 && (await window.grow())) end = valueEnd(window.text, 0);
      const own = end < 0 ? '' : window.text.slice(0, end);
      const value = valueOf(own, limits.nesting - around);
      if (value === undefined) break;
      count++;
      const { line } = window;
      const source = { path: file, line, sha256: hash('sha256', own) };
      try {
        const found = jsonCalls(value.value, `${name}#${count}`, { file, line }, reading);
        for (const item of Symbol.iterator in found ? found : await found) {
          yield item instanceof Failure ? item : { call: item, source };
        }
      } catch (caught) {
        if (!(caught instanceof Failure)) throw caught;
        yield caught;
      }
      window.drop(end);
      before = `${wrapper}0`;
      at = skipSpace(window.text, 0);
      while (at === window.text.length && (await window.grow())) at = skipSpace(window.text, 0);
      if (window.text[at] !== ',') break;
      window.drop(at + 1);
      before = `${wrapper}0,`;
    }
    yield* endOf(window, before, count, reading);
  } catch (caught) {
    if (!(caught instanceof Failure)) throw caught;
    yield caught;
  }
}

/** What is wrong with the end of a list, if anything, and what that leaves of the call it stands in. */
async function* endOf(
  window: Window,
  before: string,
  count: number,
  reading: Reading,
): AsyncGenerator<ReadCall | Failure> {
  const { file, name, limits } = reading;
  // Behind the list, all to the end has to be right; an error before its end stands in what is held.
  if (window.text[skipSpace(window.text, 0)] === ']') while (await window.grow());
  const scan = scanJson(before + window.text, limits.nesting);
  if (scan.error === undefined) return;
  const offset = scan.error.offset - before.length;
  const place = window.placeOf(Math.max(0, offset));
  const { line } = window;
  const find = (value: unknown) => jsonCalls(value, `${name}#${count + 1}`, { file, line }, reading);
  for await (const call of brokenOff(scan, place, find)) {
    yield { call, source: { path: file, line, sha256: hash('sha256', window.text) } };
  }
  yield syntaxFailure(scan.error, limits, { file, ...place });
}

/** The value of an item; undefined where it is none that may be used. */
function valueOf(text: string, nesting: Limits['nesting']): { readonly value: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return deeperThan(text, nesting) === undefined ? { value } : undefined;
  } catch {
    return undefined;
  }
}
