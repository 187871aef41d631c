/** What a pack says of a criterion: one type a form. */
import type { CallEvent, Note, Speaker } from '../../call/call.ts';
import type { Localised } from './localised.ts';
import type { Origin } from './origin.ts';
import type { Protocol } from './protocol.ts';

export type Severity = 'ordinary' | 'critical' | 'fatal';

/** A short dialogue to try a criterion on, as it was written: `agent: …` or `customer: …` a line, or an event in brackets. */
export interface CriterionExample {
  readonly text: string;
  /** Times are milliseconds, where the example tells them. */
  readonly turns: readonly {
    readonly speaker: Speaker;
    readonly text: string;
    readonly start?: number;
    readonly end?: number;
  }[];
  readonly events: readonly CallEvent[];
  /** What the agent wrote after it: `[note …]`. */
  readonly notes?: readonly Note[];
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
  /** The occasion: any of these moments. Empty: the call itself is the occasion, unless one of the next two names it. */
  readonly when: readonly string[];
  /** The occasion: a moment of this type of complaint, in calls of that type only. */
  readonly forType?: string;
  /** The occasion: what the customer says that makes one of these grades of gravity. */
  readonly atGravity?: readonly string[];
  /** Judges every occasion, not the first alone; earns met ÷ occasions. */
  readonly each: boolean;
  /** Moments, any of which meets it where no occasion stands, or before the first: done in answer to the customer, unasked. */
  readonly unasked: readonly string[];
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
  /** In so many stretches at least; 1 unless said. */
  readonly times?: number;
  /** Counts only after one of these moments. Empty: anywhere. */
  readonly after: readonly string[];
  /** A forbidden moment is forgiven where one of these stands in the same agent stretch or within so many agent stretches after it. */
  readonly unless: readonly string[];
  /** Counts agent stretches from the forbidden one, which is 1. */
  readonly within: number;
  /** Counts only there: in the first or last two agent stretches, or in the customer's first or last words. */
  readonly in?: 'opening' | 'closing';
}

/** At most so many stretches with one of the moments. */
export interface LimitCriterion extends CriterionBase {
  readonly form: 'limit';
  readonly limit: readonly string[];
  readonly to: number;
  /** Only where one of these moments stands in the call; else not applicable. Empty: always. */
  readonly when: readonly string[];
  /** In so many stretches at least; 1 unless said. */
  readonly times?: number;
  /** The count starts anew after one of these moments. */
  readonly resetBy: readonly string[];
}

/** So many of the pack's key facts must be on record by the end of the call. */
export interface FactsCriterion extends CriterionBase {
  readonly form: 'facts';
  readonly facts: readonly string[];
  readonly atLeast: number;
  /** Only where one of these moments stands in the call; else not applicable. Empty: always. */
  readonly when: readonly string[];
}

/** What can be measured in a call whose turns have times. */
export type Measure =
  'silence' | 'overlap' | 'talk-share' | 'speech-rate' | 'hold' | 'response-time' | 'duration';

/** `ms` is milliseconds. A speech rate in words counts for talk in Latin script, in characters for talk in Han. */
export type MeasureUnit = 'ms' | 'percent' | 'words-per-minute' | 'characters-per-minute';

export interface MeasureLimit {
  readonly value: number;
  readonly unit: MeasureUnit;
}

/** Something measured must keep within limits. */
export interface MeasureCriterion extends CriterionBase {
  readonly form: 'measure';
  readonly measure: Measure;
  /** Whose overlap, share, rate or answer it is. */
  readonly by: 'agent' | 'customer';
  /** One a unit. */
  readonly atMost: readonly MeasureLimit[];
  readonly atLeast: readonly MeasureLimit[];
}

/** An agent ends a call only as the protocol has it. */
export interface ProtocolCriterion extends CriterionBase {
  readonly form: 'protocol';
  readonly protocol: Protocol;
  /** The ids of steps that it does not ask for; the protocol of another pack may not have them. */
  readonly without: readonly string[];
}

/** All, or any, of other criteria. Three-valued; members that are not applicable drop out. */
export interface CompositeCriterion extends CriterionBase {
  readonly form: 'all' | 'any';
  readonly of: readonly string[];
}

export type Criterion =
  | RequireCriterion
  | ForbidCriterion
  | LimitCriterion
  | FactsCriterion
  | MeasureCriterion
  | ProtocolCriterion
  | CompositeCriterion;
