import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { diffOf } from '../../src/scripts/diff.ts';
import type { ScriptEncoding } from '../../src/scripts/document.ts';
import { encode } from '../../src/scripts/encode.ts';
import { fixScript } from '../../src/scripts/fix.ts';
import { problemWith } from './problem.ts';
import { readText } from './read.ts';

const say = `I'm here: "let me look" & see, 好的`;

it.each([
  ['a.md', 'Now *calm down* please.\r\nok\r\n', `Now *${say}* please.\r\nok\r\n`],
  ['a.md', '> Now calm\n> down, ok', undefined],
  ['a.md', '| a |\n| - |\n| calm down |\n', `| a |\n| - |\n| ${say} |\n`],
  ['a.txt', 'Agent: calm down\n', `Agent: ${say}\n`],
  ['a.yaml', 'say: "calm down" # x\n', `say: "${say.replaceAll('"', '\\"')}" # x\n`],
  ['a.yaml', "say: 'calm down'\n", `say: '${say.replaceAll("'", "''")}'\n`],
  ['a.yaml', 'say: |\n  calm down\n', `say: |\n  ${say}\n`],
  ['a.yaml', 'say: >-\n  well,\n  calm down\n', `say: >-\n  well,\n  ${say}\n`],
  ['a.json', '{"text": "calm down"}', `{"text": ${JSON.stringify(say)}}`],
  ['a.csv', 'text,n\n"calm down",1\n', `text,n\n"${say.replaceAll('"', '""')}",1\n`],
])('%s: %j', async (file, source, expected) => {
  const document = await readText(file, source);
  const words = expected === undefined ? 'calm down, ok' : 'calm down';
  const problem = problemWith(document, words, { fix: say });
  const { bytes, source: text, fixed, refused } = await fixScript(document, Buffer.from(source), [problem]);
  expect(Buffer.from(bytes).toString()).toBe(expected ?? `> Now ${say}`);
  expect(text).toBe(Buffer.from(bytes).toString());
  expect([fixed, refused]).toEqual([[problem], []]);
});

describe('where markup stands in the way', () => {
  it.each([
    ['Now **calm** down.', 'Now ok.'],
    ['**Calm** now: calm **down**', '**Calm** now: ok'],
    ['Now [calm](x) down.', undefined],
  ])('%s', async (source, expected) => {
    const document = await readText('a.md', source);
    const problem = problemWith(document, 'calm down', { fix: 'ok' });
    const { source: text, refused } = await fixScript(document, Buffer.from(source), [problem]);
    expect(text).toBe(expected ?? source);
    expect(refused.map(({ reason }) => reason)).toEqual(expected === undefined ? ['form'] : []);
  });
  it('escapes what Markdown would read', async () => {
    const source = 'calm down';
    const document = await readText('a.md', source);
    const { source: text } = await fixScript(document, Buffer.from(source), [
      problemWith(document, source, { fix: 'a *b* c' }),
    ]);
    expect(text).toBe(String.raw`a \*b\* c`);
  });
});

describe('where a string needs quotes to hold it', () => {
  it.each<[file: string, source: string, fixes: readonly string[], expected: string]>([
    ['a.yaml', 'say: calm down\n', ['note: this'], 'say: "note: this"\n'],
    ['a.yaml', 'say: calm down # why\n', ['well # done'], 'say: "well # done" # why\n'],
    [
      'a.yaml',
      'say: "a"\ntext: He said "x", calm down\n',
      ['so: x'],
      'say: "a"\ntext: \'He said "x", so: x\'\n',
    ],
    ['a.yaml', 'say: [calm down, ok]\n', ['well, ok'], 'say: ["well, ok", ok]\n'],
    ['a.yaml', 'say: {text: calm down}\n', ['well, ok'], 'say: {text: "well, ok"}\n'],
    ['a.yaml', 'say:\n  - Oh no,\n    calm down\n', ['so: x'], 'say:\n  - "Oh no,\n    so: x"\n'],
    // In a block a comma is a comma.
    ['a.yaml', 'say: calm down\n', ['well, ok'], 'say: well, ok\n'],
    ['a.csv', 'text,n\ncalm down,1\n', ['well, ok'], 'text,n\n"well, ok",1\n'],
    ['a.csv', 'n,text\r\n1,Oh calm down\r\n', ['say "x", ok'], 'n,text\r\n1,"Oh say ""x"", ok"\r\n'],
    ['a.csv', 'text;n\ncalm down;1\n', ['a; b'], 'text;n\n"a; b";1\n'],
    ['a.csv', 'text;n\ncalm down;1\n', ['a, b'], 'text;n\na, b;1\n'],
    ['a.tsv', 'text\tn\ncalm down\t1\n', ['a, b'], 'text\tn\na, b\t1\n'],
    ['a.csv', 'text,n\nAgent: calm down,1\n', ['a, b'], 'text,n\n"Agent: a, b",1\n'],
    // Two of one cell, and those beside it.
    ['a.csv', 'text,n\ncalm down. x. calm down,1\n', ['a, b', 'c'], 'text,n\n"a, b. x. c",1\n'],
    ['a.csv', 'text,n\ncalm down. x. calm down,1\n', ['a, b', 'c, d'], 'text,n\n"a, b. x. c, d",1\n'],
    [
      'a.csv',
      'text,n\ncalm down,1\ncalm down,2\ncalm down,3\n',
      ['one', 'a, b', 'two'],
      'text,n\none,1\n"a, b",2\ntwo,3\n',
    ],
  ])('%s: %j %j', async (file, source, fixes, expected) => {
    const document = await readText(file, source);
    const problems = fixes.map((fix, nth) => problemWith(document, 'calm down', { nth, fix }));
    const { source: text, refused } = await fixScript(document, Buffer.from(source), problems);
    expect(text).toBe(expected);
    expect(refused).toEqual([]);
  });
});

describe('where the form cannot hold it', () => {
  it.each([
    ['a.yaml', 'say: An "x" isn\'t, calm down\n', 'note: this'],
    ['a.txt', 'calm down\n', 'Customer: ok'],
  ])('%s: %j', async (file, source, fix) => {
    const document = await readText(file, source);
    const problem = problemWith(document, 'calm down', { fix });
    const { bytes, fixed, refused } = await fixScript(document, Buffer.from(source), [problem]);
    expect(Buffer.from(bytes).toString()).toBe(source);
    expect([fixed, refused.map(({ reason }) => reason)]).toEqual([[], ['form']]);
  });
  it.each([0, 9, 21, 22])('the others still go in: line %i of 23', async (bad) => {
    const lines = Array.from({ length: 23 }, () => 'calm down');
    const source = lines.join('\n\n');
    const document = await readText('a.txt', source);
    const problems = lines.map((line, nth) =>
      problemWith(document, line, { nth, fix: nth === bad ? 'Customer: ok' : 'good' }),
    );
    const { source: text, refused } = await fixScript(document, Buffer.from(source), problems);
    expect(text).toBe(lines.map((line, nth) => (nth === bad ? line : 'good')).join('\n\n'));
    expect(refused.map(({ problem }) => problem)).toEqual([problems[bad]]);
  });
});

it('puts in the first of two that overlap', async () => {
  const source = 'please calm down now';
  const document = await readText('a.md', source);
  const problems = [
    problemWith(document, 'please calm', { fix: 'A' }),
    problemWith(document, 'calm down', { fix: 'B' }),
  ];
  const { source: text, refused } = await fixScript(document, Buffer.from(source), problems);
  expect(text).toBe('A down now');
  expect(refused).toMatchObject([{ problem: problems[1], reason: 'overlap' }]);
});

it('leaves workbooks alone', async () => {
  const bytes = await writeXlsxFile([{ data: [[{ value: 'text' }], [{ value: 'calm down' }]] }]).toBuffer();
  const document = await readText('a.xlsx', bytes);
  const result = await fixScript(document, bytes, [problemWith(document, 'calm down', { fix: 'ok' })]);
  expect(result.bytes).toBe(bytes);
  expect(result.refused.map(({ reason }) => reason)).toEqual(['workbook']);
});

const marked: readonly (readonly [ScriptEncoding, readonly number[]])[] = [
  ['utf-8', []],
  ['utf-8-bom', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', []],
  ['big5', []],
];
const before = '客服：非常抱歉，我馬上幫您查一下您的訂單。\r\n客服：請您先冷靜，好的。\r\n客戶：不行。';
it.each(marked)('keeps %s, its mark and every other byte', async (encoding, mark) => {
  const bytesOf = (text: string) => Buffer.concat([Buffer.from(mark), encode(text, encoding) as Uint8Array]);
  const bytes = bytesOf(before);
  const options = { encoding: encoding.replace('-bom', '') };
  const document = await readText('a.txt', bytes, options);
  const problem = problemWith(document, '請您先冷靜', { fix: '我理解您的心情' });
  const result = await fixScript(document, bytes, [problem], options);
  expect(Buffer.from(result.bytes).equals(bytesOf(before.replace('請您先冷靜', '我理解您的心情')))).toBe(
    true,
  );
});

it('says which character the encoding cannot write', async () => {
  const bytes = encode(before, 'big5') as Uint8Array;
  const document = await readText('a.txt', bytes, { encoding: 'big5' });
  const problem = problemWith(document, '請您先冷靜', { fix: '没事😀' });
  const { bytes: after, refused } = await fixScript(document, bytes, [problem], { encoding: 'big5' });
  expect(after).toBe(bytes);
  expect(refused[0]!.reason).toBe('encoding');
  expect(refused[0]!.why.en).toContain('没');
});

it('keeps bytes that are broken', async () => {
  const bytes = Buffer.concat([
    Buffer.from('您好，欢迎致电客服中心。\n'),
    Buffer.from([0xff, 0x41, 0xe4, 0xb8]),
    Buffer.from('\ncalm down 好\n'),
  ]);
  const document = await readText('a.txt', bytes);
  const { bytes: after } = await fixScript(document, bytes, [
    problemWith(document, 'calm down', { fix: '好的' }),
  ]);
  const at = bytes.indexOf('calm down');
  expect(
    Buffer.from(after).equals(
      Buffer.concat([bytes.subarray(0, at), Buffer.from('好的'), bytes.subarray(at + 9)]),
    ),
  ).toBe(true);
});

it.each(['gb18030', 'big5', 'windows-1252'] as const)('writes %s as it is read', (encoding) => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('客服您好', '€', 'é', '', '㐀', '😀'),
      (a, b) => {
        const bytes = encode(a + b, encoding);
        if (bytes instanceof Uint8Array)
          expect(new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes)).toBe(a + b);
        else expect(a + b).toContain(bytes.unwritable);
        if (encoding === 'gb18030') expect(bytes).toBeInstanceOf(Uint8Array);
      },
    ),
  );
});

it('reads again as the text with the replacement in it', async () => {
  const part = fc.constantFrom(
    'calm down',
    '**',
    '*',
    'ok ',
    '\n',
    '> ',
    '- ',
    '[a](b)',
    '&amp;',
    '\\*',
    '`c`',
    '好，',
    '| ',
    '# ',
    ' ',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(part, { maxLength: 15 }),
      fc.constantFrom('ok', 'a *b*', '# x', '- y', 'c | d', '1. z'),
      async (parts, fix) => {
        const source = parts.join('');
        const document = await readText('a.md', source);
        const count = document.pieces.reduce((sum, { text }) => sum + text.split('calm down').length - 1, 0);
        const problems = Array.from({ length: count }, (_, nth) =>
          problemWith(document, 'calm down', { nth, fix }),
        );
        const { source: text, fixed, refused } = await fixScript(document, Buffer.from(source), problems);
        const after = await readText('a.md', text);
        expect(fixed.length + refused.length).toBe(count);
        const said = (texts: readonly { readonly text: string }[]) =>
          texts.map(({ text }) => text).join('\n');
        const wanted = said(document.pieces).replaceAll('calm down', () =>
          fixed.includes(problems.shift()!) ? fix : 'calm down',
        );
        expect(said(after.pieces)).toBe(wanted);
      },
    ),
    { numRuns: 150 },
  );
});

it('shows a unified diff', () => {
  expect(diffOf('a.md', 'one\ntwo\n', 'one\nTWO\n')).toBe(
    '--- a/a.md\n+++ b/a.md\n@@ -1,2 +1,2 @@\n one\n-two\n+TWO\n',
  );
  expect(diffOf('a.md', 'x', 'x')).toBe('');
  expect(diffOf('/scripts/a.md', 'x\n', 'y\n')).toContain('--- a/scripts/a.md\n+++ b/scripts/a.md\n');
});
