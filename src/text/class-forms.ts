/**
 * What the classes look like: numbers, amounts, dates, times, durations and numbers of things, in digits and in words, in
 * both languages. A class is a list of forms, by what a form begins with: making a regular expression of all forms of a class
 * takes longer than scoring a call, and most calls have two or three of them.
 */

import { numberFirstWords, ones, scale, small, tens } from './number-words.ts';

/** The names of the classes, as a phrase writes them between `<` and `>`. */
export type ClassName = 'number' | 'money' | 'date' | 'time' | 'duration' | 'phone' | 'order-number';

// The patterns read folded text: small letters, simplified characters, plain spaces and ASCII digits.
// ` ` is any number of spaces, `~` a space that may be missing, `=` one that may be a hyphen or missing.

const figure = String.raw`\d+(?:[.,]\d+)*`;
const scaled = String.raw`${figure}(?:[百千万亿]+|k\b| (?:hundred|thousand|million|billion|dozen)\b)?`;
const hanDigit = '零〇一二两三四五六七八九';
/** Not where a character that means a number is part of another word: 一定, 十分抱歉, 千万别, 几乎, 万一. */
const han = `(?!一(?:[定下直样起些般会切旦边向律致再味共如并方旁]|次性|点(?![${hanDigit}]))|十分(?!钟)|千?万[别不记要]|几乎|万一|(?<=万)一(?![${hanDigit}十百千]))[${hanDigit}十百千万亿几俩仨]+(?:点[${hanDigit}]+)?`;
const to = '(?:~[-–—−~～〜－至到或]~| (?:to|or|and|through|thru) )';

/** A number in digits, a number in Chinese characters, and what joins two numbers to a range. */
export const numberPatterns = { digits: scaled, han, to };

/** One form that a class takes: a pattern, or a number and a pattern after it. */
export interface Form {
  /** A number, or a range of numbers, in digits or in words; patterns that allow for all of these are very long. */
  readonly number?: 'count' | 'range';
  /** What stands before the number. */
  readonly before?: string;
  /** The pattern, or what follows the number. */
  readonly source: string;
  /** The first words of a form that begins with a letter; without them any word may begin it. */
  readonly words?: ReadonlySet<string>;
  /** Patterns of what may follow it, the first that matches is taken in. */
  readonly after?: readonly Form[];
}

/** The forms of a class in the order in which they are tried, by the kind of character that they begin with. */
export interface Forms {
  readonly digit: readonly Form[];
  /** A small letter from a to z. */
  readonly letter: readonly Form[];
  /** A Chinese character. */
  readonly han: readonly Form[];
  /** A sign, such as `$` and `#`. */
  readonly other: readonly Form[];
  /** Words that may stand before all of these. */
  readonly lead?: Form;
}

function wordSet(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap((list) => list.split('|')));
}

/** A number or a range of numbers, and the pattern that follows. */
function ranged(follows: string, after: readonly Form[] = []): Form {
  return {
    number: 'range',
    source: String.raw`(?: and a half\b)?${follows}`,
    words: numberFirstWords,
    after,
  };
}

const unitEn = String.raw`(?:seconds|second(?! (?:opinion|time|one|chance|try|attempt|call|person|agent|rep|thoughts?|charge|payment|order|item|bill|invoice|refund|email|letter|visit|hand|class|floor|line|phone|number|account|question|issue|problem|reason|option|part|half|language|look)\b)|secs?|minutes?|mins?|hours?|hrs?|days?|nights?|weekdays?|weeks?|fortnights?|months?|years?|yrs?)\b`;
const qualifierEn =
  '(?:(?:more|full|whole|extra|additional|business|working|work|calendar|consecutive|straight|short|good|bank|clear|odd)[ -])*';
// "three times a day" says how often, not how long.
const vagueEn = String.raw`(?:half an?|(?:a )?quarter of an|three quarters of an|(?<!(?:once|twice|times|hours|day|week) )an?|another|(?:a )?couple(?: of)?|(?:a )?few|several|a number of|some(?= [a-z ]{0,20}[a-z]s\b))\b`;
const lengthEn = `${qualifierEn}${unitEn}`;
const clock = '(?:hours?|hrs?|minutes?|mins?|seconds?|secs?)';
const afterEn: readonly Form[] = [
  { source: String.raw` and a half\b| or (?:two|so)\b` },
  { before: '(?: and)? ', number: 'count', source: String.raw` ${clock}\b` },
];
const vagueWords = wordSet('half|a|quarter|three|an|another|couple|few|several|number|some');
const lengthOfTime = ranged(`[ -]*${lengthEn}`, afterEn);
const durationEn: Pick<Forms, 'digit' | 'letter' | 'han'> = {
  digit: [
    lengthOfTime,
    { source: `${scaled}/${scaled}[ -]*${lengthEn}`, after: afterEn },
    { source: String.raw`${figure}~(?:h|hrs?|mins?|wks?|yrs?)\b(?:~\d{1,2}~(?:m|mins?)\b)?` },
  ],
  letter: [
    { source: String.raw`half an hour\b`, words: wordSet('half') },
    lengthOfTime,
    { source: `${vagueEn} ${lengthEn}`, words: vagueWords, after: afterEn },
  ],
  han: [lengthOfTime],
};

const workday = '工作[日天]|营业日|自然日';
const countZh = `(?:${scaled}|${han}|好几|好多|若干|[半数多])[多来余]?(?:个?${to}(?:${scaled}|${han}))?`;
const unitZh = String.raw`(?:个[多来半]?(?:小时|钟头|钟|${workday}|星期|礼拜|月|季度)|小时|钟头|分钟|分(?=之?内|[\d${hanDigit}十]{1,3}秒)|刻钟|秒钟?|${workday}|天|日(?![期本前常志记子程历报])(?<!月[\d一二三四五六七八九十]{1,3}日)|周(?![一二三四五六日天末年边围])|(?:星期|礼拜)(?![一二三四五六日天])|(?<!\d{4}|[上下]半)年(?![级龄度])|个?~(?:working |business )?(?:days?|hours?|weeks?|months?)\b)`;
// 第三天 is one day of a row, no length.
const durationZh = `(?<!第)${countZh}~${unitZh}(?:半(?![价夜])|零?${countZh}${unitZh})?`;

const currency = 'rmb|cny|usd|eur|gbp|hkd|twd|ntd|sgd|aud|cad|jpy';
const coin = `dollars?|bucks?|euros?|pounds?|quid|cents?|pence|yuan|kuai|${currency}`;
const symbolAmount = String.raw`(?:us|hk|nt|au|ca|sg?|[ac])?~[$＄£￡€¥￥]~${scaled}(?:~m\b)?`;
const cents: readonly Form[] = [
  { before: '(?: and)? ', number: 'count', source: String.raw` (?:cents?|pence)\b` },
];
const coins = ranged(`~(?:${coin})\\b`, cents);
const moneyEn: Omit<Forms, 'lead'> = {
  digit: [coins],
  letter: [
    { source: symbolAmount, words: wordSet('us|hk|nt|au|ca|s|sg|a|c') },
    { source: `(?:${currency})~${scaled}`, words: wordSet(currency) },
    coins,
    {
      source: String.raw`(?:an?|a few|several|(?:a )?couple(?: of)?) (?:${coin})\b`,
      words: wordSet('a|an|several|couple'),
      after: cents,
    },
  ],
  han: [coins],
  other: [{ source: symbolAmount }],
};
const currencyZh = '人民币|港币|港元|港纸|新台币|台币|美元|美金|欧元|英镑|日元|韩元|澳元|澳币|加元|加币|新币';
// 一块 is "together" or "a piece" more often than one yuan.
const moneyZh = String.raw`(?:(?!一块(?!钱|[\d${hanDigit}]))(?:${scaled}|${han}|数[十百千万])[多来余几]?(?:${to}(?:${scaled}|${han}))?~(?:块(?!儿|头)(?:[\d${hanDigit}](?![\d${hanDigit}十百千]))?钱?|元(?![素旦件宵月])(?:[\d${hanDigit}]角)?钱?|圆|[毛角分]钱|蚊|${currencyZh})|\d{1,9}刀(?![具片子])|(?:${currencyZh})~(?:${scaled}|${han})[元块圆]?)`;

const months =
  'january|february|april|june|july|august|september|october|november|december|jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec';
const month = `(?:${months}|march|mar|may)`;
const weekdays = 'monday|tuesday|wednesday|thursday|friday|saturday|sunday';
const weekday = `(?:${weekdays}|mon|tues?|weds?|thurs?|thu|fri|sat|sun)`;
const partEn = String.raw`(?: (?:morning|afternoon|evening|night))`;
const ordinalDigits = String.raw`\d{1,2}(?:st|nd|rd|th)`;
const ordinalWords =
  'twenty|thirty|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth';
const ordinalWord =
  '(?:(?:twenty|thirty)[ -])?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth';
const year = String.raw`(?:,? \d{4}\b)?`;
// "The 5th time" is no day of the month.
const dayAlone = String.raw`the ${ordinalDigits}\b(?! (?!(?:of|at|by|and|or|to|is|if|then|so|before|after|this|next|in|on|from|you|we|i|it|your)\b)[a-z])`;
const monthWords = wordSet(months.replace('sept?', 'sep|sept'));
const monthFirst = String.raw`(?<!\b(?:you|i|we|he|she|it|they|this|that|there|which|and) )${month}\b\.?,? (?:the )?(?:${ordinalDigits}|\d{1,2})\b${year}`;
const monthAndOrdinal = String.raw`(?:${months}|march) (?:the )?(?:${ordinalWord})\b${year}`;
const dayFirst = String.raw`(?:the )?(?:${ordinalDigits}|\d{1,2}|${ordinalWord}) (?:of )?${month}\b${year}`;
const monthDay = `(?:${monthFirst}|${monthAndOrdinal}|${dayFirst})`;
const period = `(?:business |working |calendar )?(?:day|week|month|year|quarter)`;
const relativeEn = String.raw`(?:(?:the )?day (?:after tomorrow|before yesterday)|(?:(?:later|earlier|early|first thing|by the end of) )?(?:today|tomorrow|tonight|yesterday)\b${partEn}?|(?:(?:later|earlier|early|late) )?(?:this|next|last|this coming|this past|the following|the next|coming)(?: (?:morning|afternoon|evening|night|weekend|${period}|${weekday}|${month}))\b${partEn}?|(?:the )?(?:end|close|start|beginning|middle) of (?:the |this |next )?(?:${period}|business|play|today|tomorrow)\b|the same ${period}\b|(?:the )?weekend\b|(?:eod|eow|cob)\b)`;
// Short names that are words too (sat, sun, wed) and months that are (may, march) need something before or after them.
const namedEn: readonly Form[] = [
  {
    source: String.raw`(?:${weekdays}|tues|thurs|fri)\b${partEn}?`,
    words: wordSet(weekdays, 'tues|thurs|fri'),
    after: [{ source: `,? ${monthDay}` }, { source: String.raw` the ${ordinalDigits}\b` }],
  },
  { source: String.raw`${weekday}\b,? ${monthDay}`, words: wordSet('mon|tue|wed|weds|thur|thu|sat|sun') },
  {
    source: String.raw`(?<=\b(?:on|by|until|till|before|from|since) )(?:mon|tue|wed|thu|sat|sun)\b${partEn}?`,
    words: wordSet('mon|tue|wed|thu|sat|sun'),
  },
  { source: String.raw`(?!(?:jan|mar|jun|dec)\b)(?:${months})\b(?! \d)`, words: monthWords },
  {
    source: String.raw`(?<=\b(?:in|by|until|since|before|early|late|mid) )(?:may|march)\b(?! (?:i|we|you|be|not)\b)`,
    words: wordSet('may|march'),
  },
];
const slashed = String.raw`(?!24/7|1/2(?!/))(?:(?:0?[1-9]|1[0-2])/(?:[12]\d|3[01]|0?[1-9])|(?:[12]\d|3[01]|0?[1-9])/(?:1[0-2]|0?[1-9]))(?:/\d{2,4})?(?![/\d])|\d{4}([-/.])\d{1,2}\1\d{1,2}`;
const partZh = '(?:一早|清早|早上|早晨|上午|中午|下午|傍晚|晚上|半夜|凌晨|[早晚])';
const weekZh = '(?:周|星期|礼拜)';
const dayNumber = String.raw`(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})`;
const yearZh = String.raw`(?:\d{2,4}|[${hanDigit}]{2,4}|[今明去前后本])年`;
const dateZh = `(?:大?(?:[今明后昨前听琴寻当次隔]天|[今明昨听琴当次隔]日|前日(?!期)|后日(?!子)|[今明昨当][晚早晨]|听[朝晚])${partZh}?|(?:[这下上本]|下下|上上)?个?${weekZh}[一二三四五六日天末](?!个)${partZh}?|(?:[这下上本]|下下|上上)个?(?:${weekZh}|月)[底初末中]?|(?:${yearZh})?~${dayNumber}月(?:份|[底初末中]|${dayNumber}[日号])?|${dayNumber}[号](?![码线楼店门窗机柜仓车库房厅])|${yearZh}[底初末中]?|[月年][底末初])`;

const hour = String.raw`(?:[01]?\d|2[0-4])`;
const hourWord = '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)';
const half = String.raw`~[ap](?:\.m\.?|m\b)`;
const timeEn = String.raw`(?:${hour}[:：][0-5]\d(?:[:：][0-5]\d)?(?:${half})?|(?:${hour}|${hourWord}(?: (?:fifteen|thirty|forty[ -]five))?)${half}|(?:${hour}|${hourWord}) (?:o['’ ]?clock|in the (?:morning|afternoon|evening))\b|${hourWord} (?:fifteen|thirty|forty[ -]five)\b(?! (?:${coin}|${unitEn}))|(?:half past|a?~quarter (?:to|past)|(?:five|ten|twenty|twenty[ -]five) past) (?:${hourWord}|${hour})\b|noon\b|midnight\b)`;
const minuteZh = String.raw`(?:半|整|钟|[一三]刻|(?:\d{1,2}|[${hanDigit}十]{1,3})分?(?!折))`;
const hourZh = String.raw`(?:\d{1,2}|[一二两三四五六七八九十]{1,3})`;
// 一点 is "a little", 两点 may be "two points": in words the hour needs the part of the day, the minutes, or 前 and its like.
const timeZh = String.raw`(?:(?:[今明后昨][天日]?)?(?:${partZh}${hourZh}点${minuteZh}?|${hourZh}点${minuteZh}|(?:\d{1,2}|(?!一点)${hourZh}|一(?=点之?前))点(?=之?前|以?后|左右|多|开[始门]|到|下班|上班)|\d{1,2}[点时](?![\d点]|要求|建议|意见|原因|说明|内容)))`;

const digitWord = `(?:zero|oh|${ones})`;
const emergency = '(?:110|119|120|122|911|999|112|[3468]11)';
const phone = String.raw`(?!\d{4}-\d{1,2}-\d{1,2}(?![\d-]))(?:1-8\d{2}-[a-z\d-]{4,10}|\+?(?:\d{1,4}\)?[ -]){0,2}\d{2,12}(?:[ -]\d{2,8}){1,4}|\d{3}\.\d{3}\.\d{4}|\+?\d{5,15}|${emergency}(?!\d)|(?:(?:double |triple )?${digitWord}\b[ -]?){6,14}${digitWord}\b|[零〇一二三四五六七八九幺]{5,15})`;
// Four digits at least: 24-hour and iPhone15 are no numbers of an order, nor is a date.
const orderNumber = String.raw`[#＃]?~(?!\d{4}-\d{1,2}-\d{1,2}(?![\d-]))(?<!\d{4}-)(?=(?:[a-z-]{0,12}\d){4})[a-z\d][a-z\d-]{4,30}`;

const digitWords = wordSet('zero|oh|double|triple', ones);
const hourWords = wordSet(
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|half|a|quarter|noon|midnight',
);
const relativeWords = wordSet(
  'the|day|later|earlier|early|late|first|by|today|tomorrow|tonight|yesterday|this|next|last|coming|end|close|start|beginning',
  'middle|weekend|eod|eow|cob',
);

/** What each class looks like in folded text. */
export const classForms: Readonly<Record<ClassName, Forms>> = {
  number: { digit: [ranged('')], letter: [ranged('')], han: [ranged('')], other: [] },
  money: {
    ...moneyEn,
    digit: [...moneyEn.digit, { source: moneyZh }],
    han: [...moneyEn.han, { source: moneyZh }],
  },
  date: {
    digit: [{ source: slashed }, { source: dayFirst }, { source: dateZh }],
    letter: [
      { source: monthFirst, words: new Set([...monthWords, 'march', 'mar', 'may']) },
      { source: monthAndOrdinal, words: new Set([...monthWords, 'march']) },
      { source: dayFirst, words: wordSet('the', ordinalWords) },
      { source: relativeEn, words: relativeWords },
      ...namedEn,
      { source: dayAlone, words: wordSet('the') },
    ],
    han: [{ source: dateZh }],
    other: [],
  },
  time: {
    digit: [{ source: timeEn }, { source: timeZh }],
    letter: [{ source: timeEn, words: hourWords }],
    han: [{ source: timeZh }],
    other: [],
  },
  duration: {
    digit: [...durationEn.digit, { source: durationZh }],
    letter: durationEn.letter,
    han: [...durationEn.han, { source: durationZh }],
    other: [],
    lead: { source: '(?:the )?(?:next|coming|following) ', words: wordSet('the|next|coming|following') },
  },
  phone: {
    digit: [{ source: phone }],
    letter: [{ source: phone, words: digitWords }],
    han: [{ source: phone }],
    other: [{ source: phone }],
  },
  'order-number': {
    digit: [{ source: orderNumber }],
    letter: [{ source: orderNumber }],
    han: [],
    other: [{ source: orderNumber }],
  },
};

function words(list: string): readonly string[] {
  return list.split('|').filter((word) => /^[a-z]+$/.test(word));
}

/**
 * Words one of which every match of a class holds, as the first unit that a search wakes at; `null` stands for a number in
 * digits, alone or with letters.
 */
export const classWords: Readonly<Record<ClassName, readonly (string | null)[]>> = {
  number: [null, ...words(`${small}|${tens}|${scale}|dozen`), ...hanDigit, ...'十百千万亿几俩仨'],
  money: [
    null,
    ...words(
      'dollar|dollars|buck|bucks|euro|euros|pound|pounds|quid|cent|cents|pence|yuan|kuai|rmb|cny|usd|eur|gbp|hkd|twd|ntd|sgd|aud|cad|jpy',
    ),
    ...'块元圆毛角分币镑金刀纸蚊',
  ],
  date: [
    null,
    ...words(
      'tomorrow|today|tonight|yesterday|day|week|weekend|month|year|quarter|morning|afternoon|evening',
    ),
    ...words('night|business|play|eod|eow|cob|mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun'),
    ...words(`${weekdays}|${months}|sep|march|mar|may`),
    ...'天日晚早晨朝周月号年期拜',
  ],
  time: [
    null,
    ...words('clock|oclock|noon|midnight|past|quarter|am|pm|fifteen|thirty|forty|morning|afternoon|evening'),
    // "five p.m." comes as letters.
    ...words('a|p'),
    ...'点时',
  ],
  duration: [
    null,
    ...words('second|seconds|sec|secs|minute|minutes|min|mins|hour|hours|hr|hrs|day|days|night|nights|week'),
    ...words('weeks|month|months|year|years|yr|yrs|weekday|weekdays|fortnight|fortnights'),
    ...'时分秒天日周期拜月年头钟度',
  ],
  phone: [null, ...words(`zero|oh|${ones}`), ...hanDigit, '幺'],
  'order-number': [null],
};
