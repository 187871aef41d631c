/** Who a speaker label means: the words for each side, in both languages and scripts, and the names behind them. */
import type { Speaker } from '../call/call.ts';

/** What a label says of who is talking. */
export interface Label {
  readonly speaker: Speaker;
  /** Equal for labels that mean the same person, such as `AGENT` and `Agent`. */
  readonly key: string;
  /** Nothing but a word for the side: no name, no number, no rank. */
  readonly plain: boolean;
  /** Plain, and one of the many words for the side itself: `Customer`, `Caller`; not `Billing`. */
  readonly general?: true;
  /** The name in the label, as it was written. */
  readonly name?: string;
}

/** Finds what a label means; undefined where the tables and the user's own mapping do not know it. */
export type LabelReader = (label: string) => Label | undefined;

const AGENT =
  'agent|agt|rep|representative|advisor|adviser|csr|csa|tsr|operator|support|associate|assistant|' +
  'customer service|customer service rep|customer service representative|customer service agent|' +
  'customer support|customer support agent|customer care|customer care representative|' +
  'customer representative|support agent|support representative|service agent|service representative|' +
  'call center agent|call centre agent|live agent|staff|employee|客服|客户服务员|客戶服務員|客户服务专员|' +
  '客戶服務專員|客服代表|客服专员|客服專員|客服人员|客服人員|客服员|客服員|人工客服|在线客服|在線客服|' +
  '線上客服|坐席|座席|坐席员|座席员|座席員|坐席員|坐席代表|座席代表|话务员|話務員|接线员|接線員|接线生|' +
  '接線生|工作人员|工作人員|服务人员|服務人員|服务代表|服務代表';
/** Words for an agent of some trade or department: who is called so is another than whoever answered the call. */
const DEPARTMENT =
  'specialist|consultant|sales|sales rep|sales agent|sales representative|billing agent|billing|tech support|' +
  'technical support|help desk|helpdesk|service desk|dispatcher|technician|receptionist|客户服务主任|' +
  '客戶服務主任|客服中心|售后客服|售後客服|售前客服|售后|售後|专员|專員|投诉专员|投訴專員|业务员|業務員|' +
  '业务代表|業務代表|营业员|營業員|技术支持|技術支援|技术人员|技術人員|顾问|顧問|店员|店員|员工|員工|商家|' +
  '卖家|賣家';
const SENIOR =
  'supervisor|manager|team lead|team leader|teamlead|duty manager|floor manager|shift manager|shift lead|' +
  '主管|客服主管|值班主管|经理|經理|客服经理|客服經理|值班经理|值班經理|大堂经理|主任|客服主任|班长|班長|值班长|值班長|' +
  '组长|組長|客服组长|客服組長|督导|督導|店长|店長';
const CUSTOMER =
  'customer|cust|caller|client|member|user|consumer|buyer|guest|patient|passenger|subscriber|policyholder|shopper|' +
  'account holder|cardholder|complainant|visitor|' +
  '客户|客戶|用户|用戶|顾客|顧客|来电人|來電人|来电者|來電者|来电客户|來電客戶|客人|消费者|消費者|买家|買家|会员|會員|乘客|旅客|' +
  '患者|访客|訪客|投诉人|投訴人|市民|民众|民眾|业主|業主|车主|車主';
const BOT =
  'ivr|bot|system|chatbot|chat bot|voicebot|voice bot|robot|recording|announcement|virtual assistant|virtual agent|' +
  'automated voice|automated system|automated message|auto attendant|voicemail|acd|voice prompt|prompt|' +
  '机器人|機器人|智能机器人|智能機器人|语音机器人|語音機器人|智能客服|智能语音|智能語音|ai客服|语音提示|語音提示|系统|系統|系统提示|系統提示|' +
  '系统语音|系統語音|自动语音|自動語音|语音导航|語音導航|语音菜单|語音選單|自助语音|自助語音|提示音|录音|錄音';
const UNKNOWN = 'unknown|unknown speaker|speaker|spk|说话人|說話人|发言人|發言人|讲话人|講話人|未知';
/** Words that name a speaker only with a number behind them: `Channel 1`. */
const NUMBERED = 'channel|ch|party|participant|person|角色|声道|聲道|通道';

interface Role {
  readonly speaker: Speaker;
  readonly senior: boolean;
  readonly needsNumber: boolean;
  /** Another word for the side, and not for one of those who are on it. */
  readonly general: boolean;
}

const roles = new Map<string, Role>();
for (const [words, speaker, senior, needsNumber, general] of [
  [AGENT, 'agent', false, false, true],
  [DEPARTMENT, 'agent', false, false, false],
  [SENIOR, 'agent', true, false, false],
  [CUSTOMER, 'customer', false, false, true],
  [BOT, 'bot', false, false, true],
  [UNKNOWN, 'unknown', false, false, false],
  [NUMBERED, 'unknown', false, true, false],
] as const) {
  for (const word of words.split('|')) roles.set(word, { speaker, senior, needsNumber, general });
}
const longestHan = 6;

/** What stands behind a role in headings and sentences rather than in labels: `Customer ID:`, `客服热线：`. */
const notNames = new Set(
  (
    'id name names number no phone email mail account note notes hours ticket tickets error since reference ref code ' +
    'address status type line comment comments feedback summary details info information team satisfaction support ' +
    'service desk said says asked asks replied answer answers question department center centre experience agreement ' +
    'update history record records policy care request portal page 小结 小結 小组 小組 小计 小計'
  ).split(' '),
);

/** What stands behind a Chinese role in reports and headings: 客户反映：, 客服热线：. */
const hanRemark =
  /^(?:反映|反应|反應|表示|要求|诉求|訴求|投诉|投訴|意见|意見|情绪|情緒|需求|问题|問題|原话|原話|说|說|讲|講|问|問|答|回|称|稱|告|补充|補充|姓名|编号|編號|号|號|电话|電話|热线|熱線|地址|信息|资讯|資訊|备注|備註|满意|滿意|小结|小結|小组|小組|小计|小計|服务|服務|工号|工號|账|帳|类型|類型|等级|等級|来电|來電|中心|要|您|你|我|的|是|在|把|会|會|已|未|不|没|沒)/u;

/** Common family names, which open a Chinese name behind a role (客服王芳); 小 老 阿 open a familiar one (客服小王). */
const familyNames =
  '小老阿王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林高梁郑鄭罗羅宋谢謝唐韩韓曹许許邓鄧萧蕭肖冯馮曾程蔡彭潘袁' +
  '董余余苏蘇叶葉吕呂魏蒋蔣田杜丁沈姜范江傅钟鐘卢盧汪戴崔任陆陸廖姚方金邱夏谭譚韦韋贾賈邹鄒石熊孟秦阎閻薛侯雷白龙龍段郝孔邵史毛' +
  '常万萬顾顧赖賴武康贺賀严嚴尹钱錢施牛洪龚龔欧歐陶温溫颜顏庄莊莫聂聶章鲁魯葛俞柳岑卓';

/** Stars stand for what was masked: 张**, *芳. */
const hanName = new RegExp(`^(?:[${familyNames}][\\p{Script=Han}*]{1,3}|\\*{1,2}\\p{Script=Han}{1,2})$`, 'u');
/** A number, a rank or a letter, and telephone numbers, which may be masked. */
const number =
  /^(?:no\.?|#|id|ext\.?|工号|工號|分机|分機)?\s*[a-z]{0,3}\d{1,12}号?$|^[a-z]$|^[甲乙丙丁一二三四五六七八九十](?:号|號)?$|^(?=.*\d{2})\+?[\d*x() ]{4,20}$/iu;
/** Who is with a customer and is no other party: `Customer's wife`, 客户家属. */
const relation =
  /^(?<role>.+?)(?:['’]s (?:wife|husband|partner|spouse|mother|father|mom|mum|dad|son|daughter|sister|brother|friend|colleague|relative|parent)|的?(?:家属|家屬|家人|妻子|丈夫|爱人|愛人|老公|老婆|太太|先生|朋友|儿子|兒子|女儿|女兒|母亲|母親|父亲|父親|妈妈|媽媽|爸爸|同事))$/iu;
const latinNameWord = /^\p{Lu}[\p{L}'’.*]*$/u;

/** Full width, case, underscores, hyphens and spaces do not tell labels apart. */
export function labelKey(label: string): string {
  return label
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_–—-]+/gu, ' ')
    .trim();
}

/** True where the rest of a label is a name: Latin words with capitals, or Chinese with a family name first. */
function isName(rest: string): boolean {
  if (notNames.has(rest.toLowerCase())) return false;
  if (hanRemark.test(rest)) return false;
  // 客服欣欣
  if (hanName.test(rest) || /^(\p{Script=Han})\1$/u.test(rest)) return true;
  const words = rest.split(' ');
  return (
    words.length <= 3 && words.every((word) => latinNameWord.test(word) && !notNames.has(word.toLowerCase()))
  );
}

/** The role that a label opens with and what is left behind it, the longest role first. */
function leadingRole(core: string): { readonly role: Role; readonly rest: string } | undefined {
  if (/^(?:\p{Script=Han}|ai\p{Script=Han})/iu.test(core)) {
    for (let length = Math.min(longestHan, core.length); length >= 2; length--) {
      const role = roles.get(core.slice(0, length).toLowerCase());
      if (role !== undefined) return { role, rest: core.slice(length).trim() };
    }
    return undefined;
  }
  const words = core.replace(/^(\p{L}+)(\d)/u, '$1 $2').split(' ');
  for (let length = Math.min(3, words.length); length >= 1; length--) {
    const role = roles.get(words.slice(0, length).join(' ').toLowerCase());
    if (role !== undefined) return { role, rest: words.slice(length).join(' ') };
  }
  return undefined;
}

function readLabel(label: string): Label | undefined {
  if (label.length > 60) return undefined;
  const tidy = label
    .normalize('NFKC')
    .replaceAll(/[\s_–—-]+/gu, ' ')
    .trim();
  const brackets = /^(.*?)\s*\(([^()]+)\)$/u.exec(tidy);
  const core = (brackets?.[1] ?? tidy).trim();
  const inside = brackets?.[2]?.trim();
  const key = labelKey(label);
  const companion = relation.exec(core)?.groups?.['role'];
  if (companion !== undefined && roles.get(companion.toLowerCase())?.speaker === 'customer') {
    return { speaker: 'customer', key, plain: false };
  }
  const found = leadingRole(core);
  if (found === undefined) {
    // Maria (Agent), 小王（客服）
    const role = inside === undefined ? undefined : leadingRole(inside);
    if (role === undefined || role.rest !== '' || core === '' || core.length > 30) return undefined;
    return { speaker: role.role.speaker, key, plain: false, name: core };
  }
  const { role, rest } = found;
  const restIsNumber = number.test(rest);
  const restIsName = rest !== '' && !restIsNumber && isName(rest);
  if (rest !== '' && !restIsNumber && !restIsName) return undefined;
  if (role.needsNumber && !restIsNumber) return undefined;
  const name = inside !== undefined && !number.test(inside) ? inside : restIsName ? rest : undefined;
  const plain = rest === '' && inside === undefined && !role.senior && role.speaker !== 'unknown';
  return {
    speaker: role.speaker,
    key,
    plain,
    ...(plain && role.general ? { general: true as const } : {}),
    ...(name === undefined ? {} : { name }),
  };
}

/** True for words that head a field or a report and never name a person: `Customer ID`, `Agent notes`, 客户反映. */
export function headsField(label: string): boolean {
  const leading = leadingRole(label.trim());
  if (leading !== undefined && hanRemark.test(leading.rest)) return true;
  return labelKey(label)
    .split(' ')
    .some((word) => notNames.has(word));
}

/** A label of the user's own: who names it means whoever stands behind it, and not the side at large. */
function ownLabel({ key, plain, name }: Omit<Label, 'speaker'>, speaker: Speaker): Label {
  return { speaker, key, plain, ...(name === undefined ? {} : { name }) };
}

/**
 * A reader of labels, which remembers what it has read.
 * @param speakers the user's own labels, in any case and width, which win over the tables.
 * @param used takes those of them that come up, as `labelKey` has them.
 */
export function labelReader(
  speakers: ReadonlyMap<string, Speaker> = new Map(),
  used?: Set<string>,
): LabelReader {
  const own = new Map([...speakers].map(([label, speaker]) => [labelKey(label), speaker]));
  const known = new Map<string, Label | undefined>();
  return (label) => {
    if (known.has(label)) return known.get(label);
    const key = labelKey(label);
    const speaker = own.get(key);
    if (speaker !== undefined) used?.add(key);
    const read = readLabel(label);
    const answer = speaker === undefined ? read : ownLabel(read ?? { key, plain: false }, speaker);
    // Candidates from running text are many and never come again.
    if (known.size < 10_000) known.set(label, answer);
    return answer;
  };
}
