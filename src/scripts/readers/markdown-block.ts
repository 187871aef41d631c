/** What Markdown is for a reader of scripts: a row of blocks with text, in the order of the source. */
import type { ScriptComment } from '../document.ts';
import type { MappedText } from '../mapped-text.ts';

/** One step from a container to what stands in it: which of its children, and of what type. */
export interface BlockStep {
  readonly type: string;
  readonly index: number;
  /** A list with numbers. */
  readonly ordered?: true;
}

/** Text of a line or a paragraph; `code` are spans of its text that are code. */
export interface InlineText extends MappedText {
  /** Source offsets of code in the text: `[start, end)`. */
  readonly code: readonly (readonly [start: number, end: number])[];
  /** All of it is bold. */
  readonly isStrong: boolean;
}

export type MarkdownBlock =
  | { readonly kind: 'heading'; readonly depth: number; readonly at: number; readonly text: InlineText }
  /** A paragraph, wherever it stands. */
  | { readonly kind: 'text'; readonly path: readonly BlockStep[]; readonly text: InlineText }
  /** A cell of a table; row 0 is its header. */
  | {
      readonly kind: 'cell';
      readonly path: readonly BlockStep[];
      readonly row: number;
      readonly column: number;
      readonly text: InlineText;
    }
  | { readonly kind: 'comment'; readonly comment: ScriptComment }
  /** Front matter: what stands between its rules, and where it begins. */
  | { readonly kind: 'front'; readonly text: string; readonly at: number };
