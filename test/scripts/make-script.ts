/** Documents of scripts made by hand: plain text, a piece a line. */
import type { Script, ScriptDocument, ScriptPiece } from '../../src/scripts/document.ts';
import { placeholdersOf } from '../../src/scripts/placeholders.ts';

/** A line of a document: the agent's, unless `customer:` or `exempt:` stands before it. */
export function makeScript(
  lines: readonly string[],
  script: Script = {},
  file = 'script.txt',
): ScriptDocument {
  const source = lines.join('\n');
  let at = 0;
  const pieces = lines.map((line): ScriptPiece => {
    const label = /^(?:customer|exempt): /.exec(line)?.[0] ?? '';
    const text = line.slice(label.length);
    const start = at + label.length;
    at += line.length + 1;
    return {
      speaker: label === 'customer: ' ? 'customer' : 'agent',
      text,
      offsets: Array.from({ length: text.length + 1 }, (_, index) => start + index),
      placeholders: placeholdersOf(text),
      script: 0,
      ...(label === 'exempt: ' ? { exempt: "Don't say" } : {}),
    };
  });
  return { file, format: 'text', source, encoding: 'utf-8', scripts: [script], pieces, comments: [] };
}
