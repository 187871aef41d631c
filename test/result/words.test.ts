import { expect, it } from 'vitest';
import { listInAll, say, sayId, sayInAll } from '../../src/result/words.ts';
import { batchWords } from '../../src/result/words/batch-words.ts';
import { calibrationWords } from '../../src/result/words/calibration-words.ts';
import { caseWords } from '../../src/result/words/case-words.ts';
import { lintWords } from '../../src/result/words/lint-words.ts';
import { recordWords } from '../../src/result/words/record-words.ts';
import { rulesCheckWords } from '../../src/result/words/rules-check-words.ts';
import { rulesCoverageWords } from '../../src/result/words/rules-coverage-words.ts';
import { rulesDiffWords } from '../../src/result/words/rules-diff-words.ts';
import { rulesWords } from '../../src/result/words/rules-words.ts';
import type { Words } from '../../src/result/result.ts';

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
  [
    'batch.repeats-counted',
    'en',
    { customers: 1, days: 1, calls: 2, said: 1 },
    '1 customer was in touch again within 1 day (2 calls); in 1 call the customer says so.',
  ],
  [
    'batch.repeats-counted',
    'en',
    { customers: 2, days: 7, calls: 21, said: 0 },
    '2 customers were in touch again within 7 days (21 calls); in 0 calls the customer says so.',
  ],
  ['diff.more', 'en', { count: 1 }, '1 more call changes; see it with --limit'],
  ['audit.quote', 'en', { words: '{words} $& $1' }, '“{words} $& $1”'],
] as const)('says %s in %s with %j', (key, language, values, expected) => {
  expect(say(key, language, values)).toBe(expected);
});

it('says an id that it does not know as it is', () => {
  expect(sayId('review', 'fatal-uncertain', 'zh-CN')).toBe('一票否决项的证据不够确定');
  expect(sayId('review', 'from-the-future', 'zh-CN')).toBe('from-the-future');
  expect(sayId('group', 'toString', 'en')).toBe('toString');
});

it('says a sentence in every language, with lists and words of their own in it', () => {
  expect(
    sayInAll('check.double-deduction', {
      later: 'a',
      earlier: 'b',
      why: sayInAll('check.both-limit', { moments: listInAll(['{why}', 'c']) }),
    }),
  ).toEqual({
    en: 'a and b take points for the same: both limit {why}, c',
    'zh-CN': 'a 与 b 重复扣分：两者都限制 {why}、c',
    'zh-TW': 'a 與 b 重複扣分：兩者都限制 {why}、c',
  });
});

const tables: readonly (readonly [string, Readonly<Record<string, Words>>])[] = [
  ['batch', batchWords],
  ['calibration', calibrationWords],
  ['case', caseWords],
  ['lint', lintWords],
  ['record', recordWords],
  ['rules', rulesWords],
  ['check', rulesCheckWords],
  ['coverage', rulesCoverageWords],
  ['diff', rulesDiffWords],
];

it.each(tables)('%s: the languages have the same to fill in', (_, table) => {
  const names = (text: string): readonly string[] => [...new Set(text.match(/\{\w+(?=[:}])/gu))].sort();
  for (const [key, words] of Object.entries(table)) {
    expect([key, names(words['zh-CN']), names(words['zh-TW'])]).toEqual([
      key,
      names(words.en),
      names(words.en),
    ]);
  }
});

it('no key stands in two tables', () => {
  const keys = tables.flatMap(([, table]) => Object.keys(table));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
