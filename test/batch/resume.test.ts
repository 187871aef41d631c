/** Runs that end before they are done: killed, interrupted, out of disk. Nothing is lost, nothing comes twice. */
import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { callqa } from '../cli/callqa.ts';
import { callLines, callTable, callText } from './calls.ts';
import { sizeOf, start, stepsDone, temporary, until } from './running.ts';

const pack = ['--pack', 'test/cli/inputs/small-pack.yaml'];

/** More than can be done at once: lines, a table, small files, and one that cannot be read. */
function library(): string {
  const folder = join(temporary(), 'calls');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.txt'), callText(1));
  writeFileSync(join(folder, 'b.jsonl'), callLines(3000));
  writeFileSync(join(folder, 'c.csv'), callTable(2500));
  writeFileSync(join(folder, 'd.txt'), '');
  for (let number = 0; number < 200; number++)
    writeFileSync(join(folder, `e-${number}.txt`), callText(number));
  return folder;
}

const scoring = (folder: string, format: string, file: string): readonly string[] => [
  'score',
  folder,
  ...pack,
  '--format',
  format,
  '-o',
  file,
];

/** Starts a run and ends it by a signal once it has done so many steps. */
async function broken(args: readonly string[], file: string, steps: number, signal: NodeJS.Signals) {
  const { child, ended } = start(args);
  child.stdout!.resume();
  await until(() => stepsDone(file) >= steps || child.exitCode !== null, `${steps} steps`);
  child.kill(signal);
  return ended;
}

describe('a run that is killed', () => {
  it.each([
    ['jsonl', '2', 1],
    ['jsonl', '2', 8],
    ['jsonl', '1', 5],
    ['csv', '2', 4],
    ['json', '2', 6],
    ['text', '2', 6],
  ])(
    'as %s on %s threads after %d steps goes on to the same bytes',
    async (format, jobs, steps) => {
      const folder = library();
      const whole = join(folder, '..', 'whole');
      const file = join(folder, '..', 'report');
      const { code, stderr } = callqa(scoring(folder, format, whole));
      expect(code).toBe(2);
      expect(stderr).toContain('[input-empty]');

      const { signal } = await broken(
        [...scoring(folder, format, file), '--jobs', jobs],
        file,
        steps,
        'SIGKILL',
      );
      expect(signal).toBe('SIGKILL');
      expect(existsSync(file)).toBe(false);
      const done = stepsDone(file);
      expect(done).toBeGreaterThanOrEqual(steps);
      // As if the last writes had been torn.
      appendFileSync(`${file}.partial`, '{"schema":"callqa/resu');
      appendFileSync(`${file}.journal`, '{"rows":12,"tot');

      const resumed = callqa([...scoring(folder, format, file), '--resume']);
      expect(resumed.code).toBe(2);
      expect(readFileSync(file, 'utf8')).toBe(readFileSync(whole, 'utf8'));
      expect(readdirSync(join(folder, '..')).toSorted()).toEqual(['calls', 'report', 'whole']);
    },
    120_000,
  );

  it('and killed again goes on from the second time', async () => {
    const folder = library();
    const whole = join(folder, '..', 'whole');
    const file = join(folder, '..', 'report');
    callqa(scoring(folder, 'jsonl', whole));
    await broken(scoring(folder, 'jsonl', file), file, 2, 'SIGKILL');
    const first = stepsDone(file);
    await broken([...scoring(folder, 'jsonl', file), '--resume'], file, first + 3, 'SIGKILL');
    expect(stepsDone(file)).toBeGreaterThanOrEqual(first + 3);
    callqa([...scoring(folder, 'jsonl', file), '--resume']);
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(whole, 'utf8'));
  }, 120_000);

  it('keeps the exit code of what was done before', async () => {
    const folder = join(temporary(), 'calls');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.jsonl'), `not JSON\n${callLines(3000)}`);
    const file = join(folder, '..', 'report');
    await broken(scoring(folder, 'jsonl', file), file, 2, 'SIGKILL');
    const { code, stderr } = callqa([...scoring(folder, 'jsonl', file), '--resume']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  }, 60_000);

  it('is not gone on with where an input has changed, or the rules and options are others', async () => {
    const folder = library();
    const file = join(folder, '..', 'report');
    const args = scoring(folder, 'jsonl', file);
    await broken(args, file, 3, 'SIGKILL');
    const kept = readFileSync(`${file}.partial`);

    const other = callqa([...args, '--no-redact', '--resume']);
    expect(other.stderr).toContain('[resume-other-run]');
    expect(other.code).toBe(2);

    const changed = join(folder, 'b.jsonl');
    utimesSync(changed, new Date(0), new Date(0));
    const { stderr, code } = callqa([...args, '--resume']);
    expect(stderr).toContain(
      `${changed}: error: this input has changed since it was scored [resume-input-changed]`,
    );
    expect(stderr).toContain('hint: ');
    expect(code).toBe(2);

    writeFileSync(join(folder, 'a-new.txt'), callText(7));
    expect(callqa([...args, '--resume']).stderr).toContain('another input stands now [resume-input-changed]');
    expect(readFileSync(`${file}.partial`)).toEqual(kept);
  }, 60_000);
});

describe('--resume', () => {
  it('begins where nothing was begun', () => {
    const folder = temporary();
    const file = join(folder, 'report');
    const calls = join(folder, 'calls.jsonl');
    writeFileSync(calls, callLines(3));
    expect(callqa([...scoring(calls, 'jsonl', file), '--resume']).code).toBe(0);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4);
  });

  it.each([
    [['test/cli/inputs/bakery.txt'], 'resume-without-output'],
    [['-', '-o', 'report'], 'resume-standard-input'],
  ])('of %j says that it cannot', (args, code) => {
    const run = callqa(['score', ...args, ...pack, '--resume']);
    expect(run.stderr).toContain(`[${code}]`);
    expect(run.code).toBe(2);
  });
});

describe.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s', (signal, code) => {
  it('keeps what is done in the file, and says how to go on', async () => {
    const folder = library();
    const file = join(folder, '..', 'report');
    const whole = join(folder, '..', 'whole');
    callqa(scoring(folder, 'jsonl', whole));
    const ended = await broken([...scoring(folder, 'jsonl', file), '--jobs', '2'], file, 3, signal);
    expect(ended).toMatchObject({ code, signal: null });
    expect(ended.stderr).toMatch(/error: stopped after \d+ calls \[interrupted\]\n {2}hint: .*--resume/u);
    expect(existsSync(file)).toBe(false);
    expect(readFileSync(whole, 'utf8').startsWith(readFileSync(`${file}.partial`, 'utf8'))).toBe(true);
    callqa([...scoring(folder, 'jsonl', file), '--resume']);
    expect(readFileSync(file, 'utf8')).toBe(readFileSync(whole, 'utf8'));
  }, 60_000);

  it.each(['jsonl', 'json'])(
    'leaves whole rows of %s on standard output',
    async (format) => {
      const folder = library();
      const { child, ended } = start(['score', folder, ...pack, '--format', format, '--jobs', '2']);
      let stdout = '';
      child.stdout!.on('data', (chunk: Buffer) => {
        const before = stdout.includes('call-0');
        stdout += chunk.toString();
        // Once: the second signal ends it on the spot.
        if (!before && stdout.includes('call-0')) child.kill(signal);
      });
      expect(await ended).toMatchObject({ code, signal: null });
      const ids = [...stdout.matchAll(/"id": ?"(call-\d+)"/gu)].map(([, id]) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(ids).toEqual(ids.map((_, number) => `call-${number}`));
      if (format === 'json') expect((JSON.parse(stdout) as { errors: unknown }).errors).toEqual([]);
      else expect(stdout.endsWith('}\n')).toBe(true);
    },
    60_000,
  );

  it('ends a run that waits for standard input', async () => {
    const { child, ended } = start(['score', '-', ...pack, '--format', 'jsonl']);
    child.stdin!.write(callLines(600));
    await new Promise((resolve) => void child.stdout!.once('data', resolve));
    child.stdout!.resume();
    child.kill(signal);
    expect(await ended).toMatchObject({ code, signal: null });
  });
});

const canMount = process.platform === 'linux' && process.getuid?.() === 0 && mounts();

function mounts(): boolean {
  const folder = temporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'callqa-disk-'));
}

describe('a disk that is full', () => {
  it.runIf(existsSync('/dev/full'))('is told, and no stack is shown', () => {
    const { code, stderr } = callqa(['score', library(), ...pack, '--format', 'jsonl', '-o', '/dev/full']);
    expect(stderr).toContain('cannot write /dev/full: the disk is full [output-unwritable]');
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
  });

  it.runIf(canMount)(
    'loses nothing: the run goes on once there is room',
    () => {
      const folder = library();
      const whole = join(folder, '..', 'whole');
      callqa(scoring(folder, 'jsonl', whole));
      const disk = temporaryFolder();
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk]);
      onTestFinished(() => {
        execFileSync('umount', [disk]);
        rmdirSync(disk);
      });
      const file = join(disk, 'report');
      const { code, stderr } = callqa(scoring(folder, 'jsonl', file));
      expect(stderr).toContain(`cannot write ${file}: the disk is full [output-unwritable]`);
      expect(stderr).toContain('--resume goes on');
      expect(stderr).not.toContain('    at ');
      expect(code).toBe(2);
      expect(sizeOf(`${file}.partial`)).toBeGreaterThan(1e6);
      execFileSync('mount', ['-o', 'remount,size=100m', disk]);
      const done = stepsDone(file);
      expect(done).toBeGreaterThan(0);
      expect(callqa([...scoring(folder, 'jsonl', file), '--resume']).stderr).not.toContain(
        '[output-unwritable]',
      );
      expect(readFileSync(file, 'utf8')).toBe(readFileSync(whole, 'utf8'));
    },
    60_000,
  );
});
