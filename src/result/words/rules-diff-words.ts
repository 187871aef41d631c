/** The words of `callqa rules diff`, beside those of the other commands on rules; English names verdicts and outcomes by their ids. */
import type { Words } from '../result.ts';

export const rulesDiffWords = {
  'diff.named': { en: '{pack} ({name})', 'zh-CN': '{pack}（{name}）', 'zh-TW': '{pack}（{name}）' },
  'diff.summary': {
    en: '{before} to {after}: {changed} of {calls} {calls:call|calls} {changed:changes|change} ({better} {better:scores|score} more, {worse} less); in {unmoved} {unmoved:other|others} only moments or outcomes do; mean score {from} to {to}',
    'zh-CN':
      '{before} → {after}：{calls} 通通话中有 {changed} 通变化（{better} 通得分升高，{worse} 通降低）；另有 {unmoved} 通仅关键语句或标准结果变化；平均分 {from} → {to}',
    'zh-TW':
      '{before} → {after}：{calls} 通通話中有 {changed} 通變化（{better} 通評分升高，{worse} 通降低）；另有 {unmoved} 通僅關鍵語句或標準結果變化；平均分 {from} → {to}',
  },
  'diff.more': {
    en: '{count} more {count:call changes|calls change}; see {count:it|them} with --limit',
    'zh-CN': '另有 {count} 通通话变化，可用 --limit 查看',
    'zh-TW': '另有 {count} 通通話變化，可用 --limit 查看',
  },

  // Tables
  'diff.verdicts': { en: 'Verdicts', 'zh-CN': '定责结论', 'zh-TW': '定責結論' },
  'diff.outcomes': { en: 'Outcomes', 'zh-CN': '标准结果', 'zh-TW': '標準結果' },
  'diff.allegation': { en: 'allegation', 'zh-CN': '投诉事项', 'zh-TW': '客訴事項' },
  'diff.before': { en: 'before', 'zh-CN': '变更前', 'zh-TW': '變更前' },
  'diff.after': { en: 'after', 'zh-CN': '变更后', 'zh-TW': '變更後' },
  'diff.calls': { en: 'calls', 'zh-CN': '通话数', 'zh-TW': '通話數' },
  'diff.gained': { en: 'gained', 'zh-CN': '增加', 'zh-TW': '增加' },
  'diff.lost': { en: 'lost', 'zh-CN': '减少', 'zh-TW': '減少' },
  'diff.verdict.upheld': { en: 'upheld', 'zh-CN': '定责成立', 'zh-TW': '定責成立' },
  'diff.verdict.partly-upheld': { en: 'partly-upheld', 'zh-CN': '部分成立', 'zh-TW': '部分成立' },
  'diff.verdict.not-upheld': { en: 'not-upheld', 'zh-CN': '不成立', 'zh-TW': '不成立' },
  'diff.verdict.insufficient-evidence': {
    en: 'insufficient-evidence',
    'zh-CN': '证据不足',
    'zh-TW': '證據不足',
  },
  'diff.outcome.met': { en: 'met', 'zh-CN': '达标', 'zh-TW': '達標' },
  'diff.outcome.not-met': { en: 'not-met', 'zh-CN': '未达标', 'zh-TW': '未達標' },
  'diff.outcome.not-applicable': { en: 'not-applicable', 'zh-CN': '不适用', 'zh-TW': '不適用' },
  'diff.outcome.not-evaluated': { en: 'not-evaluated', 'zh-CN': '未评估', 'zh-TW': '未評估' },

  // Why a call changes
  'diff.changed': { en: '{id}: {change}', 'zh-CN': '{id}：{change}', 'zh-TW': '{id}：{change}' },
  'diff.changed-by': {
    en: '{id}: {change}, turn {turn}: {quote}',
    'zh-CN': '{id}：{change}，第{turn}轮：{quote}',
    'zh-TW': '{id}：{change}，第{turn}輪：{quote}',
  },
  'diff.moment-gained': {
    en: '+ {id}, turn {turn}: {quote}',
    'zh-CN': '+ {id}，第{turn}轮：{quote}',
    'zh-TW': '+ {id}，第{turn}輪：{quote}',
  },
  'diff.moment-lost': {
    en: '- {id}, turn {turn}: {quote}',
    'zh-CN': '- {id}，第{turn}轮：{quote}',
    'zh-TW': '- {id}，第{turn}輪：{quote}',
  },
  'diff.points': {
    en: 'other points: {criteria}',
    'zh-CN': '分值不同：{criteria}',
    'zh-TW': '分數不同：{criteria}',
  },
} as const satisfies Record<string, Words>;
