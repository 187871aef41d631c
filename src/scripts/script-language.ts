/** Which language, and which script, a piece is written in. */
import { languageOf } from '../text/language.ts';
import type { ReportLanguage } from '../result/result.ts';
import type { ScriptPiece } from './document.ts';

/** What a piece says besides its placeholders. */
function ownWords({ text, placeholders }: ScriptPiece): string {
  return placeholders.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

/** A character that is Traditional alone: it decides where nothing else does. */
const traditional = '們';

/** The language of a piece; where its characters are alike in both scripts, the others of the document decide. */
export function languageOfPiece(piece: ScriptPiece, pieces: readonly ScriptPiece[]): ReportLanguage {
  const own = ownWords(piece);
  const language = languageOf([own]);
  const undecided = language === 'zh-CN' && languageOf([own, traditional]) === 'zh-TW';
  return undecided && languageOf(pieces.map(ownWords)) === 'zh-TW' ? 'zh-TW' : language;
}
