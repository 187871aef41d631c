/** One call through all the stages: detected, judged, scored, adjudicated, and put into the form that programs read. */
import { adjudicate } from '../adjudicate/adjudicate.ts';
import type { Call, CallSource } from '../call/call.ts';
import type { Span } from '../call/stretch.ts';
import type { Detected } from '../detect/detected.ts';
import { createDetector } from '../detect/detect.ts';
import type { Moment } from '../detect/moment.ts';
import { judge } from '../judge/judge.ts';
import type { Outcome } from '../judge/outcome.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import type { Criterion, Pack } from '../pack/model.ts';
import { maskTurns } from '../result/redact.ts';
import type {
  AuditResult,
  CallResult,
  CriterionResult,
  Evidence,
  MomentResult,
  ReportLanguage,
} from '../result/result.ts';
import { score } from '../score/score.ts';
import type { Scored } from '../score/scored.ts';
import { languageOf } from '../text/language.ts';
import { localise } from './glossary.ts';

export interface EvaluateOptions {
  /** `callqa/` and the version, as results name it. */
  readonly tool: string;
  /** Whether personal data is masked. */
  readonly redact: boolean;
}

export interface Evaluator {
  /** The result of a call: the line of `score --format jsonl`. */
  readonly score: (call: Call, source: CallSource) => CallResult;
  /** The result with the case it is read from: the document of `audit --format json`. */
  readonly audit: (call: Call, source: CallSource) => AuditResult;
}

/** Sets a pack up for any number of calls. What it returns keeps nothing from one call to the next. */
export function createEvaluator(compiled: CompiledPack, options: EvaluateOptions): Evaluator {
  const detect = createDetector(compiled);
  const { pack } = compiled;
  const evaluate = (call: Call, source: CallSource) => {
    const detected = detect(call);
    const texts = options.redact ? maskTurns(maskable(detected)) : call.turns.map(({ text }) => text);
    return { texts, result: resultOf(detected, source, texts, pack, options.tool) };
  };
  return {
    score: (call, source) => evaluate(call, source).result,
    audit: (call, source) => {
      const { texts, result } = evaluate(call, source);
      return { ...result, case: caseOf(call, texts, options.redact) };
    },
  };
}

function maskable({
  call,
  stretches,
}: Detected): readonly { readonly text: string; readonly stretch: number }[] {
  return stretches.flatMap(({ index, firstTurn, lastTurn }) =>
    call.turns.slice(firstTurn, lastTurn + 1).map(({ text }) => ({ text, stretch: index })),
  );
}

function resultOf(
  detected: Detected,
  source: CallSource,
  texts: readonly string[],
  pack: Pack,
  tool: string,
): CallResult {
  const { call, moments } = detected;
  const outcomes = judge(detected, pack);
  const scored = score(outcomes, pack, call);
  const language = reportLanguage(call);
  const quote = ({ turn, start, end }: Span): string => texts[turn]!.slice(start, end);
  return {
    schema: 'callqa/result@1',
    call: {
      id: call.id,
      source: source.path,
      ...(source.line === undefined ? {} : { line: source.line }),
      sha256: source.sha256,
      ...(call.caseId === undefined ? {} : { caseId: call.caseId }),
      language,
      ...(call.startedAt === undefined ? {} : { startedAt: call.startedAt }),
      ...(call.channel === undefined ? {} : { channel: call.channel }),
      ...(call.agent === undefined ? {} : { agent: call.agent }),
      turns: call.turns.length,
    },
    score: {
      total: scored.total,
      grade: scored.grade,
      coverage: scored.coverage,
      withoutAutoFail: scored.withoutAutoFail,
      critical: scored.critical,
      sections: scored.sections.map(({ id, score, weight }) => ({ id, score, weight })),
    },
    verdicts: adjudicate(outcomes, pack, call),
    criteria: criteriaOf(outcomes, scored, pack, (moment) => evidenceOf(moment, call, quote), language),
    moments: moments.map((moment) => momentOf(moment, quote)),
    ...(scored.review.length === 0 ? {} : { review: scored.review }),
    pack: { id: pack.id, version: pack.version, sha256: pack.sha256 },
    tool,
  };
}

/** The language a call is reported in where it needs one: as the file says, else as its text shows. */
function reportLanguage({ language, turns }: Call): ReportLanguage {
  if (language !== undefined) {
    if (/^(?:zh|yue|cmn)\b.*\b(?:TW|HK|MO|Hant)\b/iu.test(language)) return 'zh-TW';
    if (/^en\b/iu.test(language)) return 'en';
    if (/^zh-(?:CN|SG|Hans)\b/iu.test(language)) return 'zh-CN';
  }
  return languageOf(turns.map(({ text }) => text));
}

function criteriaOf(
  outcomes: readonly Outcome[],
  scored: Scored,
  pack: Pack,
  evidence: (moment: Moment) => Evidence,
  language: ReportLanguage,
): readonly CriterionResult[] {
  const criteria = new Map<string, Criterion>(pack.criteria.map((criterion) => [criterion.id, criterion]));
  const points = new Map(scored.points.map((each) => [each.criterion, each]));
  return outcomes.map((outcome) => {
    const { severity, say } = criteria.get(outcome.criterion)!;
    const earned = points.get(outcome.criterion);
    const { searched } = outcome;
    return {
      id: outcome.criterion,
      ...(earned === undefined ? {} : { section: earned.section }),
      severity,
      outcome: outcome.outcome,
      ...(outcome.reason === undefined ? {} : { reason: outcome.reason }),
      points: { earned: earned?.earned ?? 0, possible: earned?.possible ?? 0 },
      evidence: outcome.evidence.map(evidence),
      ...(searched === undefined ? {} : { searched: { turns: [searched.from, searched.to] } }),
      ...(outcome.outcome === 'not-met' && say !== undefined ? { say: localise(say, language) } : {}),
    };
  });
}

function evidenceOf(moment: Moment, call: Call, quote: (span: Span) => string): Evidence {
  const [span] = moment.parts;
  const start = call.turns[span.turn]!.start;
  return {
    moment: moment.id,
    turn: span.turn,
    span: [span.start, span.end],
    quote: quote(span),
    ...(start === undefined ? {} : { start }),
    ...partsOf(moment, quote),
    ...(moment.participant === undefined ? {} : { participant: moment.participant }),
  };
}

function momentOf(moment: Moment, quote: (span: Span) => string): MomentResult {
  const [span] = moment.parts;
  return {
    id: moment.id,
    turn: span.turn,
    speaker: moment.speaker,
    span: [span.start, span.end],
    quote: quote(span),
    ...partsOf(moment, quote),
  };
}

function partsOf(
  { parts }: Moment,
  quote: (span: Span) => string,
): { readonly parts?: NonNullable<Evidence['parts']> } {
  if (parts.length === 1) return {};
  return {
    parts: parts.map((span) => ({
      turn: span.turn,
      span: [span.start, span.end] as const,
      quote: quote(span),
    })),
  };
}

function caseOf(call: Call, texts: readonly string[], redact: boolean): AuditResult['case'] {
  const notes = (call.notes ?? []).map(({ text }) => text);
  return {
    transcript: call.turns.map(({ speaker, participant, start }, turn) => ({
      turn,
      speaker,
      ...(participant === undefined ? {} : { participant }),
      text: texts[turn]!,
      ...(start === undefined ? {} : { start }),
    })),
    events: (call.events ?? []).map(({ kind, afterTurn, by, detail, at }) => ({
      kind,
      afterTurn,
      ...(by === undefined ? {} : { by }),
      ...(detail === undefined ? {} : { detail }),
      ...(at === undefined ? {} : { at }),
    })),
    notes: redact ? maskTurns(notes.map((text, stretch) => ({ text, stretch }))) : notes,
  };
}
