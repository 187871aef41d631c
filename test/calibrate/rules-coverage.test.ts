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

it.each([
  [
    'zh-CN',
    [
      '30 通通话中的关键语句\n关键语句   说话方  出现次数  通话数  占比  短语数  从未命中\n',
      'calm-down  客服           6       3   10%       2         1\n',
      '\n命中  通话数  占比  已排除  短语                  位置\n   6       3   10%       1  calm [yourself] down  pack.yaml:15:7\n',
      '\n从未命中：5 条短语中的 3 条\n关键语句   已排除  短语',
      '\n没有关键语句的轮次，客户：60 轮中的 30 轮（抽样，种子 1）\n  call-',
      ' 第2轮：Ring ***********.\n',
    ],
    '## 没有关键语句的轮次，客户：60 轮中的 30 轮（抽样，种子 1）\n\n- call-',
    '| 关键语句 | 说话方 | 出现次数 | 通话数 | 占比 | 短语数 | 从未命中 |\n',
  ],
  [
    'zh-TW',
    [
      '30 通通話中的關鍵語句\n關鍵語句   說話方  出現次數  通話數  占比  短語數  從未命中\n',
      'problem    客戶          30      30  100%       1         0\n',
      '\n命中  通話數  占比  已排除  短語                  位置\n   6       3   10%       1  calm [yourself] down  pack.yaml:15:7\n',
      '\n從未命中：5 條短語中的 3 條\n關鍵語句   已排除  短語',
      '\n沒有關鍵語句的輪次，客戶：60 輪中的 30 輪（抽樣，種子 1）\n  call-',
      ' 第2輪：Ring ***********.\n',
    ],
    '## 沒有關鍵語句的輪次，客戶：60 輪中的 30 輪（抽樣，種子 1）\n\n- call-',
    '| 關鍵語句 | 說話方 | 出現次數 | 通話數 | 占比 | 短語數 | 從未命中 |\n',
  ],
])('prints it in %s, for people alone', async (lang, pieces, silent, header) => {
  const { stdout } = await coverage(['--lang', lang]);
  for (const piece of pieces) expect(stdout).toContain(piece);
  const markdown = await coverage(['--lang', lang, '--format', 'markdown']);
  expect(markdown.stdout).toContain(silent);
  expect(markdown.stdout).toContain(header);
  for (const format of ['json', 'csv']) {
    const { stdout } = await coverage(['--lang', lang, '--format', format]);
    expect(stdout).toContain('calm-down');
    expect(stdout).toBe((await coverage(['--format', format])).stdout);
  }
});
