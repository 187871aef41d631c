/** Problems for a test, with the words that they are about. */
import type { LintProblem, ScriptDocument } from '../../src/scripts/document.ts';
import { fingerprintOf } from '../../src/scripts/fingerprint.ts';
import { lineTable } from '../../src/scripts/line-table.ts';
import { sourceSpan } from '../../src/scripts/source-span.ts';

/** A problem with the nth (from 0) place where the words are said. */
export function problemWith(
  document: ScriptDocument,
  words: string,
  { rule = 'no-calm-down', nth = 0, fix }: { rule?: string; nth?: number; fix?: string } = {},
): LintProblem {
  const places = document.pieces.flatMap((piece) => {
    const all = [];
    for (let at = piece.text.indexOf(words); at >= 0; at = piece.text.indexOf(words, at + 1))
      all.push({ piece, at });
    return all;
  });
  const { piece, at } = places[nth]!;
  const span = sourceSpan(piece, at, at + words.length);
  const lines = lineTable(document.source);
  const row = Number(/\d+$/u.exec(piece.place?.cell ?? '')?.[0] ?? 0);
  return {
    file: document.file,
    rule,
    severity: 'error',
    start: piece.place === undefined ? lines.positionAt(span[0]) : { line: row, column: span[0] + 1 },
    end: piece.place === undefined ? lines.positionAt(span[1]) : { line: row, column: span[1] + 1 },
    span,
    ...(piece.place === undefined ? {} : { place: piece.place }),
    quote: words,
    why: { en: '', 'zh-CN': '', 'zh-TW': '' },
    ...(fix === undefined ? {} : { fix: { span, text: fix } }),
    fingerprint: fingerprintOf(rule, words),
  };
}
