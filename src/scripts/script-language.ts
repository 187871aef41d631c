/** Which language, and which script, the words of a script are written in. */
import { languageOf } from '../text/language.ts';
import { sentenceAround } from '../text/sentence-around.ts';
import type { ReportLanguage } from '../result/result.ts';
import type { ScriptPiece } from './document.ts';

/** What a piece says besides its placeholders. */
function ownWords({ text, placeholders }: ScriptPiece): string {
  return placeholders.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

const han = /[\u3400-\u9fff]/u;
const notHan = /[^\u3400-\u9fff]+/gu;

/** A character that is Traditional alone: it decides where nothing else does. */
const traditional = '們';

/** Simplified or Traditional; undefined for texts whose characters are alike in both. */
function characters(texts: readonly string[]): 'zh-CN' | 'zh-TW' | undefined {
  const written = texts.map((text) => text.replaceAll(notHan, ''));
  const language = languageOf(written);
  if (language === 'zh-TW') return language;
  return languageOf([...written, traditional]) === 'zh-CN' ? 'zh-CN' : undefined;
}

/**
 * The language of words `[start, end)` of a piece: their own, for a Chinese line in an English document is Chinese.
 * Simplified or Traditional is told by their sentence; where its characters are alike in both, by the piece, then by those
 * beside it, then by the whole document.
 */
export function languageOfWords(
  piece: ScriptPiece,
  [start, end]: readonly [start: number, end: number],
  pieces: readonly ScriptPiece[],
): ReportLanguage {
  const words = piece.text.slice(start, end);
  const around = sentenceAround(piece.text, start, end);
  const sentence = piece.text.slice(around.start, around.end);
  if (!han.test(words) && languageOf([sentence]) === 'en') return 'en';
  const index = pieces.indexOf(piece);
  return (
    characters([sentence]) ??
    characters([ownWords(piece)]) ??
    characters(pieces.slice(Math.max(0, index - 1), index + 2).map(ownWords)) ??
    characters(pieces.map(ownWords)) ??
    'zh-CN'
  );
}

/** The language of most of what a script says; its characters by the whole document where they are alike in both. */
export function languageOfScript(
  own: readonly ScriptPiece[],
  pieces: readonly ScriptPiece[],
): ReportLanguage {
  const words = own.map(ownWords);
  if (languageOf(words) === 'en') return 'en';
  return characters(words) ?? characters(pieces.map(ownWords)) ?? 'zh-CN';
}
