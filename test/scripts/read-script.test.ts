import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { stringify } from 'yaml';
import { Failure } from '../../src/call/failure.ts';
import type { ScriptDocument } from '../../src/scripts/document.ts';
import { encode } from '../../src/scripts/encode.ts';
import { readScript } from '../../src/scripts/read-script.ts';
import { readText, said } from './read.ts';

const cases: readonly (readonly [what: string, file: string, source: string, expected: readonly string[]])[] =
  [
    [
      'a paragraph over lines',
      'a.md',
      'Please\ncalm down.\n',
      ['0 agent: Please calm down. <- Please\ncalm down.'],
    ],
    ['a hard break', 'a.md', 'One.  \nTwo', ['0 agent: One.\nTwo <- One.  \nTwo']],
    [
      'markup and references',
      'a.md',
      'a *b* &amp; \\* `c` <!-- no -->',
      ['0 agent: a b & * c <- a *b* &amp; \\* `c'],
    ],
    [
      'lists and quotes',
      'a.md',
      '- one\n  - two\n> three\n> four',
      ['0 agent: one', '0 agent: two', '0 agent: three four <- three\n> four'],
    ],
    ['code is no talk', 'a.md', '```\ncalm down\n```\n\n    calm down\n\nok', ['0 agent: ok']],
    [
      'headings make scripts',
      'a.md',
      '# A\none\n## B\ntwo\n### Step 2\nthree',
      ['0 agent: one', '1 agent: two', '1 agent: three'],
    ],
    [
      'labels of lines',
      'a.md',
      'Customer: no\nAgent: yes\n\n**客服:** 好\n\n**客户：**不',
      ['0 customer: no', '0 agent: yes', '0 agent: 好', '0 customer: 不'],
    ],
    ['a label over what follows', 'a.md', '**Customer:**\n\n> no\n\nyes', ['0 customer: no', '0 agent: yes']],
    [
      'a section of counter-examples',
      'a.md',
      "# A\n## Don't say\n- calm down\n### More\nrelax\n### Say instead\nok\n## B\nfine",
      ["0 agent: calm down (Don't say)", "1 agent: relax (Don't say)", '0 agent: ok', '2 agent: fine'],
    ],
    [
      'a column of counter-examples',
      'a.md',
      '| 推荐 | 避免 |\n| - | - |\n| 我来查 | 你冷静 |',
      ['0 agent: 我来查', '0 agent: 你冷静 (避免)'],
    ],
    [
      'a label of counter-examples',
      'a.md',
      'Avoid: relax\n\n✗ 你先冷静\n\n禁用语：\n\n- 冷静\n- 规定\n\n好',
      [
        '0 agent: relax (Avoid)',
        '0 agent: 你先冷静 (✗)',
        '0 agent: 冷静 (禁用语)',
        '0 agent: 规定 (禁用语)',
        '0 agent: 好',
      ],
    ],
    [
      'text by blank lines',
      'a.txt',
      '# T\nAgent: hi\nthere\nCustomer: no\n\n客服：您好\r\n',
      ['0 agent: hi', '0 agent: there', '0 customer: no', '1 agent: 您好'],
    ],
    [
      'wrapped text',
      'a.txt',
      `${'word '.repeat(14)}please calm\ndown`,
      [`0 agent: ${'word '.repeat(14)}please calm down <- ${'word '.repeat(14)}please calm\ndown`],
    ],
    [
      'text of counter-examples',
      'a.txt',
      "Don't say:\ncalm down\n\nok\n\n# 禁用语\n冷静\n# 其他\n好",
      ["0 agent: calm down (Don't say)", '1 agent: ok', '2 agent: 冷静 (禁用语)', '3 agent: 好'],
    ],
    [
      'YAML of all styles',
      'a.yaml',
      "say: >\n  calm\n  down\n\n  now\ntext: |\n  a\n   b\nreply: 'it''s\n  me'\nanswer: \"a\\u4f60\\\n  b\"\nnote: x\ncontent: plain\n  text # no\n",
      [
        '0 agent: calm down\nnow <- calm\n  down\n\n  now',
        '0 agent: a\n b <- a\n   b',
        "0 agent: it's me <- it''s\n  me",
        '0 agent: a你b <- a\\u4f60\\\n  b',
        '0 agent: plain text <- plain\n  text',
      ],
    ],
    [
      'YAML scripts',
      'a.yml',
      'a:\n  scenario: refund\n  steps: [{say: one}, {say: two}]\nb:\n  text: {en: three, zh: 四}\n  avoid: [five]\n  客户: 六\n',
      [
        '0 agent: one',
        '0 agent: two',
        '1 agent: three',
        '1 agent: 四',
        '1 agent: five (avoid)',
        '1 customer: 六',
      ],
    ],
    [
      'labels in a YAML block',
      'a.yaml',
      'script: |\n  Agent: hi\n  Customer: no\n',
      ['0 agent: hi', '0 customer: no'],
    ],
    [
      'JSON',
      'a.json',
      '[{"id":"x","text":"say \\"hi\\"\\n\\u4f60\\ud83d\\ude00"},{"speaker":"customer","content":"no"}]',
      ['0 agent: say "hi"\n你😀 <- say \\"hi\\"\\n\\u4f60\\ud83d\\ude00', '1 customer: no'],
    ],
    [
      'CSV',
      'a.csv',
      '# callqa-disable x -- y\n话术,避免,客户问题\n"he ""said""",b,c\n\n"a\nb",,\n',
      ['0 agent: he "said" <- he ""said""', '0 agent: b (避免)', '0 customer: c', '1 agent: a\nb'],
    ],
    [
      'TSV dialogue',
      'a.tsv',
      'title\tspeaker\ttext\nt\tAgent\thi 😀\nt\tCustomer\tno\nu\tAgent\tok',
      ['0 agent: hi 😀', '0 customer: no', '1 agent: ok'],
    ],
  ];

it.each(cases)('reads %s', async (_, file, source, expected) => {
  expect(said(await readText(file, source))).toEqual(expected);
});

it('reads the cells of a workbook', async () => {
  const rows = [
    [null, { value: '名称' }, { value: '话术' }],
    [null, null, null],
    [null, { value: 'x' }, { value: '客服：你先冷静' }],
  ];
  const bytes = await writeXlsxFile([{ data: rows, sheet: '话术库' }]).toBuffer();
  const document = await readText('a.xlsx', bytes);
  expect(document.pieces).toMatchObject([
    { text: '你先冷静', offsets: [3, 4, 5, 6, 7], place: { sheet: '话术库', cell: 'C3' }, script: 0 },
  ]);
  expect(document.scripts).toEqual([{ title: 'x' }]);
});

it('takes the named columns', async () => {
  const columns = { text: '标准 口径', customer: 'x', scenario: '用途' };
  const document = await readText('a.csv', '话术,标准口径,X,用途\na,b,c,refund\n', { columns });
  expect(said(document)).toEqual(['0 agent: b', '0 customer: c']);
  expect(document.scripts[0]!.scenario).toBe('refund');
  expect(said(await readText('b.csv', '话术\na\n', { columns }))).toEqual(['0 agent: a']);
});

it('takes the named fields and no others', async () => {
  expect(
    said(await readText('a.json', '{"text":"a","Message_Body":"b"}', { fields: ['message body'] })),
  ).toEqual(['0 agent: b']);
  expect(said(await readText('a.csv', 'text,foo\na,b\n', { fields: ['foo'] }))).toEqual(['0 agent: b']);
});

describe('scenarios', () => {
  const scenarios = async (file: string, source: string) =>
    (await readText(file, source)).scripts.map(({ scenario, scenarioAt }) => [
      scenario,
      scenarioAt?.line,
      scenarioAt?.column,
    ]);
  it.each([
    [
      'front matter for the whole',
      'a.md',
      '---\nscenario: "refund"\n---\n# A\nx\n# B\ny',
      [['refund', 2, 12]],
    ],
    [
      'a comment for its section',
      'a.md',
      '# A\n<!-- scenario: delay -->\nx\n# B\ny',
      [
        ['delay', 2, 16],
        [undefined, undefined, undefined],
      ],
    ],
    ['text', 'a.txt', '---\nscenario: refund\n---\nx\n\ny', [['refund', 2, 11]]],
    ['YAML', 'a.yaml', 'a:\n  scenario: refund\n  say: x', [['refund', 2, 13]]],
    ['CSV', 'a.csv', 'scenario,text\nrefund,x\n', [['refund', 2, 1]]],
    ['a description is none', 'a.csv', '场景,话术\n客户要退款,x\n', [[undefined, undefined, undefined]]],
  ])('%s', async (_, file, source, expected) => {
    expect(await scenarios(file, source)).toEqual(expected);
  });
});

describe('comments', () => {
  it.each([
    ['a.md', 'x <!-- callqa-disable-line a -- b --> y', ['callqa-disable-line a -- b', 1, 2, 37]],
    ['a.md', '---\n# callqa-disable a -- b\n---\nx', ['callqa-disable a -- b', 2, 4, 27]],
    ['a.txt', 'one\nx  # callqa-disable-line a -- b', ['callqa-disable-line a -- b', 2, 7, 35]],
    ['a.yaml', "say: '# no'\n# yes\ntext: |\n  # no\n", ['yes', 2, 12, 17]],
    [
      'a.csv',
      'text\n# callqa-disable-next-line a -- b, c\nx\n',
      ['callqa-disable-next-line a -- b, c', 2, 5, 41],
    ],
  ])('%s: %j', async (file, source, [text, line, start, end]) => {
    const { comments } = await readText(file, source);
    expect(comments).toEqual([{ text, line, start, end }]);
  });
  it('JSON has none: a key speaks of its object', async () => {
    const source = '{"a":{"callqa-disable":["x -- y"],"text":"t"}}';
    const { comments } = await readText('a.json', source);
    expect(comments).toMatchObject([
      { text: 'callqa-disable x -- y', scope: { start: 5, end: source.length - 1 } },
    ]);
  });
});

it.each([
  ['a.json', '{"a": 1,}', 'script-json', 1, 9],
  ['a.yaml', 'a: [1\nb: 2', 'script-yaml', 2, 1],
  ['a.csv', 'a,b\n1,2\n', 'script-columns', 1, 1],
  ['a.csv', 'text\n"a\n', 'script-csv', 2, undefined],
  ['a.md', 'a\0b\0\0', 'not-text', 1, undefined],
  ['a.xlsx', 'no', 'script-xlsx', undefined, undefined],
])('%s %j is a failure: %s', async (file, source, code, line, column) => {
  const failure = await readScript(file, Buffer.from(source));
  expect(failure).toBeInstanceOf(Failure);
  const { place } = failure as Failure;
  expect([(failure as Failure).code, place.line, place.column]).toEqual([code, line, column]);
});

const chinese = '客服：非常抱歉给您带来不便，我马上为您查询订单的情况，请您稍等。\n';
const traditional = '客服：非常抱歉給您帶來不便，我馬上為您查詢訂單的情況，請您稍等。\n';
it.each([
  ['utf-8', Buffer.from(chinese)],
  ['utf-8-bom', Buffer.from(`\ufeff${chinese}`)],
  ['utf-16le', Buffer.from(`\ufeff${chinese}`, 'utf16le')],
  ['utf-16be', Buffer.from(`\ufeff${chinese}`, 'utf16le').swap16()],
  ['gb18030', encode(chinese, 'gb18030') as Uint8Array],
  ['big5', encode(traditional, 'big5') as Uint8Array],
])('reads %s', async (encoding, bytes) => {
  const document = await readText('a.txt', bytes);
  expect(document.encoding).toBe(encoding);
  expect(document.source).toBe(encoding === 'big5' ? traditional : chinese);
  expect(document.pieces[0]!.text.slice(0, 4)).toBe('非常抱歉');
});

/** Offsets ascend and lie in the source; what is one code unit there is the same one, space apart. */
function expectTruePlaces({ pieces, source }: ScriptDocument): void {
  for (const { text, offsets, widths } of pieces) {
    expect(offsets.length).toBe(text.length + 1);
    for (let at = 0; at < text.length; at++) {
      expect(offsets[at + 1]!).toBeGreaterThan(offsets[at]!);
      if ((widths?.get(at) ?? 1) === 1 && !/\s/u.test(text[at]!)) expect(source[offsets[at]!]).toBe(text[at]);
    }
    expect(offsets.at(-1)!).toBeLessThanOrEqual(source.length);
  }
}

const words = fc.constantFrom(
  'calm',
  '冷静',
  'a b',
  ' ',
  '\n',
  "'",
  '"',
  '\\',
  '#',
  ': ',
  '- ',
  '😀',
  'é',
  '\t',
  ',',
  '|',
  '.',
  '{x}',
  '&',
);
const string = fc.array(words, { minLength: 1, maxLength: 12 }).map((parts) => `x${parts.join('')}y`);
/** What a reader may do to a string: the labels and space around it aside, nothing is lost. */
const bare = (text: string): string => text.replaceAll(/\s/gu, '');

it('loses nothing of YAML, and knows where it stands', async () => {
  const style = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');
  await fc.assert(
    fc.asyncProperty(
      string,
      style,
      fc.constantFrom(20, 80),
      fc.boolean(),
      async (value, type, lineWidth, isCrlf) => {
        const yaml = stringify(
          { a: { say: value }, z: 1 },
          { defaultStringType: type as 'PLAIN', defaultKeyType: 'PLAIN', lineWidth },
        );
        // The writer may fold within a surrogate pair, and such a text has no bytes.
        fc.pre(!/\p{Cs}/u.test(yaml));
        const document = await readText('a.yaml', isCrlf ? yaml.replaceAll('\n', '\r\n') : yaml);
        expectTruePlaces(document);
        expect(bare(document.pieces.map(({ text }) => text).join(''))).toBe(bare(value));
      },
    ),
    { numRuns: 600 },
  );
});

it('loses nothing of JSON and CSV, and knows where it stands', async () => {
  await fc.assert(
    fc.asyncProperty(string, string, async (a, b) => {
      const json = await readText('a.json', JSON.stringify([{ text: a, x: 1 }, { text: b }], undefined, 1));
      expectTruePlaces(json);
      expect(json.pieces.map(({ text }) => text)).toEqual([a, b]);
      const quote = (value: string) => (/["\n,]/u.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
      const csv = await readText(
        'a.csv',
        `text,reply,n\n${quote(a)},${quote(b)},1\r\n${quote(b)},${quote(a)},`,
      );
      expectTruePlaces(csv);
      expect(csv.pieces.map(({ text }) => text)).toEqual([a, b, b, a]);
    }),
    { numRuns: 500 },
  );
});

it('reads any Markdown and text without a throw, and knows where it stands', async () => {
  const sign = fc.constantFrom(
    '#',
    '*',
    '_',
    '`',
    '[',
    ']',
    '(',
    ')',
    '<',
    '>',
    '!',
    '&',
    ';',
    '\\',
    '|',
    '-',
    '\n',
    '\n\n',
    '\r\n',
    ' ',
    '    ',
    '\t',
    '1.',
    'Agent:',
    'word',
    '客户：',
    '<b>',
    '<!--',
    '-->',
    '&lt;',
    '~',
    '\0',
    '😀',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(sign, { maxLength: 30 }), async (parts) => {
      const source = parts.join('').replaceAll('\0', '');
      expectTruePlaces(await readText('a.md', source));
      expectTruePlaces(await readText('a.txt', source));
    }),
    { numRuns: 2000 },
  );
});
