/** A sample is drawn alike on any number of threads. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { callqa } from '../cli/callqa.ts';
import { callLines } from './calls.ts';
import { temporary } from './running.ts';

const smallPack = 'test/cli/inputs/small-pack.yaml';

it('a sample is the same on one thread and on two, errors and all', () => {
  // More than two megabytes, below which no threads are started.
  const file = join(temporary(), 'calls.jsonl');
  writeFileSync(file, `${callLines(1200)}{broken\n${callLines(1200, 1200)}`);
  const draw = (jobs: string) =>
    callqa(['sample', file, '--pack', smallPack, '--n', '9', '--format', 'json', '--jobs', jobs]);
  const one = draw('1');
  const { calls, sample } = JSON.parse(one.stdout) as {
    readonly calls: number;
    readonly sample: readonly { readonly number: number; readonly id: string }[];
  };
  expect([calls, sample.length]).toEqual([2400, 9]);
  for (const { number, id } of sample) expect(id).toBe(`call-${number - 1}`);
  expect(one.stderr).toContain(`${file}:1201:`);
  expect(one.code).toBe(2);
  expect(draw('2')).toEqual(one);
});
