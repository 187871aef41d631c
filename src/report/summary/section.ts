/** The report on many calls before it is laid out: sections of blocks, every string in one line and free of control characters. */

/** How a figure is meant, beside what it says. */
export type BatchTone = 'good' | 'bad' | 'unsure' | 'soft';

export interface BatchCell {
  readonly text: string;
  readonly tone?: BatchTone;
  /** The number of the call that it is about, from 1. */
  readonly call?: number;
  /** Where a page draws the figure: from 0 to 100, with its interval where there is one. */
  readonly drawn?: { readonly value: number; readonly low?: number; readonly high?: number };
  /** In the language of the calls and not of the report. */
  readonly spoken?: boolean;
}

export interface BatchColumn {
  readonly heading: string;
  readonly align?: 'right';
  /** May be cut where there is no room. */
  readonly shrinks?: boolean;
}

export interface BatchNote {
  readonly title: string;
  readonly remark: string;
  /** Label and what is said, one under the other. */
  readonly lines: readonly { readonly label: string; readonly items: readonly BatchCell[] }[];
}

export type BatchBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly columns: readonly BatchColumn[];
      readonly rows: readonly (readonly BatchCell[])[];
    }
  | { readonly kind: 'notes'; readonly notes: readonly BatchNote[] };

export type SectionId =
  | 'overview'
  | 'criteria'
  | 'weeks'
  | 'groups'
  | 'behind'
  | 'coaching'
  | 'issues'
  | 'repeats'
  | 'promises'
  | 'exposure'
  | 'sign-off';

export interface BatchSection {
  readonly id: SectionId;
  /** Of groups: what they are by. */
  readonly by?: string;
  readonly heading: string;
  readonly blocks: readonly BatchBlock[];
}

/** Whether there is anything under the heading: a table without rows and a list without notes are nothing. */
export function hasContent({ blocks }: BatchSection): boolean {
  return blocks.some((block) => {
    switch (block.kind) {
      case 'paragraph':
        return true;
      case 'table':
        return block.rows.length > 0;
      case 'notes':
        return block.notes.length > 0;
      default:
        return block satisfies never;
    }
  });
}
