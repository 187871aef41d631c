/** What a repository of scripts puts into its CI: the README's workflow, and the hook for pre-commit. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { scriptExtensions } from '../../src/scripts/script-format.ts';
import { bin, callqa, root } from './callqa.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly 'continue-on-error'?: boolean;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, { readonly 'runs-on': string; readonly steps: readonly Step[] }>>;
}

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly args: readonly string[];
  readonly files: string;
  readonly exclude: string;
}

const textOf = (path: string): string => readFileSync(join(root, path), 'utf8');
const readme = textOf('README.md');
const yamlWith = (key: string): unknown => {
  const blocks = [...readme.matchAll(/^```yaml\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
  const found = blocks.filter((text) => new RegExp(`^${key}:`, 'm').test(text));
  expect(found).toHaveLength(1);
  return parse(found[0]!);
};

/** A repository of scripts in a folder that goes when the test ends. */
function repository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'callqa-ci-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'scripts'));
  return folder;
}

/** Runs a line as a step of a workflow does, with the built bin as what `npx` finds. */
function step(line: string, folder: string): { readonly code: number | null; readonly stdout: string } {
  const npx = `npx() { [ "$1" = callqa ] && shift && "${process.execPath}" "${bin}" "$@"; }`;
  const { status, stdout } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', `${npx}\n${line}`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { code: status, stdout };
}

const bad = 'Sir, please calm down, and tell me.\n';
const good = 'Thank you for calling, how can I help you today?\n';

describe("the README's workflow", () => {
  const workflow = yamlWith('jobs') as Workflow;
  const steps = Object.values(workflow.jobs).flatMap((job) => job.steps);
  const lints = steps.flatMap(({ run }) => (run?.includes('callqa') === true ? [run] : []));
  const once = /`(npx callqa [^`]*--update-baseline)`/.exec(readme)![1]!;

  it('has steps that use one pinned action each, or run something', () => {
    expect(Object.keys(workflow.jobs)).toHaveLength(1);
    for (const { uses, run } of steps) {
      expect([uses, run].filter((one) => one !== undefined)).toHaveLength(1);
      if (uses !== undefined) expect(uses).toMatch(/^[\w-]+\/[\w/-]+@v\d+$/);
    }
    expect(lints).toHaveLength(2);
  });

  it('uploads the file that its step writes, problems or not, and may', () => {
    const upload = steps.find(({ uses }) => uses?.startsWith('github/codeql-action/upload-sarif@'))!;
    const writer = steps.find(({ run }) => run?.includes('--format sarif') === true)!;
    expect(writer.run).toContain(`-o ${String(upload.with!['sarif_file'])}`);
    expect(writer['continue-on-error']).toBe(true);
    expect([writer.if, upload.if]).toEqual(['${{ !cancelled() }}', '${{ !cancelled() }}']);
    expect(workflow.permissions['security-events']).toBe('write');
  });

  it('runs as written: what the baseline knows passes, and what is new fails on its line', () => {
    const folder = repository();
    cpSync(join(root, 'fixtures/scripts/bad'), join(folder, 'scripts'), { recursive: true });
    expect(step(lints[0]!, folder).code).toBe(2);
    expect(step(once, folder).code).toBe(0);
    for (const line of lints) expect(step(line, folder).code).toBe(0);

    writeFileSync(join(folder, 'scripts/new.md'), `# New\n\n${bad}`);
    const ran = lints.map((line) => step(line, folder));
    expect(ran.map(({ code }) => code)).toEqual([1, 1]);
    expect(ran[0]!.stdout).toMatch(/^::error file=scripts\/new\.md,line=3,endLine=3,col=13,/m);
    const sarif = JSON.parse(readFileSync(join(folder, 'callqa.sarif'), 'utf8')) as {
      runs: { results: { ruleId: string }[] }[];
    };
    expect(sarif.runs[0]!.results.map(({ ruleId }) => ruleId)).toEqual(['no-calm-down']);
  });
});

describe('the hook for pre-commit', () => {
  const hooks = parse(textOf('.pre-commit-hooks.yaml')) as Hook[];
  const hook = hooks[0]!;
  const [command, ...entry] = hook.entry.split(' ');
  const isTaken = (file: string): boolean =>
    new RegExp(hook.files).test(file) && !new RegExp(hook.exclude).test(file);
  const run = (folder: string, files: readonly string[]) =>
    callqa([...entry, ...hook.args, ...files.filter(isTaken)], { cwd: folder });

  it('is installed by npm, and starts a bin of the package', () => {
    expect(hooks).toHaveLength(1);
    expect(hook).toMatchObject({ id: 'callqa-lint', language: 'node', pass_filenames: true });
    const { bin: bins } = JSON.parse(textOf('package.json')) as { bin: Record<string, string> };
    expect(Object.keys(bins)).toContain(command);
  });

  it('is what the README names, and there takes the scripts that the hook takes', () => {
    const { repos } = yamlWith('repos') as { repos: { hooks: { id: string; files: string }[] }[] };
    expect(repos[0]!.hooks.map(({ id }) => id)).toEqual([hook.id]);
    const own = new RegExp(repos[0]!.hooks[0]!.files);
    const files = ['scripts/refund.md', 'scripts/a/投诉.xlsx', 'README.md', 'scripts/logo.png'];
    expect(files.filter((file) => own.test(file))).toEqual(files.slice(0, 2));
  });

  it.each(scriptExtensions)('takes %s', (extension) => {
    expect(isTaken(`scripts/a${extension}`)).toBe(true);
    expect(isTaken(`.hidden/a${extension}`)).toBe(false);
  });

  it.each([
    'a.png',
    'a.md.bak',
    'callqa.yaml',
    'lib/package.json',
    'package-lock.json',
    'node_modules/b/a.md',
  ])('leaves %s', (file) => {
    expect(isTaken(file)).toBe(false);
  });

  it('fails a commit with bad wording, and no other', () => {
    const folder = repository();
    writeFileSync(join(folder, 'scripts/a.md'), good);
    writeFileSync(join(folder, 'scripts/b.md'), bad);
    writeFileSync(join(folder, 'package.json'), '{"description": "Calm down."}');
    writeFileSync(join(folder, 'callqa.yaml'), 'lint:\n  exclude: [drafts/]\n');
    mkdirSync(join(folder, 'drafts'));
    writeFileSync(join(folder, 'drafts/c.md'), bad);
    const failed = run(folder, [
      'scripts/a.md',
      'scripts/b.md',
      'package.json',
      'callqa.yaml',
      'drafts/c.md',
    ]);
    expect(failed.code).toBe(1);
    expect(failed.stdout).toContain('scripts/b.md\n  1:13 error no-calm-down');
    expect(failed.stdout).toContain('2 files checked: 1 error');
    expect(run(folder, ['scripts/a.md', 'package.json']).code).toBe(0);
    expect(run(folder, ['drafts/c.md']).code).toBe(0);
  });

  it('gets the name of the package alone from npm, which it asks for it', () => {
    // Older versions of pre-commit (3.0.4 does) take all that `npm pack` prints for a file name.
    expect(textOf('.npmrc')).toMatch(/^foreground-scripts=false$/m);
  });
});
