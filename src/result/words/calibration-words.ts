/** The words of `callqa calibrate`: how far people and the tool agree. */
import type { Words } from '../result.ts';

export const calibrationWords = {
  'calibration.agreement': { en: 'Agreement', 'zh-CN': '一致性', 'zh-TW': '一致性' },
  'calibration.outcomes': { en: 'Outcomes', 'zh-CN': '结果对照', 'zh-TW': '結果對照' },
  'calibration.correlations': { en: 'Rank correlation', 'zh-CN': '排序相关', 'zh-TW': '排序相關' },
  'calibration.disagreements': {
    en: 'Disagreements, most informative first ({shown} of {all})',
    'zh-CN': '分歧，最有价值的在前（{all} 条中的 {shown} 条）',
    'zh-TW': '分歧，最有價值的在前（{all} 條中的 {shown} 條）',
  },
  'calibration.no-disagreements': { en: 'No disagreement.', 'zh-CN': '没有分歧。', 'zh-TW': '沒有分歧。' },
  'calibration.grade': { en: 'grade', 'zh-CN': '评分', 'zh-TW': '評分' },
  'calibration.language': { en: 'calls', 'zh-CN': '通话语言', 'zh-TW': '通話語言' },
  'calibration.all': { en: 'all', 'zh-CN': '全部', 'zh-TW': '全部' },
  'calibration.n': { en: 'n', 'zh-CN': 'n', 'zh-TW': 'n' },
  'calibration.positives': { en: 'labelled', 'zh-CN': '人工', 'zh-TW': '人工' },
  'calibration.found': { en: 'found', 'zh-CN': '工具', 'zh-TW': '工具' },
  'calibration.precision': { en: 'precision', 'zh-CN': '精确率', 'zh-TW': '精確率' },
  'calibration.recall': { en: 'recall', 'zh-CN': '召回率', 'zh-TW': '召回率' },
  'calibration.f1': { en: 'F1', 'zh-CN': 'F1', 'zh-TW': 'F1' },
  'calibration.kappa': { en: 'kappa', 'zh-CN': 'kappa', 'zh-TW': 'kappa' },
  'calibration.spearman': { en: 'Spearman', 'zh-CN': 'Spearman', 'zh-TW': 'Spearman' },
  'calibration.kendall': { en: 'Kendall tau-b', 'zh-CN': 'Kendall tau-b', 'zh-TW': 'Kendall tau-b' },
  'calibration.of-people': { en: 'people say', 'zh-CN': '人工判定', 'zh-TW': '人工判定' },
  'calibration.of-tool': { en: 'tool: {outcome}', 'zh-CN': '工具：{outcome}', 'zh-TW': '工具：{outcome}' },
  'calibration.false-hit': { en: 'false hit', 'zh-CN': '误报', 'zh-TW': '誤報' },
  'calibration.missed': { en: 'missed', 'zh-CN': '漏报', 'zh-TW': '漏報' },
  'calibration.outcome': { en: 'outcome', 'zh-CN': '结果不同', 'zh-TW': '結果不同' },
  'calibration.rank': { en: 'rank', 'zh-CN': '排序不同', 'zh-TW': '排序不同' },
  'calibration.verdict': {
    en: 'people: {human}; tool: {tool}',
    'zh-CN': '人工：{human}；工具：{tool}',
    'zh-TW': '人工：{human}；工具：{tool}',
  },
  'calibration.quote': {
    en: 'turn {turn} {speaker}: {quote}',
    'zh-CN': '第{turn}轮 {speaker}：{quote}',
    'zh-TW': '第{turn}輪 {speaker}：{quote}',
  },
  'calibration.phrase': {
    en: 'phrase “{phrase}”, {place}: wrong {wrong} of {hits}',
    'zh-CN': '短语“{phrase}”，{place}：{hits} 次命中中误报 {wrong} 次',
    'zh-TW': '短語「{phrase}」，{place}：{hits} 次命中中誤報 {wrong} 次',
  },
  'calibration.method': {
    en: '{calls} labelled {calls:call|calls}; 95 % intervals: Wilson for precision and recall, else bootstrap over calls (seed {seed}, {resamples} resamples); rules {pack}',
    'zh-CN':
      '已标注通话 {calls} 通；95% 置信区间：精确率、召回率用 Wilson，其余按通话自助抽样（种子 {seed}，{resamples} 次）；规则包 {pack}',
    'zh-TW':
      '已標註通話 {calls} 通；95% 信賴區間：精確率、召回率用 Wilson，其餘按通話自助抽樣（種子 {seed}，{resamples} 次）；規則包 {pack}',
  },
} as const satisfies Record<string, Words>;
