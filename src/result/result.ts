/** The contract: what a result is, as programs read it. Fields may be added, never changed. */
import type { Analysis } from './analysis.ts';

/** The languages of a report. */
export type ReportLanguage = 'en' | 'zh-CN' | 'zh-TW';

/** Words on which something rests: a span of UTF-16 code units in one turn's original text. */
export interface Evidence {
  /** The moment found there. */
  readonly moment: string;
  readonly turn: number;
  readonly span: readonly [start: number, end: number];
  /** The words, masked unless the user asked otherwise. */
  readonly quote: string;
  /** Milliseconds from the call's start, where the transcript has times. */
  readonly start?: number;
  /** All pieces, where the words run over joined turns; the first is the one above. */
  readonly parts?: readonly {
    readonly turn: number;
    readonly span: readonly [number, number];
    readonly quote: string;
  }[];
  readonly participant?: string;
}

export interface CriterionResult {
  readonly id: string;
  /** Absent for a criterion that only serves another. */
  readonly section?: string;
  readonly severity: 'ordinary' | 'critical' | 'fatal';
  readonly outcome: 'met' | 'not-met' | 'not-applicable' | 'not-evaluated';
  /** Why it was not evaluated. */
  readonly reason?: string;
  readonly points: { readonly earned: number; readonly possible: number };
  readonly evidence: readonly Evidence[];
  /** For an absence: the turns that were searched, inclusive. */
  readonly searched?: {
    readonly turns: readonly [from: number, to: number];
    /** What called for what was not found there; absent where the call itself did. */
    readonly occasion?: Evidence;
  };
  /** What the agent could have said, in the call's own language and script; only where it was not met. */
  readonly say?: string;
}

export interface MomentResult {
  readonly id: string;
  readonly turn: number;
  readonly speaker: 'agent' | 'customer' | 'bot' | 'unknown';
  readonly span: readonly [start: number, end: number];
  readonly quote: string;
  readonly parts?: Evidence['parts'];
}

export interface VerdictResult {
  readonly allegation: string;
  readonly source: 'filed' | 'default';
  readonly verdict: 'upheld' | 'partly-upheld' | 'not-upheld' | 'insufficient-evidence';
  readonly because: readonly string[];
  /** Who bears it; null where nothing is borne: not upheld without any fault found, or insufficient evidence. */
  readonly responsibility: 'agent' | 'process' | 'third-party' | 'customer' | null;
  /** Why the evidence is insufficient; only with that verdict. */
  readonly reason?: InsufficientReason;
  /**
   * What would have changed it: smallest sets of criteria whose outcomes, turned between met and not met, lead to
   * another verdict, each with the score it gives. At most 10, in the order of their ids.
   */
  readonly counterfactuals: readonly {
    readonly flip: readonly string[];
    readonly score: number | null;
    readonly verdict: 'upheld' | 'partly-upheld' | 'not-upheld' | 'insufficient-evidence';
  }[];
}

/** Why a verdict could not be reached. */
export type InsufficientReason =
  /** A criterion that decides could not be evaluated: no timings, speakers unknown, end not recorded. */
  | 'not-evaluated'
  /** The sides were inferred, not surely, and with the sides swapped the verdict is another. */
  | 'speakers-unsure'
  /** The verdict rests on words that the recogniser was not sure of. */
  | 'words-unsure'
  /** Clean words without any sign of acknowledgement: the voice decides, and was not heard. */
  | 'voice-not-heard';

/** One call, scored. */
export interface CallResult {
  readonly schema: 'callqa/result@1';
  readonly call: {
    readonly id: string;
    /** The path as it was given. */
    readonly source: string;
    /** Where in the file it begins, where a file holds many calls. */
    readonly line?: number;
    readonly sha256: string;
    readonly caseId?: string;
    /** `en`, `zh-CN` or `zh-TW`, as given or as told from the text. */
    readonly language: string;
    readonly startedAt?: string;
    readonly channel?: string;
    readonly agent?: { readonly id?: string; readonly name?: string; readonly team?: string };
    readonly turns: number;
    /** Where the file does not say who is who: the sides were inferred, and how surely, 0 to 1. */
    readonly roles?: { readonly inferred: true; readonly confidence: number };
  };
  readonly score: {
    readonly total: number | null;
    readonly grade: string | null;
    readonly coverage: number;
    readonly withoutAutoFail: number | null;
    readonly critical: readonly string[];
    readonly sections: readonly {
      readonly id: string;
      readonly score: number | null;
      readonly weight: number;
    }[];
  };
  readonly verdicts: readonly VerdictResult[];
  /** In the pack's order. */
  readonly criteria: readonly CriterionResult[];
  readonly moments: readonly MomentResult[];
  readonly review?: readonly string[];
  readonly pack: { readonly id: string; readonly version: string; readonly sha256: string };
  /** `callqa/` and its version. */
  readonly tool: string;
}

/** A call that could not be read. */
export interface ErrorResult {
  readonly schema: 'callqa/error@1';
  readonly source: string;
  readonly line?: number;
  readonly column?: number;
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
}

/** What a run over many calls comes to. */
export interface Totals {
  readonly calls: number;
  readonly errors: number;
  /** The mean of the totals that are not null, one decimal; null where there is none. */
  readonly meanScore: number | null;
  /** How many calls had each verdict; of several on a call, the gravest counts. */
  readonly verdicts: Readonly<Record<VerdictResult['verdict'], number>>;
  /** How many calls had each grade; `none` for those without one. */
  readonly grades: Readonly<Record<string, number>>;
  /** The criteria of the scorecard not met, most calls first, then by id. */
  readonly findings: readonly { readonly criterion: string; readonly calls: number }[];
  /** What an analyst gets from them. */
  readonly analysis?: Analysis;
}

/** `score --format json`. */
export interface BatchResult {
  readonly results: readonly CallResult[];
  readonly errors: readonly ErrorResult[];
  readonly totals: Totals;
}

/** A turn as the report of one call shows it: masked, with its events behind it. */
export interface TranscriptLine {
  readonly turn: number;
  readonly speaker: 'agent' | 'customer' | 'bot' | 'unknown';
  readonly participant?: string;
  readonly text: string;
  readonly start?: number;
}

/** An event as the report of one call shows it. */
export interface TranscriptEvent {
  readonly kind: 'hold' | 'resume' | 'transfer' | 'disconnect';
  readonly afterTurn: number;
  readonly by?: string;
  readonly detail?: string;
  readonly at?: number;
}

/** One step of what happened, in the order of the call. */
export interface StoryStep {
  /** Which call of the case; 0 where there is one. */
  readonly call: number;
  readonly turn: number;
  readonly start?: number;
  readonly by: 'agent' | 'customer' | 'bot' | 'unknown' | 'system';
  readonly participant?: string;
  /** Moments that make the step, most telling first; empty for an event. */
  readonly moments: readonly string[];
  /** The event that is the step. */
  readonly event?: TranscriptEvent;
  readonly quote?: string;
  /** How the customer took what the agent did here; absent where they did not show it. */
  readonly answer?: {
    readonly kind: 'settled' | 'declined' | 'upset' | 'angrier' | 'threatened' | 'went-along';
    readonly turn: number;
    readonly quote: string;
  };
}

/** One of the four things that a customer should have felt. */
export interface FeltThing {
  readonly id: 'looked-up' | 'analysed' | 'soothed' | 'shown-a-way';
  readonly felt: boolean;
  /** Where: the moments that make it felt. */
  readonly evidence: readonly Evidence[];
}

/** A key fact of the case, and how it came on record. */
export interface KeyFact {
  /** Of the pack's key facts, such as `who`, `when`, `order`. */
  readonly id: string;
  /** `recorded`: told, looked up or in the metadata; `asked`: asked for, and not answered that we can tell; `missing`. */
  readonly status: 'recorded' | 'asked' | 'missing';
  readonly source?: 'customer' | 'agent' | 'metadata' | 'note';
  /** The words, masked as everywhere; absent where the metadata has it. */
  readonly quote?: string;
  readonly turn?: number;
}

/** Something that the agent promised. */
export interface PromiseRecord {
  /** Of the pack's kinds of promise, such as `callback`, `supervisor-call`. */
  readonly id: string;
  readonly call: number;
  readonly turn: number;
  readonly quote: string;
  /** Milliseconds from the promise by which it is due: as said, else the pack's own value. Absent where neither says. */
  readonly dueAfter?: number;
  /** Where the time to it comes from. */
  readonly dueFrom?: 'said' | 'policy';
  readonly status: 'kept' | 'late' | 'broken' | 'open';
  /** Where it was kept. */
  readonly keptIn?: { readonly call: number; readonly turn: number };
}

/** What the hang-up procedure comes to. */
export interface ProtocolRecord {
  readonly criterion: string;
  readonly grounds: readonly {
    readonly id: string;
    readonly strikes: number;
    readonly needed: number;
    readonly evidence: readonly Evidence[];
  }[];
  /** Each warning, and the offence it came after. */
  readonly warnings: readonly { readonly evidence: Evidence; readonly after?: Evidence }[];
  readonly steps: readonly {
    readonly id: string;
    readonly taken: boolean;
    /** Nothing shows whether it was taken: only notes could, and the transcript came without. */
    readonly unknown?: boolean;
    /** Where it was taken, or where it belonged. */
    readonly turn?: number;
    readonly quote?: string;
    /** Only the note says so. */
    readonly byNote?: boolean;
  }[];
  /** Who ended the call; absent where the record does not say. */
  readonly endedBy?: 'agent' | 'customer' | 'system';
}

/** Something that limits how sure the report is. */
export interface Caveat {
  readonly id:
    | 'not-evaluated'
    | 'words-unsure'
    | 'speakers-inferred'
    | 'speakers-unknown'
    | 'gap'
    | 'cut-start'
    | 'cut-end'
    | 'no-timings'
    | 'voice-not-judged'
    | 'truth-not-judged';
  /** Criteria or turns that it is about. */
  readonly criteria?: readonly string[];
  readonly turns?: readonly number[];
  /** 0 to 1. */
  readonly confidence?: number;
}

/** A person's word on one criterion of one call. */
export interface Review {
  readonly criterion: string;
  readonly decision: 'met' | 'not-met' | 'not-applicable';
  readonly reviewer?: string;
  readonly reason?: string;
  readonly date?: string;
}

/** `audit --format json`: a result and the case it is read from. */
export interface AuditResult extends CallResult {
  readonly case: {
    readonly transcript: readonly TranscriptLine[];
    readonly events: readonly TranscriptEvent[];
    readonly notes: readonly string[];
    readonly story: readonly StoryStep[];
    readonly felt: readonly FeltThing[];
    readonly keyFacts: readonly KeyFact[];
    /** The kind of complaint, by the pack's issue types; null where nothing tells. */
    readonly complaintType: { readonly id: string; readonly evidence: readonly Evidence[] } | null;
    /** The grade of severity, by the pack; null where it has none. */
    readonly gravity: { readonly id: string; readonly evidence: readonly Evidence[] } | null;
    readonly promises: readonly PromiseRecord[];
    readonly protocols: readonly ProtocolRecord[];
    /** What speaks for the agent beside a finding: the customer's abuse and the like. */
    readonly mitigation: readonly Evidence[];
    /** The customer's mood, -1 to 1, one point a customer turn. */
    readonly mood: readonly { readonly turn: number; readonly value: number }[];
    readonly caveats: readonly Caveat[];
    /** The other calls of the case, in order; the result is the call that is disputed. */
    readonly linked?: readonly {
      /** Its number among the calls of the case, as `story` and `promises` use it; the one left out is the disputed one. */
      readonly call: number;
      readonly id: string;
      readonly source: string;
      readonly sha256: string;
      readonly turns: number;
    }[];
    /** The reviews, the outcomes after them and the score they give; the machine's own stay where they are. */
    readonly reviewed?: {
      readonly reviews: readonly Review[];
      readonly statement?: string;
      readonly criteria: readonly { readonly id: string; readonly outcome: CriterionResult['outcome'] }[];
      readonly total: number | null;
      readonly grade: string | null;
      readonly verdicts: readonly Pick<VerdictResult, 'allegation' | 'verdict'>[];
    };
    readonly provenance: {
      readonly transcripts: readonly { readonly source: string; readonly sha256: string }[];
      readonly pack: { readonly id: string; readonly version: string; readonly sha256: string };
      readonly config?: { readonly source: string; readonly sha256: string };
      readonly reviews?: { readonly source: string; readonly sha256: string };
      /** What was asked for, as it has to be asked again. */
      readonly arguments: readonly string[];
      readonly tool: string;
    };
  };
}

/** Words that users read, in the three report languages. */
export type Words = Readonly<Record<ReportLanguage, string>>;

/** The pack's own words, by id: what a report needs to name things. */
export interface Glossary {
  readonly moments: Readonly<Record<string, Words>>;
  readonly criteria: Readonly<Record<string, { readonly title: Words; readonly why: Words }>>;
  readonly sections: Readonly<Record<string, { readonly title: Words; readonly group?: string }>>;
  readonly allegations: Readonly<Record<string, Words>>;
  /** What else a pack names, by kind and id; grounds and steps are those of its protocols. */
  readonly names: Readonly<
    Record<
      'keyFact' | 'complaintType' | 'gravity' | 'promise' | 'ground' | 'step',
      Readonly<Record<string, Words>>
    >
  >;
}
