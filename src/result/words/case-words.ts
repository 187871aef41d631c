/** Words of a case report: verdict, who bears it, what happened, grounds, and what would have changed it. */
import type { Words } from '../result.ts';

export const caseWords = {
  'heading.audit': { en: 'Adjudication report', 'zh-CN': '投诉定责报告', 'zh-TW': '客訴定責報告' },
  'heading.verdict': { en: 'Verdict', 'zh-CN': '定责结论', 'zh-TW': '定責結論' },
  'heading.story': { en: 'What happened', 'zh-CN': '事实经过', 'zh-TW': '事實經過' },
  'heading.grounds': { en: 'Grounds', 'zh-CN': '认定依据', 'zh-TW': '認定依據' },
  'heading.felt': {
    en: 'Four things the customer should have felt',
    'zh-CN': '客户应感受到的四点',
    'zh-TW': '客戶應感受到的四點',
  },
  'heading.scorecard': { en: 'Scorecard', 'zh-CN': '评分卡', 'zh-TW': '評分卡' },
  'heading.record': {
    en: 'Key facts and promises',
    'zh-CN': '关键信息与承诺台账',
    'zh-TW': '關鍵資訊與承諾紀錄',
  },
  'heading.certainty': { en: 'How sure this is', 'zh-CN': '可信度说明', 'zh-TW': '可信度說明' },
  'heading.counterfactuals': {
    en: 'What would have changed the verdict',
    'zh-CN': '改判条件',
    'zh-TW': '改判條件',
  },
  'heading.provenance': { en: 'Provenance', 'zh-CN': '出处', 'zh-TW': '出處' },
  'heading.transcript': { en: 'Appendix: the transcript', 'zh-CN': '附：通话记录', 'zh-TW': '附：通話紀錄' },
  'heading.contents': { en: 'Contents', 'zh-CN': '目录', 'zh-TW': '目錄' },
  'audit.part': { en: '{number}. {title}', 'zh-CN': '{number}、{title}', 'zh-TW': '{number}、{title}' },

  // Verdict
  'label.because': {
    en: 'Rests on (not met)',
    'zh-CN': '依据（未达标项）',
    'zh-TW': '依據（未達標項目）',
  },
  'label.linked': { en: 'Other calls', 'zh-CN': '关联通话', 'zh-TW': '關聯通話' },
  'audit.own-call': {
    en: '{id} (call {call})',
    'zh-CN': '{id}（第{call}通）',
    'zh-TW': '{id}（第{call}通）',
  },
  'audit.linked': {
    en: '{id} (call {call}, {turns} {turns:turn|turns})',
    'zh-CN': '{id}（第{call}通，{turns}轮）',
    'zh-TW': '{id}（第{call}通，{turns}輪）',
  },
  'audit.ground': { en: 'ground {number}', 'zh-CN': '依据{number}', 'zh-TW': '依據{number}' },
  'label.responsibility': { en: 'Borne by', 'zh-CN': '责任方', 'zh-TW': '責任方' },
  'label.reason': { en: 'Why it cannot be told', 'zh-CN': '证据不足原因', 'zh-TW': '證據不足原因' },
  'responsibility.agent': { en: 'the agent', 'zh-CN': '客服', 'zh-TW': '客服' },
  'responsibility.process': { en: 'the process', 'zh-CN': '流程制度', 'zh-TW': '流程制度' },
  'responsibility.third-party': { en: 'a third party', 'zh-CN': '第三方', 'zh-TW': '第三方' },
  'responsibility.customer': { en: 'the customer', 'zh-CN': '客户', 'zh-TW': '客戶' },
  'audit.borne-by': { en: 'borne by {who}', 'zh-CN': '责任方：{who}', 'zh-TW': '責任方：{who}' },
  'audit.of-hundred': { en: '{score} / 100', 'zh-CN': '{score} 分', 'zh-TW': '{score} 分' },
  'audit.grade': { en: 'grade {grade}', 'zh-CN': '等级 {grade}', 'zh-TW': '等級 {grade}' },
  'audit.after-review': {
    en: 'after human review: {what}',
    'zh-CN': '人工复核后：{what}',
    'zh-TW': '人工複核後：{what}',
  },
  'audit.without-auto-fail': {
    en: '{score} without the fatal finding',
    'zh-CN': '不计一票否决为 {score} 分',
    'zh-TW': '不計一票否決為 {score} 分',
  },
  'audit.default-allegation': {
    en: '{title} (none filed, judged by default)',
    'zh-CN': '{title}（未提出，按默认事项判定）',
    'zh-TW': '{title}（未提出，依預設事項判定）',
  },
  'insufficient.not-evaluated': {
    en: 'what decides could not be judged from this transcript',
    'zh-CN': '起决定作用的项目无法凭现有转写评估',
    'zh-TW': '具決定性的項目無法依現有逐字稿評估',
  },
  'insufficient.speakers-unsure': {
    en: 'who is speaking was inferred, and with the two sides swapped the verdict is another',
    'zh-CN': '说话人身份为推断所得，双方对调后结论会改变',
    'zh-TW': '說話者身分為推斷所得，雙方對調後結論會改變',
  },
  'insufficient.words-unsure': {
    en: 'it rests on words that the recogniser was not sure of',
    'zh-CN': '结论所依据的词句识别置信度过低',
    'zh-TW': '結論所依據的詞句辨識信心過低',
  },
  'insufficient.voice-not-heard': {
    en: 'the words are clean but show no acknowledgement: the tone decides, and the voice was not heard',
    'zh-CN': '用词无不当，但未见共情回应，须凭语气判断，而录音未经听取',
    'zh-TW': '用詞無不當，但未見同理回應，須憑語氣判斷，而錄音未經聽取',
  },

  // Story
  'audit.no-story': {
    en: 'Nothing was found that makes a step.',
    'zh-CN': '未识别到可列明的经过。',
    'zh-TW': '未辨識到可列明的經過。',
  },
  'answer.settled': { en: 'customer satisfied', 'zh-CN': '客户表示满意', 'zh-TW': '客戶表示滿意' },
  'answer.declined': { en: 'customer declined', 'zh-CN': '客户拒绝', 'zh-TW': '客戶拒絕' },
  'answer.upset': { en: 'customer upset', 'zh-CN': '客户不满', 'zh-TW': '客戶不滿' },
  'answer.angrier': { en: 'customer grew angrier', 'zh-CN': '客户情绪升级', 'zh-TW': '客戶情緒升高' },
  'answer.threatened': {
    en: 'customer threatened consequences',
    'zh-CN': '客户扬言追究',
    'zh-TW': '客戶揚言追究',
  },
  'answer.went-along': { en: 'customer went along', 'zh-CN': '客户配合', 'zh-TW': '客戶配合' },
  'label.mood': { en: 'The customer’s mood', 'zh-CN': '客户情绪走势', 'zh-TW': '客戶情緒走勢' },
  'mood.good': { en: 'content', 'zh-CN': '平和', 'zh-TW': '平和' },
  'mood.bad': { en: 'upset', 'zh-CN': '不满', 'zh-TW': '不滿' },
  'mood.axis': { en: 'turn', 'zh-CN': '轮次', 'zh-TW': '輪次' },
  'mood.summary': {
    en: 'from {first} at turn {from} to {last} at turn {to}, lowest {worst} at turn {lowest} (−1 upset, +1 content)',
    'zh-CN': '第{from}轮 {first}，第{to}轮 {last}，最低为第{lowest}轮 {worst}（−1 不满，+1 平和）',
    'zh-TW': '第{from}輪 {first}，第{to}輪 {last}，最低為第{lowest}輪 {worst}（−1 不滿，+1 平和）',
  },
  'mood.findings': {
    en: '× a turn on which a finding rests',
    'zh-CN': '× 为认定依据所在轮次',
    'zh-TW': '× 為認定依據所在輪次',
  },

  // Grounds
  'audit.no-findings': { en: 'Nothing was found.', 'zh-CN': '未发现问题。', 'zh-TW': '未發現問題。' },
  'grounds.decides': { en: 'decides the verdict', 'zh-CN': '定责依据', 'zh-TW': '定責依據' },
  'grounds.also': {
    en: 'Not met, without deciding the verdict',
    'zh-CN': '未达标但不影响定责',
    'zh-TW': '未達標但不影響定責',
  },
  'grounds.mitigation': {
    en: 'What speaks for the agent',
    'zh-CN': '可减轻客服责任的情形',
    'zh-TW': '可減輕客服責任的情形',
  },
  'label.mitigation': { en: 'In mitigation', 'zh-CN': '减轻情节', 'zh-TW': '減輕情節' },
  'label.why': { en: 'Why it counts', 'zh-CN': '为何计入', 'zh-TW': '為何計入' },
  'label.say': { en: 'Say instead', 'zh-CN': '建议说法', 'zh-TW': '建議說法' },
  'audit.turn': { en: 'turn {turn}', 'zh-CN': '第{turn}轮', 'zh-TW': '第{turn}輪' },
  'audit.turns': { en: 'turns {turns}', 'zh-CN': '第{turns}轮', 'zh-TW': '第{turns}輪' },
  'audit.call-turn': {
    en: 'call {call}, turn {turn}',
    'zh-CN': '第{call}通第{turn}轮',
    'zh-TW': '第{call}通第{turn}輪',
  },
  'grounds.occasion': { en: 'what called for it', 'zh-CN': '触发情形', 'zh-TW': '觸發情形' },
  'audit.searched': {
    en: 'not found in turns {from}–{to}',
    'zh-CN': '第{from}–{to}轮中未发现',
    'zh-TW': '第{from}–{to}輪中未發現',
  },
  'audit.searched-one': {
    en: 'not found in turn {from}',
    'zh-CN': '第{from}轮中未发现',
    'zh-TW': '第{from}輪中未發現',
  },
  'audit.quote': { en: '“{words}”', 'zh-CN': '“{words}”', 'zh-TW': '「{words}」' },

  // The hang-up procedure
  'protocol.ended-by': { en: 'Call ended by', 'zh-CN': '挂机方', 'zh-TW': '掛機方' },
  'protocol.not-on-record': { en: 'not on record', 'zh-CN': '无记录', 'zh-TW': '無紀錄' },
  'protocol.system': { en: 'the system', 'zh-CN': '系统', 'zh-TW': '系統' },
  'protocol.grounds': { en: 'Grounds for ending the call', 'zh-CN': '挂机事由', 'zh-TW': '掛機事由' },
  'protocol.no-grounds': {
    en: 'No grounds were found.',
    'zh-CN': '未发现可挂机的事由。',
    'zh-TW': '未發現可掛機的事由。',
  },
  'protocol.stands': { en: 'stands', 'zh-CN': '成立', 'zh-TW': '成立' },
  'protocol.falls': { en: 'does not stand', 'zh-CN': '不成立', 'zh-TW': '不成立' },
  'protocol.strikes': {
    en: '{strikes} of {needed} strikes',
    'zh-CN': '{strikes} 次，规定 {needed} 次',
    'zh-TW': '{strikes} 次，規定 {needed} 次',
  },
  'protocol.warnings': { en: 'Warnings given', 'zh-CN': '已作警告', 'zh-TW': '已作警告' },
  'protocol.no-warnings': {
    en: 'No warning was given.',
    'zh-CN': '未作任何警告。',
    'zh-TW': '未作任何警告。',
  },
  'protocol.after': { en: 'after {what}', 'zh-CN': '针对{what}', 'zh-TW': '針對{what}' },
  'protocol.unprovoked': {
    en: 'after no offence',
    'zh-CN': '此前并无冒犯',
    'zh-TW': '此前並無冒犯',
  },
  'protocol.steps': { en: 'Steps of the procedure', 'zh-CN': '流程步骤', 'zh-TW': '流程步驟' },
  'protocol.taken': { en: 'taken', 'zh-CN': '已执行', 'zh-TW': '已執行' },
  'protocol.missing': { en: 'missing', 'zh-CN': '缺失', 'zh-TW': '缺漏' },
  'protocol.unknown': {
    en: 'cannot be told: the transcript comes without notes',
    'zh-CN': '无法判断：未提供坐席备注',
    'zh-TW': '無法判斷：未提供客服備註',
  },
  'protocol.first-missing': {
    en: 'first missing step',
    'zh-CN': '首个缺失步骤',
    'zh-TW': '首個缺漏步驟',
  },
  'protocol.belonged': { en: 'belonged at {where}', 'zh-CN': '应在{where}执行', 'zh-TW': '應在{where}執行' },
  'protocol.by-note': {
    en: 'only the note says so',
    'zh-CN': '仅见于工单备注',
    'zh-TW': '僅見於工單備註',
  },

  // The four things
  'felt.looked-up': { en: 'Looked up with care', 'zh-CN': '用心查询', 'zh-TW': '用心查詢' },
  'felt.analysed': { en: 'The problem analysed', 'zh-CN': '分析问题', 'zh-TW': '分析問題' },
  'felt.soothed': { en: 'The worry soothed', 'zh-CN': '安抚情绪', 'zh-TW': '安撫情緒' },
  'felt.shown-a-way': { en: 'A way out shown', 'zh-CN': '指明出路', 'zh-TW': '指明出路' },
  'felt.yes': { en: 'felt', 'zh-CN': '已感受到', 'zh-TW': '已感受到' },
  'felt.no': { en: 'not felt', 'zh-CN': '未感受到', 'zh-TW': '未感受到' },
  'felt.unknown': {
    en: 'cannot be told: it is not known who is speaking',
    'zh-CN': '无法判断：说话人不明',
    'zh-TW': '無法判斷：說話者不明',
  },
  'felt.nowhere': {
    en: 'nowhere in the call',
    'zh-CN': '通话中未见',
    'zh-TW': '通話中未見',
  },

  // What would have changed it
  'counterfactual.met': {
    en: 'Had the agent met {what}',
    'zh-CN': '若做到{what}',
    'zh-TW': '若做到{what}',
  },
  'counterfactual.not-met': {
    en: 'Had the agent not met {what}',
    'zh-CN': '若未做到{what}',
    'zh-TW': '若未做到{what}',
  },
  'counterfactual.joined': {
    en: '{first} and {second}',
    'zh-CN': '{first}且{second}',
    'zh-TW': '{first}且{second}',
  },
  'counterfactual.by': {
    en: '{title} (by turn {turn})',
    'zh-CN': '{title}（最迟第{turn}轮）',
    'zh-TW': '{title}（最遲第{turn}輪）',
  },
  'counterfactual.at': {
    en: '{title} (at turn {turn})',
    'zh-CN': '{title}（第{turn}轮）',
    'zh-TW': '{title}（第{turn}輪）',
  },
  'counterfactual.leads': {
    en: '{condition}: {verdict}, {before} → {after}',
    'zh-CN': '{condition}，则{verdict}，得分 {before} → {after}',
    'zh-TW': '{condition}，則{verdict}，評分 {before} → {after}',
  },
  'counterfactual.none': {
    en: 'No change of up to four criteria leads to another verdict.',
    'zh-CN': '即使改变至多四项评定，结论也不会改变。',
    'zh-TW': '即使改變至多四項評定，結論也不會改變。',
  },
  'counterfactual.undecided': {
    en: 'Nothing could be decided, so that there is no verdict to change. What is missing is named in the part before; with it, the call can be judged again.',
    'zh-CN': '证据不足，尚无结论可改。所缺材料见上一部分，补充后可重新判定。',
    'zh-TW': '證據不足，尚無結論可改。所缺資料見上一部分，補充後可重新判定。',
  },
  'counterfactual.intro': {
    en: 'Each line was found by judging the call again with these criteria changed and everything else as it was.',
    'zh-CN': '以下各条均由改变所列标准的评定、其余不变后重新判定得出。',
    'zh-TW': '以下各條均由改變所列標準的評定、其餘不變後重新判定得出。',
  },
} as const satisfies Record<string, Words>;
