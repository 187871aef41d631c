/** Script libraries: what a document of agent scripts is, whatever its format. */
import type { CellPlace } from '../result/lint-result.ts';

export type { CellPlace, LintProblem, Position } from '../result/lint-result.ts';

/** A comment of a document's format that may hold directives for lint. */
export interface ScriptComment {
  /** What stands between the signs of the comment. */
  readonly text: string;
  /** UTF-16 offset in the source where the comment begins and ends, its signs included. */
  readonly start: number;
  readonly end: number;
  /** 1-based line of its first character; the row, for a workbook. */
  readonly line: number;
  /** Where it stands, in a workbook. */
  readonly place?: CellPlace;
  /** What it speaks of, where that is not told by lines: in JSON, the object that it stands in. */
  readonly scope?: { readonly start: number; readonly end: number };
}

/** The item of a list, or the row of a table, that a piece stands in. */
export interface Slot {
  /** Which list of the document, by number. */
  readonly list: number;
  /** Which of its items, from 0. */
  readonly item: number;
  /** What sets its items apart; numbers for those whose order matters. */
  readonly order: 'bullets' | 'numbers' | 'rows' | 'lines';
  /** What stands over it. */
  readonly title?: string;
}

/** A run of text that somebody says: a paragraph, a list item, a table cell, a string value, a line. */
export interface ScriptPiece {
  /** Who says it; a line labelled as the customer's is theirs. */
  readonly speaker: 'agent' | 'customer';
  /** As it is read aloud: markup, escapes and folds undone. Placeholders stand in it as they were written. */
  readonly text: string;
  /**
   * For each UTF-16 code unit of `text`, the offset in the source where it begins, and one more for the end: strictly
   * ascending. For a workbook: offsets within the cell's own text. Between two neighbours there may be markup: where a
   * span of `text` stands in the source, `sourceSpan` tells.
   */
  readonly offsets: readonly number[];
  /** How long a code unit of `text`, by its index, is in the source, where that is not one: escapes, entities, folds. */
  readonly widths?: ReadonlyMap<number, number>;
  /** 1-based line on which what holds it begins, where that is before its first word: the key of a YAML block. */
  readonly openedOn?: number;
  /** How its string is written, where a replacement must be escaped for it. */
  readonly form?: StringForm;
  /** Spans of `text` that are placeholders (`[X]`, `{{name}}`, `【姓名】`); they stand for words and are never flagged. */
  readonly placeholders: readonly { readonly start: number; readonly end: number; readonly name: string }[];
  /** Which script of the document it belongs to. */
  readonly script: number;
  readonly slot?: Slot;
  readonly place?: CellPlace;
  /** Why it is not judged: it teaches by counter-example, under a heading such as "Don't say" or 禁用语. */
  readonly exempt?: string;
}

/** Pieces that belong together: what stands under one heading, in one row, in one mapping, or the whole document. */
export interface Script {
  /** The heading, the row's title or the key. */
  readonly title?: string;
  /** What it is for, as its document says: an id of the pack's scenarios. */
  readonly scenario?: string;
  /** Where it says so. */
  readonly scenarioAt?: { readonly line: number; readonly column: number; readonly sheet?: string };
}

/** Words that may be said and that no reader took for talk: `keys` and `sheet` are all that there is, `key` and
 * `column` stand beside what was read. */
export interface Unread {
  readonly what: 'keys' | 'key' | 'sheet' | 'column';
  /** The keys, the header of the column, the name of the sheet. */
  readonly name: string;
  /** UTF-16 offsets in the source of what shows it best; 0 and 0 in a workbook. */
  readonly start: number;
  readonly end: number;
  readonly place?: CellPlace;
}

/** The ways in which YAML, JSON and CSV write a string. */
export type StringForm =
  | 'yaml-plain'
  | 'yaml-single'
  | 'yaml-double'
  | 'yaml-literal'
  | 'yaml-folded'
  | 'json'
  | 'csv-bare'
  | 'csv-quoted';

export type ScriptFormat = 'markdown' | 'text' | 'yaml' | 'json' | 'csv' | 'xlsx';

export type ScriptEncoding =
  'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5' | 'windows-1252';

/** A document of a script library, read. */
export interface ScriptDocument {
  /** The path as it was given, with `/` between. */
  readonly file: string;
  readonly format: ScriptFormat;
  /** The whole text, for the formats that are text; empty for a workbook. */
  readonly source: string;
  readonly encoding: ScriptEncoding;
  readonly scripts: readonly Script[];
  readonly pieces: readonly ScriptPiece[];
  readonly comments: readonly ScriptComment[];
  readonly unread?: readonly Unread[];
}
