/** Human labels as they were read: what people say of calls, before it is compared with what the tool says. */

/** What a person can say of a criterion. */
export const humanOutcomes = ['met', 'not-met', 'not-applicable'] as const;
export type HumanOutcome = (typeof humanOutcomes)[number];

/** A name that a labeller used, where it stands first: 1-based. */
export interface WrittenName {
  readonly name: string;
  readonly line: number;
  readonly column?: number;
}

/** One turn, labelled in full: what is not named is not there. */
export interface TurnLabels {
  readonly call: string;
  readonly turn: number;
  readonly names: readonly string[];
}

export interface OutcomeLabel {
  readonly call: string;
  /** As it was written. */
  readonly criterion: string;
  readonly outcome: HumanOutcome;
}

export interface GradedCall {
  readonly call: string;
  /** By grade, in the order of `GradeSet.grades`; null for an empty cell. */
  readonly values: readonly (number | null)[];
}

export interface TurnSet {
  readonly kind: 'turns';
  readonly turns: readonly TurnLabels[];
  readonly names: readonly WrittenName[];
}

export interface OutcomeSet {
  readonly kind: 'outcomes';
  readonly outcomes: readonly OutcomeLabel[];
  readonly names: readonly WrittenName[];
}

export interface GradeSet {
  readonly kind: 'grades';
  readonly grades: readonly string[];
  readonly calls: readonly GradedCall[];
}

export type LabelSet = TurnSet | OutcomeSet | GradeSet;

/** The ids of the calls that a set speaks of, each once, in its order. */
export function labelledCalls(labels: LabelSet): ReadonlySet<string> {
  switch (labels.kind) {
    case 'turns':
      return new Set(labels.turns.map(({ call }) => call));
    case 'outcomes':
      return new Set(labels.outcomes.map(({ call }) => call));
    case 'grades':
      return new Set(labels.calls.map(({ call }) => call));
  }
}
