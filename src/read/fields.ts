/** The names that tables and front matter give to what is known of a call and its turns, in both languages and scripts. */

/** What a column or a key can mean. */
export type Field =
  | 'id'
  | 'rowId'
  | 'caseId'
  | 'language'
  | 'startedAt'
  | 'direction'
  | 'channel'
  | 'agent'
  | 'agentId'
  | 'agentName'
  | 'agentTeam'
  | 'customer'
  | 'customerId'
  | 'customerName'
  | 'allegations'
  | 'notes'
  | 'speaker'
  | 'participant'
  | 'text'
  | 'start'
  | 'end'
  | 'duration'
  | 'confidence'
  | 'event'
  | 'ordinal';

const names: Readonly<Record<Field, string>> = {
  id:
    'call 通话 通話 会话 會話 callid callno callnumber callref conversationid contactid interactionid sessionid transcriptid recordingid dialogid dialogueid ' +
    'ucid 通话id 通話id 通话编号 通話編號 通话标识 流水号 流水號 通话流水号 通話流水號 会话id 會話id 会话编号 會話編號 录音编号 錄音編號 录音id ' +
    '呼叫id 来电编号 來電編號 对话id 對話id 对话编号 對話編號',
  rowId: 'id no 编号 編號',
  caseId:
    'caseid case caseno casenumber ticket ticketid ticketno ticketnumber complaintid complaintno 工单 工单号 工單號 工单编号 工單編號 ' +
    '案件编号 案件編號 案件号 投诉编号 投訴編號 投诉单号 投訴單號',
  language: 'language lang locale 语言 語言 语种 語種',
  startedAt:
    'startedat callstart callstarttime callstarted callstartedat calldate calltime calldatetime date 通话时间 通話時間 通话开始时间 ' +
    '通話開始時間 通话日期 通話日期 来电时间 來電時間 日期',
  direction:
    'direction calldirection calltype 方向 呼叫方向 通话方向 通話方向 通话类型 通話類型 呼叫类型 呼叫類型',
  channel: 'channel medium mediatype 渠道 渠道类型 渠道類型',
  agent: 'agent 坐席 座席 客服',
  agentId:
    'agentid agentno agentnumber employeeid staffid 工号 工號 坐席工号 座席工號 客服工号 客服工號 坐席编号 座席編號 客服编号 客服編號 坐席id 座席id 客服id',
  agentName:
    'agentname representativename repname advisorname csrname operatorname 坐席姓名 座席姓名 客服姓名 员工姓名 員工姓名 坐席名称 座席名稱 客服名称 客服名稱 ' +
    '专员姓名 專員姓名',
  agentTeam: 'agentteam team group agentgroup department 班组 班組 团队 團隊 技能组 技能組 部门 部門',
  customer: 'customer 客户 客戶 顾客 顧客 用户 用戶',
  customerId:
    'customerid customerno customernumber customerphone callerid callernumber memberid 客户id 客戶id 客户编号 客戶編號 客户号 客户号码 客戶號碼 ' +
    '客户电话 客戶電話 来电号码 來電號碼 主叫号码 主叫號碼 用户id 用戶id 会员号 會員號',
  customerName:
    'customername callername membername clientname 客户姓名 客戶姓名 用户姓名 用戶姓名 顾客姓名 顧客姓名',
  allegations: 'allegations allegation 投诉点 投訴點 指控',
  notes:
    'notes note agentnotes callnotes remark remarks 备注 備註 小结 小結 通话小结 通話小結 坐席备注 座席備註 客服备注 客服備註 工单备注 工單備註',
  speaker:
    'speaker role speakerrole speakertype participantrole party side who sender author talker speakerlabel 角色 说话人 說話人 发言人 發言人 ' +
    '讲话人 講話人 说话者 說話者 身份 说话人角色 說話人角色 说话角色 通话角色 通話角色 说话方 發言方 发言方 发送者 發送者 发送方 發送方',
  participant:
    'participant participantid participantname speakerid speakername 参与者 參與者 参与人 參與人 姓名 说话人姓名 說話人姓名 发言人姓名 發言人姓名',
  text:
    'text transcript transcription utterance content message body sentence words line phrase said 内容 內容 文本 对话 對話 对话内容 對話內容 ' +
    '通话内容 通話內容 语句 語句 话语 話語 消息 訊息 消息内容 訊息內容 转写 轉寫 转写内容 轉寫內容 转写文本 轉寫文本 转写结果 轉寫結果 识别结果 識別結果 ' +
    '识别文本 識別文本 发言 發言 发言内容 發言內容 说话内容 說話內容 文字',
  start:
    'start starttime startoffset begin begintime offset timestamp time datetime from 开始 開始 开始时间 開始時間 起始 起始时间 起始時間 时间 時間 ' +
    '时间戳 時間戳 发送时间 發送時間 开始时刻',
  end: 'end endtime endoffset stop stoptime to 结束 結束 结束时间 結束時間 终止时间 終止時間',
  duration: 'duration length 时长 時長 持续时间 持續時間',
  confidence: 'confidence 置信度 可信度',
  event: 'event events 事件',
  ordinal:
    'turn turnid turnno turnnumber turnindex index seq sequence row rowid line lineno linenumber utteranceid order 序号 序號 行号 行號 轮次 輪次',
};

const fields = new Map<string, Field>();
for (const [field, words] of Object.entries(names) as [Field, string][]) {
  for (const word of words.split(' ')) if (!fields.has(word)) fields.set(word, field);
}

/** A name without what sets spellings apart: `Call ID`, `call_id` and `callId` are one. */
export function fieldKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-.#:*"']/gu, '');
}

/** What a name means, and the unit that a time's name carries: `start_ms`, `开始时间(秒)`. */
export function fieldOf(name: string): { readonly field: Field; readonly unit?: 'ms' | 's' } | undefined {
  const key = fieldKey(name);
  const plain = fields.get(key.replaceAll(/[()[\]]/gu, ''));
  if (plain !== undefined) return { field: plain };
  const withUnit = /^(.+?)[([]?(?:in)?(ms|msec|millis|milliseconds|毫秒|s|sec|secs|seconds|秒)[)\]]?$/u.exec(
    key,
  );
  const field = withUnit === null ? undefined : fields.get(withUnit[1]!);
  if (field !== 'start' && field !== 'end' && field !== 'duration') return undefined;
  return { field, unit: /^m|^毫/u.test(withUnit![2]!) ? 'ms' : 's' };
}

/** True for the name of a field, as `--columns` takes it. */
export function isField(name: string): name is Field {
  return Object.hasOwn(names, name);
}
