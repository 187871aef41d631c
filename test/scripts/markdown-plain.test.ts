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
  '\n```\n',
  '\n```js\n',
  '\n````\n',
  '\n  ```  \n',
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
  // Space that Markdown takes for a sign like any other.
  '\u00a0',
  '\u3000',
  '\ufeff',
  '\u2028',
  '\v',
  '\f',
  // Lines that go on, and lines that change what stands above them.
  '  \n',
  '\\\n',
  '\n   ',
  '\n    ',
  '\n=',
  '\n-',
  '\n> ',
  '\r',
  '-- ',
  '* * *',
  '***',
  '__',
  '~~~',
  '~~',
  '[a]',
  '![',
  '- [ ] ',
  '0) ',
  '10. ',
  '<http://a.b>',
  'http://a.b',
  '&#35;',
  '&nbsp;',
  '<!--',
  '-->',
  '| -',
  '|\n',
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
  '===',
  '--',
  '\u3000',
  '\u3000a',
  'a\u3000',
  '-\u00a0a',
  '#\u3000a',
  '\v',
  '> - a',
  '> **b** c',
  '>b',
  'lazy',
  'a  ',
  'a\\',
  '[a]: /b',
  '&nbsp;',
  '<b>x</b>',
  '<div>',
  '<!-- a',
  'b -->',
  '| a | b',
  'a | b',
  '|a|b|',
  '|-|-|',
  '| a\u3000| b |',
  '10. ten',
  '0. zero',
  '  - in',
  '    code',
  '~~~',
  '**b',
  'b**',
  '***b***',
  'a**b**c',
  '**“x”**好',
  '* * *',
  '#hash',
  '#',
  '- #',
  '1. - a',
  '<!-->',
  '<!-- a --> b',
  '**a****b**',
  '```',
  '```',
  '``` ',
  '```text',
  '````',
  '   ```',
  '    ```',
  '```a`',
  '> ```',
  '\tcode `c` [a](b)',
);
const text = fc.oneof(
  fc
    .array(fc.tuple(lines, fc.constantFrom('\n', '\n', '\n', '\r\n')), { maxLength: 12 })
    .map((all) => all.flat().join('')),
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
    { numRuns: 20_000 },
  );
  expect(read).toBeGreaterThan(2000);
});

it.each([
  ['\u00a0\n', ['\u00a0']],
  ['a\n\n\u3000\n\nb', ['a', '\u3000', 'b']],
  ['\ufeff# a\n', ['\ufeff# a']],
  ['*a\r\n\u3000b\n', ['*a\v\u3000b']],
  ['> a\n> **b** c\n', ['a\vb c']],
])('knows no space but spaces: %j', (source, texts) => {
  const plain = plainMarkdown(source)!;
  expect(plain.map((block) => ('text' in block && block.kind !== 'front' ? block.text.text : ''))).toEqual(
    texts,
  );
  expect(comparable(plain)).toBe(comparable(markdownTree(source, lineTable(source))));
});

const whole = [
  '---\nscenario: refund\n---\n\n# Refund\n\nI understand, **really**.\nLet me look.\n\n- Agent: calm down\n- Customer: no\n',
  '## 话术\n\n| 场景 | 推荐 | 避免 |\n| --- | :-: | --- |\n| 退款 | 我马上查 | 你先冷静 |\n\n> 客服：您好\n> 请稍等\n\n1. 一\n2. 二\n',
  '# T\n\nSay:\n```js\n\tf(`[a](b)`) <b> &amp;\n  ```` \n\n1. Calm down.\n\n```\nleft open',
  '# T\n<!-- callqa-disable-next-line no-calm-down -- a -- b -->\nCalm down, {{name}} [X].\n\n**Agent:** hello\n\n**客服：**您好\n',
];
it.each(whole)('needs no full grammar for %j', (source) => {
  const plain = plainMarkdown(source);
  expect(plain).toBeDefined();
  expect(comparable(plain)).toBe(comparable(markdownTree(source, lineTable(source))));
});
