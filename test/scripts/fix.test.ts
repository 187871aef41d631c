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

describe('where the form cannot hold it', () => {
  it.each([
    ['a.yaml', 'say: calm down\n', 'note: this'],
    ['a.csv', 'text,n\ncalm down,1\n', 'well, ok'],
    ['a.txt', 'calm down\n', 'Customer: ok'],
  ])('%s: %j', async (file, source, fix) => {
    const document = await readText(file, source);
    const problem = problemWith(document, 'calm down', { fix });
    const { bytes, fixed, refused } = await fixScript(document, Buffer.from(source), [problem]);
    expect(Buffer.from(bytes).toString()).toBe(source);
    expect([fixed, refused.map(({ reason }) => reason)]).toEqual([[], ['form']]);
  });
  it('the others still go in', async () => {
    const source = 'text,n\ncalm down,1\ncalm down,2\ncalm down,3\n';
    const document = await readText('a.csv', source);
    const problems = ['one', 'a, b', 'two'].map((fix, nth) =>
      problemWith(document, 'calm down', { nth, fix }),
    );
    const { source: text, refused } = await fixScript(document, Buffer.from(source), problems);
    expect(text).toBe('text,n\none,1\ncalm down,2\ntwo,3\n');
    expect(refused.map(({ problem }) => problem)).toEqual([problems[1]]);
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
