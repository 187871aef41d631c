import { expect, it } from 'vitest';
import { dueAfter } from '../../src/judge/due-after.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

it.each<readonly [sentence: string, expected: number | undefined]>([
  ['A supervisor will call you within 30 minutes.', 30 * minute],
  ["I'll call you back in half an hour.", 30 * minute],
  ["I'll call you back in an hour.", hour],
  ['You will hear from us within two to three days.', 3 * day],
  ['within 24-48 hours', 48 * hour],
  ['no later than forty-eight hours', 48 * hour],
  ['within seventy two hours', 72 * hour],
  ['in fifteen minutes', 15 * minute],
  ['in four or five days', 5 * day],
  ['within a few hours', 5 * hour],
  ['九十分钟内', 90 * minute],
  ['几个小时内', 5 * hour],
  ['I will email you in a couple of weeks.', 14 * day],
  ["We'll update you every two days.", 2 * day],
  ['We will text you every day.', day],
  ['within three business days', 3 * day],
  ['主管会在30分钟内给您回电', 30 * minute],
  ['30 分钟之内', 30 * minute],
  ['半小时内给您回复', 30 * minute],
  ['一个半小时之内', 90 * minute],
  ['四十八小时之内', 48 * hour],
  ['两到三个工作日内答复您', 3 * day],
  ['三至五天内', 5 * day],
  ['每两天给您发一次进度', 2 * day],
  ['每天给您发进度', day],
  ['兩個鐘頭內', 2 * hour],
  ['七天之内给您回复', 7 * day],
  ['三天后联系您', 3 * day],
  // No time of the promise's own.
  ["I'll call you back.", undefined],
  ['You have been waiting for two days.', undefined],
  ['I can see that you called two days ago.', undefined],
  ['师傅会提前半小时给您打电话', undefined],
  ['您三天前来过电话', undefined],
  ['您等了三天', undefined],
  ['我给您回电', undefined],
  // Without a date, as long as the day can be.
  ["I'll call you today.", day],
  ["I'll call you back tomorrow.", 2 * day],
  ['明天之前给您回电', 2 * day],
  ['后天', 3 * day],
  ['by Friday', 7 * day],
  ['by 5 pm', day],
  ['tomorrow by 5 pm', day + 17 * hour],
  // No hour.
  ['I can cut it by 10 percent.', undefined],
  ['by two people', undefined],
])('%s', (sentence, expected) => {
  expect(dueAfter(sentence, undefined, 0)?.after).toBe(expected);
});

// 2024-05-08 is a Wednesday.
it.each<readonly [sentence: string, startedAt: string, later: number, expected: number]>([
  ['by tomorrow', '2024-05-08T09:00:00', 0, 39 * hour],
  ['by tomorrow', '2024-05-08T09:00:00+08:00', 0, 39 * hour],
  ['by tomorrow', '2024-05-08T09:00:00', hour, 38 * hour],
  ['今天下午', '2024-05-08T09:00:00', 0, 15 * hour],
  ['by Friday', '2024-05-08T00:00', 0, 3 * day],
  ['next Friday', '2024-05-08T00:00', 0, 10 * day],
  ['周五之前', '2024-05-08T00:00', 0, 3 * day],
  ['下周五', '2024-05-08T00:00', 0, 10 * day],
  ['下周一', '2024-05-08T00:00', 0, 6 * day],
  ['on Wednesday', '2024-05-08T00:00', 0, day],
  ['by the end of the week', '2024-05-08T00:00', 0, 5 * day],
  // Thursday, Friday, Monday.
  ['within three business days', '2024-05-08T09:00', 0, 5 * day],
  ['两个工作日内', '2024-05-08T09:00', 0, 2 * day],
  ['within 30 minutes', '2024-05-08T23:50', 0, 30 * minute],
  // The hour by which it is promised; what is neither morning nor afternoon is an hour of work.
  ["I'll call you back tomorrow by 5 pm.", '2024-05-08T10:00', 0, 31 * hour],
  ['by 5 p.m. tomorrow', '2024-05-08T10:00', 0, 31 * hour],
  ['by 4:30 today', '2024-05-08T10:00', 0, 6.5 * hour],
  ['tomorrow before noon', '2024-05-08T10:00', 0, 26 * hour],
  ["before nine o'clock tomorrow", '2024-05-08T10:00', 0, 23 * hour],
  ['by five tomorrow', '2024-05-08T10:00', 0, 31 * hour],
  ['by 3 pm', '2024-05-08T10:00', 0, 5 * hour],
  ['by 9 am', '2024-05-08T10:00', 0, 23 * hour],
  ['明天下午五点前给您回电', '2024-05-08T10:00', 0, 31 * hour],
  ['今天下午四点半之前', '2024-05-08T10:00', 0, 6.5 * hour],
  ['明天中午以前', '2024-05-08T10:00', 0, 26 * hour],
  ['週五晚上八點之前', '2024-05-08T00:00', 0, 2 * day + 20 * hour],
  ['明天上午十点二十分前', '2024-05-08T10:00', 0, 24 * hour + 20 * minute],
  // An hour that is no bound gives the day.
  ['tomorrow at 5 pm', '2024-05-08T10:00', 0, 38 * hour],
  ['明天下午五点给您回电', '2024-05-08T10:00', 0, 38 * hour],
  // A slip: the day counts.
  ['today by 9 am', '2024-05-08T10:00', 0, 14 * hour],
])('%s from %s', (sentence, startedAt, later, expected) => {
  expect(dueAfter(sentence, startedAt, later)?.after).toBe(expected);
});
