import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { cutLine } from '../../src/read/lines.ts';
import { labelReader } from '../../src/read/labels.ts';
import type { ReadOptions } from '../../src/read/read.ts';
import { itemsOf, sorted } from './content.ts';

const call = '{"turns":[{"speaker":"agent","text":"hello"}]}';
const deep = (depth: number) => `{"turns":[],"meta":{"a":${'['.repeat(depth)}${']'.repeat(depth)}}}`;
const bomb = gzipSync(Buffer.alloc(8 << 20, 0x20));

describe('a limit', () => {
  it.each<[string, string | Uint8Array, ReadOptions, string]>([
    ['of size', 'Agent: hello\n'.repeat(20_000), { limits: { 'file-size': 100_000 } }, 'limit-file-size'],
    [
      'of a line',
      `\n${call.replace('hello', 'x'.repeat(90_000))}`,
      { inputFormat: 'jsonl', limits: { 'line-size': 50_000 } },
      'limit-line-size 2',
    ],
    ['of nesting in JSON', deep(99), { inputFormat: 'json' }, 'limit-nesting 1 123'],
    ['of nesting in JSONL', `${deep(99)}\n`, { inputFormat: 'jsonl' }, 'limit-nesting 1 123'],
    ['of nesting in front matter', `---\na: ${'['.repeat(50_000)}\n---\nAgent: hi`, {}, 'limit-nesting 2'],
    ['of turns', 'Agent: a\nCustomer: b\n'.repeat(3), { limits: { turns: 5 } }, 'limit-turns'],
    ['of a turn', `Agent: ${'a'.repeat(300_000)}`, {}, 'limit-turn-length'],
    ['of what a gzip makes of a byte', bomb, {}, 'limit-gzip-ratio'],
    [
      'of what a gzip makes',
      bomb,
      { limits: { 'gzip-ratio': 1e6, 'gzip-size': 1 << 20 } },
      'limit-gzip-size',
    ],
    ['of gzips in gzips', gzipSync(gzipSync(gzipSync('Agent: hi'))), {}, 'limit-gzip-depth'],
  ])('%s holds', async (_, content, options, failure) => {
    expect(sorted(await itemsOf(content, { size: 1 << 16, ...options }))).toEqual({
      calls: [],
      failures: [failure],
    });
  });

  it.each<[string, string | Uint8Array, ReadOptions]>([
    ['nesting', deep(98), {}],
    ['nesting, when raised', deep(5000), { limits: { nesting: 10_000 } }],
    ['brackets in strings', deep(5).replace('"a"', `"${'[{\\"'.repeat(500)}"`), {}],
    ['a gzip in a gzip', gzipSync(gzipSync('Agent: hi')), {}],
    ['two gzips in a row', Buffer.concat([gzipSync('Agent: hi\n'), gzipSync('Customer: yes\n')]), {}],
  ])('lets pass: %s', async (_, content, options) => {
    const { calls, failures } = sorted(await itemsOf(content, options));
    expect({ calls: calls.length, failures }).toEqual({ calls: 1, failures: [] });
  });

  it('leaves the other calls of a file', async () => {
    const long = call.replace('hello', 'x'.repeat(300_000));
    const { calls, failures } = sorted(await itemsOf(`${call}\n${long}\n${call}\n`, { size: 1000 }));
    expect({ calls: calls.length, failures }).toEqual({ calls: 2, failures: ['limit-turn-length 2'] });
  });
});

describe('what is cut off', () => {
  const turns = Array.from({ length: 4 }, (_, index) => `{"speaker":"agent","text":"turn ${index}"}`);
  const whole = `{"id":"a","turns":[${turns.join(',')}],"meta":{"note":"long"}}`;
  const at = (text: string) => whole.indexOf(text);
  it.each<[string, string, number]>([
    ['inside the third turn', whole.slice(0, at('turn 2') + 3), 2],
    ['after the third turn', whole.slice(0, at('turn 3') - 28), 3],
    ['after the turns', whole.slice(0, at('long') + 2), 4],
    ['by a sign that does not belong', whole.replace('"turn 1"', 'turn'), 1],
  ])('%s keeps the turns before it', async (_, content, count) => {
    for (const inputFormat of ['json', 'jsonl'] as const) {
      const { calls, failures } = sorted(await itemsOf(content, { inputFormat }));
      expect(calls.map(({ id, turns }) => [id, turns.length])).toEqual([['a', count]]);
      expect(calls[0]?.meta?.['breaksOff']).toBe(`line 1, column ${failures[0]?.split(' ')[2]}`);
      expect(failures).toHaveLength(1);
      expect(failures[0]).toMatch(/^json-syntax 1 \d+$/u);
    }
  });

  it('of a list keeps the calls before it and the turns of the last', async () => {
    const content = `[${whole},\n${whole.replace('"a"', '"b"').slice(0, at('turn 2'))}`;
    const { calls, failures } = sorted(await itemsOf(content));
    expect(calls.map(({ id, turns }) => [id, turns.length])).toEqual([
      ['a', 4],
      ['b', 2],
    ]);
    expect(failures).toEqual([`json-syntax 2 ${at('"turn 2') + 1}`]);
  });

  it.each<[string, Uint8Array, number]>([
    ['of text', Buffer.from('Agent: 您好您好\n'.repeat(20_000)), 1],
    ['of lines', Buffer.from(`${call.replace('hello', '您好')}\n`.repeat(20_000)), 1],
  ])('of a gzip %s keeps what came before it', async (_, bytes, least) => {
    const packed = gzipSync(bytes);
    const { calls, failures } = sorted(
      await itemsOf(packed.subarray(0, Math.floor(packed.length / 2)), { size: 500 }),
    );
    expect(calls.length).toBeGreaterThanOrEqual(least);
    expect(calls[0]?.turns[0]?.text).toMatch(/^您好/u);
    expect(failures.at(-1)).toBe('gzip-broken');
  });

  it('of a gzip that is broken at once is a failure', async () => {
    const packed = gzipSync('Agent: hello');
    packed.fill(0xff, 10);
    expect(sorted(await itemsOf(packed)).failures).toEqual(['gzip-broken']);
  });
});

describe('time', () => {
  const labelOf = labelReader();
  it.each([
    ['spaces', `Agent${' '.repeat(100_000)}x`],
    ['brackets', '['.repeat(50_000)],
    ['open brackets and words', '(a '.repeat(50_000)],
    ['colons', 'a:'.repeat(50_000)],
    ['digits', '1'.repeat(100_000)],
    ['clocks', '00:01 '.repeat(20_000)],
    ['stars', `**${'*'.repeat(100_000)}`],
  ])('is not lost on a line of %s', async (_, line) => {
    const begun = performance.now();
    cutLine(line, () => true, labelOf);
    await itemsOf(`WEBVTT\n\n00:01.000 --> 00:02.000\n${line}`);
    await itemsOf(line, { inputFormat: 'text' });
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
