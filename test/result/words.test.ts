import { expect, it } from 'vitest';
import { say, sayId } from '../../src/result/words.ts';

it.each([
  ['verdict.upheld', 'en', {}, 'Upheld'],
  ['verdict.upheld', 'zh-CN', {}, '定责成立'],
  ['verdict.partly-upheld', 'zh-CN', {}, '部分成立'],
  ['verdict.not-upheld', 'zh-CN', {}, '不成立'],
  ['verdict.insufficient-evidence', 'zh-CN', {}, '证据不足'],
  ['verdict.insufficient-evidence', 'zh-TW', {}, '證據不足'],
  ['label.score', 'zh-TW', {}, '評分'],
  ['audit.turn', 'en', { turn: 0 }, 'turn 0'],
  ['audit.searched', 'zh-TW', { from: 0, to: 12 }, '第0–12輪中未發現'],
  ['audit.quote', 'en', { words: '{words} $& $1' }, '“{words} $& $1”'],
] as const)('says %s in %s with %j', (key, language, values, expected) => {
  expect(say(key, language, values)).toBe(expected);
});

it('says an id that it does not know as it is', () => {
  expect(sayId('review', 'fatal-uncertain', 'zh-CN')).toBe('一票否决项的证据不够确定');
  expect(sayId('review', 'from-the-future', 'zh-CN')).toBe('from-the-future');
  expect(sayId('group', 'toString', 'en')).toBe('toString');
});
