/** Many calls: in order, the same on any number of threads, and none lost to a bad one. */
import { appendFileSync, mkdirSync, readdirSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { callqa } from '../cli/callqa.ts';
import { callLine, callLines, callTable, callText } from './calls.ts';
import { start, temporary, until } from './running.ts';

const pack = ['--pack', 'test/cli/inputs/small-pack.yaml'];
/** More than a megabyte, so that its lines are shared out. */
const calls = 1200;

interface Line {
  readonly schema: string;
  readonly call: { readonly id: string; readonly line?: number };
  readonly code?: string;
  readonly line?: number;
}

const linesOf = (stdout: string): readonly Line[] =>
  stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

/** Every kind of input at once: large and small, packed, folders, tables, broken ones. */
function library(): string {
  const folder = temporary();
  writeFileSync(join(folder, 'a-large.jsonl'), callLines(calls));
  writeFileSync(join(folder, 'b-packed.jsonl.gz'), gzipSync(callLines(calls, calls)));
  writeFileSync(join(folder, 'c-table.csv'), callTable(calls * 2));
  mkdirSync(join(folder, 'd-many'));
  for (let number = 0; number < 100; number++) {
    const name = `call-${String(number).padStart(4, '0')}.txt`;
    writeFileSync(join(folder, 'd-many', name), number === 50 ? '' : callText(number));
  }
  writeFileSync(join(folder, 'e-mixed.jsonl'), `${callLine(1)}\n\n{broken\n${callLine(2)}\r\n`);
  return folder;
}

describe('many calls', () => {
  it('come in the order of the input, each with its line', () => {
    const folder = temporary();
    writeFileSync(join(folder, 'calls.jsonl'), `\n${callLines(2 * calls)}`);
    const { stdout, code } = callqa(['score', folder, ...pack, '--format', 'jsonl', '--jobs', '3']);
    const found = linesOf(stdout).map(({ call }) => [call.id, call.line]);
    expect(found).toEqual(Array.from({ length: 2 * calls }, (_, number) => [`call-${number}`, number + 2]));
    expect(code).toBe(0);
  });

  it.each([
    ['jsonl', ['1', '2', '3']],
    ['csv', ['1', '2']],
    ['json', ['1', '2']],
    ['text', ['1', '2']],
    ['markdown', ['1', '2']],
  ])(
    'are scored alike as %s on %j threads',
    (format, jobs) => {
      const folder = library();
      const [one, ...others] = jobs.map((each) =>
        callqa(['score', folder, ...pack, '--format', format, '--jobs', each]),
      );
      for (const other of others) expect(other).toEqual(one);
      expect(one!.code).toBe(2);
      expect(one!.stderr.match(/error:/gu)).toHaveLength(2);
    },
    120_000,
  );

  it('leave out none: rows and totals agree', () => {
    const folder = library();
    const rows = linesOf(callqa(['score', folder, ...pack, '--format', 'jsonl', '--jobs', '2']).stdout);
    const { results, errors, totals } = JSON.parse(
      callqa(['score', folder, ...pack, '--format', 'json', '--jobs', '2']).stdout,
    ) as {
      readonly results: readonly Line[];
      readonly errors: readonly Line[];
      readonly totals: { readonly calls: number; readonly errors: number };
    };
    expect(rows.filter(({ schema }) => schema === 'callqa/result@1')).toEqual(results);
    expect(rows.filter(({ schema }) => schema === 'callqa/error@1')).toEqual(errors);
    expect(results.length).toBe(4 * calls + 99 + 2);
    expect(totals).toMatchObject({ calls: results.length, errors: 2 });
  }, 180_000);

  it('come from standard input as from a file', () => {
    const stdin = callLines(2 * calls);
    const { stdout } = callqa(['score', '-', ...pack, '--format', 'jsonl', '--jobs', '2'], { stdin });
    expect(linesOf(stdout).map(({ call }) => call.id)).toEqual(
      Array.from({ length: 2 * calls }, (_, number) => `call-${number}`),
    );
  });

  it('come out while the next are still awaited', async () => {
    const { child } = start(['score', '-', ...pack, '--format', 'jsonl']);
    let stdout = '';
    child.stdout!.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stdin!.write(callLines(600));
    await until(() => stdout.includes('"id":"call-100"'), 'a row');
    expect(child.exitCode).toBe(null);
  });
});

describe('a call that breaks its thread', () => {
  /** So many turns take more memory as values than a thread is given. */
  const huge = `{"id":"huge","turns":[${Array.from({ length: 600_000 }, () => '{"speaker":"agent","text":"Hello."}').join(',')}]}`;

  it('becomes an error, and the others are scored', () => {
    const folder = temporary();
    const file = join(folder, 'calls.jsonl');
    writeFileSync(file, `${callLines(1500)}${huge}\n${callLines(1500, 1500)}`);
    const { stdout, stderr, code } = callqa(
      ['score', file, ...pack, '--format', 'jsonl', '--jobs', '2', '--limits', 'turns=1000000'],
      { env: { NODE_OPTIONS: '--max-old-space-size=64' } },
    );
    const lines = linesOf(stdout);
    expect(lines.map((line) => line.code ?? line.call.id)).toEqual([
      ...Array.from({ length: 1500 }, (_, number) => `call-${number}`),
      'worker-failed',
      ...Array.from({ length: 1500 }, (_, number) => `call-${1500 + number}`),
    ]);
    expect(lines[1500]).toMatchObject({ schema: 'callqa/error@1', source: file, line: 1501 });
    expect(stderr).toContain(`${file}:1501: error: the call could not be scored: `);
    expect(code).toBe(2);
  }, 180_000);
});

describe.runIf(process.platform === 'linux')('a reader that is slow', () => {
  it('slows down the reading', async () => {
    const file = join(temporary(), 'calls.jsonl');
    writeFileSync(file, callLines(30_000));
    const { child } = start(['score', file, ...pack, '--format', 'jsonl', '--jobs', '2']);
    const descriptors = `/proc/${child.pid}/fd`;
    const position = (): number | undefined => {
      for (const descriptor of readdirSync(descriptors)) {
        try {
          if (readlinkSync(join(descriptors, descriptor)) !== file) continue;
          return Number(
            /^pos:\s*(\d+)/u.exec(readFileSync(`/proc/${child.pid}/fdinfo/${descriptor}`, 'utf8'))?.[1],
          );
        } catch {
          // Closed in between.
        }
      }
      return undefined;
    };
    await until(() => (position() ?? 0) > 0, 'reading');
    let before = -1;
    let rests = 0;
    await until(() => {
      const now = position() ?? 0;
      rests = now === before ? rests + 1 : 0;
      before = now;
      return rests > 200;
    }, 'a rest');
    expect(before).toBeLessThan(12e6);
    child.stdout!.resume();
    await until(() => child.exitCode !== null, 'the end');
    expect(child.exitCode).toBe(0);
  });
});

describe.runIf(process.platform === 'linux')('memory', () => {
  /** The largest resident size of a run, in kilobytes. */
  async function peakOf(count: number): Promise<number> {
    const folder = temporary();
    const file = join(folder, 'calls.jsonl');
    for (let from = 0; from < count; from += 5000) appendFileSync(file, callLines(5000, from));
    const { child } = start(['score', file, ...pack, '--format', 'jsonl', '--jobs', '2']);
    child.stdout!.resume();
    let peak = 0;
    await until(() => {
      if (child.exitCode !== null) return true;
      // Empty once the process is gone.
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      peak = Math.max(peak, Number(/^VmHWM:\s*(\d+)/mu.exec(status)?.[1] ?? 0));
      return false;
    }, 'the end');
    return peak;
  }

  it('is the same for eight times the calls', async () => {
    const few = await peakOf(6_000);
    const many = await peakOf(48_000);
    expect(few).toBeGreaterThan(0);
    expect(many / few).toBeLessThan(1.35);
  }, 180_000);
});
