/** What the beginning of a line looks like that no table of labels knows: somebody's number, a name, any word. */
import { fieldOf } from './fields.ts';
import { headsField, labelKey } from './labels.ts';

/**
 * `identity` is what stands for one person and nothing else, such as an address of mail, a telephone number or a masked
 * name; `name` is written as names and nicknames are; `word` may be a name and may be any words.
 */
export type Look = 'identity' | 'name' | 'word';

const set = (words: string): ReadonlySet<string> => new Set(words.split('|'));

/** Words before a colon that open a remark, a list or a sum and never name a person. */
const remarks = set(
  'note|notes|ps|p.s|nb|n.b|re|fyi|eta|faq|total|subtotal|price|cost|fee|tax|shipping|discount|balance|amount|refund|date|time|' +
    'address|order|subject|from|to|cc|http|https|ftp|mailto|tel|example|e.g|i.e|warning|important|reminder|' +
    'step|option|options|steps|next steps|plan|reason|reasons|result|summary|update|today|tomorrow|yesterday|tonight|' +
    'monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|weekdays|weekends|' +
    'morning|afternoon|evening|size|color|colour|quantity|qty|item|items|model|serial|code|link|url|website|link|e-mail|mail|' +
    'cause|solution|fix|issue|problem|deadline|delivery|pickup|arrival|departure|check-in|check-out|open|closed|hours|' +
    'yes|no|ok|okay|oh|well|so|and|but|also|now|then|first|second|third|finally|anyway|however|because|again|wait|look|listen|' +
    'sorry|please|thanks|hello|hi|hey|quote|unquote|conclusion|details|edit|correction|disclaimer|attention|caution|tip|hint|' +
    '注|注意|总计|總計|共计|共計|合计|合計|小计|小計|价格|價格|金额|金額|费用|費用|运费|運費|地址|时间|時間|日期|订单|訂單|订单号|訂單號|' +
    '电话|電話|例如|比如|譬如|第一|第二|第三|第四|首先|其次|最后|最後|原因|结果|結果|步骤|步驟|方案|方案一|方案二|方案三|问题|問題|答案|' +
    '总之|總之|另外|但是|所以|因为|因為|主题|主題|结论|結論|提示|说明|說明|网址|網址|手机|手機|手机号|手機號|邮箱|郵箱|账号|帳號|单号|單號|' +
    '快递单号|快遞單號|收货地址|收貨地址|收件人|姓名|型号|型號|数量|數量|规格|規格|颜色|顏色|尺寸|营业时间|營業時間|温馨提示|溫馨提示|友情提示|' +
    '链接|鏈接|連結|备注|備註|今天|明天|昨天|周一|周二|周三|周四|周五|周六|周日|星期一|星期二|星期三|星期四|星期五|星期六|星期日|上午|下午|工作日|周末|' +
    '附|附件|原价|原價|现价|現價|优惠|優惠|退款|余额|餘額|套餐|月租|流量',
);

/** The halves of lists of questions and answers. */
const questions = set('q|a|question|answer|问|答|問');

/** `Step 1`, `Option B`, 第1步: places in a list. */
const place =
  /^(?:step|option|part|day|phase|section|line|item|no|number|order|case|ticket|ref|page|question|point|room|flight|gate|floor|unit|apt|version|week|level|chapter|方案|步骤|步驟|选项|選項|订单|訂單)\s?#?[\da-z一二三四五六七八九十]{1,12}$|^第.{1,4}$|^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}$/iu;

/** What captions put in brackets and nobody is called. */
const sounds = set(
  'music|applause|laughter|laughs|laughing|laugh|silence|inaudible|crosstalk|noise|pause|beep|ringing|ring|dial tone|' +
    'background noise|foreign|unintelligible|cough|coughs|sigh|sighs|typing|static|redacted|music playing|hold music|' +
    '音乐|音樂|掌声|掌聲|笑|笑声|笑聲|静音|靜音|铃声|鈴聲|噪音|听不清|聽不清|沉默|叹气|嘆氣|咳嗽|杂音|雜音|停顿|停頓|哭声|哭聲|脱敏|脫敏',
);

/** Words that make a sentence of what stands before a colon. */
const sentence = set(
  'i|you|he|she|it|we|they|this|that|these|those|there|here|my|your|his|her|our|their|the|a|an|so|and|but|or|if|because|also|then|' +
    'now|well|ok|okay|yes|no|not|please|sorry|thanks|what|when|where|who|why|how|is|are|was|were|do|does|did|can|could|will|would|' +
    'should|to|for|of|in|on|at|by|with|from|as|just|only|maybe|first|second|next|last|again|anyway|said|says|asked|me|us|them|be|' +
    "have|has|had|get|got|let|go|going|it’s|i’m|that’s|here’s|what’s|it's|i'm|that's|here's|what's|one|two|three|like|about",
);
const hanSentence =
  /^(?:我|你|您|他|她|它|咱|这|這|那|就|还|還|但|因|所|如|请|請|好|对|對|是|不|没|沒|有|要|在|把|给|給|跟|和|以|为|為|什么|怎么)|(?:说|說|讲|講|问|問|道|是|的|了|吗|嗎|呢|吧|下|为|為|如下|以下)$/u;

const mail = /^[\p{L}\d._%+*-]{1,40}@[\p{L}\d*-]{1,30}(?:\.[\p{L}\d*-]{2,20}){1,4}$/u;
const telephone = /^(?:\+?\d|\(\d|\*)[\d*xX ()./-]{5,22}$/u;
const nickname = /^@?(?=.*\p{L})(?=.*[\d_@])[\p{L}\p{M}\d_.@#-]{2,30}$/u;
const masked = /^(?=.*[\p{L}\d])[\p{L}\p{M}\d_.@*-]*\*[\p{L}\p{M}\d_.@*-]*$/u;
const particle = set(
  'van|von|der|den|de|da|di|del|della|la|le|el|al|bin|bint|ibn|y|e|und|and|of|dos|du|ten|ter|af|zu|&',
);
const capital = /^\p{Lu}[\p{L}\p{M}\d'’._-]*$/u;
const device =
  /^(?:\p{L}[\p{L}\p{M}]*['’]s? )?(?:ipad|iphone|phone|laptop|macbook|pc|computer|android|galaxy)(?: \d+)?$/iu;
const hanName = /^\p{Script=Han}{1,6}[a-z0-9]{0,6}$|^\p{Script=Han}{1,6}[-·•—_ ]\p{Script=Han}{1,6}$/iu;
/** Names of firms and their departments, which hold words that head fields too: Acme Support. */
const organisation =
  /^(?!(?:agent|customer|client|caller|user) )(?:\p{Lu}\S* ){1,3}(?:support|services?|team|care|desk|department|center|centre)$/iu;
const wordLike = /^[\p{L}\p{M}\d'’._&-]+$/u;

/** Telephone numbers have so many digits, some of which may be masked. */
function isTelephone(text: string): boolean {
  const digits = text.replaceAll(/[^\d*xX]/gu, '');
  return telephone.test(text) && digits.length >= 7 && /\d{2}/u.test(digits);
}

function isName(text: string): boolean {
  if (hanName.test(text)) return true;
  if (text.length > 45) return false;
  const words = text.split(' ');
  if (words.length > 6 || !words.some((word) => /\p{L}/u.test(word))) return false;
  return words.every(
    (word, index) => capital.test(word) || /^\d{1,6}$/u.test(word) || (index > 0 && particle.has(word)),
  );
}

/**
 * What a short beginning of a line looks like; undefined for what names nobody. Whether it is a speaker's label, the rest
 * of the text says.
 * @param label without its colon.
 */
export function lookOf(label: string): Look | undefined {
  const tidy = label.normalize('NFKC').replaceAll(/\s+/gu, ' ').trim();
  const shop = /^([^:]{1,20}):([^:\s]{1,20})$/u.exec(tidy);
  // A shop and who answers for it: 旗舰店:小王.
  if (shop !== null)
    return lookOf(shop[1]!) !== undefined && lookOf(shop[2]!) !== undefined ? 'name' : undefined;
  const [, plain = tidy, inside = ''] = /^(.*?)\s*\(([^()]*)\)$/u.exec(tidy) ?? [];
  const lower = plain.toLowerCase();
  if (plain === '' || plain.length > 60 || /^\d{1,2}$/u.test(plain) || remarks.has(lower)) return undefined;
  if (questions.has(lower)) return /^\p{Ll}$/u.test(plain) ? undefined : 'name';
  if (place.test(plain) || fieldOf(plain) !== undefined) return undefined;
  if (headsField(plain)) return organisation.test(plain) && /^\p{Lu}/u.test(plain) ? 'name' : undefined;
  if (mail.test(plain) || isTelephone(plain) || masked.test(plain) || device.test(inside)) return 'identity';
  if (nickname.test(plain)) return 'name';
  const words = lower.split(' ');
  const isSentence = words.length > 1 && words.some((word) => sentence.has(word) && !particle.has(word));
  if (hanSentence.test(plain)) return undefined;
  if ((isName(plain) && !isSentence) || device.test(plain)) return 'name';
  if (plain.length > 30 || words.length > 4 || sentence.has(lower) || isSentence) return undefined;
  return words.every((word) => wordLike.test(word)) &&
    (plain.length <= 16 || /^[\p{Script=Latin}\d '’._-]+$/u.test(plain))
    ? 'word'
    : undefined;
}

/** True for what looks like a person's name or number, and not like any words. */
export function couldBeLabel(label: string): boolean {
  const look = lookOf(label);
  return look !== undefined && look !== 'word';
}

/** True for what captions put in brackets: `[Music]`, `[笑声]`. */
export function isSound(label: string): boolean {
  return sounds.has(labelKey(label));
}
