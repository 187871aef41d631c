/** What a case report is made of, in words of its language and before it is laid out: each format renders these blocks. */
import type { CriterionResult } from '../../result/result.ts';
import type { MarkedPart } from './marked.ts';

/** How something is meant, for its colour and its sign; a report never says it by colour alone. */
export type Tone = 'good' | 'bad' | 'unsure' | 'plain';

/** Where in the call something stands. */
export interface Place {
  /** `turn 5, 01:05, agent`. */
  readonly text: string;
  /** The turn, where it is one of the transcript in this report. */
  readonly turn?: number;
}

/** Words that something rests on. */
export interface Quote {
  readonly place: Place;
  /** In quotation marks of the report's language. */
  readonly words: string;
  /** The short names of the moments found there: in English ids, in Chinese titles. */
  readonly tag?: string;
  /** Said before the place, such as what a warning answered. */
  readonly label?: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly tone?: Tone;
  /** Where it is read from. */
  readonly quotes?: readonly Quote[];
}

/** One line of what happened. */
export interface StoryLine {
  readonly turn: string;
  readonly time: string;
  readonly who: string;
  readonly side: 'agent' | 'customer' | 'other';
  readonly place: Place;
  readonly what: string;
  readonly quote?: string;
  /** Numbers of the grounds that rest on this step. */
  readonly grounds: readonly number[];
  readonly answer?: { readonly tone: Tone; readonly word: string; readonly quote: Quote };
}

/** The customer's mood over the call. */
export interface MoodCurve {
  readonly title: string;
  /** The curve in words, for those who cannot see it. */
  readonly summary: string;
  readonly good: string;
  readonly bad: string;
  /** What the axis counts. */
  readonly axis: string;
  /** What the marks on the axis are; absent where there are none. */
  readonly legend?: string;
  /** Turns of the call, for the axis. */
  readonly turns: number;
  /** In the order of the call; `label` says turn and value. */
  readonly points: readonly { readonly turn: number; readonly value: number; readonly label: string }[];
  /** Turns on which a finding rests. */
  readonly findings: readonly number[];
}

/** A criterion that was not met. */
export interface Ground {
  readonly number: number;
  readonly title: string;
  readonly severity: CriterionResult['severity'];
  readonly severityWord: string;
  /** `decides the verdict`; absent where it does not. */
  readonly decides?: string;
  readonly quotes: readonly Quote[];
  readonly searched?: string;
  readonly why?: string;
  readonly mitigation: readonly Quote[];
  /** What the agent could have said, and at which turn. */
  readonly say?: { readonly words: string; readonly place?: Place };
}

/** Something that is so or is not. */
export interface Check {
  readonly title: string;
  readonly tone: Tone;
  readonly word: string;
  readonly details: readonly string[];
  readonly quotes: readonly Quote[];
}

export interface ScorecardRow {
  readonly title: string;
  readonly outcome: CriterionResult['outcome'];
  readonly outcomeWord: string;
  /** `earned / possible`, or `–` where it did not count. */
  readonly points: string;
}

export interface ScorecardSection {
  readonly title: string;
  readonly score: string;
  /** 0 to 100; null where nothing was possible. */
  readonly value: number | null;
  readonly rows: readonly ScorecardRow[];
}

export interface ScorecardGroup {
  /** `Respect = Understanding + Agreement`; absent where a section stands for itself. */
  readonly title?: string;
  readonly sections: readonly ScorecardSection[];
}

/** A turn, or something that happened between two turns. */
export type CaseLine =
  | {
      readonly kind: 'turn';
      readonly number: number;
      readonly turn: string;
      readonly time: string;
      readonly speaker: string;
      readonly side: 'agent' | 'customer' | 'other';
      readonly parts: readonly TurnPart[];
    }
  | { readonly kind: 'event'; readonly words: string };

/** Words of a turn, with the short names of the moments that end there. */
export interface TurnPart extends Pick<MarkedPart, 'text' | 'mark'> {
  readonly tags: readonly string[];
  /** What was found here, in full. */
  readonly titles: readonly string[];
  /** Numbers of the grounds that rest on a moment that ends here. */
  readonly grounds: readonly number[];
}

export interface TableCell {
  readonly text: string;
  readonly tone?: Tone;
}

export type Block =
  /** A minor one heads a list within what a heading heads. */
  | { readonly kind: 'heading'; readonly text: string; readonly minor?: true }
  | { readonly kind: 'paragraph'; readonly text: string; readonly muted?: true }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'quotes'; readonly quotes: readonly Quote[] }
  | { readonly kind: 'list'; readonly items: readonly ListItem[] }
  | { readonly kind: 'checks'; readonly checks: readonly Check[]; readonly cards?: true }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly heading: string; readonly align?: 'left' | 'right' }[];
      readonly rows: readonly (readonly TableCell[])[];
    }
  | { readonly kind: 'story'; readonly lines: readonly StoryLine[] }
  | { readonly kind: 'mood'; readonly curve: MoodCurve }
  | { readonly kind: 'grounds'; readonly grounds: readonly Ground[] }
  | { readonly kind: 'scorecard'; readonly total: string; readonly groups: readonly ScorecardGroup[] }
  | { readonly kind: 'transcript'; readonly lines: readonly CaseLine[]; readonly notes: readonly string[] };

/** A line of a list, and what stands under it. */
export interface ListItem {
  readonly text: string;
  readonly items?: readonly string[];
}
