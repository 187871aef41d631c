/** The timestamps that stand in lines of text, as sources of patterns without groups. */

const month = String.raw`(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?`;
const dates = [
  String.raw`(?:19|20)\d{2}[-/.](?:0?[1-9]|1[0-2])[-/.](?:[12]\d|3[01]|0?[1-9])`,
  String.raw`(?:[12]\d|3[01]|0?[1-9])[-/.](?:[12]\d|3[01]|0?[1-9])[-/.](?:20)?\d{2}`,
  String.raw`${month} \d{1,2},? 20\d{2}`,
  String.raw`\d{1,2} ${month} 20\d{2}`,
];
const hanDate = String.raw`(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?:\s?(?:星期|周|週)[一二三四五六日天])?\s?`;
const isoTime = String.raw`20\d{2}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:Z\b|[+-]\d{2}:?\d{2})`;
const half = String.raw`(?:上午|早上|凌晨|中午|下午|晚上)\s?`;
const noon = String.raw`\s?[AaPp]\.?[Mm]\b\.?`;
const behind = String.raw`(?:${noon}|(?!${noon}))(?:Z\b|\s?(?:UTC|GMT)\b)?`;
const clock = String.raw`(?:${half})?\d{1,3}:[0-5]\d(?::[0-5]\d)?(?:[.,]\d{1,9})?${behind}`;
const hanClock = String.raw`(?:${half})?\d{1,2}[时時点點][0-5]\d分(?:[0-5]\d秒)?`;

/**
 * A clock such as `00:12`, `1:02:03.5`, `10:02 AM`, `下午 3:02`, `10时02分33秒`, with a date before it in any order or
 * without.
 */
export const clockSource = String.raw`(?=[\d上早凌中下晚JFMASOND])(?:${isoTime}|(?:(?:${dates.join('|')})(?:[ T]|,?\s{1,2})|${hanDate})?(?:${clock}|${hanClock}))`;

/** Seconds with their unit, which only brackets hold: `8s`, `1m 2s`. */
export const secondsSource = String.raw`(?:\d{1,3}h\s?)?(?:\d{1,3}m\s?)?\d{1,3}(?:\.\d{1,6})?s`;

/** Bare seconds, which are a time only in brackets and where two stand together: `0.50 : 4.20`. */
export const decimalSource = String.raw`\d{1,6}\.\d{1,6}`;
