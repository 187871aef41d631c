/** Suppressions that end on a day, as a run sees them on one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { expect, it, onTestFinished } from 'vitest';
import { run } from '../../src/cli/run.ts';

async function lintOn(day: string, source: string): Promise<{ readonly code: number; readonly out: string }> {
  const cwd = mkdtempSync(join(tmpdir(), 'callqa-until-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  writeFileSync(join(cwd, 'a.md'), source);
  let out = '';
  const sink = new Writable({
    write: (chunk: Buffer, _, done) => {
      out += chunk.toString();
      done();
    },
  });
  const code = await run(['lint', 'a.md', '--format', 'json'], {
    stdin: Readable.from([]),
    stdout: sink,
    stderr: sink,
    env: {},
    cwd,
    now: () => new Date(`${day}T12:00:00Z`),
  });
  return { code, out };
}

it.each([
  ['2030-05-30', 0],
  ['2030-05-31', 0],
  ['2030-06-01', 1],
])('on %s a suppression until 2030-05-31 gives %i', async (day, expected) => {
  const { code, out } = await lintOn(
    day,
    '<!-- callqa-disable-next-line no-calm-down until=2030-05-31 -- being rewritten -->\nCalm down.\n',
  );
  expect([code, out.includes('expired-suppression')]).toEqual([expected, expected === 1]);
});
