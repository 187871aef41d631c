/** Every example of the built-in pack, run; and that each moment and each outcome has enough of them. */
import { describe, expect, it } from 'vitest';
import { createDetector } from '../../src/detect/detect.ts';
import { runExamples } from '../../src/judge/examples.ts';
import { builtinPack } from '../../src/pack/builtin.ts';

const compiled = builtinPack();
const { moments, criteria } = compiled.pack;
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

it('each is as it is written', () => {
  const { run, fixed, ...wrong } = runExamples(compiled.pack, createDetector(compiled));
  expect(wrong).toEqual({ moments: [], criteria: [] });
  expect(fixed).toEqual([]);
  expect(run).toBeGreaterThan(1000);
});

describe.each(moments.map((moment) => [moment.id, moment] as const))('%s', (_, { phrases, examples }) => {
  it.each([
    ['English', (text: string) => !isChinese(text)],
    ['Chinese', isChinese],
  ] as const)('has phrases, five hits and five misses in %s', (language, speaks) => {
    expect(phrases.filter(({ text }) => speaks(text)).length, 'phrases').toBeGreaterThan(0);
    for (const kind of ['hit', 'miss'] as const) {
      const told = examples[kind].filter(({ text }) => speaks(text));
      expect(told.length, `${kind} in ${language}`).toBeGreaterThanOrEqual(5);
    }
  });
});

it.each(criteria.map((criterion) => [criterion.id, criterion] as const))(
  '%s has dialogues in both languages for each of its outcomes',
  (_, { examples }) => {
    for (const outcome of ['met', 'not-met', 'not-applicable'] as const) {
      const dialogues = examples[outcome].map(({ text }) => isChinese(text));
      expect(dialogues, outcome).toContain(true);
      expect(dialogues, outcome).toContain(false);
    }
  },
);
