/** The names that tables, records and front matter give to what is known of a call and its turns, in both languages and scripts. */

/** What a column or a key can mean. */
export type Field =
  | 'id'
  | 'sourceId'
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
  | 'talker'
  | 'participant'
  | 'isAgent'
  | 'isCustomer'
  | 'text'
  | 'start'
  | 'createdAt'
  | 'from'
  | 'end'
  | 'duration'
  | 'confidence'
  | 'event'
  | 'turn'
  | 'ordinal';

/** `{a,b}{c,d}` stands for each word that takes one of each: ac, ad, bc, bd. */
const names: Readonly<Record<Field, string>> = {
  id:
    'call {chat,conversation,interaction}{,s} ' +
    '{call,chat,conversation,interaction,transcript,recording,dialog,dialogue,thread,session}{id,no,num,number,ref,reference,key,uuid,guid,code,sid} ' +
    'contact{id,ref,uuid} ucid ' +
    '通话 通話 会话 會話 {通话,通話,会话,會話,对话,對話,录音,錄音,聊天,咨询,諮詢,接待,沟通,溝通}{id,号,號,编号,編號,序号,序號,标识,標識,标识符,流水,流水号,流水號,唯一标识,唯一標識} ' +
    '{呼叫,来电,來電,服务,服務,业务,業務,录音文件,錄音檔}{id,编号,編號,标识,標識,流水,流水号,流水號} 流水号 流水號 流水',
  // What a call came in or under: it tells calls apart where nothing better does.
  sourceId:
    'session sessions thread uuid guid {file,filename,audio,audiofile,sourcefile,recording,recordingfile,wav,wavfile}{,id,name,path,url} ' +
    '{录音,錄音,音频,音頻,文件,檔案,录音文件,錄音檔,音频文件,音頻檔}{,名,名称,名稱,地址,路径,路徑} 唯一标识 唯一標識',
  rowId: 'id no 编号 編號',
  caseId:
    '{case,ticket,complaint,issue}{id,no,num,number,ref,key} case ticket incident{id,no,number} ' +
    '工单 工單 {工单,工單,案件,投诉,投訴,投诉单,投訴單}{id,号,號,编号,編號,流水号,流水號}',
  language: '{language,lang,locale}{,code} 语言 語言 语种 語種',
  startedAt:
    'startedat started startdate callstart callstarttime callstarted callstartedat calldate calltime calldatetime date 通话时间 通話時間 通话开始时间 ' +
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
  // The side of whoever talks.
  speaker:
    'role side {speaker,participant,sender,author,talker,user,member,party,actor,person}{role,type,side} ' +
    '{,说话人,說話人,说话者,說話者,发言人,發言人,讲话人,講話人,发送人,發送人,发送者,發送者,发送方,發送方,参与人,參與人,参与者,參與者,用户,用戶,人员,人員,说话,說話,通话,通話,发言,發言,消息}角色 ' +
    '{,说话人,說話人,发言人,發言人,讲话人,講話人,发送人,發送人,发送者,發送者,发送方,發送方,参与人,參與人,用户,用戶,人员,人員}{类型,類型,身份} 身份',
  // Whoever talks, by side or by name: the person where another column says the side.
  talker:
    'speaker speakerlabel party who {sender,author,talker}{,label} {sent,posted,written}by fromuser username nickname displayname personname ' +
    '说话人 說話人 发言人 發言人 讲话人 講話人 说话者 說話者 说话方 說話方 发言方 發言方 发送者 發送者 发送方 發送方 发送人 發送人 发信人 發信人 昵称 暱稱',
  participant:
    'participant participant{id,name} {speaker,sender,author}{id,name} 参与者 參與者 参与人 參與人 姓名 ' +
    '{说话人,說話人,发言人,發言人,讲话人,講話人,发送人,發送人,发送者,發送者}{姓名,名称,名稱,昵称,暱稱,id}',
  isAgent: '{is,by,from}{agent,staff,operator,rep} {是否,是不是,为,為}{客服,坐席,座席}',
  isCustomer:
    'inbound isinbound {is,by,from}{customer,client,visitor,user,caller} {是否,是不是,为,為}{客户,客戶,用户,用戶,访客,訪客}',
  text:
    'text transcript transcription utterance content message msg body sentence words line phrase said {message,msg,chat,utterance,transcript,call,dialog,dialogue,conversation}{text,content,body} fulltext ' +
    'fulltranscript 发送内容 發送內容 聊天内容 聊天內容 聊天记录 聊天記錄 会话内容 會話內容 对话记录 對話記錄 通话文本 通話文本 对话文本 對話文本 录音文本 錄音文本 通话转写 通話轉寫 ' +
    '内容 內容 文本 对话 對話 对话内容 對話內容 ' +
    '通话内容 通話內容 语句 語句 话语 話語 消息 訊息 消息内容 訊息內容 转写 轉寫 转写内容 轉寫內容 转写文本 轉寫文本 转写结果 轉寫結果 识别结果 識別結果 ' +
    '识别文本 識別文本 发言 發言 发言内容 發言內容 说话内容 說話內容 文字',
  start:
    'start {start,begin}{,time,timestamp,offset,at} offset timestamp time datetime' +
    ' absolutetime {send,sent,message,msg,event,chat,utterance}{time,timestamp,date,datetime,at,on} {date,time,timestamp}sent ts ' +
    '开始 開始 开始时间 開始時間 起始 起始时间 起始時間 时间 時間 开始时刻 开始时间戳 ' +
    '时间戳 時間戳 {发送,发言,说话,消息,聊天,对话}时间 {發送,發言,說話,訊息,聊天,對話}時間',
  // A time where nothing better is.
  createdAt:
    '{create,created,post,posted}{time,timestamp,date,datetime,at,on} {date,time,timestamp}created 创建时间 建立時間 創建時間',
  // A time where another column says who talks, else whoever talks.
  from: 'from',
  end: 'end {end,stop}{,time,timestamp,offset,at} to 结束 結束 结束时间 結束時間 终止时间 終止時間',
  duration: 'duration length 时长 時長 持续时间 持續時間',
  confidence: 'confidence 置信度 可信度',
  event: 'event events 事件',
  // The number of a turn in its call.
  turn: '{turn,utterance,message}{no,num,number,index,seq} turn turnid 轮次 輪次',
  // The number of a row.
  ordinal: 'index seq sequence row rowid line lineno linenumber utteranceid order 序号 序號 行号 行號',
};

/** The words that a word with braces stands for. */
function spellings(word: string): readonly string[] {
  const found = /^([^{]*)\{([^}]*)\}(.*)$/u.exec(word);
  if (found === null) return [word];
  const [, before, choices, behind] = found;
  const rest = spellings(behind!);
  return choices!.split(',').flatMap((choice) => rest.map((end) => before! + choice + end));
}

const fields = new Map<string, Field>();
for (const [field, words] of Object.entries(names) as [Field, string][]) {
  for (const word of words.split(' ').flatMap(spellings)) if (!fields.has(word)) fields.set(word, field);
}

/** A name without what sets spellings apart: `Call ID`, `call_id` and `callId` are one, `Date/Time` and `datetime` too. */
export function fieldKey(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_\-./#:*"']/gu, '');
}

/** What a name means, and the unit that a time's name carries: `start_ms`, `开始时间(秒)`. */
export function fieldOf(name: string): { readonly field: Field; readonly unit?: 'ms' | 's' } | undefined {
  const key = fieldKey(name);
  // A time's zone says nothing of what it means: Time (UTC).
  const plain = fields.get(key.replace(/\((?:utc|gmt|local)\)$/u, '').replaceAll(/[()[\]]/gu, ''));
  if (plain !== undefined) return { field: plain };
  const withUnit = /^(.+?)[([]?(?:in)?(ms|msec|millis|milliseconds?|毫秒|s|secs?|seconds?|秒)[)\]]?$/u.exec(
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
