import { expect, it } from 'vitest';
import { checkRules } from '../../src/calibrate/check/check-rules.ts';
import type { ProblemCode } from '../../src/calibrate/check/problem.ts';
import { loadPack } from '../../src/pack/load.ts';
import { folderOf, SMALL_PACK } from '../pack/small-pack.ts';
import { callqa } from './in-process.ts';
import { packWith } from './packs.ts';

const codesOf = (text: string, code: ProblemCode) =>
  checkRules(loadPack(folderOf({ 'pack.yaml': text }), 'p'))
    .filter((problem) => problem.code === code)
    .map(({ origin, severity, message }) => `${origin.line}:${origin.column} ${severity} ${message}`);

/** The place of the first phrase of calm-down, and the lines under it. */
const phrases = '      calm [yourself] down\n      冷静(一下|一点)\n';
const withPhrases = (...lines: readonly string[]) =>
  packWith([phrases, lines.map((line) => `      ${line}\n`).join('')]);

it.each<[string, readonly string[], ProblemCode, readonly string[]]>([
  [
    'the same after folding',
    ['calm down', 'Calm, down'],
    'duplicate-phrase',
    ['14:7 error “Calm, down” stands twice in the moment calm-down, first as “calm down”'],
  ],
  [
    'with an optional less, before it or after it',
    ['calm down', 'calm [yourself] down', '冷静一点', '冷靜(一下|一點)'],
    'swallowed-phrase',
    [
      '13:7 error “calm down” is dead in the moment calm-down: whatever it hits, “calm [yourself] down” hits too',
      '15:7 error “冷静一点” is dead in the moment calm-down: whatever it hits, “冷靜(一下|一點)” hits too',
    ],
  ],
  [
    'longer, where a guard looks at the beginning',
    ['calm down', 'calm down now', 'please calm down'],
    'contained-phrase',
    [
      '14:7 note “calm down now” finds nothing more in the moment calm-down: each of its matches holds one of “calm down”',
    ],
  ],
  [
    'always taken back',
    ['我们能冷静地讨论吗', '冷静(一下|一点)'],
    'excepted-phrase',
    [
      '13:7 error “我们能冷静地讨论吗” is dead: `unless` drops each of its hits, since each holds “能冷静地讨论”',
    ],
  ],
  [
    'one character, a common word, or one of several readings',
    ['calm down', '烦', 'you', '(烦|冷静)吗 ... 急', '冷静'],
    'weak-anchor',
    ['14:7 warning “烦” hangs on 烦 alone', '15:7 warning “you” hangs on you alone'],
  ],
])('phrases: %s', (_, lines, code, expected) => {
  expect(codesOf(withPhrases(...lines), code)).toEqual(expected);
});

it('a phrase that a list makes the same is seen through the list', () => {
  const text = packWith([
    '["i see you are {feelings}", 我理解]',
    '["i see you are {feelings}", I see you are upset]',
  ]);
  expect(codesOf(text, 'swallowed-phrase')).toEqual([
    expect.stringContaining('“I see you are upset” is dead in the moment empathy'),
  ]);
});

const second = (form: string): string => `criteria:
  twin:
    title: {en: Twin, zh: 双}
    why: {en: Twin., zh: 双。}
    ${form}
    examples: {met: ["agent: Hello."], not-met: ["agent: Calm down."], not-applicable: ["agent: Hi."]}
`;
const withTwin = (form: string) =>
  packWith(['criteria:\n', second(form)], ['{no-calm-down: 3,', '{twin: 1, no-calm-down: 3,']);

it.each<[string, readonly string[]]>([
  [
    'forbid: [calm-down, empathy]',
    ['no-calm-down and twin take points for the same: both forbid calm-down on the same occasion'],
  ],
  ['forbid: calm-down\n    after: empathy', []],
  ['forbid: empathy', []],
  [
    'require: [empathy]\n    when: problem\n    within: 2 agent turns',
    ['acknowledges and twin take points for the same: both require empathy on the same occasion'],
  ],
  ['require: [empathy]\n    when: problem', []],
  [
    'limit: calm-down\n    to: 1',
    ['no-calm-down and twin take points for the same: no-calm-down forbids calm-down, which twin limits'],
  ],
  ['all: [no-calm-down]', ['no-calm-down and twin take points for the same: no-calm-down is a part of twin']],
])('points taken twice: %j', (form, expected) => {
  const found = codesOf(withTwin(form), 'double-deduction').map((line) => line.replace(/^\S+ warning /u, ''));
  expect(found).toEqual(expected);
});

it('what nobody asks for', () => {
  const text = packWith(
    ['lists:\n', 'lists:\n  idle: |\n    never mind\n  negators: |\n    not\n'],
    [
      'moments:\n',
      'moments:\n  idle:\n    speaker: agent\n    title: {en: Idle, zh: 闲}\n    phrases: never mind\n    examples: {hit: [Never mind.], miss: [a]}\n',
    ],
  );
  expect(codesOf(text, 'unused-list')).toEqual(['6:5 warning no phrase uses the list {idle}']);
  expect(codesOf(text, 'unused-moment')).toEqual(['13:3 warning no criterion asks for the moment idle']);
  expect(codesOf(SMALL_PACK, 'unused-moment')).toEqual([]);
});

it('examples and languages that are missing', () => {
  expect(codesOf(SMALL_PACK, 'few-examples').filter((line) => line.includes('calm-down'))).toEqual([
    '9:3 warning calm-down has 0 of 5 hits in Chinese among its examples',
    '9:3 warning calm-down has 0 of 5 misses in Chinese among its examples',
    '9:3 warning calm-down has 1 of 5 hits in English among its examples',
    '9:3 warning calm-down has 1 of 5 misses in English among its examples',
  ]);
  expect(codesOf(SMALL_PACK, 'missing-language')).toEqual([
    '27:3 warning problem hears no Chinese, which the pack’s other moments do',
  ]);
  const five = packWith(['hit: [You need to calm down.]', 'hit: [a b, c d, e f, g h, i j]']);
  expect(
    codesOf(five, 'few-examples').some((line) => line.includes('calm-down has 1 of 5 hits in English')),
  ).toBe(false);
});

it('words in one language only', () => {
  const text = packWith(
    ['{en: Shows empathy, zh: 共情}', '{en: Empathy, zh: Empathy}'],
    ['{en: It stings., zh: 伤人。}', '{en: 伤人, zh: 伤人。}'],
  );
  expect(codesOf(text, 'untranslated').map((line) => line.replace(/^\S+ /u, ''))).toEqual([
    'warning the title of empathy is not in Chinese under `zh`: “Empathy”',
    'warning the reason of no-calm-down is not in English under `en`: “伤人”',
  ]);
  expect(codesOf(SMALL_PACK, 'untranslated')).toEqual([]);
  expect(codesOf(SMALL_PACK, 'missing-say')).toHaveLength(1);
});

it('prints places, and exits with 1 on errors alone', async () => {
  const cwd = folderOf({ 'good.yaml': SMALL_PACK, 'bad.yaml': withPhrases('calm down', 'CALM down') });
  const good = await callqa(['rules', 'check', '--pack', 'good.yaml'], cwd);
  expect(good).toMatchObject({ code: 0, stderr: '' });
  expect(good.stdout).toMatch(/small 1\.0\.0: 0 errors, \d+ warnings, \d+ notes?\n$/u);
  const bad = await callqa(['rules', 'check', '--pack', 'bad.yaml'], cwd);
  expect(bad.code).toBe(1);
  expect(bad.stdout).toContain(
    'bad.yaml:14:7: error: “CALM down” stands twice in the moment calm-down, first as “calm down” [duplicate-phrase]\n  hint: Leave one of them out; the other is on line 13.\n',
  );
  const json = await callqa(['rules', 'check', '--pack', 'bad.yaml', '--format', 'json'], cwd);
  expect(JSON.parse(json.stdout)).toMatchObject({
    schema: 'callqa/rules-check@1',
    counts: { error: 1 },
    problems: expect.arrayContaining([
      expect.objectContaining({ code: 'duplicate-phrase', file: 'bad.yaml', line: 14, column: 7 }),
    ]),
  });
});
