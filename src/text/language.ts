/** Which language a text is in, as far as the reports need to know. */
import { simplifiedForms, traditionalForms } from './variant-table.ts';

const onlyTraditional = new Set(traditionalForms);
const onlySimplified = new Set([...simplifiedForms].filter((character) => !onlyTraditional.has(character)));

/** `zh-TW` where traditional forms outnumber simplified ones, `zh-CN` for other Chinese, else `en`. */
export function languageOf(texts: Iterable<string>): 'en' | 'zh-CN' | 'zh-TW' {
  let han = 0;
  let latin = 0;
  let traditional = 0;
  let simplified = 0;
  for (const text of texts) {
    for (const character of text) {
      const code = character.charCodeAt(0);
      if (code < 0x80) {
        if ((code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a) latin++;
      } else if (code >= 0x3400 && code <= 0x9fff) {
        han++;
        if (onlyTraditional.has(character)) traditional++;
        else if (onlySimplified.has(character)) simplified++;
      }
    }
  }
  // A Han character says about as much as four letters.
  if (han * 4 < latin || han === 0) return 'en';
  return traditional > simplified ? 'zh-TW' : 'zh-CN';
}
