/** Scripts in JSON: strings under the keys of what is said, with their escapes undone to exact places. */
import { Failure } from '../../call/failure.ts';
import { scanJson } from '../../read/json-scan.ts';
import { lineTable } from '../line-table.ts';
import { mapPlain, mappedTextBuilder, type MappedText } from '../mapped-text.ts';
import type { ScriptContents, ScriptReading } from './contents.ts';
import { valueContents, type ValueEntry, type ValueNode } from './values.ts';

const deepest = 200;

/** Reads a JSON text, or one of JSON lines; a Failure `script-json` with its place where it is neither. */
export function readJsonScripts(source: string, reading: ScriptReading): ScriptContents | Failure {
  const lines = lineTable(source);
  const { error } = scanJson(source, deepest);
  if (error === undefined) return valueContents([valueAt(source, 0)], lines, reading);
  const rows = isJsonLines(source) ? rowsOf(source) : [];
  const broken = rows.flatMap(({ text, at }) => {
    const found = scanJson(text, deepest).error;
    return found === undefined ? [] : [{ message: found.message, offset: at + found.offset }];
  });
  if (rows.length > 0 && broken.length === 0) {
    return valueContents(
      rows.map(({ at, text }) => valueAt(text, at)),
      lines,
      reading,
    );
  }
  const { message, offset } = broken[0] ?? error;
  return new Failure(`this is not JSON: ${message}`, {
    code: 'script-json',
    file: reading.file,
    ...lines.positionAt(offset),
    hint: 'JSON has no comments and no trailing commas.',
  });
}

/** True for a text that begins as JSON, or as lines of JSON: an object or a list that is whole, at the start or on the first line. */
export function startsAsJson(source: string): boolean {
  if (!/^\ufeff?\s*[{[]/u.test(source)) return false;
  return isJsonLines(source) || scanJson(source, deepest).error === undefined;
}

/** True where the first line with anything is a whole object or list, and something stands below it. */
function isJsonLines(source: string): boolean {
  const [, first = '', rest = ''] = /^\s*([{[].*)\r?\n([\s\S]*)$/u.exec(source) ?? [];
  return rest.trim() !== '' && scanJson(first, deepest).error === undefined;
}

function rowsOf(source: string): readonly { readonly text: string; readonly at: number }[] {
  return [...source.matchAll(/[^\r\n]+/gu)].flatMap(({ 0: text, index: at }) =>
    text.trim() === '' ? [] : [{ text, at }],
  );
}

const token = /[\s:,]*(?:("(?:[^"\\]|\\.)*")|([[{])|([\]}])|([^\s:,[\]{}"]+))/uy;

/** The value of a text that is known to be JSON and begins at `from` in its source. */
function valueAt(source: string, from: number): ValueNode {
  let at = 0;
  const next = () => {
    token.lastIndex = at;
    const [whole, string, open, close, other] = token.exec(source)!;
    at = token.lastIndex;
    const start = from + at - (string ?? open ?? close ?? other ?? whole).length;
    return { string, open, close, other, end: from + at, start };
  };
  type Token = ReturnType<typeof next>;
  const valueOf = ({ string, open, other, start, end }: Token): ValueNode => {
    if (string !== undefined) {
      return {
        kind: 'string',
        value: JSON.parse(string) as string,
        start,
        end,
        form: 'json',
        map: () => mapJsonString(string, start),
      };
    }
    if (open === '[') {
      const items: ValueNode[] = [];
      for (let item = next(); item.close === undefined; item = next()) items.push(valueOf(item));
      return { kind: 'list', items };
    }
    if (open === '{') {
      const entries: ValueEntry[] = [];
      let key = next();
      for (; key.close === undefined; key = next()) {
        entries.push({ key: JSON.parse(key.string!) as string, keyStart: key.start, value: valueOf(next()) });
      }
      return { kind: 'map', start, end: key.end, entries };
    }
    return other !== undefined && /^-?\d/u.test(other) ? { kind: 'other', number: other } : { kind: 'other' };
  };
  return valueOf(next());
}

/** The text of a string of JSON, quotes included in `written`, which begins at `at`. */
function mapJsonString(written: string, at: number): MappedText {
  const inner = written.slice(1, -1);
  if (!inner.includes('\\')) return mapPlain(inner, at + 1);
  const builder = mappedTextBuilder();
  for (const found of inner.matchAll(/\\(?:u[\dA-Fa-f]{4}|.)|[^\\]+/gu)) {
    const [part] = found;
    const start = at + 1 + found.index;
    if (part.startsWith('\\')) builder.put(JSON.parse(`"${part}"`) as string, start, part.length);
    else builder.copy(part, start);
  }
  return builder.finish(at + 1 + inner.length);
}
