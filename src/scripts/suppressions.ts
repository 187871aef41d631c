/** Suppressions: takes off what a document's comments say not to report, and reports what is wrong with them. */
import { directiveOf, isDay, type Directive } from './directive.ts';
import type { LintProblem, ScriptComment, ScriptDocument, ScriptPiece } from './document.ts';
import { fingerprintOf } from './fingerprint.ts';
import { lineTable, type LineTable } from './line-table.ts';
import { suppressionWords, type SuppressionRule } from './suppression-words.ts';

export interface SuppressionOptions {
  /** `YYYY-MM-DD`: a suppression holds up to the day that it names, that day included. */
  readonly today: string;
  /** True for a rule that can be suppressed: a criterion of the pack, or one of lint's own. */
  readonly isKnown: (rule: string) => boolean;
}

export interface Suppressed {
  /** What is left, and what is wrong with the suppressions themselves, in the order of the source. */
  readonly problems: readonly LintProblem[];
  readonly suppressed: readonly LintProblem[];
}

/** A directive, what it covers and what it took off. */
interface Range {
  readonly directive: Directive;
  readonly covers: (problem: LintProblem) => boolean;
  readonly used: Set<string>;
  readonly isSpent: boolean;
}

const severities: Readonly<Record<SuppressionRule, LintProblem['severity']>> = {
  'unused-suppression': 'warning',
  'expired-suppression': 'error',
  'reasonless-suppression': 'error',
  'unknown-suppression': 'error',
};

/**
 * Takes suppressed problems off a document's list. `callqa-disable-line` and `-next-line` cover what begins on their
 * line: a paragraph or a string with all of its lines.
 */
export function applySuppressions(
  problems: readonly LintProblem[],
  document: ScriptDocument,
  { today, isKnown }: SuppressionOptions,
): Suppressed {
  const directives = document.comments.map((comment) => ({ comment, read: directiveOf(comment) }));
  if (directives.every(({ read }) => read === undefined)) return { problems, suppressed: [] };
  const lines = lineTable(document.source);
  const own: LintProblem[] = [];
  const tell = (rule: SuppressionRule, comment: ScriptComment, about: string): void => {
    own.push(problemOf(rule, comment, about, document, lines));
  };

  const ranges: Range[] = [];
  const all = directives.flatMap(({ read }) => (typeof read === 'object' ? [read] : []));
  for (const { comment, read } of directives) {
    if (read === 'unknown') tell('unknown-suppression', comment, comment.text.split(/\s/u, 1)[0]!);
    if (typeof read !== 'object') continue;
    if (read.kind === 'enable') continue;
    const { until, reason, rules } = read;
    const isBadDay = until !== undefined && !isDay(until);
    const isExpired = until !== undefined && !isBadDay && until < today;
    if (isBadDay) tell('unknown-suppression', comment, `until=${until}`);
    if (isExpired) tell('expired-suppression', comment, until);
    if (reason === '') tell('reasonless-suppression', comment, rules.join(', '));
    for (const rule of rules) if (!isKnown(rule)) tell('unknown-suppression', comment, rule);
    ranges.push({
      directive: read,
      covers: coverOf(read, all, document, lines),
      used: new Set(),
      isSpent: isExpired || isBadDay,
    });
  }

  const kept: LintProblem[] = [];
  const suppressed: LintProblem[] = [];
  for (const problem of problems) {
    const covering = ranges.filter(
      ({ directive: { rules }, covers, isSpent }) =>
        !isSpent && (rules.length === 0 || rules.includes(problem.rule)) && covers(problem),
    );
    for (const { used } of covering) used.add(problem.rule);
    (covering.length > 0 ? suppressed : kept).push(problem);
  }
  for (const { directive, used, isSpent } of ranges) {
    if (isSpent) continue;
    const { rules, comment } = directive;
    if (rules.length === 0 && used.size === 0) tell('unused-suppression', comment, '');
    const unused = rules.filter((rule) => isKnown(rule) && !used.has(rule));
    if (unused.length > 0) tell('unused-suppression', comment, unused.join(', '));
  }
  for (const { kind, rules, comment } of all) {
    if (kind !== 'enable') continue;
    const isNeeded = ranges.some(
      ({ directive }) => directive.kind === 'disable' && directive.comment.start < comment.start,
    );
    if (!isNeeded) tell('unused-suppression', comment, rules.join(', '));
  }
  return { problems: inOrder([...kept, ...own], document), suppressed };
}

/** What of a document a directive speaks of. */
function coverOf(
  { kind, comment }: Directive,
  all: readonly Directive[],
  document: ScriptDocument,
  lines: LineTable,
): (problem: LintProblem) => boolean {
  if (comment.place !== undefined) {
    const { sheet } = comment.place;
    const row = comment.line + (kind === 'disable-next-line' ? 1 : 0);
    const last = kind === 'disable' ? Number.POSITIVE_INFINITY : row;
    // A problem with a script as a whole has a row and no cell.
    return ({ place, start: { line } }) => {
      const at = place === undefined ? line : rowOf(place.cell);
      return (place === undefined || place.sheet === sheet) && at >= row && at <= last;
    };
  }
  if (kind === 'disable') {
    const { start, end } = comment.scope ?? { start: comment.start, end: Number.POSITIVE_INFINITY };
    const enabled = all.filter((other) => other.kind === 'enable' && other.comment.start > comment.start);
    return ({ span: [at], rule }) => {
      if (at < start || at >= end) return false;
      const isAgain = ({ comment, rules: again }: Directive): boolean =>
        comment.start <= at && (again.length === 0 || again.includes(rule));
      return !enabled.some(isAgain);
    };
  }
  const line = kind === 'disable-line' ? comment.line : lineBelow(comment, document, lines);
  const begins = (piece: ScriptPiece): boolean =>
    piece.openedOn === line || lines.lineAt(piece.offsets[0]!) === line;
  const pieces = document.pieces.filter(begins);
  return ({ start, span: [at] }) =>
    start.line === line || pieces.some(({ offsets }) => at >= offsets[0]! && at < offsets.at(-1)!);
}

/** The next line with anything but space and other directives on it. */
function lineBelow(comment: ScriptComment, { source, comments }: ScriptDocument, lines: LineTable): number {
  let line = lines.lineAt(Math.max(comment.start, comment.end - 1)) + 1;
  for (; line <= lines.count; line++) {
    const start = lines.startOf(line);
    let text = source.slice(start, lines.startOf(line + 1));
    const end = start + text.length;
    for (const other of comments) {
      if (other.start >= end || other.end <= start) continue;
      const from = Math.max(other.start - start, 0);
      text =
        text.slice(0, from) +
        ' '.repeat(Math.min(other.end, end) - start - from) +
        text.slice(other.end - start);
    }
    if (text.trim() !== '') return line;
  }
  return line;
}

function rowOf(cell: string): number {
  return Number(/\d+$/u.exec(cell)?.[0] ?? 0);
}

function problemOf(
  rule: SuppressionRule,
  comment: ScriptComment,
  about: string,
  { file, source }: ScriptDocument,
  lines: LineTable,
): LintProblem {
  const { start, end, place, text } = comment;
  return {
    file,
    rule,
    severity: severities[rule],
    start: place === undefined ? lines.positionAt(start) : { line: comment.line, column: 1 },
    end: place === undefined ? lines.positionAt(end) : { line: comment.line, column: end - start + 1 },
    span: [start, end],
    ...(place === undefined ? {} : { place }),
    quote: place === undefined ? source.slice(start, end) : text,
    why: suppressionWords(rule, about),
    fingerprint: fingerprintOf(rule, `${text} ${about}`),
  };
}

/** By place in the source; of a workbook, whose cells have no order but their own, as they came. */
function inOrder(problems: readonly LintProblem[], { format }: ScriptDocument): readonly LintProblem[] {
  if (format === 'xlsx') return problems;
  return problems
    .map((problem, index) => ({ problem, index }))
    .sort(
      (a, b) =>
        a.problem.span[0] - b.problem.span[0] || a.problem.span[1] - b.problem.span[1] || a.index - b.index,
    )
    .map(({ problem }) => problem);
}
