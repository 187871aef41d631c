import { expect, it } from 'vitest';
import { extendPack, loadPack } from '../../src/pack/load.ts';
import type { Extended } from '../../src/pack/load.ts';
import { PackErrors } from '../../src/pack/pack-errors.ts';
import { folderOf, SMALL_PACK } from './small-pack.ts';

interface Layer {
  readonly text: string;
  readonly override?: boolean;
}

/** The small pack with layers added to it, called `own-0.yaml` and so on. */
function layered(...layers: readonly Layer[]): Extended {
  const folder = folderOf({
    'pack.yaml': SMALL_PACK,
    ...Object.fromEntries(layers.map(({ text }, index) => [`own-${index}.yaml`, text])),
  });
  const first: Extended = { pack: loadPack(`${folder}/pack.yaml`), written: new Map(), warnings: [] };
  return layers.reduce(
    ({ pack, written }, { override = false }, index) =>
      extendPack({ pack, override, written }, `${folder}/own-${index}.yaml`, `own-${index}.yaml`),
    first,
  );
}

function failuresOf(...layers: readonly Layer[]): readonly (readonly [string, string | undefined])[] {
  try {
    layered(...layers);
    return [];
  } catch (error) {
    if (!(error instanceof PackErrors)) throw error;
    return error.failures.map(({ message, hint }) => [message, hint]);
  }
}

const moment = (id: string): string =>
  `moments:\n  ${id}:\n    speaker: agent\n    title: {en: T, zh: 题}\n    phrases: hello\n    examples: {hit: [Hello.], miss: [Bye.]}\n`;
const type = 'complaint-types:\n  billing: {title: {en: Billing, zh: 账单}, moments: problem}\n';
const scenario = 'lint:\n  scenarios:\n    goodwill: {title: {en: Goodwill, zh: 补偿}, holds: [said]}\n';
const step = 'lint:\n  steps:\n    said: {title: {en: Said, zh: 说}, any: empathy}\n';
const bearers = 'responsibility: {own: part, others: {customer: problem}}\n';

it.each<[what: string, text: string, id: string, line: number]>([
  ['a moment', moment('hello'), 'hello', 2],
  ['a list', 'lists:\n  own-x: |\n    hello\n', 'own-x', 2],
  ['what has no place in a pack', type, 'billing', 2],
])('a clash with %s of an earlier addition names its place', (_, text, id, line) => {
  expect(failuresOf({ text }, { text })).toEqual([
    [
      `\`${id}\` is already in own-0.yaml:${line}.`,
      'Give it another name, or name these rules with `override: true` in callqa.yaml.',
    ],
  ]);
});

it('a clash with a step of an earlier addition names its place', () => {
  const both = `${step}${scenario.replace('lint:\n', '')}`;
  expect(failuresOf({ text: both }, { text: scenario }).map(([message]) => message)).toEqual([
    '`goodwill` is already in own-0.yaml:5.',
  ]);
});

it('a clash with what an earlier addition put in the place of a rule names that addition, else the pack', () => {
  const text = moment('calm-down');
  expect(failuresOf({ text }).map(([message]) => message)).toEqual([
    '`calm-down` is already in small 1.0.0.',
  ]);
  expect(failuresOf({ text, override: true }, { text }).map(([message]) => message)).toEqual([
    '`calm-down` is already in own-0.yaml:2.',
  ]);
});

it('knows a file that is named twice', () => {
  const folder = folderOf({ 'pack.yaml': SMALL_PACK, 'own.yaml': moment('hello') });
  const once = extendPack(
    { pack: loadPack(`${folder}/pack.yaml`), override: false },
    `${folder}/own.yaml`,
    'own.yaml',
  );
  expect(() => extendPack({ ...once, override: false }, `${folder}/own.yaml`, 'own.yaml')).toThrow(
    expect.objectContaining({
      message: '`hello` is already in own.yaml:2.',
      hint: 'Name the file once under `packs:`.',
    }),
  );
});

it.each([
  [
    'a whole scorecard',
    `scorecard:\n  sections: {own: {title: {en: O, zh: 自}, weight: 1, criteria: {whole: 1}}}\n  grades: {A: 0}\n  critical-cap: A\n  least-coverage: 0\n`,
    'is already in small 1.0.0',
  ],
  ['a section alone', 'scorecard:\n  sections: {}\n', '`scorecard.grades` is missing'],
])('points for own criteria: %s is told that the scorecard is replaced whole', (_, text, message) => {
  const failures = failuresOf({ text });
  expect(failures).toContainEqual([
    expect.stringContaining(message),
    expect.stringMatching(/it is replaced whole: copy the built-in one .*`override: true`/u),
  ]);
});

it('nobody is told to give another name to what there is one of', () => {
  expect(failuresOf({ text: bearers })).toEqual([]);
  const [[message, hint] = []] = failuresOf({ text: bearers }, { text: bearers });
  expect(message).toBe('`responsibility` is already in own-0.yaml:1.');
  expect(hint).not.toContain('another name');
});

it.each<[what: string, layer: Layer, expected: readonly string[]]>([
  ['a name that nearly is one', { text: moment('calm-dwon'), override: true }, ['calm-down']],
  ['a list', { text: 'lists:\n  feeling: |\n    sad\n', override: true }, ['feelings']],
  ['the name itself', { text: moment('calm-down'), override: true }, []],
  ['a name that is far from all', { text: moment('chatter'), override: true }, []],
  ['a near name of another kind', { text: moment('feeling'), override: true }, []],
  ['what overrides nothing anyway', { text: moment('calm-dwon') }, []],
  [
    'a near name beside the name',
    { text: `${moment('calm-down')}${moment('calm-downs').replace('moments:\n', '')}`, override: true },
    [],
  ],
])('warns of a misspelt override: %s', (_, layer, expected) => {
  expect(layered(layer).warnings.map(({ code, place, hint }) => [code, place.line, hint])).toEqual(
    expected.map((id) => [
      'overrides-nothing',
      2,
      `Did you mean \`${id}\`? What is new may stand in a pack without \`override: true\`.`,
    ]),
  );
});
