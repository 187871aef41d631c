/** Finds where the values of a JSON text stand, and its first error, without building anything. */

/** A value's span in the text, `[start, end)`. */
export interface JsonSpan {
  readonly start: number;
  readonly end: number;
}

export interface JsonScan {
  /** The items of the list that the text is, or of its `calls`; undefined where it has neither. */
  readonly items: readonly JsonSpan[] | undefined;
  readonly error?: { readonly offset: number; readonly message: string; readonly isTooDeep?: boolean };
  /**
   * What an error leaves of the value it stands in, closed up: all that is complete up to the last whole item of a
   * list, such as a turn. Absent where there is no such item.
   */
  readonly rest?: { readonly start: number; readonly json: string };
}

const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy;
const quote = 0x22;
const backslash = 0x5c;
const space = /[ \t\n\r]*/uy;

class BadJson {
  readonly offset: number;
  readonly message: string;
  readonly isTooDeep: boolean;
  constructor(offset: number, message: string, isTooDeep = false) {
    this.offset = offset;
    this.message = message;
    this.isTooDeep = isTooDeep;
  }
}

/** Where lists and objects of well-formed JSON first stand more than `limit` deep; undefined where they never do. */
export function deeperThan(text: string, limit: number): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === quote) {
      let end = at;
      let isEscaped = true;
      while (isEscaped && end >= 0) {
        end = text.indexOf('"', end + 1);
        let slashes = 0;
        while (text.charCodeAt(end - 1 - slashes) === backslash) slashes++;
        isEscaped = slashes % 2 === 1;
      }
      if (end < 0) return undefined;
      at = end;
    } else if (sign === 0x5b || sign === 0x7b) {
      if (++depth > limit) return at;
    } else if (sign === 0x5d || sign === 0x7d) depth--;
  }
  return undefined;
}

/**
 * Scans a whole JSON text. Its messages are our own, since an engine's differ from version to version and seldom say
 * where; nesting costs no stack.
 * @param limit how deep lists and objects may stand in one another; deeper ones are an error.
 */
export function scanJson(text: string, limit = Number.POSITIVE_INFINITY): JsonScan {
  let at = 0;
  let items: JsonSpan[] | undefined;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const found = pattern.test(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const found = () =>
    at >= text.length
      ? 'the text ends here'
      : `found ${JSON.stringify(String.fromCodePoint(text.codePointAt(at)!))}`;
  const bad = (expected: string) => new BadJson(at, `expected ${expected}; ${found()}`);
  const readString = (expected: string): void => {
    if (text[at] !== '"') throw bad(expected);
    const opened = at;
    for (at++; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === quote) {
        at++;
        return;
      }
      if (code < 0x20) throw new BadJson(at, 'a line break or control character inside a string');
      if (code !== backslash) continue;
      if (!/^\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/u.test(text.slice(at, at + 6))) {
        if (at + 6 > text.length && !text.includes('"', at + 1)) break;
        throw new BadJson(at, 'an escape that JSON does not have');
      }
      at++;
    }
    throw new BadJson(opened, 'a string that opens here is never closed');
  };

  /** The open lists and objects, from the outermost. */
  const open: ('[' | '{')[] = [];
  /** The depth whose items are wanted: 1 for a list, 2 for the list under `calls`. */
  let wanted = 0;
  let key = '';
  let itemStart = 0;
  /** How many of the open ones are lists, those of calls apart. */
  let lists = 0;
  /** The end of the last whole item of a list of this call, and what was open there. */
  let whole: { readonly end: number; readonly open: readonly ('[' | '{')[] } | undefined;
  const close = (): void => {
    at++;
    if (open.pop() === '[') lists--;
  };
  const readKey = (): void => {
    const start = at;
    readString('a key in double quotes');
    if (open.length === 1) key = text.slice(start, at);
    skip(space);
    if (text[at] !== ':') throw bad('":"');
    at++;
    skip(space);
  };
  /** Reads a value, or opens it; true where it is complete. */
  const readValue = (): boolean => {
    const sign = text[at];
    if (sign === '[' || sign === '{') {
      const isCalls = open.length === 1 && open[0] === '{' && sign === '[' && key === '"calls"';
      if (sign === '[' && items === undefined && (open.length === 0 || isCalls)) {
        items = [];
        wanted = open.length + 1;
        lists--;
        whole = undefined;
      }
      if (open.length >= limit)
        throw new BadJson(at, `lists and objects stand more than ${limit} deep`, true);
      open.push(sign);
      if (sign === '[') lists++;
      at++;
      skip(space);
      const closing = sign === '[' ? ']' : '}';
      if (text[at] === closing) {
        close();
        return true;
      }
      if (open.length === wanted) itemStart = at;
      if (sign === '{') readKey();
      return false;
    }
    if (sign === '"') {
      readString('a value');
      return true;
    }
    if (!skip(scalar)) throw bad('a value');
    return true;
  };

  try {
    skip(space);
    let complete = readValue();
    for (;;) {
      if (!complete) {
        complete = readValue();
        continue;
      }
      if (open.length === wanted && open.length > 0 && items !== undefined) {
        items.push({ start: itemStart, end: at });
        whole = undefined;
      } else if (lists === 1 && open.at(-1) === '[') whole = { end: at, open: [...open] };
      skip(space);
      const inside = open.at(-1);
      if (inside === undefined) break;
      if (text[at] === ',') {
        at++;
        skip(space);
        if (open.length === wanted) itemStart = at;
        if (inside === '{') readKey();
        complete = false;
      } else if (text[at] === (inside === '[' ? ']' : '}')) {
        if (open.length === wanted) wanted = -1;
        close();
      } else throw bad(inside === '[' ? '"," or "]"' : '"," or "}"');
    }
    if (at < text.length) throw bad('nothing more after the value');
    return { items };
  } catch (error) {
    if (!(error instanceof BadJson)) throw error;
    if (whole === undefined || wanted < 0) return { items, error };
    const closers = whole.open.slice(wanted).map((sign) => (sign === '[' ? ']' : '}'));
    const json = text.slice(itemStart, whole.end) + closers.toReversed().join('');
    return { items, error, rest: { start: itemStart, json } };
  }
}
