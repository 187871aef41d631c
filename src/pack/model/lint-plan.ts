/** What a pack says of agent scripts. */
import type { Localised } from './localised.ts';
import type { Origin, WrittenPhrase } from './origin.ts';

export type LintSeverity = 'error' | 'warning' | 'off';

/** Words for a whole clause of a script, and what to say in its place, without the sign at its end. */
export interface LintReplacement {
  readonly words: readonly WrittenPhrase[];
  readonly with: Partial<Localised>;
}

/** What is a problem in a script; what is absent is as the criterion of that id has it. */
export interface LintRule {
  /** The id of a criterion, or its own. */
  readonly id: string;
  readonly title?: Localised;
  readonly why?: Localised;
  readonly severity?: LintSeverity;
  readonly say?: Localised;
  /** Moments of the agent. */
  readonly forbid?: readonly string[];
  /** Only where one of these stands in the same sentence. Empty: wherever it stands. */
  readonly words: readonly WrittenPhrase[];
  /** Moments: none, where one of them is in the same script. */
  readonly unless?: readonly string[];
  readonly replace: readonly LintReplacement[];
  readonly origin: Origin;
}

/** What a script has to say: any of these moments. */
export interface LintStep {
  readonly id: string;
  readonly title: Localised;
  readonly any: readonly string[];
  readonly say?: Localised;
}

/** What a script must hold that says what it is for. */
export interface LintScenario {
  readonly id: string;
  readonly title: Localised;
  /** Ids of steps, in the order in which they are to come. */
  readonly holds: readonly string[];
  /** Ids of steps that may come anywhere. */
  readonly anywhere: readonly string[];
  /** Names of placeholders that must be filled with words before the script is used. */
  readonly placeholders: readonly string[];
}

/** What a pack says of agent scripts, beside what its criteria forbid. */
export interface LintPlan {
  readonly rules: readonly LintRule[];
  readonly steps: readonly LintStep[];
  readonly scenarios: readonly LintScenario[];
  /** Names of placeholders that no script may leave unfilled. */
  readonly placeholders: readonly string[];
}
