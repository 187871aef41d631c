/** Words of a case report: what is on record, promises, reviews, how sure it is, and where it comes from. */
import type { Words } from '../result.ts';

export const recordWords = {
  // Key facts
  'record.key-facts': { en: 'Key facts', 'zh-CN': '关键信息', 'zh-TW': '關鍵資訊' },
  'record.kind': { en: 'Kind and severity', 'zh-CN': '投诉类型与严重程度', 'zh-TW': '客訴類型與嚴重程度' },
  'record.promises': { en: 'Promises', 'zh-CN': '承诺台账', 'zh-TW': '承諾紀錄' },
  'record.no-promises': { en: 'No promise was made.', 'zh-CN': '未作出承诺。', 'zh-TW': '未作出承諾。' },
  'label.complaint-type': { en: 'Kind of complaint', 'zh-CN': '投诉类型', 'zh-TW': '客訴類型' },
  'label.gravity': { en: 'Severity', 'zh-CN': '严重程度', 'zh-TW': '嚴重程度' },
  'record.type-unknown': { en: 'cannot be told', 'zh-CN': '无法判断', 'zh-TW': '無法判斷' },
  'fact.recorded': { en: 'on record', 'zh-CN': '已记录', 'zh-TW': '已記錄' },
  'fact.asked': { en: 'asked, not answered', 'zh-CN': '已询问，未答复', 'zh-TW': '已詢問，未答覆' },
  'fact.missing': { en: 'missing', 'zh-CN': '缺失', 'zh-TW': '缺漏' },
  'fact.unknown': {
    en: 'cannot be told: it is not known who is speaking',
    'zh-CN': '无法判断：说话人不明',
    'zh-TW': '無法判斷：說話者不明',
  },
  'fact-source.customer': { en: 'told by the customer', 'zh-CN': '客户告知', 'zh-TW': '客戶告知' },
  'fact-source.agent': { en: 'stated by the agent', 'zh-CN': '客服说明', 'zh-TW': '客服說明' },
  'fact-source.metadata': { en: 'from the call’s data', 'zh-CN': '通话数据', 'zh-TW': '通話資料' },
  'fact-source.note': { en: 'from the note', 'zh-CN': '工单备注', 'zh-TW': '工單備註' },

  // Promises
  'promise.kept': { en: 'kept', 'zh-CN': '已兑现', 'zh-TW': '已兌現' },
  'promise.late': { en: 'kept late', 'zh-CN': '逾期兑现', 'zh-TW': '逾期兌現' },
  'promise.broken': { en: 'broken', 'zh-CN': '未兑现', 'zh-TW': '未兌現' },
  'promise.open': { en: 'open', 'zh-CN': '待跟进', 'zh-TW': '待追蹤' },
  'promise.due-said': {
    en: 'due within {time}, as said',
    'zh-CN': '承诺时限 {time}',
    'zh-TW': '承諾時限 {time}',
  },
  'promise.due-policy': {
    en: 'due within {time} by the company’s rule',
    'zh-CN': '公司规定时限 {time}',
    'zh-TW': '公司規定時限 {time}',
  },
  'promise.no-due': { en: 'no time given', 'zh-CN': '未说明时限', 'zh-TW': '未說明時限' },
  'promise.kept-in': { en: 'kept at {where}', 'zh-CN': '于{where}兑现', 'zh-TW': '於{where}兌現' },
  'time.day': { en: '{n} day', 'zh-CN': '{n} 天', 'zh-TW': '{n} 天' },
  'time.days': { en: '{n} days', 'zh-CN': '{n} 天', 'zh-TW': '{n} 天' },
  'time.hour': { en: '{n} hour', 'zh-CN': '{n} 小时', 'zh-TW': '{n} 小時' },
  'time.hours': { en: '{n} hours', 'zh-CN': '{n} 小时', 'zh-TW': '{n} 小時' },
  'time.minute': { en: '{n} minute', 'zh-CN': '{n} 分钟', 'zh-TW': '{n} 分鐘' },
  'time.minutes': { en: '{n} minutes', 'zh-CN': '{n} 分钟', 'zh-TW': '{n} 分鐘' },
  'time.second': { en: '{n} second', 'zh-CN': '{n} 秒', 'zh-TW': '{n} 秒' },
  'time.seconds': { en: '{n} seconds', 'zh-CN': '{n} 秒', 'zh-TW': '{n} 秒' },

  // Human review
  'review.heading': { en: 'Human review', 'zh-CN': '人工复核', 'zh-TW': '人工複核' },
  'review.machine': { en: 'Machine', 'zh-CN': '系统评定', 'zh-TW': '系統評定' },
  'review.human': { en: 'Reviewer', 'zh-CN': '复核意见', 'zh-TW': '複核意見' },
  'review.final': { en: 'Final', 'zh-CN': '最终结果', 'zh-TW': '最終結果' },
  'review.statement': { en: 'The agent’s statement', 'zh-CN': '客服申述', 'zh-TW': '客服申訴' },
  'review.score': { en: 'Score', 'zh-CN': '得分', 'zh-TW': '評分' },

  // How sure
  'certainty.coverage': {
    en: '{share} of the scorecard’s weight applied to this call and could be judged.',
    'zh-CN': '评分卡权重的 {share} 适用于本通电话且可评估。',
    'zh-TW': '評分卡權重的 {share} 適用於本通電話且可評估。',
  },
  'certainty.review': {
    en: 'For a person to look at: {why}.',
    'zh-CN': '需人工复核：{why}。',
    'zh-TW': '需人工複核：{why}。',
  },
  'certainty.name-speakers': {
    en: 'To name the speakers: --speaker "{pairs}", or the other way round.',
    'zh-CN': '指明说话人的方法：--speaker "{pairs}"，如身份相反请对调。',
    'zh-TW': '指明說話者的方法：--speaker "{pairs}"，如身分相反請對調。',
  },
  'certainty.label-turns': {
    en: 'No label of a speaker was recognised: write “Agent:” or “Customer:” before each turn, and judge the call again.',
    'zh-CN': '转写中未识别到说话人标签：请在每句话前标上“客服：”或“客户：”，再重新判定。',
    'zh-TW': '逐字稿中未識別到說話者標籤：請在每句話前標上「客服：」或「客戶：」，再重新判定。',
  },
  'caveat.not-evaluated': {
    en: 'Not evaluated:',
    'zh-CN': '以下项目未评估：',
    'zh-TW': '以下項目未評估：',
  },
  'caveat.words-unsure': {
    en: 'Words that the recogniser was not sure of stand in what is quoted here',
    'zh-CN': '引用的词句中含识别置信度低的内容',
    'zh-TW': '引用的詞句中含辨識信心低的內容',
  },
  'caveat.speakers-inferred': {
    en: 'The transcript does not say who is speaking; it was inferred from what is said',
    'zh-CN': '转写未标明说话人，身份由通话内容推断',
    'zh-TW': '逐字稿未標明說話者，身分由通話內容推斷',
  },
  'caveat.speakers-unknown': {
    en: 'Of some turns it is not known who is speaking',
    'zh-CN': '部分轮次的说话人不明',
    'zh-TW': '部分輪次的說話者不明',
  },
  'caveat.gap': {
    en: 'The transcript has a gap: something may have been said there',
    'zh-CN': '转写存在缺口，其间可能另有对话',
    'zh-TW': '逐字稿存在缺口，其間可能另有對話',
  },
  'caveat.cut-start': {
    en: 'The beginning of the call is not on record',
    'zh-CN': '通话开头缺失',
    'zh-TW': '通話開頭缺漏',
  },
  'caveat.cut-end': {
    en: 'The end of the call is not on record',
    'zh-CN': '通话结尾缺失',
    'zh-TW': '通話結尾缺漏',
  },
  'caveat.no-timings': {
    en: 'The transcript has no times: silence, interruptions and response times were not judged',
    'zh-CN': '转写没有时间信息，静默、抢话与响应时长均未评估',
    'zh-TW': '逐字稿沒有時間資訊，靜默、插話與回應時間均未評估',
  },
  'caveat.voice-not-judged': {
    en: 'The voice was not judged: only words, not their tone',
    'zh-CN': '未评估语音语气，仅依据文字内容',
    'zh-TW': '未評估語音語氣，僅依據文字內容',
  },
  'caveat.truth-not-judged': {
    en: 'Whether what was said is true was not judged',
    'zh-CN': '未核实双方所述是否属实',
    'zh-TW': '未查證雙方所述是否屬實',
  },
  'certainty.confidence': {
    en: 'confidence {share}',
    'zh-CN': '置信度 {share}',
    'zh-TW': '信心水準 {share}',
  },

  // Provenance
  'label.transcript-hash': { en: 'Transcript', 'zh-CN': '转写文件', 'zh-TW': '逐字稿檔案' },
  'label.pack': { en: 'Rules', 'zh-CN': '规则包', 'zh-TW': '規則包' },
  'label.config': { en: 'Configuration', 'zh-CN': '配置', 'zh-TW': '設定' },
  'label.reviews': { en: 'Reviews', 'zh-CN': '复核表', 'zh-TW': '複核表' },
  'label.arguments': { en: 'Arguments', 'zh-CN': '运行参数', 'zh-TW': '執行參數' },
  'label.tool': { en: 'Tool', 'zh-CN': '工具', 'zh-TW': '工具' },
  'provenance.rerun': {
    en: 'The same transcript, rules and arguments give this report again, byte for byte; callqa verify reruns the JSON report and compares.',
    'zh-CN': '相同的转写、规则与参数会得到逐字节一致的报告；可用 callqa verify 对 JSON 报告重新运行并比对。',
    'zh-TW':
      '相同的逐字稿、規則與參數會得到逐位元組一致的報告；可用 callqa verify 對 JSON 報告重新執行並比對。',
  },
} as const satisfies Record<string, Words>;
