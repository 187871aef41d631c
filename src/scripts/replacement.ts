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

/**
 * What hangs in the air once the clause before it is another: a tag, a threat, a condition. Words after a comma that
 * do not lean on that clause stay as they are.
 */
const leaning =
  /^(?:[^\S\r\n]*[,，、]\s*|[^\S\r\n]+)(?:(?:ok(?:ay)?|all ?right|right|will you|wo?n['’]t you|would you|could you|can you|understood|understand|do you (?:understand|hear)|got (?:it|that)|or|or else|otherwise|if|unless|until|so that|before|because)\b|否[则則]|不然|要不|或者|(?:[听聽][到见見懂]|明白|知道|懂)了?[吗嗎没沒不])/iu;

/** The replacements that a rule has for words `[start, end)` of a piece, in the piece's language; of most words first. */
export function replacementsOf(
  { replace }: ScriptRule,
  piece: ScriptPiece,
  [start, end]: readonly [start: number, end: number],
  language: ReportLanguage,
  find: FindPhrases,
): readonly Replacement[] {
  const key = language === 'zh-CN' ? 'zh' : language;
  const { text } = piece;
  const found = replace.flatMap((each): readonly Replacement[] => {
    const wording = each.with[key];
    if (wording === undefined) return [];
    return find(each.words, text)
      .filter((hit) => hit.start <= start && hit.end >= end && isWholeClause(text, hit.start, hit.end))
      .filter((hit) => !piece.placeholders.some((each) => each.start < hit.end && each.end > hit.start))
      .filter((hit) => !leaning.test(text.slice(hit.end)))
      .map((hit) => told({ ...hit, text: fitted(wording, text, hit) }, text));
  });
  return found.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
}

/** A wording begins small where what it stands for does, or would but for an `I`; unless its first word never does. */
function fitted(
  wording: string,
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
): string {
  const before = /[,，、;；:](\s*)$/u.exec(text.slice(0, start));
  if (before === null || !/^[A-Z](?!['’]|\b)/u.test(wording)) return wording;
  const isSmall = /[\r\n]/u.test(before[1]!)
    ? /^\p{Ll}/u.test(text.slice(start, end))
    : !/^\p{Lu}(?!['’]|\b)/u.test(text.slice(start, end));
  return isSmall ? wording[0]!.toLowerCase() + wording.slice(1) : wording;
}

/** A wording that tells takes the place of a question with its sign; one that asks has its own. */
function told(replacement: Replacement, text: string): Replacement {
  const sign = /^\s*[?？]/u.exec(text.slice(replacement.end))?.[0];
  if (sign === undefined) return replacement;
  const full = sign.endsWith('？') ? '。' : '.';
  const wording = replacement.text.replace(/[.。?？]$/u, '');
  return { ...replacement, end: replacement.end + sign.length, text: `${wording}${full}` };
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
