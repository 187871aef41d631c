/** A pack's words in the languages of scripts and reports. */
import type { Localised } from '../pack/model/localised.ts';
import type { ReportLanguage, Words } from '../result/result.ts';

/** The words in one language; Simplified stands in where a pack gives no Traditional form. */
export function wordingFor(words: Localised, language: ReportLanguage): string {
  if (language === 'en') return words.en;
  return language === 'zh-TW' ? (words['zh-TW'] ?? words.zh) : words.zh;
}

/** The words in every language of the reports. */
export function wordingsOf(words: Localised): Words {
  return { en: words.en, 'zh-CN': words.zh, 'zh-TW': wordingFor(words, 'zh-TW') };
}
