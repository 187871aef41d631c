/** Every word of the reports, in the three languages; what belongs to a pack comes from its glossary instead. */
import type { ReportLanguage, Words } from './result.ts';

const messages = {
  // Verdicts
  'verdict.upheld': { en: 'Upheld', 'zh-CN': '定责成立', 'zh-TW': '定責成立' },
  'verdict.partly-upheld': { en: 'Partly upheld', 'zh-CN': '部分成立', 'zh-TW': '部分成立' },
  'verdict.not-upheld': { en: 'Not upheld', 'zh-CN': '不成立', 'zh-TW': '不成立' },
  'verdict.insufficient-evidence': {
    en: 'Insufficient evidence',
    'zh-CN': '证据不足',
    'zh-TW': '證據不足',
  },

  // Outcomes of criteria
  'outcome.met': { en: 'met', 'zh-CN': '达标', 'zh-TW': '達標' },
  'outcome.not-met': { en: 'not met', 'zh-CN': '未达标', 'zh-TW': '未達標' },
  'outcome.not-applicable': { en: 'not applicable', 'zh-CN': '不适用', 'zh-TW': '不適用' },
  'outcome.not-evaluated': { en: 'not evaluated', 'zh-CN': '未评估', 'zh-TW': '未評估' },

  'severity.ordinary': { en: 'ordinary', 'zh-CN': '一般', 'zh-TW': '一般' },
  'severity.critical': { en: 'critical', 'zh-CN': '严重', 'zh-TW': '嚴重' },
  'severity.fatal': { en: 'fatal', 'zh-CN': '一票否决', 'zh-TW': '一票否決' },

  'speaker.agent': { en: 'agent', 'zh-CN': '客服', 'zh-TW': '客服' },
  'speaker.customer': { en: 'customer', 'zh-CN': '客户', 'zh-TW': '客戶' },
  'speaker.bot': { en: 'recording', 'zh-CN': '语音播报', 'zh-TW': '語音播報' },
  'speaker.unknown': { en: 'unknown', 'zh-CN': '未知', 'zh-TW': '未知' },

  'event.hold': { en: 'on hold', 'zh-CN': '通话保持', 'zh-TW': '通話保留' },
  'event.resume': { en: 'off hold', 'zh-CN': '恢复通话', 'zh-TW': '恢復通話' },
  'event.transfer': { en: 'transferred', 'zh-CN': '转接', 'zh-TW': '轉接' },
  'event.disconnect': { en: 'disconnected', 'zh-CN': '挂断', 'zh-TW': '掛斷' },
  'event.by': { en: '{event} by {who}', 'zh-CN': '{event}（{who}）', 'zh-TW': '{event}（{who}）' },

  // Why a criterion was not evaluated
  'reason.speakers-unknown': {
    en: 'the transcript does not say who is speaking',
    'zh-CN': '转写未标明说话人',
    'zh-TW': '逐字稿未標明說話者',
  },
  'reason.timings-missing': {
    en: 'the transcript has no times',
    'zh-CN': '转写没有时间信息',
    'zh-TW': '逐字稿沒有時間資訊',
  },
  'reason.end-not-recorded': {
    en: 'the end of the call is not on record',
    'zh-CN': '没有记录通话如何结束',
    'zh-TW': '沒有記錄通話如何結束',
  },

  // Why a person should look
  'review.fatal-uncertain': {
    en: 'a fatal finding rests on uncertain evidence',
    'zh-CN': '一票否决项的证据不够确定',
    'zh-TW': '一票否決項的證據不夠確定',
  },

  // What a pack's sections are parts of
  'group.respect': { en: 'Respect', 'zh-CN': '尊重', 'zh-TW': '尊重' },
  'group.sincerity': { en: 'Sincerity', 'zh-CN': '真诚', 'zh-TW': '真誠' },

  // Headings and labels
  'label.call': { en: 'Call', 'zh-CN': '通话', 'zh-TW': '通話' },
  'label.calls': { en: 'Calls', 'zh-CN': '通话', 'zh-TW': '通話' },
  'label.score': { en: 'Score', 'zh-CN': '得分', 'zh-TW': '評分' },
  'label.grade': { en: 'Grade', 'zh-CN': '等级', 'zh-TW': '等級' },
  'label.verdict': { en: 'Verdict', 'zh-CN': '结论', 'zh-TW': '結論' },
  'label.worst': { en: 'Worst not met', 'zh-CN': '最严重的未达标项', 'zh-TW': '最嚴重的未達標項目' },
  'label.agent': { en: 'Agent', 'zh-CN': '客服', 'zh-TW': '客服' },
  'label.team': { en: 'Team', 'zh-CN': '班组', 'zh-TW': '組別' },
  'label.case': { en: 'Case', 'zh-CN': '案件', 'zh-TW': '案件' },
  'label.date': { en: 'Date', 'zh-CN': '时间', 'zh-TW': '時間' },
  'label.source': { en: 'Source', 'zh-CN': '来源', 'zh-TW': '來源' },
  'label.allegation': { en: 'Complaint', 'zh-CN': '投诉事项', 'zh-TW': '客訴事項' },
  'label.because': { en: 'Not met', 'zh-CN': '未达标项', 'zh-TW': '未達標項目' },
  'label.undecided': { en: 'Cannot be told', 'zh-CN': '无法判定', 'zh-TW': '無法判定' },
  'label.criterion': { en: 'Criterion', 'zh-CN': '标准', 'zh-TW': '標準' },
  'label.share': { en: 'Share', 'zh-CN': '占比', 'zh-TW': '占比' },
  'label.mean': { en: 'Mean score', 'zh-CN': '平均分', 'zh-TW': '平均分' },
  'label.review': { en: 'For a person to look at', 'zh-CN': '需人工复核', 'zh-TW': '需人工複核' },
  'label.coverage': { en: 'Coverage', 'zh-CN': '覆盖率', 'zh-TW': '涵蓋率' },
  'label.note': { en: 'Note', 'zh-CN': '备注', 'zh-TW': '備註' },
  'label.why': { en: 'Why it matters', 'zh-CN': '为何重要', 'zh-TW': '為何重要' },
  'label.say': { en: 'Say instead', 'zh-CN': '建议说法', 'zh-TW': '建議說法' },
  'label.hint': { en: 'What to do', 'zh-CN': '处理办法', 'zh-TW': '處理方式' },
  'label.points': { en: 'Points', 'zh-CN': '分值', 'zh-TW': '分數' },
  'label.outcome': { en: 'Outcome', 'zh-CN': '结果', 'zh-TW': '結果' },
  'label.transcript-hash': { en: 'Transcript', 'zh-CN': '转写文件', 'zh-TW': '逐字稿檔案' },
  'label.pack': { en: 'Rules', 'zh-CN': '规则包', 'zh-TW': '規則包' },
  'label.tool': { en: 'Tool', 'zh-CN': '工具', 'zh-TW': '工具' },

  'heading.calls': { en: 'Calls', 'zh-CN': '通话评分', 'zh-TW': '通話評分' },
  'heading.findings': {
    en: 'Not met most often',
    'zh-CN': '最常见的未达标项',
    'zh-TW': '最常見的未達標項目',
  },
  'heading.errors': { en: 'Could not be read', 'zh-CN': '无法读取', 'zh-TW': '無法讀取' },
  'heading.audit': { en: 'Call report', 'zh-CN': '通话质检报告', 'zh-TW': '通話品質稽核報告' },
  'heading.transcript': { en: 'What was said', 'zh-CN': '通话记录', 'zh-TW': '通話紀錄' },
  'heading.grounds': { en: 'Findings: what was not met', 'zh-CN': '问题与依据', 'zh-TW': '問題與依據' },
  'heading.scorecard': { en: 'Scorecard', 'zh-CN': '评分卡', 'zh-TW': '評分卡' },
  'heading.not-evaluated': { en: 'Not evaluated', 'zh-CN': '未评估项', 'zh-TW': '未評估項目' },
  'heading.provenance': { en: 'Provenance', 'zh-CN': '溯源信息', 'zh-TW': '溯源資訊' },

  // Phrases
  'audit.no-findings': { en: 'Nothing was found.', 'zh-CN': '未发现问题。', 'zh-TW': '未發現問題。' },
  'audit.all-evaluated': {
    en: 'Everything could be evaluated.',
    'zh-CN': '所有项目均已评估。',
    'zh-TW': '所有項目均已評估。',
  },
  'audit.turn': { en: 'turn {turn}', 'zh-CN': '第{turn}轮', 'zh-TW': '第{turn}輪' },
  'audit.searched': {
    en: 'not found in turns {from}–{to}',
    'zh-CN': '第{from}–{to}轮中未发现',
    'zh-TW': '第{from}–{to}輪中未發現',
  },
  'audit.quote': { en: '“{words}”', 'zh-CN': '“{words}”', 'zh-TW': '「{words}」' },
  'audit.without-auto-fail': {
    en: '{score} without the fatal finding',
    'zh-CN': '不计一票否决为{score}',
    'zh-TW': '不計一票否決為{score}',
  },
  'audit.default-allegation': {
    en: '{title} (none filed, judged by default)',
    'zh-CN': '{title}（未提出，按默认事项判定）',
    'zh-TW': '{title}（未提出，依預設事項判定）',
  },
  'score.none': { en: 'No call was scored.', 'zh-CN': '没有评分的通话。', 'zh-TW': '沒有評分的通話。' },
  'punctuation.colon': { en: ': ', 'zh-CN': '：', 'zh-TW': '：' },
  'punctuation.comma': { en: ', ', 'zh-CN': '，', 'zh-TW': '，' },
  'punctuation.list': { en: ', ', 'zh-CN': '、', 'zh-TW': '、' },
} as const satisfies Record<string, Words>;

export type MessageKey = keyof typeof messages;

/** A word or a phrase in a language, `{name}` filled in from `values`. */
export function say(
  key: MessageKey,
  language: ReportLanguage,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const template: string = messages[key][language];
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The word for an id that may be newer than this table, such as a reason for review: the id itself where there is none. */
export function sayId(
  kind: 'reason' | 'review' | 'group' | 'speaker',
  id: string,
  language: ReportLanguage,
): string {
  const key = `${kind}.${id}`;
  return Object.hasOwn(messages, key) ? say(key as MessageKey, language) : id;
}
