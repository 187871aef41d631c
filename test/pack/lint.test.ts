/** What a pack says of scripts, and packs that add to others. */
import { describe, expect, it } from 'vitest';
import { compilePack } from '../../src/pack/compiled.ts';
import { extendPack, loadPack } from '../../src/pack/load.ts';
import type { Pack } from '../../src/pack/model.ts';
import { PackErrors } from '../../src/pack/pack-errors.ts';
import { withTraditional } from '../../src/pack/traditional.ts';
import { folderOf, SMALL_PACK } from './small-pack.ts';

const LINT = `lint:
  placeholders: [TODO]
  rules:
    no-calm-down:
      replace:
        - words: |
            calm down
          with: {en: tell me, zh: 请说}
    acknowledges: {forbid: calm-down, unless: empathy, severity: error}
    own:
      title: {en: Own, zh: 自己}
      why: {en: Because., zh: 因为。}
      forbid: [calm-down]
      words: |
        please
  steps:
    feelings: {title: {en: feelings, zh: 感受}, any: empathy, say: {en: I see., zh: 我理解}}
  scenarios:
    opening: {title: {en: Opening, zh: 开场}, holds: [feelings], placeholders: [name]}
`;

const load = (text: string): Pack => loadPack(`${folderOf({ 'pack.yaml': text })}/pack.yaml`, 'pack.yaml');
const small = (): Pack => load(SMALL_PACK + LINT);

/** What is wrong, as `line:column code`. */
function failuresOf(make: () => unknown): readonly string[] {
  try {
    make();
    return [];
  } catch (error) {
    if (!(error instanceof PackErrors)) throw error;
    return error.failures.map(({ place, code }) => `${place.line}:${place.column} ${code}`);
  }
}

const first = SMALL_PACK.split('\n').length;

describe('lint', () => {
  it('is read with all names resolved', () => {
    expect(small().lint).toMatchObject({
      placeholders: ['TODO'],
      rules: [
        {
          id: 'no-calm-down',
          words: [],
          replace: [{ words: [{ text: 'calm down' }], with: { en: 'tell me' } }],
        },
        { id: 'acknowledges', forbid: ['calm-down'], unless: ['empathy'], severity: 'error' },
        { id: 'own', forbid: ['calm-down'], words: [{ text: 'please' }] },
      ],
      steps: [{ id: 'feelings', any: ['empathy'] }],
      scenarios: [{ id: 'opening', holds: ['feelings'], anywhere: [], placeholders: ['name'] }],
    });
  });

  it('has Traditional words where the build makes them', () => {
    const { lint } = withTraditional(small(), (simplified) => `${simplified}!`);
    expect(lint!.rules[0]!.replace[0]!.with['zh-TW']).toBe('请说!');
    expect(lint!.rules[2]!.title!['zh-TW']).toBe('自己!');
    expect(lint!.steps[0]!.say!['zh-TW']).toBe('我理解!');
    expect(lint!.scenarios[0]!.title['zh-TW']).toBe('开场!');
  });

  it.each<[why: string, from: string, to: string, expected: string]>([
    ['an unknown moment of a rule', 'forbid: [calm-down]', 'forbid: [calm-dow]', '13:16 unknown-moment'],
    ["the customer's moment", 'forbid: [calm-down]', 'forbid: [problem]', '13:16 wrong-side'],
    ['an unknown moment of a step', 'any: empathy', 'any: empaty', '17:52 unknown-moment'],
    ['an unknown moment of unless', 'unless: empathy', 'unless: empaty', '9:47 unknown-moment'],
    ['an unknown step', 'holds: [feelings]', 'holds: [feeling]', '19:53 unknown-step'],
    ['an unknown criterion', '    no-calm-down:', '    no-calm-dwn:', '4:5 unknown-criterion'],
    ['an own rule without a reason', '      why: {en: Because., zh: 因为。}\n', '', '10:5 unknown-criterion'],
    ['a criterion that forbids nothing', 'forbid: calm-down, ', '', '9:5 missing-key'],
    ['no words to say instead', 'with: {en: tell me, zh: 请说}', 'with: {}', '8:11 missing-key'],
    ['a phrase that is none', '            calm down', '            calm (down', '7:18 phrase-syntax'],
    ['an unknown key', 'placeholders: [TODO]', 'placeholder: [TODO]', '2:3 unknown-key'],
    ['an unknown severity', 'severity: error', 'severity: high', '9:66 wrong-value'],
  ])('%s is an error, with its place', (_, from, to, expected) => {
    const broken = LINT.replace(from, to);
    expect(broken).not.toBe(LINT);
    const [line, rest] = expected.split(/(?<=^\d+)(?=:)/u);
    expect(failuresOf(() => load(SMALL_PACK + broken))).toEqual([`${Number(line) + first - 1}${rest}`]);
  });
});

const OWN = `lists:
  jargon: |
    the queue
moments:
  jargon:
    speaker: agent
    title: {en: Jargon, zh: 术语}
    phrases: |
      in {jargon}
    examples: {hit: [It is in the queue.], miss: [It is here.]}
criteria:
  no-jargon:
    title: {en: No jargon, zh: 不说术语}
    why: {en: Nobody knows it., zh: 听不懂。}
    forbid: [jargon]
    unless: empathy
    examples: {met: ["agent: Hello."], not-met: ["agent: It is in the queue."]}
lint:
  scenarios:
    goodwill: {title: {en: Goodwill, zh: 补偿}, holds: [feelings]}
`;

const extend = (text: string, override = false): Pack =>
  extendPack({ pack: small(), override }, `${folderOf({ 'own.yaml': text })}/own.yaml`, 'own.yaml').pack;

describe('a pack with rules added to it', () => {
  it('has the rules of both, which may name one another', () => {
    const pack = extend(OWN);
    const base = small();
    expect(pack.moments.map(({ id }) => id)).toEqual([...base.moments.map(({ id }) => id), 'jargon']);
    expect(pack.criteria.at(-1)).toMatchObject({ id: 'no-jargon', unless: ['empathy'] });
    expect(pack.lint!.scenarios.map(({ id }) => id)).toEqual(['opening', 'goodwill']);
    expect(pack.lint!.rules).toEqual(
      base.lint!.rules.map((rule) => expect.objectContaining({ id: rule.id }) as object),
    );
    expect(pack).toMatchObject({ id: 'small', version: '1.0.0', scorecard: base.scorecard });
    expect(() => compilePack(pack)).not.toThrow();
  });

  it('has a hash over both', () => {
    expect(extend(OWN).sha256).toBe(extend(OWN).sha256);
    expect(new Set([small().sha256, extend(OWN).sha256, extend(`${OWN}# more\n`).sha256]).size).toBe(3);
  });

  const CALM = `moments:
  calm-down:
    speaker: agent
    title: {en: Other, zh: 别的}
    phrases: relax
    examples: {hit: [Relax.], miss: [Calm down.]}
`;
  it.each<[why: string, text: string, expected: string]>([
    ['a moment', CALM, '2:3 duplicate-id'],
    ['a list', 'lists:\n  feelings: |\n    sad\n', '2:3 duplicate-id'],
    ['a step', 'lint:\n  steps: {feelings: {title: {en: a, zh: b}, any: empathy}}\n', '2:11 duplicate-id'],
    ['a rule', 'lint:\n  rules: {no-calm-down: {severity: warning}}\n', '2:11 duplicate-id'],
  ])('may not have %s of the same id', (_, text, expected) => {
    expect(failuresOf(() => extend(text))).toEqual([expected]);
    expect(failuresOf(() => extend(text, true))).toEqual([]);
  });

  it('stands in for what it overrides, in its place', () => {
    const pack = extend(CALM, true);
    expect(pack.moments.map(({ id }) => id)).toEqual(small().moments.map(({ id }) => id));
    expect(pack.moments[0]!.phrases.map(({ text }) => text)).toEqual(['relax']);
  });

  it.each<[why: string, text: string, expected: string]>([
    ['an unknown moment', OWN.replace('unless: empathy', 'unless: empaty'), '16:13 unknown-moment'],
    ['an unknown step', OWN.replace('[feelings]', '[feeling]'), '20:55 unknown-step'],
    [
      'a second default',
      'allegations:\n  other: {title: {en: a, zh: b}, default: true, upheld: no-calm-down}\n',
      '2:3 default-allegation',
    ],
    [
      'a circle of lists through both',
      'lists:\n  feelings: |\n    {more}\n  more: |\n    {feelings}\n',
      '2:3 duplicate-id',
    ],
  ])('%s is an error, with its place', (_, text, expected) => {
    expect(failuresOf(() => extend(text))).toContain(expected);
  });

  it('a circle of lists that an override closes is one', () => {
    const text = 'lists:\n  feelings: |\n    {more}\n  more: |\n    {feelings}\n';
    expect(failuresOf(() => extend(text, true)).map((each) => each.split(' ')[1])).toEqual(['cyclic-lists']);
  });
});
