/** The hour by which something is promised: "by 5 pm", "before noon", 下午五点前. */
import { countEn, countOf, countZh } from './spoken-count.ts';

const minute = 60_000;
const hour = 60 * minute;

const english = new RegExp(
  String.raw`\b(?:by|before|no later than)(?: about| around)? (?:(?<named>noon|midday|midnight)\b|(?<count>${countEn})(?::(?<minutes>\d{2}))? ?(?<half>[ap]\.?m\b|o'?clock)?)(?! ?(?:%|percent|dollar|pound|euro|of|time|minute|min|hour|hr|day|week|month|business|working|more|full))`,
  'u',
);
const chinese = new RegExp(
  String.raw`(?<part>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|今晚|明晚)?(?<count>${countZh})(?:[点时]|:(?=\d{2}))(?:(?<half>半)|(?<minutes>${countZh})分?)?(?:钟|整)?(?:之前|以前|前)`,
  'u',
);
const noon = /(?:中午|正午)(?:之前|以前|前)/u;

/**
 * Milliseconds from midnight to the hour by which something is to be done; undefined where none is named.
 *
 * @param text folded
 * @param isDayNamed whether it names the day as well: "tomorrow by 5", where "by 5" alone says no hour
 */
export function hourBy(text: string, isDayNamed: boolean): number | undefined {
  const said = english.exec(text)?.groups;
  if (said !== undefined) {
    const { named, count, minutes, half } = said;
    if (named !== undefined) return (named === 'midnight' ? 24 : 12) * hour;
    if (half === undefined && minutes === undefined && !isDayNamed) return undefined;
    return timeOfDay(countOf(count!), Number(minutes ?? 0), half === undefined ? '' : half[0]!);
  }
  if (noon.test(text)) return 12 * hour;
  const groups = chinese.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const { part = '', count, half, minutes } = groups;
  const past = half === undefined ? (minutes === undefined ? 0 : countOf(minutes)) : 30;
  return timeOfDay(
    countOf(count!),
    past,
    /[午晚]/u.test(part) ? (part === '上午' ? 'a' : 'p') : part === '' ? '' : 'a',
  );
}

/**
 * @param half `a` before noon, `p` after it; what is neither is an hour of work, from eight to seven
 */
function timeOfDay(hours: number, minutes: number, half: string): number | undefined {
  if (!Number.isInteger(hours) || hours > 24 || minutes > 59) return undefined;
  const isAfternoon = half === 'p' || (half !== 'a' && hours > 0 && hours < 8);
  const isMidnight = half === 'a' && hours === 12;
  return (isMidnight ? 0 : isAfternoon && hours < 12 ? hours + 12 : hours) * hour + minutes * minute;
}
