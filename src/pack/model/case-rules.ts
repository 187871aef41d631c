/** What a pack says of a case: key facts, types of complaint, grades of gravity, kinds of promise. */
import type { Localised } from './localised.ts';
import type { WrittenPhrase } from './origin.ts';

/** A fact that belongs on record where there is a complaint. */
export interface KeyFactRule {
  readonly id: string;
  readonly title: Localised;
  /** What the customer says that tells it. */
  readonly told: readonly WrittenPhrase[];
  /** What the agent says where they have it: read back, looked up. */
  readonly found: readonly WrittenPhrase[];
  /** What the agent says to ask for it, in a stretch that asks for details. */
  readonly asked: readonly WrittenPhrase[];
  /** Moments that put it on record. */
  readonly moments: readonly string[];
  /** Where a transcript's metadata has it, such as `customer.name` or `meta.order`. */
  readonly metadata: readonly string[];
}

/** A kind of complaint, by what the customer complains of. */
export interface ComplaintType {
  readonly id: string;
  readonly title: Localised;
  readonly moments: readonly string[];
  /** What a team does so that fewer customers have to complain of it. */
  readonly prevent?: Localised;
}

/** A grade of severity of a complaint; any one of these makes it. */
export interface GravityGrade {
  readonly id: string;
  readonly title: Localised;
  readonly moments: readonly string[];
  /** Criteria that were not met. */
  readonly criteria: readonly string[];
  /** What the customer says. */
  readonly phrases: readonly WrittenPhrase[];
}

/** A kind of promise, when it is due, and what keeps or breaks it. */
export interface PromiseKind {
  readonly id: string;
  readonly title: Localised;
  /** Moments that promise. */
  readonly moments: readonly string[];
  /** Only where one of these stands in the same sentence. Empty: any sentence. */
  readonly phrases: readonly WrittenPhrase[];
  /** The company's own time, in milliseconds, where the agent names none. */
  readonly dueAfter?: number;
  /** Due again after that time, until the matter is settled. */
  readonly repeats: boolean;
  readonly keptBy: {
    /** Moments, later in the same call. */
    readonly moments: readonly string[];
    /** A transfer, or another agent who takes over, later in the same call. */
    readonly transfer: boolean;
    /** A later call of the case that the company made. */
    readonly contact: boolean;
    /** What the agent of a later call says, whoever made it. */
    readonly announced: readonly WrittenPhrase[];
    /** What the customer says in a later call. */
    readonly phrases: readonly WrittenPhrase[];
  };
  /** What the customer says in a later call that shows it was not kept. */
  readonly brokenBy: readonly WrittenPhrase[];
}
