/** The words of `callqa rules list`, `explain` and `test`, beside those of the pack; ids of rules stand as they are. */
import type { Words } from '../result.ts';

export const rulesWords = {
  'rules.moments': { en: 'Moments', 'zh-CN': '关键语句', 'zh-TW': '關鍵語句' },
  'rules.criteria': { en: 'Criteria', 'zh-CN': '标准', 'zh-TW': '標準' },
  'rules.heading': { en: '{name} ({count})', 'zh-CN': '{name}（{count}）', 'zh-TW': '{name}（{count}）' },
  'rules.id': { en: 'id', 'zh-CN': '标识', 'zh-TW': '代號' },
  'rules.said-by': { en: 'said by', 'zh-CN': '说话方', 'zh-TW': '說話方' },
  'rules.title': { en: 'title', 'zh-CN': '名称', 'zh-TW': '名稱' },
  'rules.phrases-column': { en: 'phrases', 'zh-CN': '短语数', 'zh-TW': '短語數' },
  'rules.section': { en: 'section', 'zh-CN': '部分', 'zh-TW': '部分' },
  'rules.weight': { en: 'weight', 'zh-CN': '权重', 'zh-TW': '權重' },
  'rules.severity': { en: 'severity', 'zh-CN': '级别', 'zh-TW': '級別' },

  // What a moment is
  'rules.a-moment': {
    en: 'A moment, said by the {speaker}; {place}.',
    'zh-CN': '关键语句，由{speaker}说出；见 {place}。',
    'zh-TW': '關鍵語句，由{speaker}說出；見 {place}。',
  },
  'rules.guarded': {
    en: 'Guarded against {guards}.',
    'zh-CN': '已排除{guards}的情形。',
    'zh-TW': '已排除{guards}的情形。',
  },
  'rules.negation': { en: 'negation', 'zh-CN': '否定', 'zh-TW': '否定' },
  'rules.quotation': { en: 'quotation', 'zh-CN': '转述', 'zh-TW': '轉述' },
  'rules.detector': {
    en: 'Found by its {detector}: a clause in capitals, or three or more exclamation marks.',
    'zh-CN': '按书写形式（{detector}）识别：整句大写，或三个以上感叹号。',
    'zh-TW': '按書寫形式（{detector}）識別：整句大寫，或三個以上驚嘆號。',
  },
  'rules.detector-too': {
    en: 'Found by its {detector} too: a clause in capitals, or three or more exclamation marks.',
    'zh-CN': '也按书写形式（{detector}）识别：整句大写，或三个以上感叹号。',
    'zh-TW': '也按書寫形式（{detector}）識別：整句大寫，或三個以上驚嘆號。',
  },
  'rules.answers': {
    en: 'Counts only once the other side has spoken.',
    'zh-CN': '对方说过话之后才算。',
    'zh-TW': '對方說過話之後才算。',
  },
  'rules.answering': {
    en: 'Counts also where {heard} answers {to}.',
    'zh-CN': '用 {heard} 回应 {to} 时也算。',
    'zh-TW': '用 {heard} 回應 {to} 時也算。',
  },
  'rules.answering-unless': {
    en: 'Counts also where {heard} answers {to}, not {unless}.',
    'zh-CN': '用 {heard} 回应 {to}（不含 {unless}）时也算。',
    'zh-TW': '用 {heard} 回應 {to}（不含 {unless}）時也算。',
  },
  'rules.used-by': {
    en: 'Used by {criteria}.',
    'zh-CN': '用于：{criteria}。',
    'zh-TW': '用於：{criteria}。',
  },
  'rules.phrases': { en: 'Phrases', 'zh-CN': '短语', 'zh-TW': '短語' },
  'rules.unless': { en: 'Unless', 'zh-CN': '例外', 'zh-TW': '例外' },
  'rules.heard': { en: 'Heard in', 'zh-CN': '应识别', 'zh-TW': '應識別' },
  'rules.not-heard': { en: 'Not heard in', 'zh-CN': '不应识别', 'zh-TW': '不應識別' },
  'rules.known-miss': { en: 'Missed, which is known', 'zh-CN': '已知漏识', 'zh-TW': '已知漏識' },
  'rules.known-false-hit': {
    en: 'Heard wrongly, which is known',
    'zh-CN': '已知误识',
    'zh-TW': '已知誤識',
  },

  // What a criterion is
  'rules.a-criterion': {
    en: 'A criterion, {severity}; {place}.',
    'zh-CN': '标准，级别：{severity}；见 {place}。',
    'zh-TW': '標準，級別：{severity}；見 {place}。',
  },
  'rules.a-weighted-criterion': {
    en: 'A criterion, {severity}, of weight {weight} in {section}; {place}.',
    'zh-CN': '标准，级别：{severity}，在 {section} 中的权重为 {weight}；见 {place}。',
    'zh-TW': '標準，級別：{severity}，在 {section} 中的權重為 {weight}；見 {place}。',
  },
  'rules.say': { en: 'Say', 'zh-CN': '建议说法', 'zh-TW': '建議說法' },
  'rules.or': { en: ' or ', 'zh-CN': ' 或 ', 'zh-TW': ' 或 ' },
  'rules.and': { en: ' and ', 'zh-CN': '和', 'zh-TW': '和' },

  // Its condition, in pieces that stand one after another
  'rules.require': { en: 'Requires {moments}', 'zh-CN': '应出现 {moments}', 'zh-TW': '應出現 {moments}' },
  'rules.each': { en: ' each time,', 'zh-CN': '，每次都要', 'zh-TW': '，每次都要' },
  'rules.unasked': {
    en: ', or {moments} unasked',
    'zh-CN': '；没有前提时，说了{moments}也算',
    'zh-TW': '；沒有前提時，說了{moments}也算',
  },
  'rules.when': { en: ' when {moments}', 'zh-CN': '，前提：{moments}', 'zh-TW': '，前提：{moments}' },
  'rules.times': {
    en: ' at least {times} {times:time|times}',
    'zh-CN': '（至少 {times} 次）',
    'zh-TW': '（至少 {times} 次）',
  },
  'rules.for-type': {
    en: ' in a complaint of the type {type}',
    'zh-CN': '，限 {type} 类投诉',
    'zh-TW': '，限 {type} 類客訴',
  },
  'rules.at-gravity': {
    en: ' where it is {grades}',
    'zh-CN': '，限 {grades} 级',
    'zh-TW': '，限 {grades} 級',
  },
  'rules.within': {
    en: ', within {count} agent {count:turn|turns}',
    'zh-CN': '，须在客服 {count} 轮之内',
    'zh-TW': '，須在客服 {count} 輪之內',
  },
  'rules.in-opening': { en: ', in the opening', 'zh-CN': '，限开场', 'zh-TW': '，限開場' },
  'rules.in-closing': { en: ', in the closing', 'zh-CN': '，限结尾', 'zh-TW': '，限結尾' },
  'rules.before': {
    en: ', before {moments}',
    'zh-CN': '，须先于 {moments}',
    'zh-TW': '，須先於 {moments}',
  },
  'rules.forbid': { en: 'Forbids {moments}', 'zh-CN': '不应出现 {moments}', 'zh-TW': '不應出現 {moments}' },
  'rules.after': {
    en: ' after {moments}',
    'zh-CN': '，限 {moments} 之后',
    'zh-TW': '，限 {moments} 之後',
  },
  'rules.forgiven': {
    en: ' unless {moments} within {count} agent {count:turn|turns}',
    'zh-CN': '，除非客服 {count} 轮之内有 {moments}',
    'zh-TW': '，除非客服 {count} 輪之內有 {moments}',
  },
  'rules.limit': {
    en: 'At most {count} {count:turn|turns} with {moments}',
    'zh-CN': '最多 {count} 轮出现 {moments}',
    'zh-TW': '最多 {count} 輪出現 {moments}',
  },
  'rules.reset-by': {
    en: ', counted anew after {moments}',
    'zh-CN': '，{moments} 之后重新计数',
    'zh-TW': '，{moments} 之後重新計數',
  },
  'rules.facts': {
    en: 'At least {count} on record of {facts}',
    'zh-CN': '至少记录 {count} 项：{facts}',
    'zh-TW': '至少記錄 {count} 項：{facts}',
  },
  'rules.measure': {
    en: 'Measures {measure} of the {speaker}',
    'zh-CN': '测量{speaker}的 {measure}',
    'zh-TW': '測量{speaker}的 {measure}',
  },
  'rules.at-most': {
    en: ', at most {value} {unit}',
    'zh-CN': '，最多 {value} {unit}',
    'zh-TW': '，最多 {value} {unit}',
  },
  'rules.at-least': {
    en: ', at least {value} {unit}',
    'zh-CN': '，至少 {value} {unit}',
    'zh-TW': '，至少 {value} {unit}',
  },
  'rules.protocol': {
    en: 'The agent ends a call only as the protocol {protocol} has it',
    'zh-CN': '客服只能按流程 {protocol} 结束通话',
    'zh-TW': '客服只能按流程 {protocol} 結束通話',
  },
  'rules.without': {
    en: ', without its steps {steps}',
    'zh-CN': '，不含步骤 {steps}',
    'zh-TW': '，不含步驟 {steps}',
  },
  'rules.all': { en: 'All of {criteria}', 'zh-CN': '以下全部：{criteria}', 'zh-TW': '以下全部：{criteria}' },
  'rules.any': { en: 'Any of {criteria}', 'zh-CN': '以下任一：{criteria}', 'zh-TW': '以下任一：{criteria}' },
  'rules.stop': { en: '.', 'zh-CN': '。', 'zh-TW': '。' },

  // How examples came out
  'rules.moment': { en: 'moment', 'zh-CN': '关键语句', 'zh-TW': '關鍵語句' },
  'rules.criterion': { en: 'criterion', 'zh-CN': '标准', 'zh-TW': '標準' },
  'rules.fixed': { en: 'fixed', 'zh-CN': '已改善', 'zh-TW': '已改善' },
  'rules.got-moment': {
    en: 'a {got}, written as {expected}',
    'zh-CN': '实际为{got}，示例写为{expected}',
    'zh-TW': '實際為{got}，範例寫為{expected}',
  },
  'rules.got-criterion': {
    en: '{got}, written as {expected}',
    'zh-CN': '实际为{got}，示例写为{expected}',
    'zh-TW': '實際為{got}，範例寫為{expected}',
  },
  'rules.no-longer': {
    en: 'no longer a {expected}',
    'zh-CN': '不再是{expected}',
    'zh-TW': '不再是{expected}',
  },
  'rules.hit-kind.hit': { en: 'hit', 'zh-CN': '命中', 'zh-TW': '命中' },
  'rules.hit-kind.miss': { en: 'miss', 'zh-CN': '未命中', 'zh-TW': '未命中' },
  'rules.hit-kind.known-miss': { en: 'known-miss', 'zh-CN': '已知漏识', 'zh-TW': '已知漏識' },
  'rules.hit-kind.known-false-hit': { en: 'known-false-hit', 'zh-CN': '已知误识', 'zh-TW': '已知誤識' },
  'rules.examples': {
    en: '{good} of {run} examples are as they are written',
    'zh-CN': '{run} 个示例中有 {good} 个与所写一致',
    'zh-TW': '{run} 個範例中有 {good} 個與所寫一致',
  },
} as const satisfies Record<string, Words>;
