/** Exact replacements: where a pack has another wording for the whole clause, and the script is cleaner with it. */
import type { ReportLanguage } from '../result/result.ts';
import { isWholeClause } from './clause.ts';
import type { ScriptPiece } from './document.ts';
import type { FindPhrases } from './phrase-finder.ts';
import type { ScriptRule } from './script-rules.ts';

/** A piece of `text` and what to put in its place. */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The replacements that a rule has for words `[start, end)` of a piece, in the piece's language; of most words first. */
export function replacementsOf(
  { replace }: ScriptRule,
  piece: ScriptPiece,
  [start, end]: readonly [start: number, end: number],
  language: ReportLanguage,
  find: FindPhrases,
): readonly Replacement[] {
  const key = language === 'zh-CN' ? 'zh' : language;
  const found = replace.flatMap((each) => {
    const wording = each.with[key];
    if (wording === undefined) return [];
    return find(each.words, piece.text)
      .filter((hit) => hit.start <= start && hit.end >= end && isWholeClause(piece.text, hit.start, hit.end))
      .filter((hit) => !piece.placeholders.some((each) => each.start < hit.end && each.end > hit.start))
      .map((hit) => ({ start: hit.start, end: hit.end, text: fitted(wording, piece.text, hit.start) }));
  });
  return found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
}

/** A wording that goes on after a comma begins small, unless its first word is always written large. */
function fitted(wording: string, text: string, start: number): string {
  const goesOn = /[,，、;；:]\s*$/u.test(text.slice(0, start));
  return goesOn && /^[A-Z](?!['’]|\b)/u.test(wording)
    ? wording[0]!.toLowerCase() + wording.slice(1)
    : wording;
}

/** The piece with a replacement made; only what is said is right in it, not where it stands in the source. */
export function replaced(piece: ScriptPiece, { start, end, text }: Replacement): ScriptPiece {
  const moved = text.length - (end - start);
  return {
    ...piece,
    text: piece.text.slice(0, start) + text + piece.text.slice(end),
    placeholders: piece.placeholders.map((each) =>
      each.start < end ? each : { ...each, start: each.start + moved, end: each.end + moved },
    ),
  };
}
