import { expect, it } from 'vitest';
import { teachingOf } from '../../src/scripts/counter-example.ts';

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
  '退款',
])('%s does neither', (title) => {
  expect(teachingOf(title)).toBeUndefined();
});
