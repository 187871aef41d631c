/** What judging makes of a criterion. */
import type { NotedStep } from '../detect/detected.ts';
import type { Moment } from '../detect/moment.ts';
import type { MeasureLimit } from '../pack/model/criterion.ts';

export type OutcomeKind = 'met' | 'not-met' | 'not-applicable' | 'not-evaluated';

/** Why a criterion was not evaluated. */
export type NotEvaluatedReason =
  'speakers-unknown' | 'timings-missing' | 'end-not-recorded' | 'notes-missing';

export interface Outcome {
  /** The id of the criterion. */
  readonly criterion: string;
  readonly outcome: OutcomeKind;
  /** The share of its weight that it earned, 0 to 1: met ÷ occasions with `each`, else 1 or 0. */
  readonly share: number;
  /** The moments that decided it: what met it, or what speaks against it. In order. */
  readonly evidence: readonly Moment[];
  /** For an absence: the turns that were searched, inclusive. */
  readonly searched?: { readonly from: number; readonly to: number };
  /** For an absence: what called for what was not found; absent where the call itself did. */
  readonly occasion?: Moment;
  readonly reason?: NotEvaluatedReason;
  /** Of a `protocol`: what the call went through, whatever the outcome; absent where nobody is known to be a side. */
  readonly protocol?: ProtocolCourse;
  /** Of a `measure`: what was measured. */
  readonly measured?: Measured;
}

/**
 * How a call ended: `hung-up` by the agent on a matter that was not settled; `settled` or `agreed` otherwise; `handed-on`
 * to somebody else; `dropped` by the line; `by-customer`; `unknown` where the record does not say.
 */
export type Ending = 'hung-up' | 'settled' | 'agreed' | 'handed-on' | 'dropped' | 'by-customer' | 'unknown';

/** A call before a protocol. */
export interface ProtocolCourse {
  readonly protocol: string;
  readonly ending: Ending;
  /** Who ended the call, by event or by the agent's own words; absent where the record does not say. */
  readonly endedBy?: 'agent' | 'customer' | 'system';
  /** Grounds with at least one offence of their own, in the protocol's order. */
  readonly grounds: readonly GroundCount[];
  /** Those that count for the ground that the steps are of; in order. */
  readonly warnings: readonly Warning[];
  /** What that ground asks for, in order; nothing where there was no ground, nor an end to ask it of. */
  readonly steps: readonly StepTaken[];
}

export interface GroundCount {
  readonly id: string;
  /** Offences that count: the graver ones too, each but the first after the warning that it answers. */
  readonly strikes: number;
  /** 0 for a fragile ground, which never stands by itself. */
  readonly needed: number;
  readonly stands: boolean;
  readonly fragile: boolean;
  /** The offences of this ground, whether they count or not. */
  readonly evidence: readonly [Moment, ...Moment[]];
}

export interface Warning {
  /** The step whose words they are; where a note says so, the step that was due. */
  readonly step: string;
  /** The words that warn; empty where only a note says so. */
  readonly said: readonly Moment[];
  /** The offence it came after. */
  readonly after: Moment;
}

export interface StepTaken {
  readonly id: string;
  /** `unknown`: the transcript comes without notes, and only they could tell. */
  readonly state: 'taken' | 'missing' | 'unknown';
  /** Where it was taken, or where it belonged; absent where it has no place in the talk. */
  readonly turn?: number;
  readonly said: readonly Moment[];
  /** The words of the note that prove it, where the talk does not. */
  readonly noted?: NotedStep;
}

/** What was measured: the value farthest from its limit, or the one nearest to it where all are within. */
export interface Measured {
  readonly value: number;
  readonly unit: MeasureLimit['unit'];
  readonly limit: number;
  /** The turns in which a limit was broken, in order; those of a value of the whole call are none. */
  readonly turns: readonly number[];
}
