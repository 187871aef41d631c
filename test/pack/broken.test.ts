import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Failure } from '../../src/call/failure.ts';
import { loadPack } from '../../src/pack/load.ts';
import { PackErrors } from '../../src/pack/pack-errors.ts';
import { folderOf, SMALL_PACK } from './small-pack.ts';

function failuresOf(path: string, shownAs: string): readonly Failure[] {
  try {
    loadPack(path, shownAs);
  } catch (error) {
    if (error instanceof PackErrors) return error.failures;
    throw error;
  }
  return [];
}

/** `line:column code` of each failure of the small pack with something in it replaced. */
function broken(...edits: readonly (readonly [from: string, to: string])[]): readonly Failure[] {
  let yaml = SMALL_PACK;
  for (const [from, to] of edits) {
    expect(yaml).toContain(from);
    yaml = yaml.replace(from, () => to);
  }
  return failuresOf(join(folderOf({ 'pack.yaml': yaml }), 'pack.yaml'), 'pack.yaml');
}
const brief = ({ place, code }: Failure) => `${place.line}:${place.column} ${code}`;

it.each<[why: string, from: string, to: string, ...expected: string[]]>([
  ['unknown key of a file', 'version: 1.0.0', 'version: 1.0.0\nmoment: {}', '3:1 unknown-key'],
  ['unknown key of a moment', 'negation: guard', 'negations: guard', '17:5 unknown-key'],
  ['unknown key in flow', '{en: Small, zh: 小}', '{en: Small, zh: 小, de: Klein}', '3:27 unknown-key'],
  ['missing key', '{en: Small, zh: 小}', '{en: Small}', '3:1 missing-key'],
  ['missing enum', '    speaker: customer\n', '', '27:3 missing-key'],
  ['missing pack', 'pack: small\n', '', '1:1 missing-key'],
  ['scorecard without grades', '  grades: {A: 90, B: 0}\n', '', '65:1 missing-key'],
  ['misspelt key of a scorecard', '  grades: {', '  grade: {', '65:1 missing-key', '69:3 unknown-key'],
  ['version that YAML takes for a number', 'version: 1.0.0', 'version: 1.0', '2:10 wrong-type'],
  ['version of another form', 'version: 1.0.0', 'version: one', '2:10 wrong-value'],
  ['empty text', '{en: Small, zh: 小}', '{en: "", zh: 小}', '3:13 wrong-value'],
  ['wrong type', 'pack: small', 'pack: [small]', '1:7 wrong-type'],
  ['nothing written', 'negation: guard', 'negation:', '17:5 wrong-value'],
  ['wrong type of a union', 'require: [empathy]', 'require: {a: b}', '37:14 wrong-type'],
  ['wrong type in a list', 'require: [empathy]', 'require: [empathy, [b]]', '37:24 wrong-type'],
  ['wrong value', 'severity: critical', 'severity: criticel', '51:15 wrong-value'],
  ['example of two sides', '- customer: You', '- agent: A\n          customer: You', '21:11 wrong-value'],
  ['id that is not kebab-case', '  empathy:', '  Empathy:', '22:3 wrong-id', '37:15 unknown-moment'],
  ['key twice', 'negation: guard', 'negation: guard\n    negation: off', '18:5 duplicate-key'],
  ['id twice', '  empathy:', '  calm-down:', '22:3 duplicate-id', '37:15 unknown-moment'],
  ['id of a list twice', 'lists:\n', 'lists:\n  feelings: sad\n', '6:3 duplicate-id'],
  ['broken YAML', 'title: {en: Small, zh: 小}', 'title: {en: Small, zh: 小', '4:1 yaml-syntax'],
  ['alias', 'negation: guard', 'negation: &n guard\n    quotation: *n', '18:16 yaml-alias'],
  ['unresolved tag', 'pack: small', 'pack: !own small', '1:7 yaml-syntax'],
  [
    'moment without phrases',
    '|\n      calm [yourself] down\n      冷静(一下|一点)',
    '|\n      # none',
    '12:5 empty-phrases',
  ],
  ['neither phrases nor a detector', '    phrases: it is broken\n', '', '27:3 missing-key'],
  ['unknown detector', 'phrases: it is broken', 'detector: typo', '30:15 wrong-value'],
  [
    'detector without examples',
    'phrases: it is broken\n    examples: {hit: [It is broken.], miss: [agent: It is broken.]}',
    'detector: typography',
    '27:3 missing-key',
  ],
  ['list without phrases', '|\n    upset\n    frustrat*   # any ending', '[]', '5:3 empty-phrases'],
  ['phrases that YAML joins', 'phrases: |\n', 'phrases: >\n', '12:14 folded-lines'],
  ['plain phrases over lines', 'phrases: it is broken', 'phrases: it is\n      broken', '30:14 folded-lines'],
  ['no hit', 'hit: [我理解您]', 'hit: []', '26:21 empty-examples'],
  ['no not-met', 'not-met: ["customer: It is broken."]', 'not-met: []', '46:16 empty-examples'],
  [
    'no not-applicable with an occasion',
    '      not-applicable: ["agent: Hello."]\n',
    '',
    '40:5 empty-examples',
  ],
  ['no examples', '    examples: {hit: [我理解您], miss: [好的]}\n', '', '22:3 missing-key'],
  ['unknown moment', 'when: problem', 'when: problems', '36:11 unknown-moment'],
  ['unknown moment in a list', 'require: [empathy]', 'require: [empathy, apology]', '37:24 unknown-moment'],
  ['unknown member', 'all: [part]', 'all: [part, parts]', '63:17 unknown-criterion'],
  ['unknown criterion of a section', '{whole: 5}', '{whole: 5, wholes: 5}', '67:102 unknown-criterion'],
  [
    'unknown criterion of a tree',
    'of: [acknowledges, part]',
    'of: [acknowledges, port]',
    '76:67 unknown-criterion',
  ],
  ['unknown list', '{feelings}', '{feeling}', '25:30 unknown-list'],
  ['no form', '    limit: calm-down\n    to: 2\n', '', '54:3 criterion-form'],
  ['two forms', 'limit: calm-down', 'limit: calm-down\n    forbid: problem', '57:5 criterion-form'],
  [
    'key of another form',
    'forbid: calm-down',
    'forbid: calm-down\n    before: problem',
    '53:5 criterion-form',
  ],
  ['limit without to', '    to: 2\n', '', '54:3 criterion-form'],
  [
    'forbid with within alone',
    'forbid: calm-down',
    'forbid: calm-down\n    within: 1 agent turn',
    '53:5 criterion-form',
  ],
  ['each without when', '    when: problem\n', '    each: true\n', '36:5 criterion-form'],
  [
    'form beside a wrong type',
    '    to: 2',
    '    to: two\n    each: true',
    '58:9 wrong-type',
    '59:5 criterion-form',
  ],
  ['window of another form', 'within: 2 agent turns', 'within: 2', '38:13 wrong-type'],
  ['window of other turns', 'within: 2 agent turns', 'within: 2 turns', '38:13 wrong-value'],
  ['no section', '{whole: 5}', '{part: 5}', '60:3 criterion-without-section'],
  ['two sections', '{whole: 5}', '{whole: 5, acknowledges: 1}', '68:85 criterion-in-two-sections'],
  [
    'section without criteria',
    'criteria: {whole: 5}',
    'criteria: {}',
    '60:3 criterion-without-section',
    '67:5 empty-section',
  ],
  ['weight of nothing', 'weight: 15', 'weight: 0', '67:77 weight-not-positive'],
  ['negative weight of a criterion', '{whole: 5}', '{whole: -5}', '67:99 weight-not-positive'],
  ['grades that ascend', '{A: 90, B: 0}', '{A: 90, B: 95, C: 0}', '69:22 grades-order'],
  ['last grade above 0', '{A: 90, B: 0}', '{A: 90, B: 10}', '69:22 grades-order'],
  ['cap that is no grade', 'critical-cap: B', 'critical-cap: D', '70:17 unknown-grade'],
  ['coverage above 1', 'least-coverage: 0.3', 'least-coverage: 30', '71:19 wrong-value'],
  ['no default', '    default: true\n', '', '72:1 default-allegation'],
  [
    'two defaults',
    'partly-upheld: acknowledges',
    'partly-upheld: acknowledges\n  attitude: {title: {en: A, zh: 态}, default: true, upheld: part}',
    '78:46 default-allegation',
  ],
  ['tree of two kinds', '{any: [no-calm-down,', '{all: [part], any: [no-calm-down,', '76:13 wrong-value'],
  ['tree that asks for too many', 'at-least: 1', 'at-least: 3', '76:34 wrong-value'],
  ['member that holds itself', 'all: [part]', 'all: [whole, part]', '63:11 cyclic-criteria'],
  ['list that holds itself', '    upset\n', '    so {feelings}\n', '6:8 cyclic-lists'],
  ['unknown speaker', 'agent: I see you', 'agnet: I see you', '45:11 example-dialogue'],
  ['line without a speaker', 'agent: I see you are upset.', '  I see you', '45:13 example-dialogue'],
  ['unknown event', '[hold]', '[held]', '44:11 example-dialogue'],
  [
    'nobody talks',
    'not-applicable: ["agent: Hello."]',
    'not-applicable: ["[hold]"]',
    '47:25 example-dialogue',
  ],
  ['nothing said', 'agent: I see you are upset.', 'agent:', '45:11 example-dialogue'],
  ['dialogue as a map', '["customer: It is broken."]', '[customer: It is broken.]', '46:17 wrong-type'],
])('reports %s', (_, from, to, ...expected) => {
  expect(broken([from, to]).map(brief)).toEqual(expected);
});

it.each<[kind: string, entry: string, ...missing: string[]]>([
  ['lists', '{}', '`lists.%s` must be a list or a string, not a map.'],
  ['moments', '{}', 'examples', 'speaker', 'title', '`moments.%s` has no phrases.'],
  ['moments', '{phrases: hello, title: {en: T, zh: 题}, speaker: agent}', 'examples'],
  ['criteria', '{}', '`criteria.%s` has no form.', 'examples', 'title', 'why'],
  ['criteria', '{forbid: calm-down, title: {en: T, zh: 题}, why: {en: W., zh: 由。}}', 'examples'],
  ['allegations', '{}', 'title', 'upheld'],
  ['protocols', '{}', 'announced', 'grounds', 'settled', 'steps', 'title'],
  ['key-facts', '{}', 'title'],
  ['complaint-types', '{}', 'moments', 'title'],
  ['gravity', '{}', 'title'],
  ['promises', '{}', 'kept-by', 'moments', 'title'],
])(
  'a wrong name in %s hides nothing else that is wrong, and breaks nothing: %s',
  (kind, entry, ...missing) => {
    for (const id of ['Foo_Bar', 'foo_bar', '推销', 'foo-']) {
      const yaml = SMALL_PACK.includes(`\n${kind}:\n`)
        ? SMALL_PACK.replace(`\n${kind}:\n`, `\n${kind}:\n  ${id}: ${entry}\n`)
        : `${SMALL_PACK}${kind}:\n  ${id}: ${entry}\n`;
      const failures = failuresOf(join(folderOf({ 'pack.yaml': yaml }), 'pack.yaml'), 'pack.yaml');
      const line = yaml.split('\n').findIndex((each) => each.startsWith(`  ${id}:`)) + 1;
      expect(failures.map(({ place }) => place.line)).toEqual(failures.map(() => line));
      expect(failures.map(({ message }) => message).toSorted()).toEqual(
        [
          `The name \`${id}\` must be kebab-case: small letters, digits and single dashes.`,
          ...missing.map((each) =>
            each.includes(' ') ? each.replace('%s', id) : `\`${kind}.${id}.${each}\` is missing.`,
          ),
        ].toSorted(),
      );
    }
  },
);

it('what stands under a wrong name is checked like all else', () => {
  const failures = broken([
    'moments:\n',
    'moments:\n  Foo_Bar:\n    speaker: robot\n    title: {en: T}\n    phrases: hello\n    foo: 1\n    examples: {hit: [hello], miss: [bye]}\n',
  ]);
  expect(failures.map(brief)).toEqual([
    '9:3 wrong-id',
    '10:14 wrong-value',
    '11:5 missing-key',
    '13:5 unknown-key',
  ]);
});

it('a name that is wrong in something whose name is wrong is found', () => {
  const failures = broken(['    emotion: {', '    Emotion: {'], ['no-calm-down: 3', 'No_Calm: 0']);
  expect(failures.map(brief)).toEqual([
    '68:5 wrong-id',
    '68:68 unknown-criterion',
    '68:68 wrong-id',
    '68:77 weight-not-positive',
  ]);
});

it('says in its own words that a file is more than one document', () => {
  expect(broken(['version: 1.0.0', '---\nversion: 1.0.0'])).toMatchObject([
    {
      code: 'yaml-syntax',
      place: { line: 2, column: 1 },
      message: 'A pack’s file must be one document; here a second one begins.',
    },
  ]);
});

it('shows a broken phrase with a caret below what is wrong', () => {
  const [failure] = broken(['冷静(一下|一点)', '冷静(一下|一点  # 冷静']);
  expect(failure).toMatchObject({ code: 'phrase-syntax', place: { file: 'pack.yaml', line: 14, column: 9 } });
  const [, phrase, caret] = failure!.message.split('\n');
  expect(phrase).toBe('    冷静(一下|一点');
  expect(caret).toBe('    \u3000\u3000^');
});

it.each([
  ['severity: critical', 'severity: criticel', 'Did you mean `critical`?'],
  ['negation: guard', 'negations: guard', 'Did you mean `negation`?'],
  ['when: problem', 'when: problems', 'Did you mean `problem`?'],
  ['{feelings}', '{feeling}', 'Did you mean `feelings`?'],
  ['all: [part]', 'all: [part, parts]', 'Did you mean `part`?'],
  ['when: problem', 'when: something-else-altogether', undefined],
])('has a hint for %s as %s', (from, to, hint) => {
  expect(broken([from, to])[0]!.hint).toBe(hint);
});

it('reports all that is wrong with a pack together, in the order of files and lines', () => {
  const all = broken(
    ['severity: critical', 'severity: high'],
    ['version: 1.0.0', 'version: 1.0.0\nextra: 1'],
    ['calm [yourself] down', 'calm [yourself down'],
    ['when: problem', 'when: problems'],
    ['critical-cap: B', 'critical-cap: D'],
  );
  expect(all.map(brief)).toEqual([
    '3:1 unknown-key',
    '14:12 phrase-syntax',
    '37:11 unknown-moment',
    '52:15 wrong-value',
    '71:17 unknown-grade',
  ]);
});

it('is a failure with the place and code of the first, and says how many more there are', () => {
  const path = join(
    folderOf({ 'pack.yaml': SMALL_PACK.replace('pack: small', 'pack: Small\nold: 1') }),
    'pack.yaml',
  );
  expect(() => loadPack(path, 'p.yaml')).toThrow(
    expect.objectContaining({
      name: 'Failure',
      code: 'wrong-value',
      place: { file: 'p.yaml', line: 1, column: 7 },
      message:
        '`pack` must be kebab-case: small letters, digits and single dashes. (and 1 more in this pack)',
    }),
  );
});

it('names the file of each failure in a folder, and what stands in two files', () => {
  const folder = folderOf({
    'a.yaml': SMALL_PACK,
    'b/b.yaml': 'version: 1.0.1\nlists:\n  feelings: sad\n',
    'c.yaml': 'lists:\n\tx: y\n',
  });
  const failures = failuresOf(folder, 'packs/mine');
  expect(failures.map((failure) => `${failure.place.file} ${brief(failure)}`)).toEqual([
    'packs/mine/b/b.yaml 1:1 duplicate-key',
    'packs/mine/b/b.yaml 3:3 duplicate-id',
    'packs/mine/c.yaml 2:1 yaml-syntax',
  ]);
  expect(failures[1]!.message).toContain('packs/mine/a.yaml:5');
});

it('does not blame other files for what a broken one may hold', () => {
  const [withoutLists, lists] = [
    SMALL_PACK.replace(/^lists:[^]*?(?=^moments)/m, ''),
    'lists:\n  feelings: [sad\n',
  ];
  const failures = failuresOf(folderOf({ 'a.yaml': withoutLists, 'b.yaml': lists }), 'p');
  expect(new Set(failures.map(({ code }) => code))).toEqual(new Set(['yaml-syntax']));
});

it.each([
  ['a file that is not UTF-8', { 'pack.yaml': new Uint8Array([0xff, 0x41]) }, 'not-utf8'],
  ['an empty file', { 'pack.yaml': '' }, 'wrong-type'],
  ['a folder without YAML', { 'pack.txt': '' }, 'pack-empty'],
])('refuses %s', (_, files, code) => {
  expect(() => loadPack(folderOf(files))).toThrow(expect.objectContaining({ code }));
});

it('refuses a path where nothing is', () => {
  const path = join(folderOf({}), 'none');
  expect(() => loadPack(path, 'none')).toThrow(
    expect.objectContaining({ code: 'pack-not-found', place: { file: 'none' } }),
  );
});

const MOMENT = 'moments:\n  hello:\n    speaker: agent\n    title: {en: T, zh: 题}\n';

it.each([
  ['without its names', `${MOMENT}    phrases: "{there}"\n`, 'pack-is-part'],
  ['with a scorecard of its own', 'scorecard: {sections: {}}\n', 'pack-is-part'],
  ['and a pack with a name', `pack: small\n${MOMENT}`, 'default-allegation'],
  ['and a pack that lacks only its head', SMALL_PACK.replace(/^(?:.*\n){3}/u, ''), 'missing-key'],
  ['and keys that are none', 'foo: 1\n', 'default-allegation'],
])('knows rules that only add to others: %s', (_, yaml, code) => {
  const path = join(folderOf({ 'pack.yaml': yaml }), 'pack.yaml');
  expect(() => loadPack(path, 'p.yaml')).toThrow(
    expect.objectContaining({ code, place: expect.objectContaining({ file: 'p.yaml' }) as object }),
  );
});
