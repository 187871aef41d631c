/** The baseline of a library: what is known, by files as they stand from the baseline's own folder. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { Failure } from '../../call/failure.ts';
import { unreadable } from '../../read/sources.ts';
import type { LintProblem } from '../../result/lint-result.ts';
import {
  applyBaseline,
  baselineOf,
  pruneBaseline,
  readBaseline,
  writeBaseline,
  type BaselineEntry,
} from '../../scripts/baseline.ts';
import type { Io } from '../io.ts';
import { replaceFile } from '../replace-file.ts';
import { unwritable } from '../unwritable.ts';

export interface BaselineFile {
  /** As errors call it. */
  readonly shown: string;
  readonly absolute: string;
}

/** What a baseline leaves of a run's problems. */
export interface AgainstBaseline {
  readonly problems: readonly LintProblem[];
  readonly known: number;
  readonly stale: readonly BaselineEntry[];
}

/** The problems that a baseline does not know; files are those that were linted. */
export function againstBaseline(
  problems: readonly LintProblem[],
  files: readonly string[],
  baseline: BaselineFile,
  io: Io,
): AgainstBaseline {
  const key = keysFrom(baseline, io);
  const byKeyed = new Map(problems.map((problem) => [{ ...problem, file: key(problem.file) }, problem]));
  const left = applyBaseline([...byKeyed.keys()], readAt(baseline), spokenOf(files, baseline, io));
  const kept = new Set(left.problems);
  return {
    problems: [...byKeyed].flatMap(([keyed, problem]) => (kept.has(keyed) ? [problem] : [])),
    known: left.known.length,
    stale: left.stale,
  };
}

/**
 * Writes the problems as the baseline. What it knows of files that are there and were not linted stays.
 * @param files those that were linted.
 */
export function updateBaseline(
  problems: readonly LintProblem[],
  files: readonly string[],
  baseline: BaselineFile,
  io: Io,
): void {
  const key = keysFrom(baseline, io);
  const isSpokenOf = spokenOf(files, baseline, io);
  const kept = knownAt(baseline).filter(({ file }) => !isSpokenOf(file));
  const own = baselineOf(problems.map((one) => ({ ...one, file: key(one.file) })));
  writeAt(baseline, writeBaseline({ entries: [...own.entries, ...kept] }));
}

/** Whether a run speaks of a file: of one that is there and was not linted it does not; one that is gone has no problems left. */
function spokenOf(files: readonly string[], baseline: BaselineFile, io: Io): (file: string) => boolean {
  const linted = new Set(files.map(keysFrom(baseline, io)));
  const folder = dirname(baseline.absolute);
  return (file) => linted.has(file) || !existsSync(resolve(folder, file));
}

/** Takes out of the baseline what the files no longer have. */
export function prune(stale: readonly BaselineEntry[], baseline: BaselineFile): void {
  if (stale.length > 0) writeAt(baseline, writeBaseline(pruneBaseline(readAt(baseline), stale)));
}

function keysFrom({ absolute }: BaselineFile, io: Io): (file: string) => string {
  const folder = dirname(absolute);
  return (file) => relative(folder, resolve(io.cwd, file)).split(sep).join('/');
}

/** What a baseline has that is there already; nothing of one that cannot be read, which is written anew. */
function knownAt(baseline: BaselineFile): readonly BaselineEntry[] {
  if (!existsSync(baseline.absolute)) return [];
  try {
    return readAt(baseline).entries;
  } catch (error) {
    if (error instanceof Failure && error.code === 'baseline-invalid') return [];
    throw error;
  }
}

function readAt({ absolute, shown }: BaselineFile): ReturnType<typeof baselineOf> {
  let text: string;
  try {
    text = readFileSync(absolute, 'utf8');
  } catch (error) {
    const { place, message, code } = unreadable(error, shown);
    throw new Failure(message, { ...place, code, hint: 'Make one with --update-baseline.' });
  }
  const baseline = readBaseline(text, shown);
  if (baseline instanceof Failure) throw baseline;
  return baseline;
}

function writeAt({ absolute, shown }: BaselineFile, text: string): void {
  try {
    replaceFile(absolute, text);
  } catch (error) {
    throw unwritable(error, shown);
  }
}
