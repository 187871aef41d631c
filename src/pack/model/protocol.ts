/** What a pack says of ending calls. */
import type { Localised } from './localised.ts';
import type { Origin, WrittenPhrase } from './origin.ts';

/** What an agent may end a call for. */
export interface ProtocolGround {
  readonly id: string;
  readonly title: Localised;
  /** Moments, each of which is an offence. */
  readonly offences: readonly string[];
  /** How many offences it takes, each but the first after the warning it answers; absent for a fragile ground. */
  readonly strikes?: number;
  /** How many warnings it takes; fewer than strikes. */
  readonly warnings: number;
  /** Counts beside others and is never enough alone. */
  readonly fragile: boolean;
}

export interface ProtocolStep {
  readonly id: string;
  readonly title: Localised;
  /** One of the warnings; the last so many of them are those that a ground asks for. */
  readonly warning: boolean;
  /** All of these, of each any one. Empty: nothing that is said takes it. */
  readonly moments: readonly (readonly string[])[];
  /** What a note says that proves it. */
  readonly noted: readonly WrittenPhrase[];
}

/** A company's policy on ending calls. */
export interface Protocol {
  readonly id: string;
  readonly title: Localised;
  /** None: no call may be ended. */
  readonly grounds: readonly ProtocolGround[];
  /** Who talks like this is never hung up on. */
  readonly never: readonly string[];
  /** In the order in which they are to be taken. */
  readonly steps: readonly ProtocolStep[];
  /** Says that the call ends now: the end is on record by these words. */
  readonly announced: readonly string[];
  /** Which ends are no hang-ups. */
  readonly settled: {
    /** What leaves the call unsettled, until one of the next two comes after it. */
    readonly openedBy: readonly string[];
    /** What the customer says that settles it. */
    readonly by: readonly string[];
    /** What the agent offers that settles it where the customer's answer to it is not one of `openedBy`. */
    readonly agreed: readonly string[];
    /** How an agent says goodbye. */
    readonly goodbye: readonly string[];
    /** What the agent's last words say where the call is handed on. */
    readonly handedOn: readonly string[];
  };
  readonly origin: Origin;
}
