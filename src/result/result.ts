/** The contract: what a result is, as programs read it. Fields may be added, never changed. */

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
  readonly searched?: { readonly turns: readonly [from: number, to: number] };
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
}

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
  /** How many calls had each verdict on their first allegation. */
  readonly verdicts: Readonly<Record<VerdictResult['verdict'], number>>;
  /** How many calls had each grade; `none` for those without one. */
  readonly grades: Readonly<Record<string, number>>;
  /** The criteria not met, most calls first, then by id. */
  readonly findings: readonly { readonly criterion: string; readonly calls: number }[];
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

/** `audit --format json`: a result and the case it is read from. */
export interface AuditResult extends CallResult {
  readonly case: {
    readonly transcript: readonly TranscriptLine[];
    readonly events: readonly TranscriptEvent[];
    readonly notes: readonly string[];
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
}
