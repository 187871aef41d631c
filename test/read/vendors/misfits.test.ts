import { describe, expect, it } from 'vitest';
import { Failure } from '../../../src/call/failure.ts';
import type { VendorFormat } from '../../../src/read/vendors/formats.ts';
import { itemsOf, sorted } from '../content.ts';
import { read } from './read-value.ts';

describe('pieces that are not as the format has them', () => {
  const segment = { start: 0, end: 1, text: 'a' };
  it.each<[VendorFormat, unknown, string]>([
    ['whisper', { segments: [segment, { start: 1, end: 2, text: 5 }] }, 'segments[1].text'],
    ['whisper', { segments: [segment, { start: 1, end: 2 }] }, 'segments[1].text'],
    ['whisper', { segments: [segment, 'b'] }, 'segments[1]'],
    ['whisper', { segments: [segment, { start: 'soon', end: 2, text: 'b' }] }, 'segments[1].start'],
    ['whisper', { segments: [{ ...segment, words: [{ word: ['a'] }] }] }, 'segments[0].words[0].word'],
    ['contact-lens', { Transcript: [{ ParticipantRole: 'AGENT', Content: {} }] }, 'Transcript[0].Content'],
    [
      'contact-lens',
      { Transcript: [{ ParticipantRole: [], Content: 'a' }] },
      'Transcript[0].ParticipantRole',
    ],
    ['iflytek', { content: { orderResult: '{"lattice": [' } }, 'content.orderResult'],
    ['alibaba-asr', { Sentences: [{ BeginTime: 'x', Text: 'a' }] }, 'Sentences[0].BeginTime'],
  ])('%s %j names %s', (format, value, path) => {
    const [failure, ...more] = read(value, format);
    expect(more).toEqual([]);
    expect(failure).toBeInstanceOf(Failure);
    expect(failure).toMatchObject({ code: 'call-invalid', place: { file: 'f.json' } });
    expect((failure as Failure).message.split(': ')[0]).toBe(path);
    expect((failure as Failure).hint).toContain(format);
  });

  it('are one call’s fault, and the others go on', async () => {
    const result = (words: unknown) => ({ AsrResult: [{ Role: '客服', Words: words, Begin: 0, End: 1 }] });
    const value = {
      Data: {
        ResultInfo: [result('一'), result('二'), { AsrResult: [{ Role: 1, Words: [] }] }, result('四')],
      },
    };
    const { calls, failures } = sorted(await itemsOf(JSON.stringify(value), { path: 'f.json' }));
    expect(calls.map(({ id, turns }) => [id, turns[0]!.text])).toEqual([
      ['f#1', '一'],
      ['f#2', '二'],
      ['f#4', '四'],
    ]);
    expect(failures).toEqual(['call-invalid']);
  });

  it.each([
    ['whisper', { segments: [{ start: 0, end: 1, text: ' ' }] }],
    ['contact-lens', { Transcript: [{ ParticipantRole: 'AGENT', Content: null, ContentType: 'x' }] }],
  ] as const)('no words at all are a failure: %s', (format, value) => {
    expect((read(value, format)[0] as Failure).message).toMatch(/at least one turn with words/u);
  });

  it('a list of segments that breaks off keeps those before', async () => {
    const { calls, failures } = sorted(
      await itemsOf('[{"start":0,"end":1,"text":"a"},{"start":1,"end":2,"text":"b"},{"sta', {
        path: 'f.json',
      }),
    );
    expect(calls.map(({ turns }) => turns.map(({ text }) => text))).toEqual([['a', 'b']]);
    expect(failures).toEqual(['json-syntax 1 65']);
  });

  it('a value of no format is a failure of the canonical form', async () => {
    const { calls, failures } = sorted(await itemsOf('{"hello": [1]}', { path: 'f.json' }));
    expect(calls).toEqual([]);
    expect(failures).toEqual(['call-invalid']);
  });
});
