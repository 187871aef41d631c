/** Every word of the reports, in the three languages; what belongs to a pack comes from its glossary instead. */
import type { ReportLanguage, Words } from './result.ts';
import { batchWords } from './words/batch-words.ts';
import { calibrationWords } from './words/calibration-words.ts';
import { caseWords } from './words/case-words.ts';
import { lintWords } from './words/lint-words.ts';
import { recordWords } from './words/record-words.ts';
import { rulesCheckWords } from './words/rules-check-words.ts';
import { rulesCoverageWords } from './words/rules-coverage-words.ts';
import { rulesDiffWords } from './words/rules-diff-words.ts';
import { rulesWords } from './words/rules-words.ts';

const messages = {
  ...caseWords,
  ...recordWords,
  ...batchWords,
  ...lintWords,
  ...rulesWords,
  ...rulesCheckWords,
  ...rulesCoverageWords,
  ...rulesDiffWords,
  ...calibrationWords,

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
  'reason.notes-missing': {
    en: 'the transcript comes without the agent’s notes',
    'zh-CN': '未提供坐席备注',
    'zh-TW': '未提供客服備註',
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

  'review.speakers-unknown': {
    en: 'it is not known who is the agent and who the customer; name them with --speaker',
    'zh-CN': '无法判断谁是客服、谁是客户，请用 --speaker 指明',
    'zh-TW': '無法判斷誰是客服、誰是客戶，請用 --speaker 指明',
  },
  'review.speakers-unsure': {
    en: 'who is the agent was inferred, and not surely; --speaker settles it',
    'zh-CN': '客服与客户的身份是推断的，把握不大，可用 --speaker 指明',
    'zh-TW': '客服與客戶的身分是推斷的，把握不大，可用 --speaker 指明',
  },
  'review.words-unsure': {
    en: 'the verdict rests on words that the recogniser was not sure of',
    'zh-CN': '结论依据的语句识别置信度偏低',
    'zh-TW': '結論所依據的語句辨識信心偏低',
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
  'label.undecided': { en: 'Cannot be told', 'zh-CN': '无法判定', 'zh-TW': '無法判定' },
  'label.criterion': { en: 'Criterion', 'zh-CN': '标准', 'zh-TW': '標準' },
  'label.share': { en: 'Share', 'zh-CN': '占比', 'zh-TW': '占比' },
  'label.mean': { en: 'Mean score', 'zh-CN': '平均分', 'zh-TW': '平均分' },
  'label.review': { en: 'For a person to look at', 'zh-CN': '需人工复核', 'zh-TW': '需人工複核' },
  'label.section-scores': { en: 'Scores of the sections', 'zh-CN': '各部分得分', 'zh-TW': '各部分評分' },
  'label.total': { en: 'Total', 'zh-CN': '总分', 'zh-TW': '總分' },
  'label.note': { en: 'Note', 'zh-CN': '备注', 'zh-TW': '備註' },
  'label.hint': { en: 'What to do', 'zh-CN': '处理办法', 'zh-TW': '處理方式' },
  'label.points': { en: 'Points', 'zh-CN': '分值', 'zh-TW': '分數' },
  'label.outcome': { en: 'Outcome', 'zh-CN': '结果', 'zh-TW': '結果' },

  'heading.calls': { en: 'Calls', 'zh-CN': '通话评分', 'zh-TW': '通話評分' },
  'heading.findings': {
    en: 'Not met most often',
    'zh-CN': '最常见的未达标项',
    'zh-TW': '最常見的未達標項目',
  },
  'heading.errors': { en: 'Could not be read', 'zh-CN': '无法读取', 'zh-TW': '無法讀取' },

  // Phrases
  'score.none': { en: 'No call was scored.', 'zh-CN': '没有评分的通话。', 'zh-TW': '沒有評分的通話。' },
  'punctuation.colon': { en: ': ', 'zh-CN': '：', 'zh-TW': '：' },
  'punctuation.comma': { en: ', ', 'zh-CN': '，', 'zh-TW': '，' },
  'punctuation.semicolon': { en: '; ', 'zh-CN': '；', 'zh-TW': '；' },
  'punctuation.stop': { en: '.', 'zh-CN': '。', 'zh-TW': '。' },
  'punctuation.aside': { en: ' ({words})', 'zh-CN': '（{words}）', 'zh-TW': '（{words}）' },
  'punctuation.titles': { en: '; ', 'zh-CN': '、', 'zh-TW': '、' },
  'punctuation.list': { en: ', ', 'zh-CN': '、', 'zh-TW': '、' },
} as const satisfies Record<string, Words>;

export type MessageKey = keyof typeof messages;

/**
 * A word or a phrase in a language, `{name}` filled in from `values`; `{name:call|calls}` is the first word where that
 * value is 1, else the second.
 */
export function say(
  key: MessageKey,
  language: ReportLanguage,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const template: string = messages[key][language];
  return template.replace(
    /\{(\w+)(?::([^{}|]*)\|([^{}|]*))?\}/g,
    (whole, name: string, one?: string, many?: string) => {
      const value = values[name];
      if (value === undefined || one === undefined || many === undefined) return String(value ?? whole);
      return Number(value) === 1 ? one : many;
    },
  );
}

const languages: readonly ReportLanguage[] = ['en', 'zh-CN', 'zh-TW'];

/** A word or a phrase in every language of the reports. */
export function sayInAll(
  key: MessageKey,
  values: Readonly<Record<string, string | number | Words>> = {},
): Words {
  const words = languages.map((language) => {
    const own = Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'object' ? value[language] : value,
    ]);
    return [language, say(key, language, Object.fromEntries(own) as Record<string, string | number>)];
  });
  return Object.fromEntries(words) as Words;
}

/** Ids or other words that stand as they are, one after another, in every language of the reports. */
export function listInAll(items: readonly string[]): Words {
  const lists = languages.map((language) => [language, items.join(say('punctuation.list', language))]);
  return Object.fromEntries(lists) as Words;
}

/** The word for an id that may be newer than this table, such as a reason for review: the id itself where there is none. */
export function sayId(
  kind: 'reason' | 'review' | 'group' | 'speaker' | 'outcome',
  id: string,
  language: ReportLanguage,
): string {
  const key = `${kind}.${id}`;
  return Object.hasOwn(messages, key) ? say(key as MessageKey, language) : id;
}
