import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lineTable } from '../../src/scripts/line-table.ts';
import { plainMarkdown } from '../../src/scripts/readers/markdown-plain.ts';
import { markdownTree } from '../../src/scripts/readers/markdown-tree.ts';

const fragments = fc.constantFrom(
  'a',
  'Calm down',
  ' ',
  '  ',
  '\n',
  '\n',
  '\n\n',
  '\r\n',
  '# ',
  '## ',
  '- ',
  '* ',
  '+ ',
  '1. ',
  '2) ',
  '> ',
  '>',
  '**',
  '*',
  '_',

  '**Agent:**',
  '**客服：**',
  '客服：',
  '[X]',
  '{{name}}',
  'a_b',
  '|',
  '| a | b |',
  '\n| - | - |\n',
  '| c | d |',
  '---',
  '===',

  '<!-- x -->',
  '<name>',
  '<b>',
  '&amp;',
  '\\*',
  '`c`',
  '。',
  '，',
  '.',
  ':',
  '！',
  '~',
  '[a](b)',
  '[a]: b',
  '\t',
  '    ',
  '(',
  ')',
  '"',
  '😀',
);
const lines = fc.constantFrom(
  '',
  '',
  '',
  '# One',
  '###### 二',
  'Calm down',
  'Agent: ok',
  '**Agent:** ok',
  '**客服：**您好',
  'a **b** c',
  'x *',
  '2. y',
  '> q',
  '>',
  '- one',
  '- 二',
  '* star',
  '1. first',
  '2. second',
  '1) p',
  '| a | b |',
  '| - | :-: |',
  '| c |  |',
  '<!-- c -- d -->',
  '---',
  'a_b {{c}}',
  '*',
  '-',
  '【姓名】',
  '# x #',
);
const text = fc.oneof(
  fc.array(lines, { maxLength: 12 }).map((all) => all.join('\n')),
  fc.array(fragments, { maxLength: 24 }).map((parts) => parts.join('')),
);
const comparable = (blocks: unknown) =>
  JSON.stringify(blocks, (_, value: unknown) => (value instanceof Map ? [...value] : value));

it('reads what it does read as the full grammar does', () => {
  let read = 0;
  fc.assert(
    fc.property(text, (source) => {
      const plain = plainMarkdown(source);
      if (plain === undefined) return;
      read++;
      expect(comparable(plain)).toBe(comparable(markdownTree(source, lineTable(source))));
    }),
    { numRuns: 10_000 },
  );
  expect(read).toBeGreaterThan(2000);
});

const whole = [
  '---\nscenario: refund\n---\n\n# Refund\n\nI understand, **really**.\nLet me look.\n\n- Agent: calm down\n- Customer: no\n',
  '## 话术\n\n| 场景 | 推荐 | 避免 |\n| --- | :-: | --- |\n| 退款 | 我马上查 | 你先冷静 |\n\n> 客服：您好\n> 请稍等\n\n1. 一\n2. 二\n',
  '# T\n<!-- callqa-disable-next-line no-calm-down -- a -- b -->\nCalm down, {{name}} [X].\n\n**Agent:** hello\n\n**客服：**您好\n',
];
it.each(whole)('needs no full grammar for %j', (source) => {
  const plain = plainMarkdown(source);
  expect(plain).toBeDefined();
  expect(comparable(plain)).toBe(comparable(markdownTree(source, lineTable(source))));
});
