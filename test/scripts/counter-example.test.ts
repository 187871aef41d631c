import { expect, it } from 'vitest';
import { teachingOf } from '../../src/scripts/counter-example.ts';
import { readText } from './read.ts';

it.each([
  "Don't say",
  'Don’t say this',
  'Avoid',
  'Never say',
  'Bad example',
  'Bad examples:',
  '✗',
  '❌ 错误',
  'What not to say',
  'Phrases to avoid',

  'Words we never use',
  "Don't",
  '避免',
  '避免使用',
  '应避免的说法',
  '禁用语',
  '禁用語',
  '禁语',
  '禁語',
  '服务禁语',
  '错误示范',
  '錯誤示範',
  '反面案例',
  '不要说',
  '不要說',
  '不能说的话',
  '不推荐',
  '不规范用语',
  '修改前',
  '雷区',
  '红线话术',
  '违禁词',
  '敏感词',
  'NG用語',
  '地雷話術',
  '請勿使用',
  '不可使用',
  '禁止使用的话术',
  '切忌',
  'What to avoid',
  'Not recommended',
])('%s teaches by counter-example', (title) => {
  expect(teachingOf(title)).toBe('bad');
});

it.each([
  'Do say',
  'Say instead',
  'Instead',
  'Good examples',
  'What to say',
  '✓',
  '推荐话术',
  '推薦話術',
  '正确示范',
  '正確示範',
  '修改后',
  '应该这样说',
  'Instead, say',
  'Try this',
  'Use these',
  'Alternatives',
  'Better alternatives',
  'What you can say',
  'Replacement',
  '替代说法',
  '替换话术',
  '换成',
  '应对话术',
  '正面话术',
  '宜用语',
  '优秀话术',
  '礼貌用语',
  '服務敬語',
])('%s says what to say', (title) => {
  expect(teachingOf(title)).toBe('good');
});

it.each([
  'Refund',
  'How to avoid chargebacks',
  'If you do not use the app',
  'Do not use your card',
  'Before the call',
  'Bad weather',
  'Say hello',

  '如何避免客户流失',
  '优惠券不能用',
  '账号被禁用怎么办',
  '请勿使用微波炉',
  '说明',
  '请不要说话',
  '不良反应',
  '红线问题',
  '敏感信息处理',
  '参考资料',
  'Try again',
  'Alternatives to refunds',
  '退款',
])('%s does neither', (title) => {
  expect(teachingOf(title)).toBeUndefined();
});

it.each<[line: string, expected: readonly string[]]>([
  ['【禁用语】\n你急什么', ['你急什么 (【禁用语】)']],
  ['五、禁用语\n你急什么', ['你急什么 (禁用语)']],
  ['【错误】你急什么', ['你急什么 (【错误】)']],
  ['(×) 你急什么\n(√) 您好', ['你急什么 ((×))', '您好']],
  ["[Don't say] No.", ["No. ([Don't say])"]],
  ["DON'T SAY\nNo.", ["No. (DON'T SAY)"]],
  ["== Don't say ==\nNo.\n\n== Say ==\nYes.", ["No. (Don't say)", 'Yes.']],
  ["Don't say\n---------\n\nNo.", ["No. (Don't say)"]],
  ['✗ 你急什么', ['你急什么 (✗)']],
  ["Please don't say that.", ["Please don't say that."]],
  ['Use this', ['Use this']],
  ['【姓名】您好', ['【姓名】您好']],
  ['[x] Say hello', ['[x] Say hello']],
])('reads %s', async (source, expected) => {
  const { pieces } = await readText('a.txt', `${source}\n`);
  expect(pieces.map(({ text, exempt }) => (exempt === undefined ? text : `${text} (${exempt})`))).toEqual(
    expected,
  );
});

it.each([
  ['不要说“你急什么”。', ['“你急什么”']],
  ['避免使用“急什么”、“规定”等词语', ['“急什么”、“规定”']],
  ['請勿使用「急什麼」', ['「急什麼」']],
  ['Avoid "no way".', ['"no way"']],
  ['Instead of "no way", say "let me look".', ['"no way"']],
  ['Do not use phrases such as "no way" or "never".', ['"no way" or "never"']],
  ['You can say "let me look".', []],
  ['请说“您好”，不要着急。', []],
])('takes what %s names for no talk', async (source, expected) => {
  const { pieces } = await readText('a.txt', `${source}\n`);
  expect(pieces.flatMap(({ placeholders }) => placeholders.map(({ name }) => name))).toEqual(expected);
});
