/** The words of lint, beside those of the pack. */
import type { Words } from '../result.ts';

export const lintWords = {
  // Rules of lint's own: what they are called, and why they matter
  'lint.missing-step': {
    en: 'Holds what its scenario asks for',
    'zh-CN': '包含场景要求的步骤',
    'zh-TW': '包含情境要求的步驟',
  },
  'lint.missing-step.why': {
    en: 'A script for “{scenario}” has to say this and does not: {step}.',
    'zh-CN': '用于“{scenario}”的话术缺少这一步：{step}。',
    'zh-TW': '用於「{scenario}」的話術缺少這一步：{step}。',
  },
  'lint.wrong-order': { en: 'Says it in the right order', 'zh-CN': '步骤顺序正确', 'zh-TW': '步驟順序正確' },
  'lint.wrong-order.why': {
    en: 'In a script for “{scenario}” this has its place {side} “{other}”: {step}.',
    'zh-CN': '在“{scenario}”话术中，“{step}”应放在“{other}”{side}。',
    'zh-TW': '在「{scenario}」話術中，「{step}」應放在「{other}」{side}。',
  },
  'lint.side.before': { en: 'before', 'zh-CN': '之前', 'zh-TW': '之前' },
  'lint.side.after': { en: 'after', 'zh-CN': '之后', 'zh-TW': '之後' },
  'lint.unknown-scenario': {
    en: 'Names a scenario that the rules know',
    'zh-CN': '场景名称有效',
    'zh-TW': '情境名稱有效',
  },
  'lint.unknown-scenario.why': {
    en: 'The rules know no scenario “{scenario}”; they know {known}.',
    'zh-CN': '规则中没有场景“{scenario}”，已有的场景：{known}。',
    'zh-TW': '規則中沒有情境「{scenario}」，已有的情境：{known}。',
  },
  'lint.did-you-mean': {
    en: 'The rules know no scenario “{scenario}”; did you mean “{near}”?',
    'zh-CN': '规则中没有场景“{scenario}”，是否应为“{near}”？',
    'zh-TW': '規則中沒有情境「{scenario}」，是否應為「{near}」？',
  },
  'lint.unfilled-placeholder': {
    en: 'Leaves nothing to fill in that it must say',
    'zh-CN': '必填占位符已填写',
    'zh-TW': '必填預留位置已填寫',
  },
  'lint.unfilled-placeholder.why': {
    en: 'This has to be filled in before anybody uses the script: {name}.',
    'zh-CN': '话术启用前必须填写：{name}。',
    'zh-TW': '話術啟用前必須填寫：{name}。',
  },
  'lint.all-exempt': {
    en: 'Has something in it that is judged',
    'zh-CN': '文件中有受检查的内容',
    'zh-TW': '檔案中有受檢查的內容',
  },
  'lint.all-exempt.why': {
    en: 'Nothing in this file is judged: all of it ({count}) stands under “{title}”, as counter-examples do. If it is meant to be said, change that title.',
    'zh-CN':
      '本文件内容全部未检查：{count} 处都位于“{title}”之下，被视为反例。如果这些话术是要使用的，请修改该标题。',
    'zh-TW':
      '本檔案內容全部未檢查：{count} 處都位於「{title}」之下，被視為反例。如果這些話術是要使用的，請修改該標題。',
  },
  'lint.unread-text': {
    en: 'Is read, so that it can be judged',
    'zh-CN': '内容可识别并已检查',
    'zh-TW': '內容可識別並已檢查',
  },
  'lint.unread-field': {
    en: 'Has no sentences in columns or keys that are not read',
    'zh-CN': '没有未检查的成句列或键',
    'zh-TW': '沒有未檢查的成句欄或鍵',
  },
  'lint.unread.keys': {
    en: 'Nothing that agents say was read in this file: none of these keys is known to hold it: {name}. Name those that do with --fields or lint.fields, or exclude the file.',
    'zh-CN':
      '本文件内容全部未检查：没有一个键（{name}）可识别为客服话术。请用 --fields 或 lint.fields 指明话术所在的键，或排除该文件。',
    'zh-TW':
      '本檔案內容全部未檢查：沒有一個鍵（{name}）可識別為客服話術。請用 --fields 或 lint.fields 指明話術所在的鍵，或排除該檔案。',
  },
  'lint.unread.sheet': {
    en: 'Nothing that agents say was read on the sheet “{name}”: none of its columns is known to hold what agents say. Give it a header row, or name the columns with --fields or lint.fields.',
    'zh-CN':
      '工作表“{name}”的内容全部未检查：没有可识别为客服话术的列。请补上表头行，或用 --fields 或 lint.fields 指明话术所在的列。',
    'zh-TW':
      '工作表「{name}」的內容全部未檢查：沒有可識別為客服話術的欄。請補上表頭列，或用 --fields 或 lint.fields 指明話術所在的欄。',
  },
  'lint.unread.key': {
    en: 'There are sentences under keys that were not read: {name}. If agents say them, name the keys with --fields or lint.fields.',
    'zh-CN': '以下键含有句子，但未检查：{name}。如果是客服话术，请用 --fields 或 lint.fields 指明这些键。',
    'zh-TW': '以下鍵含有句子，但未檢查：{name}。如果是客服話術，請用 --fields 或 lint.fields 指明這些鍵。',
  },
  'lint.unread.column': {
    en: 'The column “{name}” has sentences in it and was not read. If agents say them, name it with --fields or lint.fields.',
    'zh-CN': '“{name}”列含有句子，但未检查。如果是客服话术，请用 --fields 或 lint.fields 指明该列。',
    'zh-TW': '「{name}」欄含有句子，但未檢查。如果是客服話術，請用 --fields 或 lint.fields 指明該欄。',
  },

  // Reports
  'lint.say': { en: 'say', 'zh-CN': '建议', 'zh-TW': '建議' },
  'lint.fix': { en: 'fix', 'zh-CN': '可修复', 'zh-TW': '可修復' },
  'lint.error': { en: 'error', 'zh-CN': '错误', 'zh-TW': '錯誤' },
  'lint.warning': { en: 'warning', 'zh-CN': '警告', 'zh-TW': '警告' },
  'lint.note': { en: 'note', 'zh-CN': '提示', 'zh-TW': '提示' },
  'lint.clean': {
    en: '{files} checked, no problems.',
    'zh-CN': '已检查 {files}，没有问题。',
    'zh-TW': '已檢查 {files}，沒有問題。',
  },
  'lint.summary': {
    en: '{files} checked: {errors}, {warnings}.',
    'zh-CN': '已检查 {files}：{errors}，{warnings}。',
    'zh-TW': '已檢查 {files}：{errors}，{warnings}。',
  },
  'lint.files.one': { en: '{count} file', 'zh-CN': '{count} 个文件', 'zh-TW': '{count} 個檔案' },
  'lint.files.many': { en: '{count} files', 'zh-CN': '{count} 个文件', 'zh-TW': '{count} 個檔案' },
  'lint.errors.one': { en: '{count} error', 'zh-CN': '{count} 个错误', 'zh-TW': '{count} 個錯誤' },
  'lint.errors.many': { en: '{count} errors', 'zh-CN': '{count} 个错误', 'zh-TW': '{count} 個錯誤' },
  'lint.warnings.one': { en: '{count} warning', 'zh-CN': '{count} 个警告', 'zh-TW': '{count} 個警告' },
  'lint.warnings.many': { en: '{count} warnings', 'zh-CN': '{count} 个警告', 'zh-TW': '{count} 個警告' },
  'lint.fixable': {
    en: '--fix puts {count} of them right.',
    'zh-CN': '其中 {count} 处可用 --fix 修复。',
    'zh-TW': '其中 {count} 處可用 --fix 修復。',
  },
  'lint.fixed': { en: '{count} put right.', 'zh-CN': '已修复 {count} 处。', 'zh-TW': '已修復 {count} 處。' },
  'lint.suppressed': {
    en: '{count} suppressed with a reason.',
    'zh-CN': '{count} 处已注明理由并忽略。',
    'zh-TW': '{count} 處已註明理由並忽略。',
  },
  'lint.baselined': {
    en: '{count} known from the baseline.',
    'zh-CN': '{count} 处为基线中的已知问题。',
    'zh-TW': '{count} 處為基準線中的已知問題。',
  },
  'lint.exempt': {
    en: '{count} not judged, being counter-examples.',
    'zh-CN': '{count} 处为反例，未检查。',
    'zh-TW': '{count} 處為反例，未檢查。',
  },
  'lint.unread': { en: 'Could not be read:', 'zh-CN': '无法读取：', 'zh-TW': '無法讀取：' },
} as const satisfies Record<string, Words>;
