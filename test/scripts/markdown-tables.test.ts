/** Which columns of tables in Markdown are read. */
import { expect, it } from 'vitest';
import { readText, said } from './read.ts';

const table = (...rows: readonly string[]): string =>
  [rows[0]!, rows[0]!.replaceAll(/[^|]+/gu, '-'), ...rows.slice(1)].join('\n');

it.each<[why: string, source: string, expected: readonly string[]]>([
  ['remarks', table('|场景|标准话术|备注|', '|退款|您好|别急|'), ['0 agent: 您好']],
  [
    'why',
    table("|Situation|Don't say|Say|Why|", '|x|No.|Yes.|It hurts.|'),
    ["0 agent: No. (Don't say)", '0 agent: Yes.'],
  ],
  ['no name of what is said', table('|A|B|', '|Hold on.|Yes.|'), ['0 agent: Hold on.', '0 agent: Yes.']],
  ['no name, and a remark', table('|场景|怎么讲|', '|客户来了|您好|'), ['0 agent: 您好']],
  ['a name that says nothing', table('|话术|讲法二|', '|您好|稍等|'), ['0 agent: 您好', '0 agent: 稍等']],
  ['nothing but what tells', table('|场景|备注|', '|退款|您好|'), ['0 agent: 退款', '0 agent: 您好']],
  ['two languages', table('|English|中文|', '|Hold on.|您好|'), ['0 agent: Hold on.', '0 agent: 您好']],
  [
    'a column of speakers',
    table('|ID|Who|Line|', '|1|Customer|No.|', '|2|Agent|Yes.|'),
    ['0 customer: No.', '0 agent: Yes.'],
  ],
])('%s', async (_, source, expected) => {
  expect(said(await readText('a.md', `${source}\n`))).toEqual(expected);
});
