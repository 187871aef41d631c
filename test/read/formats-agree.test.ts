/**
 * One call in every format (fixtures/formats/en, zh and tw): whatever it was read from, the same is heard, judged and
 * scored, except where the format lacks what a criterion needs.
 */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createEvaluator } from '../../src/batch/evaluate.ts';
import { builtinPack } from '../../src/pack/builtin.ts';
import { readCalls } from '../../src/read/read.ts';
import { findSources } from '../../src/read/sources.ts';
import type { CallResult } from '../../src/result/result.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const evaluator = createEvaluator(builtinPack(), { tool: 'callqa/test', redact: false });

/** What a format does not give, and the criteria that cannot be judged without it. */
const lacking: Readonly<Record<string, readonly string[]>> = {
  // It gives no ends of turns.
  'dialpad.json': ['no-interruption'],
};

async function resultOf(path: string): Promise<CallResult> {
  const results: CallResult[] = [];
  for await (const source of findSources([path], { cwd: root, stdin: process.stdin })) {
    if ('failure' in source) throw source.failure;
    for await (const item of readCalls(source)) {
      if ('failure' in item) throw item.failure;
      results.push(evaluator.score(item.call, item.source));
    }
  }
  expect(results).toHaveLength(1);
  return results[0]!;
}

const heard = ({ moments }: CallResult) =>
  moments.map(({ id, turn, speaker, quote }) => [turn, speaker, id, quote]);
const outcomes = ({ criteria }: CallResult, without: readonly string[]) =>
  Object.fromEntries(
    criteria.filter(({ id }) => !without.includes(id)).map(({ id, outcome }) => [id, outcome]),
  );

describe.each(['en', 'zh', 'tw'])('the call in %s', (language) => {
  const folder = `fixtures/formats/${language}`;
  const files = readdirSync(root + folder).sort();

  it('is there in more than one format', () => expect(files.length).toBeGreaterThan(4));

  it.each(files)('reads alike as %s', async (file) => {
    const common = await resultOf(`${folder}/canonical.json`);
    const result = await resultOf(`${folder}/${file}`);
    const without = lacking[file] ?? [];
    expect(heard(result)).toEqual(heard(common));
    expect(outcomes(result, without)).toEqual(outcomes(common, without));
    for (const id of without) {
      expect(result.criteria.find((one) => one.id === id)?.outcome).toBe('not-evaluated');
    }
    expect(result.score.total).toBe(common.score.total);
    expect(result.verdicts.map(({ verdict }) => verdict)).toEqual(
      common.verdicts.map(({ verdict }) => verdict),
    );
  });
});
