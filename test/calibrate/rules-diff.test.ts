import { expect, it } from 'vitest';
import { say } from '../../src/result/words.ts';
import { folderOf, SMALL_PACK } from '../pack/small-pack.ts';
import { callqa } from './in-process.ts';
import { packWith } from './packs.ts';

const call = (id: string, answer: string) =>
  JSON.stringify({
    id,
    turns: [
      { speaker: 'customer', text: 'It is broken.' },
      { speaker: 'agent', text: answer },
    ],
  });

const files = {
  'a.yaml': SMALL_PACK,
  'b.yaml': packWith(['      calm [yourself] down\n', '      relax\n']),
  'heavier.yaml': packWith(['no-calm-down: 3', 'no-calm-down: 9']),
  'calls.jsonl': [
    call('same', 'Good morning.'),
    call('better', 'Calm down, I see you are upset.'),
    call('worse', 'Relax, call 13800138000.'),
    call('unmoved', 'Calm down. Relax.'),
  ].join('\n'),
};

const diffIn = (own: Readonly<Record<string, string>>, ...args: readonly string[]) =>
  callqa(['rules', 'diff', ...args, '--calls', 'calls.jsonl'], folderOf({ ...files, ...own }));
const diff = (...args: readonly string[]) => diffIn({}, ...args);

it('says which calls change, and why', async () => {
  const { code, stdout, stderr } = await diff('a.yaml', 'b.yaml', '--format', 'json');
  expect([code, stderr]).toEqual([0, '']);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: 'callqa/rules-diff@1',
    calls: 4,
    changed: 2,
    better: 1,
    worse: 1,
    unmoved: 1,
    moments: [{ id: 'calm-down', gained: 2, lost: 2 }],
    criteria: [
      { id: 'no-calm-down', before: 'met', after: 'not-met', calls: 1 },
      { id: 'no-calm-down', before: 'not-met', after: 'met', calls: 1 },
    ],
    changes: [
      {
        call: 'better',
        verdicts: [{ allegation: 'handling', before: 'upheld', after: 'not-upheld' }],
        criteria: [
          { id: 'no-calm-down', before: 'not-met', after: 'met', evidence: [{ quote: 'Calm down' }] },
        ],
        gained: [],
        lost: [{ id: 'calm-down', turn: 1, quote: 'Calm down' }],
      },
      { call: 'worse', gained: [{ quote: 'Relax' }], lost: [] },
    ],
  });
});

it('says that it is the weights where nothing else changes', async () => {
  const { stdout } = await diff('a.yaml', 'heavier.yaml');
  expect(stdout).toContain('other points: no-calm-down');
  expect(stdout).toContain('0 others only moments');
});

it('finds nothing between a pack and itself', async () => {
  const { code, stdout } = await diff('a.yaml', 'a.yaml');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^small 1\.0\.0 to small 1\.0\.0: 0 of 4 calls change \(0 score more, 0 less\); in 0 others only moments or outcomes do; mean score [\d.]+ to [\d.]+\n$/u,
  );
});

it('prints as many calls as asked for, and all of them for programs', async () => {
  const text = await diff('a.yaml', 'b.yaml', '--limit', '1');
  expect(text.stdout).toContain('better · 76.0 → 100.0 · B → A · handling: upheld → not-upheld');
  expect(text.stdout).toContain('1 more calls change');
  expect(text.stdout).not.toContain('worse · ');
  const csv = await diff('a.yaml', 'b.yaml', '--limit', '1', '--format', 'csv');
  expect(csv.stdout.split('\r\n')).toHaveLength(4);
  const markdown = await diff('a.yaml', 'b.yaml', '--format', 'markdown');
  expect(markdown.stdout).toContain('| no-calm-down | not-met | met | 1 |');
});

it('a pack that is not there is an error', async () => {
  expect(await diff('a.yaml', 'none.yaml')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('[pack-not-found]'),
  });
});

it.each([
  [
    'zh-CN',
    [
      /^small 1\.0\.0 → small 1\.0\.0：4 通通话中有 2 通变化（1 通得分升高，1 通降低）；另有 1 通仅关键语句或标准结果变化；平均分 [\d.]+ → [\d.]+\n/u,
      /\n定责结论\n投诉事项 +变更前 +变更后 +通话数\nhandling +定责成立 +不成立 +1\n/u,
      /\n标准结果\n标准 +变更前 +变更后 +通话数\nno-calm-down +达标 +未达标 +1\nno-calm-down +未达标 +达标 +1\n/u,
      /\n关键语句\n关键语句 +增加 +减少\ncalm-down +\+2 +-2\n/u,
      / · handling：定责成立 → 不成立\n {2}no-calm-down：未达标 → 达标，第1轮：Calm down\n {2}- calm-down，第1轮：Calm down\n\n另有 1 通通话变化，可用 --limit 查看\n$/u,
    ],
    '| handling | 定责成立 | 不成立 | 1 |',
    '+ calm-down，第1轮：Relax',
    '分值不同：no-calm-down',
  ],
  [
    'zh-TW',
    [
      /^small 1\.0\.0 → small 1\.0\.0：4 通通話中有 2 通變化（1 通評分升高，1 通降低）；另有 1 通僅關鍵語句或標準結果變化；平均分 [\d.]+ → [\d.]+\n/u,
      /\n定責結論\n客訴事項 +變更前 +變更後 +通話數\nhandling +定責成立 +不成立 +1\n/u,
      /\n標準結果\n標準 +變更前 +變更後 +通話數\nno-calm-down +達標 +未達標 +1\nno-calm-down +未達標 +達標 +1\n/u,
      /\n關鍵語句\n關鍵語句 +增加 +減少\ncalm-down +\+2 +-2\n/u,
      / · handling：定責成立 → 不成立\n {2}no-calm-down：未達標 → 達標，第1輪：Calm down\n {2}- calm-down，第1輪：Calm down\n\n另有 1 通通話變化，可用 --limit 查看\n$/u,
    ],
    '| handling | 定責成立 | 不成立 | 1 |',
    '+ calm-down，第1輪：Relax',
    '分數不同：no-calm-down',
  ],
])('prints it in %s, for people alone', async (lang, pieces, row, gained, points) => {
  const { stdout } = await diff('a.yaml', 'b.yaml', '--lang', lang, '--limit', '1');
  for (const piece of pieces) expect(stdout).toMatch(piece);
  const markdown = await diff('a.yaml', 'b.yaml', '--lang', lang, '--format', 'markdown');
  expect(markdown.stdout).toContain(row);
  expect(markdown.stdout).toContain(gained);
  expect((await diff('a.yaml', 'heavier.yaml', '--lang', lang)).stdout).toContain(points);
  for (const format of ['json', 'csv']) {
    const { stdout } = await diff('a.yaml', 'b.yaml', '--lang', lang, '--format', format);
    expect(stdout).toContain('no-calm-down');
    expect(stdout).toBe((await diff('a.yaml', 'b.yaml', '--format', format)).stdout);
  }
});

it('takes its language from the config, as other commands do', async () => {
  const config = { 'callqa.yaml': 'lang: zh-CN\n' };
  expect((await diffIn(config, 'a.yaml', 'b.yaml')).stdout).toContain('定责结论');
  expect((await diffIn(config, 'a.yaml', 'b.yaml', '--lang', 'en')).stdout).toContain('Verdicts');
});

it.each([
  'verdict.upheld',
  'verdict.partly-upheld',
  'verdict.not-upheld',
  'verdict.insufficient-evidence',
  'outcome.met',
  'outcome.not-met',
  'outcome.not-applicable',
  'outcome.not-evaluated',
] as const)('names %s by its id in English, and as other reports do in Chinese', (key) => {
  expect(say(`diff.${key}`, 'en')).toBe(key.split('.')[1]);
  for (const language of ['zh-CN', 'zh-TW'] as const) {
    expect(say(`diff.${key}`, language)).toBe(say(key, language));
  }
});
