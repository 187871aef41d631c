/** A journal that was damaged: a run goes on from what stands there as it was written. */
import { appendFileSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openBatchOutput, type BatchOutput } from '../../src/cli/batch-output.ts';
import { processIo } from '../../src/cli/io.ts';
import { noTotals } from '../../src/result/totals.ts';

const texts = ['one\n', 'two\n', 'three, of 三 bytes\n'];

function folder(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'callqa-journal-'));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  return cwd;
}

const open = (cwd: string, resume: boolean): Promise<BatchOutput> =>
  openBatchOutput('out', { ...processIo(), cwd }, { run: { rules: 'x' }, inputs: [], resume });

async function write(output: BatchOutput, from: number): Promise<void> {
  for (const [index, text] of texts.entries()) {
    if (index < from) continue;
    await output.write(text);
    await output.note({ rows: 1, totals: noTotals }, { inputs: 0, units: 0 });
  }
}

/** Puts other bytes in place of some. */
function damage(file: string, at: number, bytes: string): void {
  const content = readFileSync(file);
  content.write(bytes, at < 0 ? content.length + at : at);
  writeFileSync(file, content);
}

/** Where a line of the journal begins. */
function lineAt(file: string, number: number): number {
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, number);
  return Buffer.byteLength(lines.map((line) => `${line}\n`).join(''));
}

it.each<[what: string, done: number, harm: (journal: string, partial: string) => void]>([
  ['nothing', 3, () => {}],
  ['zeros behind it', 3, (journal) => appendFileSync(journal, '\0\0\0\n')],
  ['half a line behind it', 3, (journal) => appendFileSync(journal, '0123456789abcdef {"rows":')],
  ['JSON that nobody wrote behind it', 3, (journal) => appendFileSync(journal, '{"rows":1}\nnull\n[]\n')],
  ['a last line that was cut', 2, (journal) => truncateSync(journal, readFileSync(journal).length - 5)],
  [
    'another figure in a line, which is JSON still',
    1,
    (journal) => {
      const at = readFileSync(journal, 'latin1').indexOf('"rows":1', lineAt(journal, 2));
      damage(journal, at + 7, '9');
    },
  ],
  ['zeros in its middle', 0, (journal) => damage(journal, lineAt(journal, 1) + 30, '\0\0\0')],
  ['an output that is shorter', 2, (_, partial) => truncateSync(partial, 12)],
  ['an output with zeros', 1, (_, partial) => damage(partial, 5, '\0\0')],
  ['no output', 0, (_, partial) => rmSync(partial)],
  ['nothing but the head', 0, (journal) => truncateSync(journal, lineAt(journal, 1))],
  ['not even a whole head', 0, (journal) => truncateSync(journal, 9)],
])('with %s it goes on from step %i', async (_, done, harm) => {
  const cwd = folder();
  const first = await open(cwd, false);
  await write(first, 0);
  await first.leave();
  harm(join(cwd, 'out.journal'), join(cwd, 'out.partial'));
  const second = await open(cwd, true);
  expect(second.done).toHaveLength(done);
  await write(second, done);
  await second.leave();
  const third = await open(cwd, true);
  expect(third.done).toHaveLength(3);
  await third.finish();
  expect(readFileSync(join(cwd, 'out'), 'utf8')).toBe(texts.join(''));
});

it.each<[harm: (journal: string) => void, code: string]>([
  [(journal) => damage(journal, 0, '\0\0\0'), 'resume-journal'],
  [(journal) => damage(journal, 30, '#'), 'resume-journal'],
  [(journal) => writeFileSync(journal, '{"schema":"callqa/run@1"}\n'), 'resume-journal'],
])('without a head it says so, and leaves the output (%#)', async (harm, code) => {
  const cwd = folder();
  const first = await open(cwd, false);
  await write(first, 0);
  await first.leave();
  harm(join(cwd, 'out.journal'));
  await expect(open(cwd, true)).rejects.toMatchObject({ code, hint: expect.any(String) });
  expect(readFileSync(join(cwd, 'out.partial'), 'utf8')).toBe(texts.join(''));
});
