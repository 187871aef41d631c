/** How long a promise gives itself, by its own words. */
import { foldText } from '../text/fold.ts';
import { hourBy } from './hour-by.ts';
import { countEn, countOf, countZh } from './spoken-count.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const units: Readonly<Record<string, number>> = {
  minute,
  min: minute,
  分钟: minute,
  分: minute,
  刻钟: 15 * minute,
};
const hours = ['hour', 'hr', '小时', '钟头', '钟'];
const weeks = ['week', '周', '星期', '礼拜'];
const months = ['month', '月'];

/** "within two to three business days", "in 30 minutes", "every 2 days", "the next half an hour". */
const lengthEn = new RegExp(
  String.raw`\b(?:within|in|every|no later than|less than|under|at most|up to|after|takes?|the next|next|inside)(?: the)?(?: next| following)? (?:about |around |roughly |at most |maybe )?(?:${countEn} ?(?:to|or|(?<=\d ?)-|–) ?)?(?<count>${countEn}) ?(?:more |full |short )?(?<work>business |working |work )?(?<unit>minute|min|hour|hr|day|week|month)s?\b`,
  'u',
);
/** 30分钟内, 两到三个工作日之内, 每两天, 半小时后. */
const lengthZh = new RegExp(
  String.raw`(?<!提前|提早|早|前|过去|近)(?<every>每[隔过]? ?)?(?:${countZh}个?[到至\-~—]+)?(?<count>${countZh}) ?[来多]?个? ?(?<half>半)?(?<work>工作[日天])?(?<unit>分钟|刻钟|小时|钟头|钟|天|日|周|星期|礼拜|月|分)?(?<half2>半)?(?<bound>之?内|以内|之?后|以后|左右|之?前|就|会|给|回)?`,
  'gu',
);

const weekdaysEn = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const weekdaysZh = '日一二三四五六';

/** How long a promise gives itself. */
export interface SaidDue {
  /** Milliseconds from the promise by which it is due; of a call that has a date and no time of day, from that midnight. */
  readonly after: number;
  /** The day that it names, or an hour of such a day: where it ends does not depend on when of its day the call was. */
  readonly isDay: boolean;
}

/** The call's own day, by its own clock: what an ISO 8601 date and time says of itself, whatever its offset. */
interface LocalTime {
  /** Since its midnight, in milliseconds; 0 where there is no time of day. */
  readonly sinceMidnight: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

function localTime(startedAt: string | undefined, later: number): LocalTime | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2}))?)?/u.exec(startedAt ?? '');
  if (match === null) return undefined;
  const [year, month, date, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  // How far into the call it was said may be another day only where it is known when the call began.
  const at =
    Date.UTC(year!, month! - 1, date, hours, minutes, seconds) + (match[4] === undefined ? 0 : later);
  const moment = new Date(at);
  return { sinceMidnight: at % day, weekday: moment.getUTCDay() };
}

/**
 * The time by which a promise is due, where its sentence says so: a length of time ("within two business
 * days", 30分钟内, every 2 days) or a day ("by tomorrow", 周五之前), which counts to its end, or to the hour by which it is
 * promised ("by 5 pm", 五点前). Of a range its longer end. Working days are counted by the calendar where the call has a date, else as days.
 * Without a date a day is as long as it can be. Undefined where it says none.
 *
 * @param sentence as it was said
 * @param startedAt of the call, ISO 8601
 * @param later how long after the call's start it was said, in milliseconds
 */
export function dueAfter(
  sentence: string,
  startedAt: string | undefined,
  later: number,
): SaidDue | undefined {
  const text = foldText(sentence);
  const now = localTime(startedAt, later);
  if (/\bevery day\b|\bdaily\b|每[天日]/u.test(text)) return { after: day, isDay: false };
  const length = lengthIn(text, now);
  return length === undefined ? dayIn(text, now) : { after: length, isDay: false };
}

function lengthIn(text: string, now: LocalTime | undefined): number | undefined {
  const english = lengthEn.exec(text)?.groups;
  if (english !== undefined) {
    return lengthOf(countOf(english['count']!), english['unit']!, english['work'] !== undefined, now);
  }
  for (const { groups = {} } of text.matchAll(lengthZh)) {
    const { every, count, half, work, unit, half2, bound } = groups;
    if (unit === undefined && work === undefined) continue;
    // 三天前 is past, 三天没回 is a complaint: only what is bound to come counts.
    if (every === undefined && bound === undefined) continue;
    if (bound !== undefined && bound.endsWith('前') && unit !== '日') continue;
    if ((unit === '日' || unit === '分') && every === undefined && !/内|后/u.test(bound ?? '')) continue;
    const amount = countOf(count!) + (half === undefined && half2 === undefined ? 0 : 0.5);
    return lengthOf(amount, unit ?? '天', work !== undefined, now);
  }
  return undefined;
}

function lengthOf(count: number, unit: string, working: boolean, now: LocalTime | undefined): number {
  if (working) return workingDays(count, now);
  const each =
    units[unit] ??
    (hours.includes(unit) ? hour : weeks.includes(unit) ? 7 * day : months.includes(unit) ? 31 * day : day);
  return Math.round(count * each);
}

function workingDays(count: number, now: LocalTime | undefined): number {
  if (now === undefined) return count * day;
  let passed = 0;
  for (let left = count; left > 0;) {
    passed++;
    if (![0, 6].includes((now.weekday + passed) % 7)) left--;
  }
  return passed * day;
}

/** A day that is named, to its end, or to the hour by which it is promised; that hour of today or tomorrow where no day is. */
function dayIn(text: string, now: LocalTime | undefined): SaidDue | undefined {
  const inDays = daysAhead(text, now);
  const by = hourBy(text, inDays !== undefined);
  if (inDays === undefined && by === undefined) return undefined;
  const isDay = inDays !== undefined;
  if (now === undefined) return { after: (inDays ?? 0) * day + (isDay ? (by ?? day) : day), isDay };
  const until = (inDays ?? 0) * day + (by ?? day) - now.sinceMidnight;
  // The hour of a day that is over: tomorrow's where no day was named, else a slip, and the day counts.
  return { after: until >= 0 ? until : until + (isDay ? day - by! : day), isDay };
}

function daysAhead(text: string, now: LocalTime | undefined): number | undefined {
  if (/\bday after tomorrow\b|后天/u.test(text)) return 2;
  if (/\btomorrow\b|明[天日早晚]|听[日朝晚]/u.test(text)) return 1;
  if (
    /\b(?:today|tonight|end of (?:the )?day|this (?:morning|afternoon|evening))\b|今[天日晚早]|当[天日]/u.test(
      text,
    )
  )
    return 0;
  const english =
    /\b(?<next>next )?(?<name>sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/u.exec(
      text,
    )?.groups;
  const chinese = /(?<next>下)?个?(?:周|星期|礼拜)(?<name>[一二三四五六日天])/u.exec(text)?.groups;
  const name = english?.['name'] ?? chinese?.['name'];
  if (name !== undefined) {
    const weekday =
      english === undefined ? weekdaysZh.indexOf(name === '天' ? '日' : name) : weekdaysEn.indexOf(name);
    const next = (english ?? chinese)!['next'] !== undefined;
    if (now === undefined) return next ? 13 : 6;
    const ahead = (weekday - now.weekday + 7) % 7;
    // 下周五 is Friday of the week after, which begins on Monday; "next Friday" may mean that too.
    return next && ahead + ((now.weekday + 6) % 7) < 7 ? ahead + 7 : ahead;
  }
  if (/\b(?:end of the week|this week)\b|本周|这周|这个?星期/u.test(text)) {
    return now === undefined ? 6 : (7 - now.weekday) % 7;
  }
  return /\bnext week\b|下个?(?:周|星期|礼拜)/u.test(text) ? 13 : undefined;
}
