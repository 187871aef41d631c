/** Scripts in JSON: strings under the keys of what is said, with their escapes undone to exact places. */
import { Failure } from '../../call/failure.ts';
import { scanJson } from '../../read/json-scan.ts';
import { lineTable } from '../line-table.ts';
import { mapPlain, mappedTextBuilder, type MappedText } from '../mapped-text.ts';
import type { ScriptContents, ScriptReading } from './contents.ts';
import { valueContents, type ValueEntry, type ValueNode } from './values.ts';

const deepest = 200;

/** Reads a JSON text; a Failure `script-json` with its place where it is none. */
export function readJsonScripts(source: string, reading: ScriptReading): ScriptContents | Failure {
  const lines = lineTable(source);
  const { error } = scanJson(source, deepest);
  if (error !== undefined) {
    return new Failure(`this is not JSON: ${error.message}`, {
      code: 'script-json',
      file: reading.file,
      ...lines.positionAt(error.offset),
      hint: 'JSON has no comments and no trailing commas.',
    });
  }
  return valueContents([valueAt(source)], lines, reading);
}

const token = /[\s:,]*(?:("(?:[^"\\]|\\.)*")|([[{])|([\]}])|([^\s:,[\]{}"]+))/uy;

/** The value of a text that is known to be JSON. */
function valueAt(source: string): ValueNode {
  let at = 0;
  const next = () => {
    token.lastIndex = at;
    const [whole, string, open, close] = token.exec(source)!;
    at = token.lastIndex;
    return { string, open, close, end: at, start: at - (string ?? open ?? close ?? whole).length };
  };
  type Token = ReturnType<typeof next>;
  const valueOf = ({ string, open, start, end }: Token): ValueNode => {
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
    return { kind: 'other' };
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
