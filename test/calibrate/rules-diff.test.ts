import { expect, it } from 'vitest';
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

const diff = (...args: readonly string[]) =>
  callqa(['rules', 'diff', ...args, '--calls', 'calls.jsonl'], folderOf(files));

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
