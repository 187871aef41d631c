/** `callqa lint PATH…`: a library of agent scripts, and what in it no agent should ever say. */
import { dirname, resolve } from 'node:path';
import { failureData } from '../batch/failure-data.ts';
import { Failure } from '../call/failure.ts';
import { lintFormats, type LintFormat } from '../report/lint/formats.ts';
import type { LintProblem, LintReport } from '../result/lint-result.ts';
import type { ReportLanguage } from '../result/result.ts';
import type { ScriptFormat, ScriptPiece } from '../scripts/document.ts';
import { findScripts, type FoundScript } from '../scripts/find-scripts.ts';
import { complaint } from './complain.ts';
import type { Io } from './io.ts';
import { againstBaseline, prune, updateBaseline, type BaselineFile } from './lint/baseline-file.ts';
import { excerptOf, fixFile, lintFile, type LintedFile } from './lint/lint-file.ts';
import { checkStdin, stdinPath, stdinScript, type StdinScript } from './lint/stdin-script.ts';
import { settingsFinder, type LintSettings } from './lint/settings.ts';
import { shownPath } from './config/configure.ts';
import { lookOf } from './look.ts';
import { version } from './version.ts';
import { writeOutput } from './write-output.ts';

export interface LintFlags {
  readonly format: LintFormat;
  readonly output?: string;
  readonly lang: ReportLanguage;
  readonly config?: string;
  readonly pack?: string;
  readonly stdinFilename?: string;
  readonly inputFormat?: ScriptFormat;
  readonly fields?: readonly string[];
  readonly fix?: boolean;
  readonly dryRun?: boolean;
  readonly failOn: 'error' | 'warning';
  readonly maxWarnings?: number;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  readonly pruneBaseline?: boolean;
  readonly allowEmpty?: boolean;
  readonly suppressions: boolean;
  readonly verbose?: boolean;
}

/** A file to lint, and what speaks for it. */
interface Wanted {
  readonly script: FoundScript | StdinScript;
  readonly settings: LintSettings;
}

/** Returns the exit code: 2 where something could not be read, else 1 where a problem fails the run, else 0. */
export async function lintCommand(paths: readonly string[], flags: LintFlags, io: Io): Promise<number> {
  if (flags.dryRun === true && flags.fix !== true) {
    throw new Failure('--dry-run without --fix shows nothing.', {
      code: 'usage',
      hint: 'Say --fix --dry-run for a diff, or leave --dry-run out.',
    });
  }
  checkStdin(paths, flags);
  const settingsFor = settingsFinder(flags, io);
  const here = await settingsFor(io.cwd);
  const baseline = baselineOf(flags, here, io);
  const failures: Failure[] = [];
  const warn = (warning: Failure): void => void io.stderr.write(complaint(warning, 'warning'));
  const stdin = paths.includes(stdinPath) ? await stdinScript(io, flags.stdinFilename) : undefined;
  const wanted = await filesOf(paths, stdin, settingsFor, io, flags.allowEmpty === true, failures);
  if (stdin === undefined && wanted.length === 0 && failures.length === 0 && flags.allowEmpty !== true) {
    throw new Failure('No scripts stand there.', {
      code: 'no-scripts',
      hint: 'Name files, folders or globs with scripts in them, or say --allow-empty.',
    });
  }

  const how = { today: io.now().toISOString().slice(0, 10), suppressions: flags.suppressions };
  let files: LintedFile[] = [];
  for (const { script, settings } of wanted) {
    const file = await lintFile(script, settings, how, warn);
    if (file instanceof Failure) failures.push(file);
    else files.push(file);
  }
  if (flags.verbose === true) for (const file of files) io.stderr.write(exemptions(file));

  const all = files.flatMap(({ problems }) => problems);
  if (flags.updateBaseline === true) {
    const linted = files.map(({ script }) => script.path);
    updateBaseline(all, linted, baseline!, io);
    for (const failure of failures) io.stderr.write(complaint(failure));
    return failures.length > 0 ? 2 : 0;
  }
  const names = (): readonly string[] => files.map(({ script }) => script.path);
  const left = (problems: readonly LintProblem[]) =>
    baseline === undefined
      ? { problems, known: 0, stale: [] }
      : againstBaseline(problems, names(), baseline, io);
  let outcome = left(all);

  let fixed = 0;
  const diffs: string[] = [];
  if (flags.fix === true) {
    const before = new Map<string, LintProblem[]>();
    for (const problem of outcome.problems) {
      if (problem.fix !== undefined) before.set(problem.file, [...(before.get(problem.file) ?? []), problem]);
    }
    const after: LintedFile[] = [];
    for (const file of files) {
      const own = before.get(file.script.path);
      if (own === undefined) {
        after.push(file);
        continue;
      }
      const made = await fixFile(file, own, flags.dryRun === true || stdin !== undefined, how, warn);
      fixed += made.fixed;
      if (flags.dryRun === true) {
        const { diffOf } = await import('../scripts/diff.ts');
        diffs.push(diffOf(file.script.path, made.before, made.after));
      }
      if (made.file instanceof Failure) failures.push(made.file);
      else after.push(made.file);
    }
    files = after;
    outcome = left(files.flatMap(({ problems }) => problems));
  }

  if (flags.pruneBaseline === true && baseline !== undefined) prune(outcome.stale, baseline);
  else for (const entry of outcome.stale) warn(staleEntry(entry, baseline!));

  const report = reportOf(files, outcome, failures, { fixed, failOn: flags.failOn }, here);
  const written = flags.dryRun === true ? diffs.join('') : await rendered(report, flags, io);
  // Standard output can hold the text that was fixed or what is said of it.
  const isFilter = stdin !== undefined && flags.fix === true && flags.dryRun !== true;
  if (isFilter) await writeOutput(undefined, files[0]?.bytes ?? stdin.bytes, io);
  if (isFilter && flags.output === undefined) io.stderr.write(written);
  else await writeOutput(flags.output, written, io);
  // On a terminal the report itself ends with them.
  const isTold =
    flags.format === 'text' && flags.output === undefined && (isFilter || io.stdout.isTTY === true);
  if (!isTold || flags.dryRun === true) {
    for (const failure of failures) io.stderr.write(complaint(failure));
  }
  return failures.length > 0 ? 2 : passes(outcome.problems, flags) ? 0 : 1;
}

function passes(problems: readonly LintProblem[], { failOn, maxWarnings }: LintFlags): boolean {
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const warnings = problems.filter(({ severity }) => severity === 'warning').length;
  if (errors > 0 || (failOn === 'warning' && warnings > 0)) return false;
  return maxWarnings === undefined || warnings <= maxWarnings;
}

/** The files of the paths, each by the config that speaks for it. */
async function filesOf(
  paths: readonly string[],
  stdin: StdinScript | undefined,
  settingsFor: (folder: string) => Promise<LintSettings>,
  io: Io,
  allowEmpty: boolean,
  failures: Failure[],
): Promise<readonly Wanted[]> {
  const found = new Map<string, Wanted>();
  if (stdin !== undefined) {
    const settings = await settingsFor(dirname(stdin.absolute));
    if (!settings.isExcluded(stdin.absolute)) found.set(stdin.absolute, { script: stdin, settings });
  }
  for (const path of paths) {
    if (path === stdinPath) continue;
    // The config of a folder that is named is the one in it, or above it.
    const { config } = await settingsFor(resolve(io.cwd, path.replace(/[^/\\]*[*?[{].*$/u, '')));
    const { files, failures: unread } = await findScripts([path], {
      cwd: io.cwd,
      ...(config === undefined ? {} : { root: config.folder }),
      ...(config?.lint.include === undefined ? {} : { include: config.lint.include }),
      ...(config?.lint.exclude === undefined ? {} : { exclude: config.lint.exclude }),
    });
    // A pattern that matches nothing names no scripts, and that was said to be no error.
    const isNone = ({ code }: Failure): boolean => code === 'input-not-found' && /[*?[{]/u.test(path);
    failures.push(...(allowEmpty ? unread.filter((failure) => !isNone(failure)) : unread));
    for (const script of files) {
      const settings = await settingsFor(dirname(script.absolute));
      if (!found.has(script.absolute) && !settings.isExcluded(script.absolute)) {
        found.set(script.absolute, { script, settings });
      }
    }
  }
  return [...found.values()].toSorted((a, b) =>
    a.script.path < b.script.path ? -1 : a.script.path > b.script.path ? 1 : 0,
  );
}

function baselineOf(flags: LintFlags, { config }: LintSettings, io: Io): BaselineFile | undefined {
  if (flags.baseline !== undefined) {
    return { shown: flags.baseline, absolute: resolve(io.cwd, flags.baseline) };
  }
  if (config?.lint.baseline !== undefined) {
    const absolute = resolve(config.folder, config.lint.baseline);
    return { shown: shownPath(io.cwd, absolute), absolute };
  }
  if (flags.updateBaseline !== true && flags.pruneBaseline !== true) return undefined;
  throw new Failure('No baseline is named.', {
    code: 'no-baseline',
    hint: 'Say --baseline callqa-baseline.json, or write `baseline:` under `lint:` in callqa.yaml.',
  });
}

function staleEntry(
  { file, rule, count }: { readonly file: string; readonly rule: string; readonly count: number },
  { shown }: BaselineFile,
): Failure {
  const times = count === 1 ? 'once' : `${count} times`;
  return new Failure(`the baseline knows ${rule} in ${file} ${times} more than it is there`, {
    code: 'baseline-stale',
    file: shown,
    hint: 'Say --prune-baseline to take out what is no longer there.',
  });
}

/** Which pieces of a file are not judged, and why: one line for those that follow one another. */
function exemptions({ script, document, settings }: LintedFile): string {
  const by = settings.config === undefined ? 'no callqa.yaml' : settings.config.file;
  const pieces = document.pieces.filter(isExempt);
  const reasons = [...new Set(pieces.map(({ exempt }) => exempt!))];
  const lines = reasons.map((reason) => {
    const own = pieces.filter(({ exempt }) => exempt === reason);
    const first = own[0]!;
    const at =
      first.place === undefined
        ? String(document.source.slice(0, first.offsets[0]).split(/\r\n|[\r\n]/u).length)
        : `${first.place.sheet}!${first.place.cell}`;
    return `${script.path}:${at}: ${own.length} exempt: ${reason}\n`;
  });
  return [
    `${script.path}: ${document.format}, ${document.encoding}, ${document.pieces.length} pieces, ${by}\n`,
    ...lines,
  ].join('');
}

function reportOf(
  files: readonly LintedFile[],
  { problems, known }: { readonly problems: readonly LintProblem[]; readonly known: number },
  failures: readonly Failure[],
  { fixed, failOn }: { readonly fixed: number; readonly failOn: 'error' | 'warning' },
  here: LintSettings,
): LintReport {
  const documents = new Map(files.map(({ script, document }) => [script.path, document]));
  const settings = new Set([here, ...files.map((file) => file.settings)]);
  const rules = new Map([...settings].flatMap((one) => one.rules.map((rule) => [rule.id, rule] as const)));
  const { id, version: packVersion, sha256 } = (files[0]?.settings ?? here).compiled.pack;
  return {
    tool: { name: 'callqa', version: version() },
    pack: { id, version: packVersion, sha256 },
    files: files.map(({ script }) => script.path),
    problems,
    excerpts: problems.map((problem) => excerptOf(problem, documents.get(problem.file)!)),
    failures: failures.map((failure) => ({ file: '', ...failureData(failure) })),
    rules: [...rules.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    failOn,
    suppressed: files.reduce((sum, file) => sum + file.suppressed, 0),
    baselined: known,
    fixed,
    exempt: files.reduce((sum, { document }) => sum + document.pieces.filter(isExempt).length, 0),
  };
}

const isExempt = ({ exempt }: ScriptPiece): boolean => exempt !== undefined;

async function rendered(report: LintReport, flags: LintFlags, io: Io): Promise<string> {
  const { width, chalk } = await lookOf(io, flags.output !== undefined);
  return lintFormats[flags.format](report, { language: flags.lang, width, chalk });
}
