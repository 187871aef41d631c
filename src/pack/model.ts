/** What a pack is, once it is read and validated: plain JSON data, every name resolved, nothing left to check. */
import type { Allegation, Responsibility } from './model/allegation.ts';
import type { CasePlan } from './model/case-plan.ts';
import type { ComplaintType, GravityGrade, KeyFactRule, PromiseKind } from './model/case-rules.ts';
import type { Criterion } from './model/criterion.ts';
import type { LintPlan } from './model/lint-plan.ts';
import type { Localised } from './model/localised.ts';
import type { MomentRule } from './model/moment-rule.ts';
import type { WrittenPhrase } from './model/origin.ts';
import type { Scorecard } from './model/scorecard.ts';

export interface Pack {
  readonly id: string;
  readonly version: string;
  readonly title: Localised;
  /** Named lists of phrases, usable as `{name}`. */
  readonly lists: Readonly<Record<string, readonly WrittenPhrase[]>>;
  readonly moments: readonly MomentRule[];
  /** In the order of their sections, then of the file. */
  readonly criteria: readonly Criterion[];
  readonly scorecard: Scorecard;
  readonly allegations: readonly Allegation[];
  /** Absent where only agents bear what happens. */
  readonly responsibility?: Responsibility;
  /** Absent where a case report tells no more than the call itself. */
  readonly caseReport?: CasePlan;
  readonly keyFacts: readonly KeyFactRule[];
  readonly complaintTypes: readonly ComplaintType[];
  /** Gravest first. */
  readonly gravity: readonly GravityGrade[];
  /** The first that suits a promise is its kind. */
  readonly promises: readonly PromiseKind[];
  /** Absent where it says nothing of scripts beside its criteria. */
  readonly lint?: LintPlan;
  /** SHA-256, in hex, over the pack's sources in a fixed order. */
  readonly sha256: string;
}
