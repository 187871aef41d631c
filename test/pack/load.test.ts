import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadPack } from '../../src/pack/load.ts';
import { folderOf, SMALL_PACK } from './small-pack.ts';

const load = (yaml: string) => loadPack(join(folderOf({ 'pack.yaml': yaml }), 'pack.yaml'), 'pack.yaml');
const at = (line: number, column: number) => ({ file: 'pack.yaml', line, column });

it('knows a moment by its detector, with phrases or without', () => {
  const [alone, both] = ['', '    phrases: it is broken\n'].map((phrases) =>
    load(SMALL_PACK.replace('    phrases: it is broken\n', `    detector: typography\n${phrases}`)),
  );
  expect(alone!.moments[2]).toMatchObject({ id: 'problem', detector: 'typography', phrases: [] });
  expect(both!.moments[2]).toMatchObject({ detector: 'typography', phrases: [{ text: 'it is broken' }] });
  expect(both!.moments[0]).not.toHaveProperty('detector');
});

it('resolves a small pack', () => {
  const pack = load(SMALL_PACK);
  expect(pack).toMatchObject({ id: 'small', version: '1.0.0', title: { en: 'Small', zh: '小' } });
  expect(pack.lists).toEqual({
    feelings: [
      { text: 'upset', origin: at(6, 5) },
      { text: 'frustrat*', origin: at(7, 5) },
    ],
  });
  expect(pack.moments.map(({ id }) => id)).toEqual(['calm-down', 'empathy', 'problem']);
  expect(pack.moments[0]).toEqual({
    id: 'calm-down',
    speaker: 'agent',
    title: { en: 'Tells to calm down', zh: '让客户冷静' },
    phrases: [
      { text: 'calm [yourself] down', origin: at(13, 7) },
      { text: '冷静(一下|一点)', origin: at(14, 7) },
    ],
    unless: [{ text: '能冷静地讨论', origin: at(16, 7) }],
    negation: 'guard',
    quotation: 'off',
    examples: {
      hit: [{ speaker: 'agent', text: 'You need to calm down.', origin: at(19, 13) }],
      miss: [{ speaker: 'customer', text: 'You calm down!', origin: at(21, 11) }],
      'known-miss': [],
      'known-false-hit': [],
    },
    origin: at(9, 3),
  });
  expect(pack.scorecard).toEqual({
    sections: [
      {
        id: 'assistance',
        group: 'sincerity',
        title: { en: 'Assistance', zh: '协助' },
        weight: 15,
        criteria: [{ id: 'whole', weight: 5 }],
      },
      {
        id: 'emotion',
        title: { en: 'Emotion', zh: '情感' },
        weight: 10,
        criteria: [
          { id: 'no-calm-down', weight: 3 },
          { id: 'acknowledges', weight: 2 },
        ],
      },
    ],
    grades: [
      { id: 'A', from: 90 },
      { id: 'B', from: 0 },
    ],
    criticalCap: 'B',
    leastCoverage: 0.3,
  });
  expect(pack.allegations).toEqual([
    {
      id: 'handling',
      title: { en: 'Handling', zh: '处理' },
      default: true,
      upheld: {
        kind: 'any',
        of: [
          { kind: 'not-met', criterion: 'no-calm-down' },
          {
            kind: 'at-least',
            count: 1,
            of: [
              { kind: 'not-met', criterion: 'acknowledges' },
              { kind: 'not-met', criterion: 'part' },
            ],
          },
        ],
      },
      partlyUpheld: { kind: 'not-met', criterion: 'acknowledges' },
    },
  ]);
});

it('puts criteria in the order of their sections, parts of composites last, each in its form', () => {
  const forms = load(SMALL_PACK).criteria.map((criterion) =>
    Object.fromEntries(
      Object.entries(criterion).filter(([key]) => !['examples', 'title', 'why', 'origin'].includes(key)),
    ),
  );
  expect(forms).toEqual([
    { id: 'whole', severity: 'ordinary', form: 'all', of: ['part'] },
    {
      id: 'no-calm-down',
      severity: 'critical',
      form: 'forbid',
      forbid: ['calm-down'],
      when: [],
      after: [],
      unless: [],
      within: 1,
    },
    {
      id: 'acknowledges',
      severity: 'ordinary',
      say: { en: 'I am sorry to hear that.', zh: '很抱歉。', 'zh-TW': '真的很抱歉。' },
      form: 'require',
      require: ['empathy'],
      when: ['problem'],
      each: false,
      unasked: [],
      within: 2,
      before: [],
    },
    { id: 'part', severity: 'ordinary', form: 'limit', limit: ['calm-down'], to: 2, when: [], resetBy: [] },
  ]);
});

it('reads the dialogues of criteria into turns and events', () => {
  const { examples } = load(SMALL_PACK).criteria.find(({ id }) => id === 'acknowledges')!;
  expect(examples.met).toEqual([
    {
      text: 'customer: It is broken.\n[hold]\nagent: I see you are upset.',
      turns: [
        { speaker: 'customer', text: 'It is broken.' },
        { speaker: 'agent', text: 'I see you are upset.' },
      ],
      events: [{ kind: 'hold', afterTurn: 0 }],
      origin: at(42, 11),
    },
  ]);
});

/** The small pack as a folder: a part is a top-level key with what stands under it. */
const parts = Object.fromEntries(
  SMALL_PACK.split(/^(?=[a-z])/m).map((part) => [/^\w+/.exec(part)![0], part] as const),
);
const asFolder = {
  'pack.yaml': `${parts['pack']}${parts['version']}${parts['title']}${parts['scorecard']}${parts['allegations']}`,
  'criteria.yaml': parts['criteria']!,
  'moments/all.yml': `${parts['lists']}${parts['moments']}`,
  'notes.txt': 'no: pack',
};

it('merges a folder into the same pack', () => {
  const folder = loadPack(folderOf(asFolder), 'rules/small/');
  const file = load(SMALL_PACK);
  const plain = (value: unknown): unknown =>
    JSON.parse(
      JSON.stringify(value, (key, inner: unknown) => (key === 'origin' || key === 'sha256' ? 0 : inner)),
    );
  expect(plain(folder)).toEqual(plain(file));
  expect(folder.moments[0]!.origin).toEqual({ file: 'rules/small/moments/all.yml', line: 6, column: 3 });
});

it('hashes the sources, wherever they stand', () => {
  const hash = (files: Readonly<Record<string, string>>) => loadPack(folderOf(files)).sha256;
  expect(hash(asFolder)).toBe(hash({ ...asFolder, 'notes.txt': 'changed' }));
  expect(hash(asFolder)).not.toBe(
    hash({ ...asFolder, 'criteria.yaml': `${asFolder['criteria.yaml']}# x\n` }),
  );
  const { 'criteria.yaml': criteria, ...others } = asFolder;
  expect(hash(asFolder)).not.toBe(hash({ ...others, 'renamed.yaml': criteria }));
  expect(hash(asFolder)).toMatch(/^[0-9a-f]{64}$/);
});

it('reads a file with a byte order mark and Windows line ends, with the same places', () => {
  const windows = load(`\ufeff${SMALL_PACK.replaceAll('\n', '\r\n')}`);
  const { sha256: _, ...pack } = load(SMALL_PACK);
  expect(windows).toMatchObject(pack);
});
