import { expect, it } from 'vitest';
import { folderOf } from '../pack/small-pack.ts';
import { callqa } from './in-process.ts';
import { packWith } from './packs.ts';

const pack = packWith(['lists:\n', 'lists:\n  negators: |\n    not\n']);

const lines = Array.from({ length: 30 }, (_, number) =>
  JSON.stringify({
    id: `call-${number}`,
    turns: [
      { speaker: 'customer', text: `It is broken again, number ${number}.` },
      {
        speaker: 'agent',
        text: number < 3 ? 'Calm down. I said calm yourself down.' : `Plain talk ${number}.`,
      },
      { speaker: 'customer', text: `Ring 13800138${String(100 + number)}.` },
      { speaker: 'agent', text: number === 5 ? '我们能冷静地讨论' : 'mm-hm' },
      { speaker: 'agent', text: number === 6 ? "I'm not telling you to calm down" : 'ok' },
    ],
  }),
).join('\n');

const coverage = (more: readonly string[]) =>
  callqa(
    ['rules', 'coverage', '--calls', 'calls.jsonl', '--pack', 'pack.yaml', ...more],
    folderOf({ 'pack.yaml': pack, 'calls.jsonl': lines }),
  );

interface Report {
  readonly calls: number;
  readonly turns: unknown;
  readonly moments: readonly { readonly id: string; readonly phrases: readonly unknown[] }[];
  readonly sample: readonly { readonly call: string; readonly speaker: string; readonly text: string }[];
}

it('counts hits, calls and what was dropped, by phrase', async () => {
  const { code, stdout } = await coverage(['--format', 'json']);
  expect(code).toBe(0);
  const { calls, turns, moments } = JSON.parse(stdout) as Report;
  expect(calls).toBe(30);
  // mm-hm and ok say nothing; the turn that hears one is not silent.
  expect(turns).toMatchObject({ customer: { all: 60, silent: 30 } });
  expect(moments.find(({ id }) => id === 'calm-down')).toMatchObject({
    found: 6,
    calls: 3,
    share: 0.1,
    phrases: [
      { text: 'calm [yourself] down', line: 15, column: 7, hits: 6, dropped: 1, calls: 3, share: 0.1 },
      { text: '冷静(一下|一点)', hits: 0, dropped: 0, calls: 0 },
    ],
  });
  expect(moments.find(({ id }) => id === 'problem')).toMatchObject({ found: 30, calls: 30, share: 1 });
});

it('samples silent turns of each side, masked, by the seed', async () => {
  const sampleOf = async (...more: readonly string[]) =>
    (JSON.parse((await coverage(['--format', 'json', '--sample', '4', ...more])).stdout) as Report).sample;
  const first = await sampleOf();
  expect(first.map(({ speaker }) => speaker)).toEqual([
    ...Array.from({ length: 4 }, () => 'agent'),
    ...Array.from({ length: 4 }, () => 'customer'),
  ]);
  expect(new Set(first.slice(4).map(({ call }) => call)).size).toBe(4);
  expect(first.slice(4).every(({ text }) => text === 'Ring ***********.')).toBe(true);
  expect(await sampleOf('--seed', '1')).toEqual(first);
  expect(await sampleOf('--seed', '2')).not.toEqual(first);
  expect((await sampleOf('--no-redact')).some(({ text }) => text.includes('13800138'))).toBe(true);
  expect((await sampleOf('--sample', '0')).length).toBe(0);
});

it('prints what never hit, one moment or all', async () => {
  const all = await coverage([]);
  expect(all.stdout).toContain('Never hit: 3 of 5 phrases');
  const one = await coverage(['--moment', 'empathy']);
  expect(one.stdout).toContain('Never hit: 2 of 2 phrases');
  expect(one.stdout).toContain('pack.yaml:');
  expect(await coverage(['--moment', 'nothing'])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('[unknown-rule]'),
  });
  const csv = await coverage(['--format', 'csv', '--sample', '1']);
  expect(csv.stdout.split('\r\n')).toHaveLength(1 + 5 + 2 + 1);
  expect((await coverage(['--format', 'markdown'])).stdout).toContain(
    '| calm-down | agent | 6 | 3 | 10% | 2 | 1 |',
  );
});
