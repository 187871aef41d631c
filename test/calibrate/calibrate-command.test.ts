import { describe, expect, it } from 'vitest';
import { folderOf } from '../pack/small-pack.ts';
import { callqa } from './in-process.ts';
import { packWith } from './packs.ts';

const pack = packWith(
  ['      冷静(一下|一点)\n', '      冷静(一下|一点)\n      relax\n'],
  ['["i see you are {feelings}", 我理解]', '["i see you are {feelings}", sorry to hear, 我理解]'],
);

const call = (id: string, ...turns: readonly string[]) =>
  JSON.stringify({
    id,
    turns: turns.map((turn) => {
      const [, speaker, text] = /^(\w+): (.*)$/u.exec(turn)!;
      return { speaker, text };
    }),
  });

const calls = [
  call('a', 'customer: It is broken.', 'agent: Please calm down.', 'agent: Relax, it will be fine.'),
  call('b', 'customer: It is broken.', 'agent: You can relax on the beach, call 13800138000.', 'agent: Ok.'),
  call('c', 'customer: it is broken', 'agent: Sorry to hear that.', 'agent: I feel for you.'),
  call('d', 'customer: it is broken', 'agent: 您先冷静一下。', 'agent: 我理解您的心情。'),
  call('e', 'agent: Relax.'),
].join('\n');

const labels = `call_id,turn,labels
a,0,
a,1,calm
a,2,
b,1,
c,1,empathy
c,2,empathy
d,1,calm
d,2,empathy
d,9,empathy
c,0,empathy
x,0,calm
`;

const files = {
  'pack.yaml': pack,
  'calls.jsonl': calls,
  'labels.csv': labels,
  'map.yaml': 'calm: calm-down\n',
};

const calibrate = (more: readonly string[], own: Readonly<Record<string, string>> = {}) =>
  callqa(
    ['calibrate', 'labels.csv', '--calls', 'calls.jsonl', '--pack', 'pack.yaml', ...more],
    folderOf({ ...files, ...own }),
  );

interface Report {
  readonly agreement: readonly Readonly<Record<string, unknown>>[];
  readonly confusion: readonly { readonly language: string; readonly counts: unknown }[];
  readonly correlations: readonly Readonly<Record<string, unknown>>[];
  readonly disagreements: readonly {
    readonly kind: string;
    readonly id: string;
    readonly call: string;
    readonly quotes: readonly { readonly turn: number; readonly text: string; readonly span?: unknown }[];
    readonly phrase?: { readonly text: string; readonly wrong: number; readonly hits: number };
  }[];
}

describe('labels of turns', () => {
  it('gives the figures by moment and language', async () => {
    const { code, stdout, stderr } = await calibrate(['--map', 'map.yaml', '--format', 'json']);
    expect(code).toBe(0);
    expect(stderr.split('\n')).toEqual([
      'warning: 1 of 5 labelled calls are not among the calls: x',
      'warning: 1 labelled turns are beyond the end of their calls',
      'warning: 1 labels stand on a turn of the other side and are left out',
      '',
    ]);
    const { agreement } = JSON.parse(stdout) as Report;
    const row = (id: string, language: string) =>
      agreement.find((each) => each['id'] === id && each['language'] === language);
    // Of seven agent turns: two calm-downs found and true, two found and false.
    expect(row('calm-down', 'all')).toMatchObject({
      n: 7,
      positives: 2,
      found: 4,
      both: 2,
      precision: { value: 0.5, interval: { low: 0.15, high: 0.85 } },
      recall: { value: 1, interval: { low: 0.3424, high: 1 } },
      f1: { value: 0.6667 },
      kappa: 0.4615,
    });
    expect(row('empathy', 'all')).toMatchObject({ n: 7, positives: 3, found: 2, both: 2 });
    expect(row('empathy', 'zh-CN')).toMatchObject({ n: 2, positives: 1, found: 1, both: 1 });
    expect(row('calm-down', 'en')).toMatchObject({ n: 5, positives: 1, found: 3, both: 1 });
    expect(agreement.map(({ id }) => id)).not.toContain('problem');
  });
  it('shows a disagreement of each cause first, masked, with the phrase that errs', async () => {
    const { stdout } = await calibrate(['--map', 'map.yaml', '--format', 'json']);
    const { disagreements } = JSON.parse(stdout) as Report;
    expect(disagreements.map(({ kind, id, call, quotes }) => [kind, id, call, quotes[0]!.turn])).toEqual([
      ['false-hit', 'calm-down', 'a', 2],
      ['missed', 'empathy', 'c', 2],
      ['false-hit', 'calm-down', 'b', 1],
    ]);
    expect(disagreements[0]!.phrase).toEqual({
      text: 'relax',
      file: 'pack.yaml',
      line: 15,
      column: 7,
      wrong: 2,
      hits: 2,
    });
    expect(disagreements[2]!.quotes).toEqual([
      {
        turn: 1,
        speaker: 'agent',
        text: 'You can relax on the beach, call ***********.',
        span: [8, 13],
      },
    ]);
    const shown = await calibrate(['--map', 'map.yaml', '--format', 'json', '--no-redact']);
    expect(shown.stdout).toContain('13800138000');
  });
  it('takes any one of several moments for a label, and leaves those open', async () => {
    const { stdout } = await calibrate(['--map', 'map.yaml', '--format', 'json'], {
      'map.yaml': 'calm: [calm-down, empathy]\n',
    });
    const { agreement } = JSON.parse(stdout) as Report;
    expect(agreement.filter(({ language }) => language === 'all')).toMatchObject([
      // "calm" and "empathy" both say that one of the two is there.
      { id: 'calm-down+empathy', n: 7, positives: 5, found: 6, both: 4 },
      { id: 'empathy', n: 5, positives: 3, found: 2, both: 2 },
    ]);
  });
  it('names a label that it does not know, with its place', async () => {
    const { code, stdout, stderr } = await calibrate([]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(
      /^labels\.csv:3:5: error: the label "calm" is no moment \[unknown-label\]\n {2}hint: /u,
    );
  });
  it('is the same on every run, and its intervals hang on the seed', async () => {
    const run = (seed: string) => calibrate(['--map', 'map.yaml', '--seed', seed, '--resamples', '50']);
    const [first, again, other] = [await run('1'), await run('1'), await run('2')];
    expect(again.stdout).toBe(first.stdout);
    expect(other.stdout).not.toBe(first.stdout);
  });
  it('counts a moment over joined turns where people marked it', async () => {
    const { stdout } = await calibrate(['--map', 'map.yaml', '--format', 'json'], {
      'calls.jsonl': call(
        'a',
        'agent: please calm',
        'agent: down a bit',
        'agent: so calm',
        'agent: down now',
      ),
      'labels.csv': 'call_id,turn,labels\na,0,\na,1,calm\na,2,\na,3,\n',
    });
    const { agreement, disagreements } = JSON.parse(stdout) as Report;
    expect(agreement[0]).toMatchObject({ n: 4, positives: 1, found: 2, both: 1 });
    expect(disagreements.map(({ quotes }) => quotes[0])).toEqual([
      { turn: 2, speaker: 'agent', text: 'so calm', span: [3, 7] },
    ]);
  });
});

describe('outcomes', () => {
  const own = {
    'labels.csv': `通话,质检项,判定
a,no-calm-down,未达标
b,no-calm-down,达标
c,no-calm-down,达标
d,no-calm-down,met
a,acknowledges,not-met
c,acknowledges,not-met
e,acknowledges,不适用
`,
  };
  it('compares them, a criterion not met being what is to be found', async () => {
    const { code, stdout, stderr } = await calibrate(['--format', 'json'], own);
    expect([code, stderr]).toEqual([0, '']);
    const { agreement, confusion, disagreements } = JSON.parse(stdout) as Report;
    const all = agreement.filter(({ language }) => language === 'all');
    expect(all).toMatchObject([
      { id: 'no-calm-down', n: 4, positives: 1, found: 3, both: 1, recall: { value: 1 } },
      { id: 'acknowledges', n: 3, positives: 2, found: 1, both: 1, kappa: 0.5 },
    ]);
    expect(confusion.find(({ language }) => language === 'all')!.counts).toMatchObject({
      met: { met: 1, 'not-met': 2 },
      'not-met': { met: 0, 'not-met': 1 },
    });
    expect(disagreements).toMatchObject([
      {
        kind: 'outcome',
        id: 'no-calm-down',
        call: 'b',
        human: 'met',
        tool: 'not-met',
        quotes: [{ turn: 1 }],
      },
      { id: 'acknowledges', call: 'c', human: 'not-met', tool: 'met' },
      { id: 'no-calm-down', call: 'd' },
    ]);
  });
});

describe('grades', () => {
  const own = {
    'labels.csv': 'call_id,satisfaction,effort,graders\na,-1,1,19\nb,0,2,19\nc,2,3,19\nd,1,2,19\ne,3,,19\n',
  };
  it('ranks calls as people do, or not', async () => {
    const { stdout } = await calibrate(['--format', 'json'], own);
    const { correlations, disagreements } = JSON.parse(stdout) as Report;
    expect(
      correlations.filter(({ language }) => language === 'all').map(({ grade, n }) => [grade, n]),
    ).toEqual([
      ['satisfaction', 5],
      ['effort', 4],
      ['sum', 4],
    ]);
    const value = (correlations[0] as unknown as { readonly spearman: { readonly value: number } }).spearman
      .value;
    expect(value).toBeGreaterThan(-1);
    expect(value).toBeLessThan(1);
    expect(disagreements.every(({ kind, id }) => kind === 'rank' && id === 'sum')).toBe(true);
    const picked = await calibrate(['--format', 'json', '--grade', 'effort'], own);
    expect((JSON.parse(picked.stdout) as Report).correlations.map(({ grade }) => grade)).toContain('effort');
    expect((JSON.parse(picked.stdout) as Report).correlations.map(({ grade }) => grade)).not.toContain('sum');
  });
});

describe('formats', () => {
  it('prints tables and disagreements for people, in their language', async () => {
    const english = await calibrate(['--map', 'map.yaml', '--disagreements', '1']);
    expect(english.stdout).toContain('moment     calls  n  labelled  found');
    expect(english.stdout).toContain('Disagreements, most informative first (1 of 3)');
    expect(english.stdout).toContain('turn 2 agent: ⟦Relax⟧, it will be fine.');
    expect(english.stdout).toContain('phrase “relax”, pack.yaml:15:7: wrong 2 of 2');
  });
  it.each([
    [
      'zh-CN',
      [
        /^一致性\n关键语句 +通话语言 +n +人工 +工具 +精确率 +召回率 +F1 +kappa\ncalm-down +全部 +7 +2 +4 /u,
        '已标注通话 4 通；95% 置信区间：精确率、召回率用 Wilson，其余按通话自助抽样（种子 1，1000 次）；规则包 small 1.0.0\n',
        '\n分歧，最有价值的在前（3 条中的 2 条）\n\n1. 误报 · calm-down · a\n   人工：–；工具：calm-down\n   第2轮 客服：⟦Relax⟧, it will be fine.\n   短语“relax”，pack.yaml:15:7：2 次命中中误报 2 次\n',
        '2. 漏报 · empathy · c\n   人工：empathy；工具：–\n   第2轮 客服：',
      ],
      [
        '| 标准 | 通话语言 | 人工判定 | 工具：达标 | 工具：未达标 | 工具：不适用 | 工具：未评估 |',
        '1. **结果不同 · no',
        '   - 人工：达标；工具：未达标\n',
      ],
      ['排序相关\n评分          通话语言  n', '1. 排序不同 · '],
      '没有分歧。',
    ],
    [
      'zh-TW',
      [
        /^一致性\n關鍵語句 +通話語言 +n +人工 +工具 +精確率 +召回率 +F1 +kappa\ncalm-down +全部 +7 +2 +4 /u,
        '已標註通話 4 通；95% 信賴區間：精確率、召回率用 Wilson，其餘按通話自助抽樣（種子 1，1000 次）；規則包 small 1.0.0\n',
        '\n分歧，最有價值的在前（3 條中的 2 條）\n\n1. 誤報 · calm-down · a\n   人工：–；工具：calm-down\n   第2輪 客服：⟦Relax⟧, it will be fine.\n   短語「relax」，pack.yaml:15:7：2 次命中中誤報 2 次\n',
        '2. 漏報 · empathy · c\n   人工：empathy；工具：–\n   第2輪 客服：',
      ],
      [
        '| 標準 | 通話語言 | 人工判定 | 工具：達標 | 工具：未達標 | 工具：不適用 | 工具：未評估 |',
        '1. **結果不同 · no',
        '   - 人工：達標；工具：未達標\n',
      ],
      ['排序相關\n評分          通話語言  n', '1. 排序不同 · '],
      '沒有分歧。',
    ],
  ])('prints them in %s, for people alone', async (lang, turns, outcomes, grades, agreed) => {
    const { stdout } = await calibrate(['--map', 'map.yaml', '--lang', lang, '--disagreements', '2']);
    for (const piece of turns) expect(stdout).toMatch(piece);
    const ofOutcomes = await calibrate(['--lang', lang, '--format', 'markdown'], {
      'labels.csv': 'call_id,criterion,outcome\nb,no-calm-down,met\n',
    });
    for (const piece of outcomes) expect(ofOutcomes.stdout).toContain(piece);
    const ofGrades = await calibrate(['--lang', lang], {
      'labels.csv': 'call_id,satisfaction\na,1\nb,2\nc,3\n',
    });
    for (const piece of grades) expect(ofGrades.stdout).toContain(piece);
    const ofNone = await calibrate(['--lang', lang], {
      'labels.csv': 'call_id,criterion,outcome\nb,no-calm-down,not-met\n',
    });
    expect(ofNone.stdout).toContain(agreed);
    for (const format of ['json', 'csv']) {
      const { stdout } = await calibrate(['--map', 'map.yaml', '--lang', lang, '--format', format]);
      expect(stdout).toContain('calm-down');
      expect(stdout).toBe((await calibrate(['--map', 'map.yaml', '--format', format])).stdout);
    }
  });
  it('prints Markdown and CSV', async () => {
    const markdown = await calibrate(['--map', 'map.yaml', '--format', 'markdown']);
    expect(markdown.stdout).toContain('| calm-down | all | 7 | 2 | 4 | 0.50 \\[0.15–0.85\\] |');
    const csv = await calibrate(['--map', 'map.yaml', '--format', 'csv']);
    const [header, ...rows] = csv.stdout.trimEnd().split('\r\n');
    expect(header!.split(',').slice(0, 4)).toEqual(['record', 'id', 'language', 'n']);
    expect(rows.filter((row) => row.startsWith('agreement,'))).toHaveLength(6);
    expect(rows.filter((row) => row.startsWith('disagreement,'))).toHaveLength(3);
  });
  it('says with 2 that a transcript could not be read, and compares the rest', async () => {
    const { code, stdout } = await calibrate(['--map', 'map.yaml', '--calls', 'calls.jsonl', 'none.txt']);
    expect(code).toBe(2);
    expect(stdout).toContain('calm-down');
  });
});
