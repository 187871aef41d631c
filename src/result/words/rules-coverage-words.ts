/** The words of `callqa rules coverage`, beside those of the other commands on rules. */
import type { Words } from '../result.ts';

export const rulesCoverageWords = {
  'coverage.moments': {
    en: 'Moments in {calls} {calls:call|calls}',
    'zh-CN': '{calls} 通通话中的关键语句',
    'zh-TW': '{calls} 通通話中的關鍵語句',
  },
  'coverage.found': { en: 'found', 'zh-CN': '出现次数', 'zh-TW': '出現次數' },
  'coverage.calls': { en: 'calls', 'zh-CN': '通话数', 'zh-TW': '通話數' },
  'coverage.share': { en: 'share', 'zh-CN': '占比', 'zh-TW': '占比' },
  'coverage.never': { en: 'never hit', 'zh-CN': '从未命中', 'zh-TW': '從未命中' },
  'coverage.hits': { en: 'hits', 'zh-CN': '命中', 'zh-TW': '命中' },
  'coverage.dropped': { en: 'dropped', 'zh-CN': '已排除', 'zh-TW': '已排除' },
  'coverage.phrase': { en: 'phrase', 'zh-CN': '短语', 'zh-TW': '短語' },
  'coverage.place': { en: 'place', 'zh-CN': '位置', 'zh-TW': '位置' },
  'coverage.never-hit': {
    en: 'Never hit: {unheard} of {phrases} phrases',
    'zh-CN': '从未命中：{phrases} 条短语中的 {unheard} 条',
    'zh-TW': '從未命中：{phrases} 條短語中的 {unheard} 條',
  },
  'coverage.silent': {
    en: 'Turns without a moment, {side}: {silent} of {all} (sample, seed {seed})',
    'zh-CN': '没有关键语句的轮次，{side}：{all} 轮中的 {silent} 轮（抽样，种子 {seed}）',
    'zh-TW': '沒有關鍵語句的輪次，{side}：{all} 輪中的 {silent} 輪（抽樣，種子 {seed}）',
  },
  'coverage.turn': {
    en: '{call} turn {turn}: ',
    'zh-CN': '{call} 第{turn}轮：',
    'zh-TW': '{call} 第{turn}輪：',
  },
} as const satisfies Record<string, Words>;
