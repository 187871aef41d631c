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
    /^small 1\.0\.0 \(a\.yaml\) to small 1\.0\.0 \(a\.yaml\): 0 of 4 calls change \(0 score more, 0 less\); in 0 others only moments or outcomes do; mean score [\d.]+ to [\d.]+\n$/u,
  );
});

it('prints as many calls as asked for, and all of them for programs', async () => {
  const text = await diff('a.yaml', 'b.yaml', '--limit', '1');
  expect(text.stdout).toContain('better · 76.0 → 100.0 · B → A · handling: upheld → not-upheld');
  expect(text.stdout).toContain('1 more call changes');
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
      /^small 1\.0\.0（a\.yaml） → small 1\.0\.0（b\.yaml）：4 通通话中有 2 通变化（1 通得分升高，1 通降低）；另有 1 通仅关键语句或标准结果变化；平均分 [\d.]+ → [\d.]+\n/u,
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
      /^small 1\.0\.0（a\.yaml） → small 1\.0\.0（b\.yaml）：4 通通話中有 2 通變化（1 通評分升高，1 通降低）；另有 1 通僅關鍵語句或標準結果變化；平均分 [\d.]+ → [\d.]+\n/u,
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

const own = `moments:
  small-talk:
    speaker: agent
    title: {en: Small talk, zh: 闲聊}
    phrases: good morning
    examples: {hit: [Good morning.], miss: [Hello.]}
criteria:
  no-small-talk:
    title: {en: To the point, zh: 直奔主题}
    why: {en: Time is short., zh: 时间有限。}
    forbid: small-talk
    examples: {met: ["agent: Hello."], not-met: ["agent: Good morning."]}
`;
const layered = {
  'own.yaml': own,
  'settings/team.yaml': 'extends: none\npacks: [../a.yaml, ../own.yaml]\n',
};

it('takes a config for the rules that it asks for, on either side', async () => {
  const forth = await diffIn(layered, 'a.yaml', 'settings/team.yaml', '--format', 'json');
  expect(forth).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(forth.stdout)).toMatchObject({
    calls: 4,
    criteria: expect.arrayContaining([{ id: 'no-small-talk', before: null, after: 'not-met', calls: 1 }]),
    moments: [{ id: 'small-talk', gained: 1, lost: 0 }],
  });
  const back = await diffIn(layered, 'settings/team.yaml', 'a.yaml', '--format', 'json');
  expect(JSON.parse(back.stdout)).toMatchObject({ moments: [{ id: 'small-talk', gained: 0, lost: 1 }] });
});

it('tells sides of one name apart by what they were called', async () => {
  const { stdout } = await diffIn(layered, 'a.yaml', 'settings/team.yaml');
  expect(stdout).toMatch(/^small 1\.0\.0 \(a\.yaml\) to small 1\.0\.0 \(settings\/team\.yaml\): /u);
  const renamed = { 'c.yaml': packWith(['pack: small', 'pack: little']) };
  expect((await diffIn(renamed, 'a.yaml', 'c.yaml')).stdout).toMatch(/^small 1\.0\.0 to little 1\.0\.0: /u);
});

it.each([
  [
    'a file that only adds rules',
    'own.yaml',
    'own.yaml: error: These rules are no pack: they have no `pack`',
  ],
  ['a folder of such files', 'parts', 'parts: error: These rules are no pack'],
])('%s is one error, and says where it belongs', async (_, side, expected) => {
  const { code, stderr } = await diffIn({ ...layered, 'parts/own.yaml': own }, 'a.yaml', side);
  expect(code).toBe(2);
  expect(stderr).toContain(expected);
  expect(stderr).toContain('name them under `packs:` of a callqa.yaml');
  expect(stderr.match(/: error: /gu)).toHaveLength(1);
});

it.each([
  ['by its keys', 'settings/team.yaml'],
  ['by its name', 'callqa.yml'],
])('--pack does not take a config, which is known %s', async (_, config) => {
  const cwd = folderOf({ ...files, ...layered, 'callqa.yml': 'lint: {}\n' });
  expect(await callqa(['rules', 'list', '--pack', config], cwd)).toMatchObject({
    code: 2,
    stderr: `${config}: error: This is a config, not a pack. [pack-is-config]\n  hint: Give it as --config ${config}.\n`,
  });
});
