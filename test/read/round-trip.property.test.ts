/** Canonical calls, written in each format and read back: every word, speaker and time is still there. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Call, Turn } from '../../src/call/call.ts';
import { transcriptFormats, type TranscriptFormatName } from '../../src/report/transcript/formats.ts';
import { itemsOf, sorted } from './content.ts';

/** Words of both languages and what may confuse a reader: labels, clocks, markup, quotes, delimiters, breaks. */
const piece = fc.constantFrom(
  'hello',
  'I',
  "can't",
  '48',
  '您好',
  '订单号',
  '請問',
  'é',
  '😀',
  '…',
  '，',
  '。',
  '?',
  '!',
  '-',
  '–',
  '--',
  '-->',
  'Agent:',
  'Customer: yes',
  '客服：',
  'Maria:',
  'Note:',
  '10:30',
  '1',
  '2',
  '00:00:01',
  '00:01 - 00:02',
  '//',
  'http://a.b',
  '<b>',
  '</v>',
  '<v Bob>',
  '<unk>',
  '<00:00:01.000>',
  '&',
  '&amp;',
  '&lt;',
  '&#39;',
  '{\\an8}',
  'WEBVTT',
  'NOTE',
  '---',
  '# x',
  '"',
  '""',
  "'",
  ',',
  ';',
  '\t',
  '\n',
  '\r\n',
  '\n\n',
  '=1+1',
  '+',
  '@',
  '[laughs]',
  '(sic)',
  ']',
  ')',
  '】',
  '*',
  '**',
  '_',
  '>>',
  '|',
);
const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(' '));
const person = fc.constantFrom(
  'Maria',
  'SPEAKER_00',
  'speaker 00',
  'p: 1',
  '王芳',
  'Supervisor',
  '<x>',
  'a(b)',
  'A'.repeat(80),
  '',
);
const turn: fc.Arbitrary<Turn> = fc
  .record(
    {
      speaker: fc.constantFrom('agent', 'customer', 'bot', 'unknown'),
      participant: person,
      text,
      start: fc.nat(3_000_000),
      length: fc.nat(90_000),
      confidence: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    },
    { requiredKeys: ['speaker', 'text'] },
  )
  .map(({ length, start, ...turn }) => ({
    ...turn,
    ...(start === undefined ? {} : { start }),
    ...(start === undefined || length === undefined ? {} : { end: start + length }),
  }));
const call: fc.Arbitrary<Call> = fc
  .record(
    {
      id: fc.constantFrom('call-1', '007', '通话 1', 'a/b', '=1'),
      language: fc.constantFrom('en', 'zh-CN', 'zh-TW'),
      startedAt: fc.constantFrom('2026-03-01T10:00:00Z', '2026-03-01'),
      agent: fc.constant({ id: 'a-1', name: 'Maria' }),
      turns: fc.array(turn, { minLength: 1, maxLength: 8 }),
      timed: fc.nat(10_000),
    },
    { requiredKeys: ['id', 'turns', 'timed'] },
  )
  // Subtitles cannot do without times.
  .map(({ timed, turns: [first, ...rest], ...call }) => ({
    ...call,
    turns: [{ start: timed, ...first! }, ...rest],
  }));

/** Line breaks may come back as spaces. */
const words = (text: string): string => text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim();

/** People by the order in which they first talk, so that only who is who counts and not what they are called. */
function peopleOf(turns: readonly Turn[]): readonly number[] {
  const seen: string[] = [];
  return turns.map(({ speaker, participant }) => {
    const person = JSON.stringify([speaker, participant ?? null]);
    if (!seen.includes(person)) seen.push(person);
    return seen.indexOf(person);
  });
}

const runs = 1000;

describe('written and read back', () => {
  it.each(Object.keys(transcriptFormats) as TranscriptFormatName[])(
    `%s keeps every word, speaker, participant and time (${runs} calls)`,
    async (name) => {
      const format = transcriptFormats[name];
      await fc.assert(
        fc.asyncProperty(call, async (call) => {
          // A clock in brackets is when a line of text begins, where nothing else says it.
          fc.pre(
            name !== 'text' ||
              call.turns.every(({ start, text }) => start !== undefined || !/^\s*[<[]\d/u.test(text)),
          );
          const written = format.head + format.call(call, 0) + format.tail;
          const { calls, failures } = sorted(await itemsOf(written, { path: `call-1${format.extension}` }));
          expect(failures).toEqual([]);
          expect(calls).toHaveLength(1);
          const { turns } = calls[0]!;
          expect(turns.map(({ text }) => words(text))).toEqual(call.turns.map(({ text }) => words(text)));
          expect(turns.map(({ speaker }) => speaker)).toEqual(call.turns.map(({ speaker }) => speaker));
          expect(peopleOf(turns)).toEqual(peopleOf(call.turns));
          for (const [index, { start, end }] of call.turns.entries()) {
            // Subtitles add times where there are none.
            const adds = name === 'vtt' || name === 'srt';
            if (start !== undefined || !adds) expect(turns[index]!.start).toBe(start);
            if (end !== undefined || !adds) expect(turns[index]!.end).toBe(end);
          }
        }),
        { numRuns: runs },
      );
    },
  );
});
