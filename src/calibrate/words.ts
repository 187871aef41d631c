/** The words of the reports on rules and labels, in the three report languages. */
import type { ReportLanguage, Words } from '../result/result.ts';

const messages = {
  agreement: { en: 'Agreement', 'zh-CN': '一致性', 'zh-TW': '一致性' },
  confusion: { en: 'Outcomes', 'zh-CN': '结果对照', 'zh-TW': '結果對照' },
  correlations: { en: 'Rank correlation', 'zh-CN': '排序相关', 'zh-TW': '排序相關' },
  disagreements: {
    en: 'Disagreements, most informative first ({shown} of {all})',
    'zh-CN': '分歧，最有价值的在前（{all} 条中的 {shown} 条）',
    'zh-TW': '分歧，最有價值的在前（{all} 條中的 {shown} 條）',
  },
  'no-disagreements': { en: 'No disagreement.', 'zh-CN': '没有分歧。', 'zh-TW': '沒有分歧。' },
  moment: { en: 'moment', 'zh-CN': '时刻', 'zh-TW': '時刻' },
  criterion: { en: 'criterion', 'zh-CN': '标准', 'zh-TW': '標準' },
  grade: { en: 'grade', 'zh-CN': '评分', 'zh-TW': '評分' },
  language: { en: 'calls', 'zh-CN': '通话语言', 'zh-TW': '通話語言' },
  all: { en: 'all', 'zh-CN': '全部', 'zh-TW': '全部' },
  n: { en: 'n', 'zh-CN': 'n', 'zh-TW': 'n' },
  positives: { en: 'labelled', 'zh-CN': '人工', 'zh-TW': '人工' },
  found: { en: 'found', 'zh-CN': '工具', 'zh-TW': '工具' },
  precision: { en: 'precision', 'zh-CN': '精确率', 'zh-TW': '精確率' },
  recall: { en: 'recall', 'zh-CN': '召回率', 'zh-TW': '召回率' },
  f1: { en: 'F1', 'zh-CN': 'F1', 'zh-TW': 'F1' },
  kappa: { en: 'kappa', 'zh-CN': 'kappa', 'zh-TW': 'kappa' },
  spearman: { en: 'Spearman', 'zh-CN': 'Spearman', 'zh-TW': 'Spearman' },
  kendall: { en: 'Kendall tau-b', 'zh-CN': 'Kendall tau-b', 'zh-TW': 'Kendall tau-b' },
  human: { en: 'people', 'zh-CN': '人工', 'zh-TW': '人工' },
  tool: { en: 'tool', 'zh-CN': '工具', 'zh-TW': '工具' },
  'of-people': { en: 'people say', 'zh-CN': '人工判定', 'zh-TW': '人工判定' },
  'false-hit': { en: 'false hit', 'zh-CN': '误报', 'zh-TW': '誤報' },
  missed: { en: 'missed', 'zh-CN': '漏报', 'zh-TW': '漏報' },
  outcome: { en: 'outcome', 'zh-CN': '结果不同', 'zh-TW': '結果不同' },
  rank: { en: 'rank', 'zh-CN': '排序不同', 'zh-TW': '排序不同' },
  met: { en: 'met', 'zh-CN': '达标', 'zh-TW': '達標' },
  'not-met': { en: 'not met', 'zh-CN': '未达标', 'zh-TW': '未達標' },
  'not-applicable': { en: 'not applicable', 'zh-CN': '不适用', 'zh-TW': '不適用' },
  'not-evaluated': { en: 'not evaluated', 'zh-CN': '未评估', 'zh-TW': '未評估' },
  phrase: {
    en: 'phrase “{phrase}”, {place}: wrong {wrong} of {hits}',
    'zh-CN': '短语“{phrase}”，{place}：{hits} 次命中中误报 {wrong} 次',
    'zh-TW': '短語「{phrase}」，{place}：{hits} 次命中中誤報 {wrong} 次',
  },
  turn: { en: 'turn {turn}', 'zh-CN': '第{turn}轮', 'zh-TW': '第{turn}輪' },
  method: {
    en: '{calls} labelled calls; 95 % intervals: Wilson for precision and recall, else bootstrap over calls (seed {seed}, {resamples} resamples); rules {pack}',
    'zh-CN':
      '已标注通话 {calls} 通；95% 区间：精确率、召回率用 Wilson，其余按通话自助抽样（种子 {seed}，{resamples} 次）；规则包 {pack}',
    'zh-TW':
      '已標註通話 {calls} 通；95% 區間：精確率、召回率用 Wilson，其餘按通話自助抽樣（種子 {seed}，{resamples} 次）；規則包 {pack}',
  },
} as const satisfies Record<string, Words>;

export type CalibrationWord = keyof typeof messages;

/** A word or a sentence in a language, `{name}` filled in from `values`. */
export function word(
  key: CalibrationWord,
  language: ReportLanguage,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const template: string = messages[key][language];
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}
