/** Runs that end before they are done: killed, interrupted, out of disk. Nothing is lost, nothing comes twice. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { callqa } from '../cli/callqa.ts';
import { callLines, callTable, callText } from './calls.ts';
import { sizeOf, start, stepsDone, temporary, until } from './running.ts';

const pack = ['--pack', 'test/cli/inputs/small-pack.yaml'];

const scoring = (folder: string, format: string, file: string): readonly string[] => [
  'score',
  folder,
  ...pack,
  '--format',
  format,
  '-o',
  file,
];

/** A folder with what a test puts there, made when it is first asked for and shared by all tests that leave it as it is. */
function shared(fill: (folder: string) => void): () => string {
  let folder: string | undefined;
  return () => {
    if (folder === undefined) {
      folder = mkdtempSync(join(tmpdir(), 'callqa-library-'));
      made.push(folder);
      fill(folder);
    }
    return folder;
  };
}

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true, force: true });
});

/** More than can be done at once: lines, a table, small files, and one that cannot be read. */
function fillLibrary(folder: string): void {
  writeFileSync(join(folder, 'a.txt'), callText(1));
  writeFileSync(join(folder, 'b.jsonl'), callLines(1300));
  writeFileSync(join(folder, 'c.csv'), callTable(1900));
  writeFileSync(join(folder, 'd.txt'), '');
  for (let number = 0; number < 100; number++)
    writeFileSync(join(folder, `e-${number}.txt`), callText(number));
}

const library = shared(fillLibrary);

/** Small files, which come to several units, of cases with three calls each. */
const pages = shared((folder) => {
  for (let number = 0; number < 260; number++) {
    const name = `f-${String(number).padStart(3, '0')}.txt`;
    writeFileSync(join(folder, name), `---\ncaseId: case-${number % 87}\n---\n${callText(number)}`);
  }
});

/** The same for a test that changes it. */
function ownLibrary(): string {
  const folder = join(temporary(), 'calls');
  mkdirSync(folder);
  fillLibrary(folder);
  return folder;
}

/** What an unbroken run writes, once for each way to run. */
const unbroken = new Map<string, ReturnType<typeof contentOf>>();

function wholeOf(folder: string, format: string, path: string): ReturnType<typeof contentOf> {
  const key = `${folder} ${format} ${path}`;
  let content = unbroken.get(key);
  if (content === undefined) {
    const file = join(mkdtempSync(join(tmpdir(), 'callqa-whole-')), path);
    made.push(dirname(file));
    const { code, stderr } = callqa(scoring(folder, format, file));
    expect({ code, error: stderr.includes('[input-empty]') }).toEqual(
      folder === library() ? { code: 2, error: true } : { code: 0, error: false },
    );
    content = contentOf(file);
    unbroken.set(key, content);
  }
  return content;
}

/** A file's bytes, or those of all files of a folder by their names. */
function contentOf(path: string): readonly (readonly [name: string, sha256: string])[] {
  const names = statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, encoding: 'utf8' }).filter((name) =>
        statSync(join(path, name)).isFile(),
      )
    : [''];
  return names.toSorted().map((name) => [
    name,
    createHash('sha256')
      .update(readFileSync(join(path, name)))
      .digest('hex'),
  ]);
}

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
    ['jsonl', 'report', library, '2', 1],
    ['jsonl', 'report', library, '1', 8],
    ['csv', 'report', library, '2', 4],
    ['json', 'report', library, '2', 6],
    ['text', 'report', library, '2', 6],
    ['html', 'report', library, '2', 6],
    ['xlsx', 'report', library, '2', 6],
    ['html', 'report/', pages, '1', 2],
  ])(
    'as %s in %s goes on to the same bytes',
    async (format, path, inputs, jobs, steps) => {
      const folder = temporary();
      const file = join(folder, path);
      /** The file that is written last. */
      const last = path.endsWith('/') ? join(file, 'index.html') : file;
      const whole = wholeOf(inputs(), format, path);

      const { signal } = await broken(
        [...scoring(inputs(), format, file), '--jobs', jobs],
        last,
        steps,
        'SIGKILL',
      );
      expect(signal).toBe('SIGKILL');
      expect(existsSync(last)).toBe(false);
      const done = stepsDone(last);
      expect(done).toBeGreaterThanOrEqual(steps);
      // As if the last writes had been torn.
      appendFileSync(`${last}.partial`, '{"schema":"callqa/resu');
      appendFileSync(`${last}.journal`, '{"rows":12,"tot');
      const torn = join(file, 'cases', '000001.html');
      const isPaged = existsSync(torn);
      expect(isPaged).toBe(path.endsWith('/'));
      const before = isPaged ? statSync(torn).mtimeMs : 0;

      const resumed = callqa([...scoring(inputs(), format, file), '--resume']);
      expect(resumed.code).toBe(inputs === library ? 2 : 0);
      expect(contentOf(file)).toEqual(whole);
      // What was done is not done again.
      if (isPaged) expect(statSync(torn).mtimeMs).toBe(before);
      expect(readdirSync(folder)).toEqual(['report']);
    },
    120_000,
  );

  it('and killed again goes on from the second time', async () => {
    const folder = library();
    const file = join(temporary(), 'report');
    const whole = wholeOf(folder, 'jsonl', 'report');
    await broken(scoring(folder, 'jsonl', file), file, 2, 'SIGKILL');
    const first = stepsDone(file);
    await broken([...scoring(folder, 'jsonl', file), '--resume'], file, first + 3, 'SIGKILL');
    expect(stepsDone(file)).toBeGreaterThanOrEqual(first + 3);
    callqa([...scoring(folder, 'jsonl', file), '--resume']);
    expect(contentOf(file)).toEqual(whole);
  }, 120_000);

  it('keeps the exit code of what was done before', async () => {
    const folder = join(temporary(), 'calls');
    mkdirSync(folder);
    writeFileSync(join(folder, 'a.jsonl'), `not JSON\n${callLines(1300)}`);
    const file = join(folder, '..', 'report');
    await broken(scoring(folder, 'jsonl', file), file, 2, 'SIGKILL');
    const { code, stderr } = callqa([...scoring(folder, 'jsonl', file), '--resume']);
    expect({ code, stderr }).toEqual({ code: 2, stderr: '' });
  }, 60_000);

  it('is not gone on with where an input has changed, or the rules and options are others', async () => {
    const folder = ownLibrary();
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
    const file = join(temporary(), 'report');
    const whole = wholeOf(folder, 'jsonl', 'report');
    const ended = await broken([...scoring(folder, 'jsonl', file), '--jobs', '2'], file, 3, signal);
    expect(ended).toMatchObject({ code, signal: null });
    expect(ended.stderr).toMatch(/error: stopped after \d+ calls \[interrupted\]\n {2}hint: .*--resume/u);
    expect(existsSync(file)).toBe(false);
    const kept = readFileSync(`${file}.partial`, 'utf8');
    expect(kept).toMatch(/\}\n$/u);
    callqa([...scoring(folder, 'jsonl', file), '--resume']);
    expect(readFileSync(file, 'utf8').startsWith(kept)).toBe(true);
    expect(contentOf(file)).toEqual(whole);
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
      const whole = wholeOf(folder, 'jsonl', 'report');
      const disk = temporaryFolder();
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1500k', 'tmpfs', disk]);
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
      expect(contentOf(file)).toEqual(whole);
    },
    60_000,
  );
});
