/** Scripts in YAML: strings under the keys of what is said, of every style, and comments. */
import { isMap, isScalar, isSeq, Lexer, LineCounter, parseAllDocuments, type Node } from 'yaml';
import { Failure } from '../../call/failure.ts';
import type { ScriptComment } from '../document.ts';
import { lineTable, type LineTable } from '../line-table.ts';
import type { ScriptContents, ScriptReading } from './contents.ts';
import { valueContents, type ValueNode } from './values.ts';
import { mapYamlString, yamlForm } from './yaml-string.ts';

/** Reads a YAML text of one or more documents; a Failure `script-yaml` with its place where it is none. */
export function readYamlScripts(source: string, reading: ScriptReading): ScriptContents | Failure {
  const lines = lineTable(source);
  const documents = parseAllDocuments(source, {
    lineCounter: new LineCounter(),
    prettyErrors: false,
    uniqueKeys: false,
    stringKeys: false,
    logLevel: 'error',
  });
  const all = 'empty' in documents ? [] : documents;
  const error = all.flatMap(({ errors }) => errors)[0];
  if (error !== undefined) {
    return new Failure(`this is not YAML: ${error.message}`, {
      code: 'script-yaml',
      file: reading.file,
      ...lines.positionAt(error.pos[0]),
      hint: 'Look at the line, and at the indentation of the one before it.',
    });
  }
  const contents = valueContents(
    all.map(({ contents }) => nodeOf(contents, source)),
    lines,
    reading,
  );
  const comments = [...contents.comments, ...commentsOf(source, lines)].sort((a, b) => a.start - b.start);
  return { ...contents, comments };
}

function nodeOf(node: Node | null | undefined, source: string): ValueNode {
  if (isMap(node)) {
    const [start, end] = node.range ?? [0, 0];
    const entries = node.items.flatMap(({ key, value }) =>
      isScalar(key)
        ? [
            {
              key: String(key.value),
              keyStart: key.range?.[0] ?? start,
              value: nodeOf(value as Node | null, source),
            },
          ]
        : [],
    );
    return { kind: 'map', start, end, entries };
  }
  if (isSeq(node))
    return { kind: 'list', items: node.items.map((item) => nodeOf(item as Node | null, source)) };
  if (isScalar(node) && typeof node.value === 'string' && node.range) {
    const [start, end] = node.range;
    const map = () => mapYamlString(source, node);
    return { kind: 'string', value: node.value, start, end, form: yamlForm(node), map };
  }
  if (isScalar(node) && typeof node.value === 'number') return { kind: 'other', number: String(node.value) };
  // An alias too: what it repeats is read where its anchor stands.
  return { kind: 'other' };
}

/** Signs that the lexer puts between the parts of a source. */
const marks = new Set(['\u0002', '\u0018', '\u001f']);

function commentsOf(source: string, lines: LineTable): readonly ScriptComment[] {
  if (!source.includes('#')) return [];
  const comments: ScriptComment[] = [];
  let at = 0;
  let isScalarNext = false;
  for (const part of new Lexer().lex(source)) {
    if (marks.has(part)) {
      isScalarNext = part === '\u001f';
      continue;
    }
    if (part.startsWith('#') && !isScalarNext) {
      comments.push({ text: part.slice(1).trim(), start: at, end: at + part.length, line: lines.lineAt(at) });
    }
    isScalarNext = false;
    at += part.length;
  }
  return comments;
}
