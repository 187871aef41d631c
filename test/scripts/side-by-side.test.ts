/** What of a document is one answer, and what are wordings to choose from. */
import { expect, it } from 'vitest';
import { createLinter } from '../../src/scripts/lint.ts';
import { builtinRules } from './builtin-rules.ts';
import { readText } from './read.ts';

const lint = createLinter(builtinRules);
/** Lines of the problems, by rule. */
const found = async (file: string, source: string): Promise<readonly string[]> =>
  lint(await readText(file, source)).map(({ rule, start }) => `${start.line} ${rule}`);

const refusal = 'This item cannot be refunded.';
const offer = 'I can offer you an exchange instead.';
const formula = 'We apologize for any inconvenience this may have caused.';
const away = 'You can check that on our website.';
const lookup = 'Let me check that for you now.';
const choose = [refusal, offer, formula, away, lookup];
const bulleted = choose.map((line) => `- ${line}\n`).join('');
const numbered = choose.map((line, index) => `${index + 1}. ${line}\n`).join('');

it.each<[why: string, file: string, source: string]>([
  ['paragraphs', 'a.md', `# Refunds\n\n${choose.join('\n\n')}`],
  ['lines of a paragraph', 'a.md', `# Refunds\n\n${choose.join('\n')}`],
  ['a numbered list: steps', 'a.md', `# Refunds\n\n${numbered}`],
  ['a list under a title that says so', 'a.md', `## 退款处理流程\n\n${bulleted}`],
  ['a list that goes on with "then"', 'a.md', `# Refunds\n\n- Then I will close it.\n${bulleted}`],
  ['items that begin with "but"', 'a.md', `- ${refusal}\n- But ${offer}\n- Good day.\n`],
  ['an item of several paragraphs', 'a.md', `- ${refusal}\n\n  ${offer}\n- Good day.\n`],
  ['an item with items of its own', 'a.md', `- ${refusal}\n  - ${offer}\n- Good day.\n`],
  ['a paragraph for all of a list', 'a.md', `Always add: ${offer}\n\n- ${refusal}\n- Good day.\n`],
  ['a conversation', 'a.md', `- Agent: ${refusal}\n- Customer: No!\n- Agent: ${offer}\n`],
  [
    'a list with a scenario',
    'a.md',
    `# A\n\n<!-- scenario: opening -->\n\n- Good day, my name is Ann, how can I help you?\n- ${refusal}\n- ${offer}\n`,
  ],
  [
    'a row',
    'a.md',
    `| Case | Say | And |\n| - | - | - |\n| one | ${refusal} | ${offer} |\n| two | Good day. | Bye. |\n`,
  ],
  ['rows by step', 'a.md', `| Step | Say |\n| - | - |\n| 1 | ${refusal} |\n| 2 | ${offer} |\n`],
  [
    'rows by speaker',
    'a.md',
    `| Who | Say |\n| - | - |\n| Agent | ${refusal} |\n| Customer | No! |\n| Agent | ${offer} |\n`,
  ],
  ['lines of a plain text', 'a.txt', choose.join('\n')],
  ['a numbered list in a plain text', 'a.txt', numbered],
  ['lines of a YAML script', 'a.yaml', `- title: x\n  lines: ${JSON.stringify(choose)}\n`],
  [
    'messages by speaker',
    'a.json',
    JSON.stringify({ title: 'x', replies: choose.map((text) => ({ speaker: 'agent', text })) }),
  ],
])('is one answer: %s', async (_, file, source) => {
  expect(await found(file, source)).toEqual([]);
});

it.each<[why: string, file: string, source: string, expected: readonly string[]]>([
  ['a list', 'a.md', bulleted, ['1 offers-alternative', '3 formula-apology', '4 no-repeated-deflection']],
  [
    'a numbered list under a title that says so',
    'a.md',
    `# Useful phrases\n\n${numbered}`,
    ['3 offers-alternative', '5 formula-apology', '6 no-repeated-deflection'],
  ],
  [
    '常用话术',
    'a.md',
    '# 常用短语\n\n1. 对此给您带来的不便，敬请谅解。\n2. 我马上为您查询。\n3. 再见。\n',
    ['3 formula-apology'],
  ],
  [
    'rows of a table',
    'a.md',
    `| Case | Say |\n| - | - |\n| one | ${refusal} |\n| two | ${offer} |\n`,
    ['3 offers-alternative'],
  ],
  [
    'questions and answers',
    'a.md',
    `| Customer | Agent |\n| - | - |\n| Why? | ${refusal} |\n| When? | ${offer} |\n`,
    ['3 offers-alternative'],
  ],
  [
    'a list in a plain text',
    'a.txt',
    bulleted,
    ['1 offers-alternative', '3 formula-apology', '4 no-repeated-deflection'],
  ],
  [
    'more lines than anybody says in a row',
    'a.txt',
    [...choose, ...Array.from({ length: 8 }, () => 'Good day.')].join('\n'),
    ['1 offers-alternative', '3 formula-apology', '4 no-repeated-deflection'],
  ],
  ['replies in YAML', 'a.yaml', `replies:\n  - ${refusal}\n  - ${offer}\n`, ['2 offers-alternative']],
  [
    'replies with a title',
    'a.json',
    `{"title":"x","replies":[\n{"text":"${refusal}"},\n{"text":"${offer}"}]}`,
    ['2 offers-alternative'],
  ],
])('are wordings to choose from: %s', async (_, file, source, expected) => {
  expect(await found(file, source)).toEqual(expected);
});
