/** What is said of the rules that a callqa.yaml puts together, and of the file itself. */
import { expect, it } from 'vitest';
import { callqa } from '../calibrate/in-process.ts';
import { folderOf, SMALL_PACK } from '../pack/small-pack.ts';

const moment = (id: string): string =>
  `moments:\n  ${id}:\n    speaker: agent\n    title: {en: T, zh: 题}\n    phrases: hello\n    examples: {hit: [Hello.], miss: [Bye.]}\n`;

const inFolder = (config: string, args: readonly string[], own = moment('calm-dwon')) =>
  callqa(
    args,
    folderOf({
      'callqa.yaml': config,
      'base.yaml': SMALL_PACK,
      'own.yaml': own,
      'again.yaml': own,
      'a.txt': 'Customer: It is broken.\nAgent: Hello.\n',
    }),
  );

const layered = 'extends: none\npacks:\n  - base.yaml\n  - {path: own.yaml, override: true}\n';

it.each([['score'], ['audit'], ['lint']])(
  '%s warns of an override that has no name of a rule',
  async (command) => {
    const { stderr, code } = await inFolder(layered, [command, 'a.txt']);
    expect(stderr).toContain(
      'own.yaml:2:3: warning: `calm-dwon` overrides nothing: small 1.0.0 has nothing of that name. [overrides-nothing]\n' +
        '  hint: Did you mean `calm-down`?',
    );
    expect(stderr).not.toContain('error');
    expect(code).not.toBe(2);
  },
);

it('says nothing where the name is right', async () => {
  expect(await inFolder(layered, ['rules', 'list'], moment('calm-down'))).toMatchObject({
    code: 0,
    stderr: '',
  });
});

it('blames the right file for a clash', async () => {
  const config = 'extends: none\npacks: [base.yaml, own.yaml, again.yaml]\n';
  expect(await inFolder(config, ['rules', 'list'], moment('hello'))).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(
      'again.yaml:2:3: error: `hello` is already in own.yaml:2. [duplicate-id]\n',
    ),
  });
});

it.each([
  ['packs: [base.yaml, none.yaml]', '2:20'],
  ['packs: [base.yaml, {override: true, path: none.yaml}]', '2:43'],
])('a pack that is not there has the place where it is named: %s', async (packs, place) => {
  const { code, stderr } = await inFolder(`extends: none\n${packs}\n`, ['rules', 'list']);
  expect(stderr).toContain(`callqa.yaml:${place}: error: There is no pack at none.yaml. [pack-not-found]\n`);
  expect(code).toBe(2);
});

it('a wrong name with something missing is an error of the rules, not of the program', async () => {
  const config = 'extends: none\npacks: [base.yaml, own.yaml]\n';
  const own = 'moments:\n  推销:\n    speaker: agent\n    title: {en: T, zh: 题}\n    phrases: hello\n';
  const { code, stderr } = await inFolder(config, ['score', 'a.txt'], own);
  expect(stderr).toBe(
    'own.yaml:2:3: error: `moments.推销.examples` is missing. [missing-key]\n' +
      'own.yaml:2:3: error: The name `推销` must be kebab-case: small letters, digits and single dashes. [wrong-id]\n',
  );
  expect(code).toBe(2);
});

it('tells what is wrong with the file in its own order', async () => {
  const config = 'bar: 1\nredact: maybe\nlint: {foo: 1}\nlang: xx\nextends: a b\n';
  const { stderr } = await inFolder(config, ['score', 'a.txt']);
  expect([...stderr.matchAll(/^callqa\.yaml:(\d+)/gmu)].map(([, line]) => Number(line))).toEqual([
    1, 2, 3, 4, 5,
  ]);
});
