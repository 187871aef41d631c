/** Lints one file: reads it, takes off what is suppressed, and puts right what can be. */
import { readFileSync } from 'node:fs';
import { Failure } from '../../call/failure.ts';
import { unreadable } from '../../read/sources.ts';
import type { LintExcerpt, LintProblem } from '../../result/lint-result.ts';
import type { ScriptDocument } from '../../scripts/document.ts';
import type { FoundScript } from '../../scripts/find-scripts.ts';
import { compareProblems } from '../../scripts/lint.ts';
import { readScript } from '../../scripts/read-script.ts';
import { applySuppressions } from '../../scripts/suppressions.ts';
import { unreadProblems } from '../../scripts/unread.ts';
import type { LintSettings } from './settings.ts';
import { replaceFile } from '../replace-file.ts';
import { unwritable } from '../unwritable.ts';

/** A file, linted. */
export interface LintedFile {
  readonly script: FoundScript;
  readonly document: ScriptDocument;
  readonly bytes: Uint8Array;
  readonly settings: LintSettings;
  readonly problems: readonly LintProblem[];
  readonly suppressed: number;
}

interface How {
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly suppressions: boolean;
}

/** Reads and lints a file, or what of it is in hand already; a Failure where it cannot be read. */
export async function lintFile(
  script: FoundScript & { readonly bytes?: Uint8Array },
  settings: LintSettings,
  how: How,
  warn: (warning: Failure) => void,
): Promise<LintedFile | Failure> {
  let bytes: Uint8Array;
  try {
    bytes = script.bytes ?? readFileSync(script.absolute);
  } catch (error) {
    return unreadable(error, script.path);
  }
  return lintBytes(bytes, script, settings, how, warn);
}

async function lintBytes(
  bytes: Uint8Array,
  script: FoundScript,
  settings: LintSettings,
  { today, suppressions }: How,
  warn: (warning: Failure) => void,
): Promise<LintedFile | Failure> {
  const document = await readScript(script.path, bytes, { ...settings.reading, warn });
  if (document instanceof Failure) return document;
  const found = [...settings.lint(document), ...unreadProblems(document)];
  const known = new Set(settings.rules.map(({ id }) => id));
  const { problems, suppressed } = suppressions
    ? applySuppressions(found, document, { today, isKnown: (rule) => known.has(rule) })
    : { problems: found, suppressed: [] };
  const severe = problems.flatMap((problem): readonly LintProblem[] => {
    const severity = settings.severityOf(problem.rule, script.absolute) ?? problem.severity;
    return severity === 'off' ? [] : [{ ...problem, severity }];
  });
  return {
    script,
    document,
    bytes,
    settings,
    problems: severe.toSorted(compareProblems),
    suppressed: suppressed.length,
  };
}

/** A file with problems put right in it. */
export interface FixedFile {
  /** As it reads now. */
  readonly file: LintedFile | Failure;
  readonly fixed: number;
  /** The text before and after. */
  readonly before: string;
  readonly after: string;
}

/** Puts right what the problems have a fix for, and lints what came of it. Writes the file unless `dry`. */
export async function fixFile(
  file: LintedFile,
  problems: readonly LintProblem[],
  dry: boolean,
  how: How,
  warn: (warning: Failure) => void,
): Promise<FixedFile> {
  const { script, document, bytes, settings } = file;
  const { fixScript } = await import('../../scripts/fix.ts');
  const result = await fixScript(document, bytes, problems, settings.reading);
  for (const { problem, reason, why } of result.refused) {
    warn(
      new Failure(`this fix was not made: ${why.en}`, {
        code: `fix-${reason}`,
        file: script.path,
        ...problem.start,
      }),
    );
  }
  const unchanged = { file, fixed: 0, before: document.source, after: document.source };
  if (result.fixed.length === 0) return unchanged;
  if (!dry) {
    try {
      replaceFile(script.absolute, result.bytes);
    } catch (error) {
      return {
        ...unchanged,
        file: unwritable(error, script.path, 'Check that the file may be written.'),
      };
    }
  }
  return {
    file: await lintBytes(result.bytes, script, settings, how, warn),
    fixed: result.fixed.length,
    before: document.source,
    after: result.source,
  };
}

/** The line that a problem begins on, and where in it; of a workbook, the text of its cell. */
export function excerptOf(
  { span, start, place, quote }: LintProblem,
  document: ScriptDocument,
): LintExcerpt | undefined {
  if (place !== undefined) {
    const piece = document.pieces.find(
      ({ place: own, offsets }) =>
        own?.sheet === place.sheet &&
        own.cell === place.cell &&
        offsets[0]! <= span[0] &&
        offsets.at(-1)! >= span[1],
    );
    if (piece === undefined) return undefined;
    const from = piece.offsets.indexOf(span[0]);
    return from < 0 ? undefined : { text: piece.text, from, to: from + quote.length };
  }
  if (document.format === 'xlsx') return undefined;
  const first = span[0] - (start.column - 1);
  const line = /^[^\r\n]*/u.exec(document.source.slice(first, first + longestLine))![0];
  const to = Math.min(span[1] - first, line.length);
  return to <= start.column - 1 ? undefined : { text: line, from: start.column - 1, to };
}

/** A line is shown no further than this. */
const longestLine = 20_000;
