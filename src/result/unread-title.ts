/** What could not be read, in the languages whose readers the English of the messages may not help. */
import type { ReportLanguage } from './result.ts';

type Titles = Readonly<Record<Exclude<ReportLanguage, 'en'>, string>>;

/** By the codes of failures that an input can have. */
const titles: Readonly<Record<string, Titles>> = {
  'call-invalid': { 'zh-CN': '不是可识别的通话格式', 'zh-TW': '不是可識別的通話格式' },
  'csv-columns': { 'zh-CN': '表格缺少说话人或内容列', 'zh-TW': '表格缺少說話人或內容欄' },
  'csv-quote': { 'zh-CN': '表格的引号没有闭合', 'zh-TW': '表格的引號沒有閉合' },
  'csv-row': { 'zh-CN': '该行的列数与表头不符', 'zh-TW': '該列的欄數與表頭不符' },
  'csv-time': { 'zh-CN': '时间无法识别', 'zh-TW': '時間無法識別' },
  'cue-time': { 'zh-CN': '字幕的时间无法识别', 'zh-TW': '字幕的時間無法識別' },
  'encoding-unknown': { 'zh-CN': '不支持的编码', 'zh-TW': '不支援的編碼' },
  'front-matter': { 'zh-CN': '文件头不是有效的 YAML', 'zh-TW': '檔案標頭不是有效的 YAML' },
  'gzip-broken': { 'zh-CN': '压缩文件已损坏', 'zh-TW': '壓縮檔已損壞' },
  'input-empty': { 'zh-CN': '没有内容', 'zh-TW': '沒有內容' },
  'input-not-found': { 'zh-CN': '找不到文件', 'zh-TW': '找不到檔案' },
  'json-syntax': { 'zh-CN': '不是有效的 JSON', 'zh-TW': '不是有效的 JSON' },
  'not-a-transcript': { 'zh-CN': '不是通话记录', 'zh-TW': '不是通話記錄' },
  'not-text': { 'zh-CN': '不是文本文件', 'zh-TW': '不是文字檔' },
  'worker-failed': { 'zh-CN': '评分时程序出错', 'zh-TW': '評分時程式出錯' },
  'zero-bytes': { 'zh-CN': '文件含有空字节', 'zh-TW': '檔案含有空位元組' },
};
const limit: Titles = { 'zh-CN': '超出大小限制', 'zh-TW': '超出大小限制' };

/** A title for the code of a failure; undefined in English, whose messages say it themselves, and for codes that have none. */
export function unreadTitle(code: string, language: ReportLanguage): string | undefined {
  if (language === 'en') return undefined;
  const own = code.startsWith('limit-') ? limit : Object.hasOwn(titles, code) ? titles[code] : undefined;
  return own?.[language];
}
