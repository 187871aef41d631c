/** What lint says of a library of scripts: the part of the contract that its reports are made of. */
import type { Words } from './result.ts';

/** A place in a text: 1-based, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Where something stands in a workbook. */
export interface CellPlace {
  readonly sheet: string;
  /** As a spreadsheet names it: `B7`. */
  readonly cell: string;
}

/** An exact replacement. */
export interface LintFix {
  /** UTF-16 offsets in the source. */
  readonly span: readonly [start: number, end: number];
  /** What is to be said there. */
  readonly text: string;
  /** The same span in lines and columns, where any program may put the text in as it is: no markup, no escapes. */
  readonly region?: { readonly start: Position; readonly end: Position };
}

/** What lint found. */
export interface LintProblem {
  readonly file: string;
  /** The criterion of the pack, or one of lint's own: `missing-step`, `unfilled-placeholder`, `unused-suppression` …. */
  readonly rule: string;
  /** A note is to be known and needs no mending: it never fails a run. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly start: Position;
  readonly end: Position;
  /** UTF-16 offsets in the source (in the cell, for a workbook). */
  readonly span: readonly [start: number, end: number];
  readonly place?: CellPlace;
  /** The words, as they stand. */
  readonly quote: string;
  /** The moment that was found, where one was. */
  readonly moment?: string;
  /** Why it is a problem, one line, in the report's languages. */
  readonly why: Words;
  /** The wording to use instead, in the script's language and script. */
  readonly say?: string;
  /** An exact replacement for the whole clause, clean itself. */
  readonly fix?: LintFix;
  /** Of the rule and the normalised clause: survives moves. */
  readonly fingerprint: string;
}

/** The source line that a problem stands on, and where in it: `[from, to)` in UTF-16 code units. */
export interface LintExcerpt {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** A rule that lint holds scripts to. */
export interface LintRuleInfo {
  readonly id: string;
  readonly title: Words;
  readonly why: Words;
  readonly say?: Words;
  /** Unless a config says otherwise. */
  readonly severity: 'error' | 'warning' | 'note' | 'off';
}

/** A file that could not be read. */
export interface LintFailure {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** A run of lint, as its reports take it. */
export interface LintReport {
  readonly tool: { readonly name: string; readonly version: string };
  readonly pack: { readonly id: string; readonly version: string; readonly sha256: string };
  /** All files that were linted, in order. */
  readonly files: readonly string[];
  /** By file, line, column, end, then rule. */
  readonly problems: readonly LintProblem[];
  /** By the index of a problem. */
  readonly excerpts: readonly (LintExcerpt | undefined)[];
  readonly failures: readonly LintFailure[];
  /** By id; those that problems name are among them. */
  readonly rules: readonly LintRuleInfo[];
  /** What fails the run. */
  readonly failOn: 'error' | 'warning';
  /** How many problems a suppression or the baseline took away, and how many were put right in the files. */
  readonly suppressed: number;
  readonly baselined: number;
  readonly fixed: number;
  /** How many pieces were not judged, for they teach by counter-example. */
  readonly exempt: number;
}
