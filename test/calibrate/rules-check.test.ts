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
    .map(({ origin, severity, message }) => `${origin.line}:${origin.column} ${severity} ${message.en}`);

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
  [
    'a figure in brackets, where a gap was meant',
    ['calm [2] down', 'calm ...2 down', 'option (1|2|3) please', '冷静 [yourself] [1] 一下'],
    'figure-for-gap',
    [
      '13:7 warning [2] in “calm [2] down” is the figure 2, said or not',
      '16:7 warning [1] in “冷静 [yourself] [1] 一下” is the figure 1, said or not',
    ],
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

it.each<[phrases: string, lacks: readonly string[]]>([
  ['["{zh-words}", "{en-words}"]', []],
  ['["{all-words}"]', []],
  ['["{zh-words}"]', ['English']],
  ['["{en-words}"]', ['Chinese']],
  ['["{zh-words} [please]"]', ['English']],
  ['["(please|{zh-words})"]', []],
  // Chinese is said here, whatever else is.
  ['["{all-words} 一下"]', ['English']],
  ['["<number> <money>"]', ['English', 'Chinese']],
])('languages are heard through lists: %s', (written, lacks) => {
  const text = packWith(
    ['lists:\n', 'lists:\n  zh-words: 坏了\n  en-words: broken\n  all-words: ["{zh-words}", "{en-words}"]\n'],
    ['phrases: it is broken', `phrases: ${written}`],
  );
  expect(codesOf(text, 'missing-language').filter((line) => line.includes(' problem '))).toEqual(
    lacks.map((language) => expect.stringContaining(`problem hears no ${language},`)).toReversed(),
  );
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

const idle = packWith(
  ['lists:\n', 'lists:\n  idle: |\n    never mind\n'],
  [
    'moments:\n',
    'moments:\n  idle:\n    speaker: agent\n    title: {en: Idle, zh: 闲}\n    phrases: never mind\n    examples: {hit: [Never mind.], miss: [a]}\n',
  ],
);
const empathy = '{en: Shows empathy, zh: 共情}';

it.each<[ProblemCode, string, readonly string[], readonly string[]]>([
  [
    'duplicate-phrase',
    withPhrases('calm down', 'CALM down'),
    [
      '关键语句 calm-down：“CALM down”重复，前面已写作“calm down”',
      '请删去其中一条；另一条的位置：第 13 行。',
    ],
    [
      '關鍵語句 calm-down：「CALM down」重複，前面已寫作「calm down」',
      '請刪去其中一條；另一條的位置：第 13 行。',
    ],
  ],
  [
    'swallowed-phrase',
    withPhrases('calm [yourself] down', 'calm down'),
    [
      '关键语句 calm-down：“calm down”不起作用，凡是它命中的，“calm [yourself] down”也会命中',
      '请删去其中一条；另一条的位置：第 13 行。',
    ],
    [
      '關鍵語句 calm-down：「calm down」不起作用，凡是它命中的，「calm [yourself] down」也會命中',
      '請刪去其中一條；另一條的位置：第 13 行。',
    ],
  ],
  [
    'contained-phrase',
    withPhrases('calm down', 'calm down now'),
    [
      '关键语句 calm-down：“calm down now”不会多命中什么，它的每处命中都包含“calm down”的命中',
      '它只会使引文变长；另一条的位置：第 13 行。',
    ],
    [
      '關鍵語句 calm-down：「calm down now」不會多命中什麼，它的每處命中都包含「calm down」的命中',
      '它只會使引文變長；另一條的位置：第 13 行。',
    ],
  ],
  [
    'excepted-phrase',
    withPhrases('我们能冷静地讨论吗', '冷静(一下|一点)'),
    [
      '“我们能冷静地讨论吗”不起作用：它的每处命中都包含“能冷静地讨论”，都会被 `unless` 排除',
      '请删去这条短语，或缩小例外的范围；例外的位置：第 16 行。',
    ],
    [
      '「我们能冷静地讨论吗」不起作用：它的每處命中都包含「能冷静地讨论」，都會被 `unless` 排除',
      '請刪去這條短語，或縮小例外的範圍；例外的位置：第 16 行。',
    ],
  ],
  [
    'weak-anchor',
    withPhrases('calm down', '(烦|急)'),
    ['“(烦|急)”只靠“烦、急”来定位', '请紧挨着它再写一个词：单个字或常用词命中太多，也拖慢速度。'],
    ['「(烦|急)」只靠「烦、急」來定位', '請緊挨著它再寫一個詞：單個字或常用詞命中太多，也拖慢速度。'],
  ],
  [
    'figure-for-gap',
    withPhrases('calm down', 'calm [2] down'),
    [
      '“calm [2] down”中的 [2] 是可说可不说的数字 2',
      '若指最多 2 个任意的词，请写 ...2；若确指数字，请写成 (…|2)。',
    ],
    [
      '「calm [2] down」中的 [2] 是可說可不說的數字 2',
      '若指最多 2 個任意的詞，請寫 ...2；若確指數字，請寫成 (…|2)。',
    ],
  ],
  [
    'double-deduction',
    withTwin('forbid: [calm-down, empathy]'),
    [
      'no-calm-down 与 twin 重复扣分：两者在同一情形下都禁止 calm-down',
      '请从评分表中去掉其中一条，或把两者区分开；另一条的位置：p/pack.yaml 第 33 行。',
    ],
    [
      'no-calm-down 與 twin 重複扣分：兩者在同一情形下都禁止 calm-down',
      '請從評分表中去掉其中一條，或把兩者區分開；另一條的位置：p/pack.yaml 第 33 行。',
    ],
  ],
  [
    'double-deduction',
    withTwin('require: [empathy]\n    when: problem\n    within: 2 agent turns'),
    [
      'acknowledges 与 twin 重复扣分：两者在同一情形下都要求 empathy',
      '请从评分表中去掉其中一条，或把两者区分开；另一条的位置：p/pack.yaml 第 33 行。',
    ],
    [
      'acknowledges 與 twin 重複扣分：兩者在同一情形下都要求 empathy',
      '請從評分表中去掉其中一條，或把兩者區分開；另一條的位置：p/pack.yaml 第 33 行。',
    ],
  ],
  [
    'double-deduction',
    withTwin('limit: calm-down\n    to: 1'),
    [
      'no-calm-down 与 twin 重复扣分：no-calm-down 禁止 calm-down，twin 又加以限制',
      '请从评分表中去掉其中一条，或把两者区分开；另一条的位置：p/pack.yaml 第 33 行。',
    ],
    [
      'no-calm-down 與 twin 重複扣分：no-calm-down 禁止 calm-down，twin 又加以限制',
      '請從評分表中去掉其中一條，或把兩者區分開；另一條的位置：p/pack.yaml 第 33 行。',
    ],
  ],
  [
    'double-deduction',
    withTwin('all: [no-calm-down]'),
    [
      'no-calm-down 与 twin 重复扣分：no-calm-down 是 twin 的一部分',
      '请从评分表中去掉其中一条，或把两者区分开；另一条的位置：p/pack.yaml 第 33 行。',
    ],
    [
      'no-calm-down 與 twin 重複扣分：no-calm-down 是 twin 的一部分',
      '請從評分表中去掉其中一條，或把兩者區分開；另一條的位置：p/pack.yaml 第 33 行。',
    ],
  ],
  [
    'unused-list',
    idle,
    ['没有短语用到词表 {idle}', '请在短语中用到它，或将其删去。'],
    ['沒有短語用到詞表 {idle}', '請在短語中用到它，或將其刪去。'],
  ],
  [
    'unused-moment',
    idle,
    ['没有标准用到关键语句 idle', '请在标准中用到它，或将其删去。'],
    ['沒有標準用到關鍵語句 idle', '請在標準中用到它，或將其刪去。'],
  ],
  [
    'few-examples',
    SMALL_PACK,
    ['calm-down 的中文示例中，应识别的只有 0 个，至少要有 5 个', '请写出应识别的说法。'],
    ['calm-down 的中文範例中，應識別的只有 0 個，至少要有 5 個', '請寫出應識別的說法。'],
  ],
  [
    'few-examples',
    packWith(['hit: [You need to calm down.]', 'hit: [一二, 三四, 五六, 七八, 九十]']),
    [
      'calm-down 的中文示例中，不应识别的只有 0 个，至少要有 5 个',
      '请写出容易误识的说法：听起来像，其实不是。',
    ],
    [
      'calm-down 的中文範例中，不應識別的只有 0 個，至少要有 5 個',
      '請寫出容易誤識的說法：聽起來像，其實不是。',
    ],
  ],
  [
    'missing-language',
    SMALL_PACK,
    ['problem 不识别中文，而规则包中的其他关键语句识别', '请补上中文短语。'],
    ['problem 不識別中文，而規則包中的其他關鍵語句識別', '請補上中文短語。'],
  ],
  [
    'missing-say',
    SMALL_PACK,
    ['no-calm-down 会扣分，却没有给出建议说法', '请补上 `say: {en: …, zh: …}`。'],
    ['no-calm-down 會扣分，卻沒有給出建議說法', '請補上 `say: {en: …, zh: …}`。'],
  ],
  [
    'untranslated',
    packWith([empathy, '{en: Empathy, zh: Empathy}']),
    ['empathy 的名称在 `zh` 下不是中文：“Empathy”', '请补上译文。'],
    ['empathy 的名稱在 `zh` 下不是中文：「Empathy」', '請補上譯文。'],
  ],
  [
    'untranslated',
    packWith(['{en: It stings., zh: 伤人。}', '{en: 伤人, zh: 伤人。}']),
    ['no-calm-down 的理由在 `en` 下不是英文：“伤人”', '请补上译文。'],
    ['no-calm-down 的理由在 `en` 下不是英文：「伤人」', '請補上譯文。'],
  ],
])('%s in Chinese', (code, text, simplified, traditional) => {
  const problems = checkRules(loadPack(folderOf({ 'pack.yaml': text }), 'p')).filter(
    (problem) => problem.code === code,
  );
  expect(problems.map(({ message, hint }) => [message['zh-CN'], hint['zh-CN']])).toContainEqual(simplified);
  expect(problems.map(({ message, hint }) => [message['zh-TW'], hint['zh-TW']])).toContainEqual(traditional);
});

it.each([
  [
    'zh-CN',
    'bad.yaml:14:7: 错误：关键语句 calm-down：“CALM down”重复，前面已写作“calm down” [duplicate-phrase]\n  建议：请删去其中一条；另一条的位置：第 13 行。\n',
    /: 警告：.+\n.+: 提示：.+\n {2}建议：.+\nsmall 1\.0\.0：1 个错误，\d+ 个警告，\d+ 个提示\n$/su,
  ],
  [
    'zh-TW',
    'bad.yaml:14:7: 錯誤：關鍵語句 calm-down：「CALM down」重複，前面已寫作「calm down」 [duplicate-phrase]\n  建議：請刪去其中一條；另一條的位置：第 13 行。\n',
    /: 警告：.+\n.+: 提示：.+\n {2}建議：.+\nsmall 1\.0\.0：1 個錯誤，\d+ 個警告，\d+ 個提示\n$/su,
  ],
])('prints it in %s, for people alone', async (lang, problem, rest) => {
  const cwd = folderOf({ 'bad.yaml': withPhrases('calm down', 'CALM down') });
  const check = (...args: readonly string[]) =>
    callqa(['rules', 'check', '--pack', 'bad.yaml', ...args], cwd);
  const { code, stdout } = await check('--lang', lang);
  expect(code).toBe(1);
  expect(stdout).toContain(problem);
  expect(stdout).toMatch(rest);
  const json = await check('--lang', lang, '--format', 'json');
  expect(json.stdout).toContain('"message": "“CALM down” stands twice in the moment calm-down,');
  expect(json.stdout).toContain('"hint": "Leave one of them out; the other is on line 13."');
  expect(json.stdout).toBe((await check('--format', 'json')).stdout);
});
