/** A sample is drawn alike on any number of threads. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { callqa } from '../cli/callqa.ts';
import { callLines } from './calls.ts';
import { temporary } from './running.ts';

const smallPack = 'test/cli/inputs/small-pack.yaml';

it('draws of calls that are the same to the byte only the first, and says so', () => {
  const file = join(temporary(), 'calls.jsonl');
  writeFileSync(file, callLines(12) + callLines(12) + callLines(3));
  const asked = ['sample', file, '--pack', smallPack, '--n', '20', '--format', 'json'];
  const { stdout, stderr, code } = callqa(asked);
  const { calls, sample } = JSON.parse(stdout) as {
    readonly calls: number;
    readonly sample: readonly { readonly number: number }[];
  };
  expect(calls).toBe(12);
  expect(sample.map(({ number }) => number)).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
  expect(stderr).toContain(
    'warning: 15 calls are there again, the same to the byte: call-0, call-1, call-2 and 12 more [call-again]\n' +
      '  hint: Of those that are the same only the first may be drawn.\n',
  );
  expect(code).toBe(0);
});

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
