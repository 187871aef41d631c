/** What a pack is, once it is read and validated: plain JSON data, every name resolved, nothing left to check. */
import type { CallEvent, Note, Speaker } from '../call/call.ts';

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

/** Moments that are another one where they answer what the other side has just said. */
export interface AnsweringRule {
  /** Any of these, of the moment's own side. */
  readonly heard: readonly string[];
  /** The stretch before holds one of these, of the other side … */
  readonly to: readonly string[];
  /** … and none of these. */
  readonly unless: readonly string[];
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
  /** Counts also where other moments stand in an answer to the other side. */
  readonly answering?: AnsweringRule;
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
  /** As `any`, but it rests on the first that is true alone. */
  | { readonly kind: 'first-of'; readonly of: readonly VerdictTree[] }
  | { readonly kind: 'all'; readonly of: readonly VerdictTree[] }
  | { readonly kind: 'at-least'; readonly count: number; readonly of: readonly VerdictTree[] }
  /** As the tree in it, but what is unknown is false: where nothing is known of it, the verdict goes by the rest. */
  | { readonly kind: 'if-known'; readonly of: VerdictTree };

/** Who may bear what happened in place of the agent. */
export type OtherBearer = 'process' | 'third-party' | 'customer';

/** The moments, any of which says that another bears it; the first of these with one does. */
export type OtherBearers = readonly { readonly bearer: OtherBearer; readonly said: readonly string[] }[];

/** Who bears what happened. */
export interface Responsibility {
  /** What the agent answers for whoever else was at fault: where it is not false, nobody else bears it. */
  readonly own: VerdictTree;
  readonly others: OtherBearers;
}

export interface Allegation {
  readonly id: string;
  readonly title: Localised;
  /** Judged where none was filed. */
  readonly default: boolean;
  readonly upheld: VerdictTree;
  readonly partlyUpheld?: VerdictTree;
  /** Moments of a later call of the case, any of which says that this is complained of. */
  readonly allegedBy?: readonly string[];
  /**
   * Moments that are signs of acknowledgement: where no tree holds and none of these was said, the words were clean, the
   * voice decides, and it was not heard.
   */
  readonly unheardWithout?: readonly string[];
  /** In place of the pack's own. */
  readonly borneBy?: OtherBearers;
}

/** How the customer took what the agent did. */
export type AnswerKind = 'settled' | 'declined' | 'upset' | 'angrier' | 'threatened';

/** The four things that a customer should have felt. */
export type FeltId = 'looked-up' | 'analysed' | 'soothed' | 'shown-a-way';

/** What a case report tells, and in which moments it finds it. */
export interface CasePlan {
  readonly story: {
    /** What makes a step of the story, most telling first. */
    readonly agent: readonly string[];
    readonly customer: readonly string[];
    /** The first kind with a moment of the customer's answer is how they took it. */
    readonly answers: readonly { readonly kind: AnswerKind; readonly said: readonly string[] }[];
  };
  readonly felt: {
    /** The occasion: what is felt answers the first of these moments. */
    readonly when: readonly string[];
    /** Any of them will do: moments that stand together, or criteria that were met. */
    readonly things: readonly {
      readonly id: FeltId;
      readonly by: readonly {
        readonly moments: readonly string[];
        readonly criteria: readonly string[];
      }[];
    }[];
  };
  /** What a moment does to the customer's mood, -1 to 1. */
  readonly mood: readonly { readonly moment: string; readonly weight: number }[];
  /** Moments that speak for the agent beside a finding. */
  readonly mitigation: readonly string[];
  /** What a call that is whole begins with, and what one ends with. */
  readonly bounds: { readonly begins: readonly string[]; readonly ends: readonly string[] };
}

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
