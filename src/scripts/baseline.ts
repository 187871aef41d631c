/** Baselines: what an old library was found with, so that only what is new is a problem. */
import { Failure } from '../call/failure.ts';
import { isRecord } from '../call/is-record.ts';
import type { LintProblem } from './document.ts';

/** How many problems of each fingerprint a file had. */
export interface BaselineEntry {
  readonly file: string;
  readonly fingerprint: string;
  readonly rule: string;
  readonly count: number;
}

export interface Baseline {
  /** By file, then fingerprint. */
  readonly entries: readonly BaselineEntry[];
}

export interface Baselined {
  /** What the baseline does not hold. */
  readonly problems: readonly LintProblem[];
  /** What it holds. */
  readonly known: readonly LintProblem[];
  /** What it holds and the files no longer have; `count` is how many are gone. */
  readonly stale: readonly BaselineEntry[];
}

const schema = 'callqa/baseline@1';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const inOrder = (a: BaselineEntry, b: BaselineEntry): number =>
  compare(a.file, b.file) || compare(a.fingerprint, b.fingerprint);
const keyOf = ({ file, fingerprint }: Pick<BaselineEntry, 'file' | 'fingerprint'>): string =>
  `${file}\0${fingerprint}`;

/** The baseline that takes all of these problems. */
export function baselineOf(problems: readonly LintProblem[]): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const { file, fingerprint, rule, severity } of problems) {
    // A note fails nothing, now or later.
    if (severity === 'note') continue;
    const key = keyOf({ file, fingerprint });
    entries.set(key, { file, fingerprint, rule, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  return { entries: [...entries.values()].sort(inOrder) };
}

/**
 * Sets known problems apart from new ones: of each fingerprint in a file, the first so many as the baseline counts.
 * @param isLinted true for a file whose problems these are, or that is gone; entries of others are not stale, since
 * nothing is known of them.
 */
export function applyBaseline(
  problems: readonly LintProblem[],
  baseline: Baseline,
  isLinted: (file: string) => boolean,
): Baselined {
  const left = new Map(baseline.entries.map((entry) => [keyOf(entry), entry.count]));
  const fresh: LintProblem[] = [];
  const known: LintProblem[] = [];
  for (const problem of problems) {
    const count = left.get(keyOf(problem)) ?? 0;
    if (count > 0) left.set(keyOf(problem), count - 1);
    (count > 0 ? known : fresh).push(problem);
  }
  const stale = baseline.entries.flatMap((entry) => {
    const count = isLinted(entry.file) ? left.get(keyOf(entry))! : 0;
    return count === 0 ? [] : [{ ...entry, count }];
  });
  return { problems: fresh, known, stale };
}

/** The baseline without what is stale. */
export function pruneBaseline({ entries }: Baseline, stale: readonly BaselineEntry[]): Baseline {
  const gone = new Map(stale.map((entry) => [keyOf(entry), entry.count]));
  return {
    entries: entries.flatMap((entry) => {
      const count = entry.count - (gone.get(keyOf(entry)) ?? 0);
      return count <= 0 ? [] : [{ ...entry, count }];
    }),
  };
}

/** A baseline as it is kept: JSON, sorted, a line an entry, so that a change of it reads well. */
export function writeBaseline({ entries }: Baseline): string {
  const files = new Map<string, BaselineEntry[]>();
  for (const entry of entries.toSorted(inOrder))
    files.set(entry.file, [...(files.get(entry.file) ?? []), entry]);
  const ofFile = ([file, own]: [string, BaselineEntry[]]): string => {
    const lines = own.map(
      ({ fingerprint, rule, count }) =>
        `      ${JSON.stringify(fingerprint)}: {"rule": ${JSON.stringify(rule)}, "count": ${count}}`,
    );
    return `    ${JSON.stringify(file)}: {\n${lines.join(',\n')}\n    }`;
  };
  const body = files.size === 0 ? '{}' : `{\n${[...files].map(ofFile).join(',\n')}\n  }`;
  return `{\n  "schema": ${JSON.stringify(schema)},\n  "files": ${body}\n}\n`;
}

/** Reads a baseline; a Failure `baseline-invalid` for what is none. */
export function readBaseline(text: string, file: string): Baseline | Failure {
  const bad = (message: string): Failure =>
    new Failure(`${file} is no baseline: ${message}`, {
      code: 'baseline-invalid',
      file,
      hint: 'Write it anew with --update-baseline.',
    });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return bad('it is not JSON');
  }
  if (!isRecord(data) || data['schema'] !== schema) return bad(`its schema is not ${schema}`);
  if (!isRecord(data['files'])) return bad('it has no files');
  const entries: BaselineEntry[] = [];
  for (const [name, own] of Object.entries(data['files'])) {
    if (!isRecord(own)) return bad(`${name} holds no fingerprints`);
    for (const [fingerprint, entry] of Object.entries(own)) {
      const { rule, count } = isRecord(entry) ? entry : {};
      if (typeof rule !== 'string' || !Number.isInteger(count) || (count as number) < 1) {
        return bad(`${name}, ${fingerprint}: it needs a rule and a count`);
      }
      entries.push({ file: name, fingerprint, rule, count: count as number });
    }
  }
  return { entries: entries.sort(inOrder) };
}
