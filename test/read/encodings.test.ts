import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Failure } from '../../src/call/failure.ts';
import { encodingOf } from '../../src/read/encoding.ts';
import type { ReadOptions } from '../../src/read/read.ts';
import { itemsOf, sorted } from './content.ts';

/** Text in GBK and Big5 as bytes in hexadecimal, since the platform only decodes them. */
const hex = (digits: string) => Buffer.from(digits.replaceAll(' ', ''), 'hex');
const gbk = {
  客服: 'bfcdb7fe',
  您好: 'c4fabac3',
  请问有什么可以帮您: 'c7ebcecad3d0cab2c3b4bfc9d2d4b0efc4fa',
  '：': 'a3ba',
};
const big5 = {
  客服: 'abc8aa41',
  您好: 'b17aa66e',
  請問有什麼可以幫您: 'bdd0b0dda6b3a4b0bbf2a569a548c0b0b17a',
  '：': 'a147',
};
const gbkText = hex(gbk.客服 + gbk['：'] + gbk.您好 + gbk.请问有什么可以帮您);
const big5Text = hex(big5.客服 + big5['：'] + big5.您好 + big5.請問有什麼可以幫您);

async function read(bytes: Uint8Array, options: ReadOptions & { path?: string; size?: number } = {}) {
  const warnings: Failure[] = [];
  const items = await itemsOf(bytes, { ...options, warn: (warning) => warnings.push(warning) });
  return { ...sorted(items), warnings: warnings.map(({ code, place }) => `${code} ${place.line}`) };
}

describe('an encoding', () => {
  it.each([
    ['GB18030', gbkText, '您好请问有什么可以帮您'],
    ['Big5', big5Text, '您好請問有什麼可以幫您'],
    ['GB18030 with its mark', Buffer.concat([hex('84319533'), gbkText]), '您好请问有什么可以帮您'],
    ['UTF-16 LE without a mark', Buffer.from('客服：您好\n\n', 'utf16le'), '您好'],
    ['UTF-16 BE without a mark', Buffer.from('客服：您好\n\n', 'utf16le').swap16(), '您好'],
    // 一 is U+4E00: its zero byte stands on the other side than that of a line break.
    ['UTF-16 LE with zeros on both sides', Buffer.from('客服：一百元，一定\n\n', 'utf16le'), '一百元，一定'],
    [
      'UTF-16 BE with zeros on both sides',
      Buffer.from('客服：一百元，一定\n\n', 'utf16le').swap16(),
      '一百元，一定',
    ],
    ['windows-1252', Buffer.from('Agent: It\x92s \xa330 at the caf\xe9', 'latin1'), 'It’s £30 at the café'],
    [
      'declared Big5',
      Buffer.concat([Buffer.from('---\ncharset: big5\n---\n'), hex(big5.客服 + big5['：'] + big5.您好)]),
      '您好',
    ],
  ])('%s is known by its bytes, without a warning', async (_, bytes, text) => {
    const { calls, failures, warnings } = await read(bytes);
    expect(calls[0]?.turns).toEqual([{ speaker: 'agent', text }]);
    expect({ failures, warnings }).toEqual({ failures: [], warnings: [] });
  });

  it('that is said is taken', async () => {
    const { calls } = await read(gbkText, { encoding: 'gbk' });
    expect(calls[0]?.turns[0]?.text).toBe('您好请问有什么可以帮您');
  });

  it('that does not exist is a failure', async () => {
    expect((await read(gbkText, { encoding: 'klingon' })).failures).toEqual(['encoding-unknown']);
  });

  it.each<[string, Uint8Array, ReadOptions, string[]]>([
    [
      'a wrong one said',
      Buffer.concat([Buffer.from('Agent: a\n'), gbkText]),
      { encoding: 'utf-8' },
      ['encoding-lost 2'],
    ],
    [
      'characters that were lost before',
      Buffer.from('Agent: a\nAgent: 您好您好\ufffd'),
      {},
      ['encoding-lost 2'],
    ],
    [
      'a character cut in the middle',
      Buffer.from('Agent: a\n客服：您好您好').subarray(0, -1),
      {},
      ['encoding-lost 2'],
    ],
    ['hardly any evidence', Buffer.from('Agent: a\nAgent: b\xb5', 'latin1'), {}, ['encoding-guess 2']],
    [
      'an encoding of another language',
      Buffer.from('83478381839383670a82b182f182c982bf82cd8142', 'hex'),
      {},
      ['encoding-guess 1'],
    ],
    [
      'a declaration that is not true',
      Buffer.from('---\ncharset: gbk\n---\n客服：您好'),
      {},
      ['encoding-guess 4'],
    ],
  ])('warns of %s, with the line', async (_, bytes, options, warnings) => {
    const { calls, ...rest } = await read(bytes, options);
    expect(calls).toHaveLength(1);
    expect(rest).toEqual({ failures: [], warnings });
  });

  it('of lines is known though they begin in plain ASCII', async () => {
    const plain = Buffer.from('{"turns":[{"speaker":"agent","text":"a"}]}\n'.repeat(3000));
    const other = Buffer.concat([
      Buffer.from('{"turns":[{"speaker":"agent","text":"'),
      hex(gbk.您好 + gbk.请问有什么可以帮您),
      Buffer.from('"}]}\n'),
    ]);
    const { calls, failures } = await read(Buffer.concat([plain, other]));
    expect(failures).toEqual([]);
    expect(calls.at(-1)?.turns[0]?.text).toBe('您好请问有什么可以帮您');
  });

  it('of one broken line does not change the others', async () => {
    const line = '{"turns":[{"speaker":"agent","text":"您好"}]}\n';
    const broken = Buffer.concat([
      Buffer.from(line.repeat(3)),
      Buffer.from('{"a":"\xff"}\n', 'latin1'),
      Buffer.from(line),
    ]);
    const { calls, failures } = await read(broken);
    expect(failures).toEqual(['not-utf8 4']);
    expect(calls.map(({ turns }) => turns[0]?.text)).toEqual(['您好', '您好', '您好', '您好']);
  });

  it('is told with its reason', async () => {
    const said: string[] = [];
    await read(gzipSync(gbkText), { verbose: (line) => said.push(line) });
    expect(said).toEqual([
      'f.txt: text in gzip, since its lines carry speaker labels; gb18030, since its bytes look like it',
    ]);
  });

  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452000001', 'hex')],
    ['zeros', Buffer.alloc(64)],
  ])('of %s is none', async (_, bytes) => {
    expect(await encodingOf(bytes)).toBeUndefined();
    expect((await read(bytes)).failures).toEqual(['not-text 1']);
  });

  it('of a few stray zero bytes is what the rest is, with a warning', async () => {
    const text = '客服：您好，请问有什么可以帮您\n客户：我的订\0单还没有到，请查一下\n';
    for (const size of [Infinity, 7]) {
      const { calls, warnings } = await read(Buffer.from(text), { size });
      expect(calls[0]?.turns.map(({ text }) => text)).toEqual([
        '您好，请问有什么可以帮您',
        '我的订单还没有到，请查一下',
      ]);
      expect(warnings).toEqual(['zero-bytes 2']);
    }
  });

  it.each([
    ['a workbook', Buffer.from('504b030414000600080000002100', 'hex'), /ZIP.*\.xlsx/u, /CSV/u],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae10000', 'hex'), /\.xls/u, /CSV/u],
    ['a PDF', Buffer.from('%PDF-1.7 all of it is text here\n'), /PDF/u, /plain text/u],
    [
      'a recording',
      Buffer.concat([Buffer.from('RIFF'), Buffer.alloc(8), Buffer.from('WAVE')]),
      /recording/u,
      /transcribed/u,
    ],
    ['UTF-32 LE', Buffer.from('fffe00004100000067000000', 'hex'), /UTF-32/u, /UTF-8/u],
    ['UTF-32 BE', Buffer.from('0000feff0000004100000067', 'hex'), /UTF-32/u, /UTF-8/u],
  ])('of %s is none, and the error says what it is', async (_, bytes, message, hint) => {
    const [item] = await itemsOf(bytes);
    const failure = item !== undefined && 'failure' in item ? item.failure : undefined;
    expect(failure).toMatchObject({ code: 'not-text', place: { line: 1 } });
    expect(failure?.message).toMatch(message);
    expect(failure?.hint).toMatch(hint);
  });

  it('of binary data is told at the line of its first zero', async () => {
    const bytes = Buffer.concat([Buffer.from('Agent: Hi\nCustomer: late\n'), Buffer.alloc(40)]);
    expect((await read(bytes)).failures).toEqual(['not-text 3']);
  });

  // 0xfa40 and what follows are Hong Kong's own characters, which the platform has no names for.
  it('of Hong Kong’s own characters loses them, and says how to keep them', async () => {
    const bytes = Buffer.concat([big5Text, Buffer.from('\n'), hex(`${big5.客服}${big5['：']}fa40fa41`)]);
    const warnings: Failure[] = [];
    await itemsOf(bytes, { encoding: 'big5', warn: (warning) => warnings.push(warning) });
    expect(warnings.map(({ code, place }) => [code, place.line])).toEqual([['encoding-lost', 2]]);
    expect(warnings[0]?.hint).toContain('HKSCS');
  });

  it('of Unicode keeps what is of private use without a word', async () => {
    expect((await read(Buffer.from('Agent: a \ue001 sign'))).warnings).toEqual([]);
  });
});
