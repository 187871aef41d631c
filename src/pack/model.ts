/** What a pack is, once it is read and validated: plain JSON data, every name resolved, nothing left to check. */
import type { CallEvent, Speaker } from '../call/call.ts';

/** Words that users read. `zh` is Simplified; `zh-TW` stands in for it where Traditional is asked for. */
export interface Localised {
  readonly en: string;
  readonly zh: string;
  readonly 'zh-TW'?: string;
}

/** Where a thing was written in a pack: 1-based, columns in UTF-16 code units. */
export interface Origin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One phrase as it was written, and where. */
export interface WrittenPhrase {
  readonly text: string;
  readonly origin: Origin;
}

/** Something said, to try a moment on; the moment's own side says it unless the example names another. */
export interface MomentExample {
  readonly speaker: 'agent' | 'customer';
  readonly text: string;
  readonly origin?: Origin;
}

export interface MomentExamples {
  readonly hit: readonly MomentExample[];
  readonly miss: readonly MomentExample[];
  /** Should be found and is not: known, and accepted for now. */
  readonly 'known-miss': readonly MomentExample[];
  /** Is found and should not be: known, and accepted for now. */
  readonly 'known-false-hit': readonly MomentExample[];
}

/** A thing said that matters. */
export interface MomentRule {
  readonly id: string;
  readonly speaker: Exclude<Speaker, 'unknown' | 'bot'>;
  readonly title: Localised;
  /** Empty only where there is a detector. */
  readonly phrases: readonly WrittenPhrase[];
  /** What finds it beside the phrases: `typography` hears capitals and repeated exclamation marks. */
  readonly detector?: 'typography';
  /** Counts only once the other side has spoken: it answers something. */
  readonly answers?: true;
  /** A hit that shares a unit with a match of one of these goes. */
  readonly unless: readonly WrittenPhrase[];
  /** `guard` drops a hit that its own clause negates. */
  readonly negation: 'guard' | 'off';
  /** `guard` drops a hit that reports what another said. */
  readonly quotation: 'guard' | 'off';
  readonly examples: MomentExamples;
  readonly origin: Origin;
}

export type Severity = 'ordinary' | 'critical' | 'fatal';

/** A short dialogue to try a criterion on, as it was written: `agent: …` or `customer: …` a line, or an event in brackets. */
export interface CriterionExample {
  readonly text: string;
  readonly turns: readonly { readonly speaker: Speaker; readonly text: string }[];
  readonly events: readonly CallEvent[];
  readonly origin?: Origin;
}

export interface CriterionExamples {
  readonly met: readonly CriterionExample[];
  readonly 'not-met': readonly CriterionExample[];
  readonly 'not-applicable': readonly CriterionExample[];
}

interface CriterionBase {
  readonly id: string;
  readonly title: Localised;
  readonly why: Localised;
  readonly severity: Severity;
  /** What the agent could have said instead, by the call's language. */
  readonly say?: Localised;
  readonly examples: CriterionExamples;
  readonly origin: Origin;
}

/** One of the moments must come, where its occasion stands. */
export interface RequireCriterion extends CriterionBase {
  readonly form: 'require';
  /** Moments, any of which meets it. */
  readonly require: readonly string[];
  /** The occasion: any of these moments. Empty: the call itself is the occasion. */
  readonly when: readonly string[];
  /** Judges every occasion, not the first alone; earns met ÷ occasions. */
  readonly each: boolean;
  /** How many agent stretches after the occasion it may take. */
  readonly within?: number;
  readonly in?: 'opening' | 'closing';
  /** It must come before the first of any of these; satisfied where none comes. */
  readonly before: readonly string[];
}

/** None of the moments may come. */
export interface ForbidCriterion extends CriterionBase {
  readonly form: 'forbid';
  readonly forbid: readonly string[];
  /** Only where one of these moments stands in the call; else not applicable. Empty: always. */
  readonly when: readonly string[];
  /** Counts only after one of these moments. Empty: anywhere. */
  readonly after: readonly string[];
  /** A forbidden moment is forgiven where one of these stands in the same agent stretch or within so many agent stretches after it. */
  readonly unless: readonly string[];
  /** Counts agent stretches from the forbidden one, which is 1. */
  readonly within: number;
}

/** At most so many stretches with one of the moments. */
export interface LimitCriterion extends CriterionBase {
  readonly form: 'limit';
  readonly limit: readonly string[];
  readonly to: number;
  /** Only where one of these moments stands in the call; else not applicable. Empty: always. */
  readonly when: readonly string[];
  /** The count starts anew after one of these moments. */
  readonly resetBy: readonly string[];
}

/** All, or any, of other criteria. Three-valued; members that are not applicable drop out. */
export interface CompositeCriterion extends CriterionBase {
  readonly form: 'all' | 'any';
  readonly of: readonly string[];
}

export type Criterion = RequireCriterion | ForbidCriterion | LimitCriterion | CompositeCriterion;

export interface Section {
  readonly id: string;
  /** What it is a part of: respect = understanding + agreement, sincerity = emotion + assistance. */
  readonly group?: string;
  readonly title: Localised;
  readonly weight: number;
  readonly criteria: readonly { readonly id: string; readonly weight: number }[];
}

export interface Grade {
  readonly id: string;
  /** The least total that earns it. */
  readonly from: number;
}

export interface Scorecard {
  readonly sections: readonly Section[];
  /** Best first; the last one is from 0. */
  readonly grades: readonly Grade[];
  /** The best grade a call with a critical finding can have. */
  readonly criticalCap: string;
  /** Under this share of weight that applied, no grade is given. 0 to 1. */
  readonly leastCoverage: number;
}

/** A tree over criteria: a leaf is true where that criterion was not met. */
export type VerdictTree =
  | { readonly kind: 'not-met'; readonly criterion: string }
  | { readonly kind: 'any'; readonly of: readonly VerdictTree[] }
  | { readonly kind: 'all'; readonly of: readonly VerdictTree[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly VerdictTree[] };

export interface Allegation {
  readonly id: string;
  readonly title: Localised;
  /** Judged where none was filed. */
  readonly default: boolean;
  readonly upheld: VerdictTree;
  readonly partlyUpheld?: VerdictTree;
}

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
  /** SHA-256, in hex, over the pack's sources in a fixed order. */
  readonly sha256: string;
}
