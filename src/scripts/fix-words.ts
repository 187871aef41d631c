/** Why a fix was not put in, in the report's languages. */
import type { LintProblem } from './document.ts';

/**
 * `workbook`: none is ever changed; `overlap`: another fix goes in there; `place`: its words are in no piece;
 * `encoding`: the file's encoding cannot write it; `form`: the file would not say exactly that.
 */
export type Refusal = 'workbook' | 'overlap' | 'place' | 'encoding' | 'form';

/** @param about the character that cannot be written, where one is the reason. */
export function refusalWords(reason: Refusal, about: string): LintProblem['why'] {
  switch (reason) {
    case 'workbook':
      return {
        en: 'Workbooks are not changed; change the cell by hand.',
        'zh-CN': '不会修改工作簿，请手动修改该单元格。',
        'zh-TW': '不會修改活頁簿，請手動修改該儲存格。',
      };
    case 'overlap':
      return {
        en: 'Another fix changes these words; run it again.',
        'zh-CN': '另一处修复已改动这些文字，请再运行一次。',
        'zh-TW': '另一處修復已更動這些文字，請再執行一次。',
      };
    case 'place':
      return {
        en: 'These words do not stand in one place; change them by hand.',
        'zh-CN': '这些文字不在同一处，请手动修改。',
        'zh-TW': '這些文字不在同一處，請手動修改。',
      };
    case 'encoding':
      return about === ''
        ? {
            en: "The file's encoding cannot write the replacement; save the file as UTF-8.",
            'zh-CN': '文件的编码无法写入替换文字，请将文件另存为 UTF-8。',
            'zh-TW': '檔案的編碼無法寫入替換文字，請將檔案另存為 UTF-8。',
          }
        : {
            en: `The file's encoding cannot write "${about}"; save the file as UTF-8.`,
            'zh-CN': `文件的编码无法写入“${about}”，请将文件另存为 UTF-8。`,
            'zh-TW': `檔案的編碼無法寫入「${about}」，請將檔案另存為 UTF-8。`,
          };
    case 'form':
      return {
        en: 'The way this text is written here cannot hold the replacement exactly; change it by hand.',
        'zh-CN': '此处的书写格式无法准确容纳替换文字，请手动修改。',
        'zh-TW': '此處的書寫格式無法準確容納替換文字，請手動修改。',
      };
  }
}
