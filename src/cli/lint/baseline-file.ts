/** The baseline of a library: what is known, by files as they stand from the baseline's own folder. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
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
  const linted = new Set(files.map(key));
  const byKeyed = new Map(problems.map((problem) => [{ ...problem, file: key(problem.file) }, problem]));
  const folder = dirname(baseline.absolute);
  const left = applyBaseline(
    [...byKeyed.keys()],
    readAt(baseline),
    // A file that is there and was not linted is not spoken of; one that is gone has none of its problems left.
    (file) => linted.has(file) || !existsSync(resolve(folder, file)),
  );
  const kept = new Set(left.problems);
  return {
    problems: [...byKeyed].flatMap(([keyed, problem]) => (kept.has(keyed) ? [problem] : [])),
    known: left.known.length,
    stale: left.stale,
  };
}

/** Writes the problems as the baseline. */
export function updateBaseline(problems: readonly LintProblem[], baseline: BaselineFile, io: Io): void {
  const key = keysFrom(baseline, io);
  writeAt(baseline, writeBaseline(baselineOf(problems.map((one) => ({ ...one, file: key(one.file) })))));
}

/** Takes out of the baseline what the files no longer have. */
export function prune(stale: readonly BaselineEntry[], baseline: BaselineFile): void {
  if (stale.length > 0) writeAt(baseline, writeBaseline(pruneBaseline(readAt(baseline), stale)));
}

function keysFrom({ absolute }: BaselineFile, io: Io): (file: string) => string {
  const folder = dirname(absolute);
  return (file) => relative(folder, resolve(io.cwd, file)).split(sep).join('/');
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
    writeFileSync(absolute, text);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new Failure(`cannot write ${shown}: ${code}`, {
      code: 'output-unwritable',
      file: shown,
      hint: 'Name a file in a folder that exists and may be written.',
    });
  }
}
