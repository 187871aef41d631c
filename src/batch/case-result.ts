/** A case in the form that programs read: what `audit --format json` adds to the result of the disputed call. */
import { caveatsOf } from '../adjudicate/caveats.ts';
import { feltIn } from '../adjudicate/felt.ts';
import { moodOf } from '../adjudicate/mood.ts';
import { review } from '../adjudicate/review.ts';
import type { Call } from '../call/call.ts';
import { complaintTypeOf } from '../judge/complaint-type.ts';
import { gravityOf } from '../judge/gravity.ts';
import { keyFactsOf } from '../judge/key-facts.ts';
import type { Outcome } from '../judge/outcome.ts';
import { promisesOf } from '../judge/promises.ts';
import type { NotedFact } from '../detect/detected.ts';
import type { Moment } from '../detect/moment.ts';
import type { Pack } from '../pack/model.ts';
import { maskTurns } from '../result/redact.ts';
import type { AuditResult, Evidence, KeyFact, TranscriptLine } from '../result/result.ts';
import { sentimentOf } from '../text/english.ts';
import { sentenceAround } from '../text/sentence-around.ts';
import type { Evaluated } from './call-result.ts';
import type { CaseRequest } from './case-request.ts';
import { protocolRecord } from './protocol-record.ts';
import { eventResult, storySteps } from './story-steps.ts';

type Case = AuditResult['case'];

/** The options of the evaluator that a case depends on. */
interface CaseOptions {
  readonly tool: string;
  readonly redact: boolean;
}

/** @param calls what the stages made of each call of the request, in its order */
export function caseResult(
  calls: readonly Evaluated[],
  request: CaseRequest,
  pack: Pack,
  { tool, redact }: CaseOptions,
): Case {
  const disputed = calls[request.disputed]!;
  const { detected, outcomes, quoting } = disputed;
  const { call, moments } = detected;
  const plan = pack.caseReport;
  const evidence = (found: readonly Moment[]): readonly Evidence[] => found.map(quoting.evidence);
  const notes = notesOf(call, redact);
  const type = complaintTypeOf(detected, pack);
  const grade = gravityOf(detected, outcomes, pack);
  const linked = calls.flatMap((each, number) => (each === disputed ? [] : [linkedCall(each, number)]));
  return {
    transcript: transcriptOf(call, quoting.texts),
    events: (call.events ?? []).map(eventResult),
    notes,
    story: plan === undefined ? [] : calls.flatMap((each, number) => storySteps(each, plan, number)),
    felt:
      plan === undefined
        ? []
        : feltIn(detected, outcomes, plan).map((one) => ({ ...one, evidence: evidence(one.evidence) })),
    keyFacts: keyFactsOf(detected, pack).map(({ words, noted, ...fact }): KeyFact => ({
      ...fact,
      ...(words === undefined ? {} : { quote: quoting.sentence(words), turn: words.parts[0].turn }),
      ...(noted === undefined ? {} : { quote: sentenceOf(noted, call, notes) }),
    })),
    complaintType: type && { id: type.id, evidence: evidence(type.evidence) },
    gravity: grade && { id: grade.id, evidence: evidence(grade.evidence) },
    promises: promisesOf(
      calls.map((each) => each.detected),
      pack,
    ).map(({ moment, ...promise }) => ({
      ...promise,
      turn: moment.parts[0].turn,
      quote: calls[promise.call]!.quoting.sentence(moment),
    })),
    protocols: fullProtocols(outcomes, pack).flatMap(
      (outcome) => protocolRecord(outcome, quoting, notes) ?? [],
    ),
    mitigation: evidence(moments.filter(({ id }) => plan?.mitigation.includes(id))),
    mood: plan === undefined ? [] : moodOf(detected, plan, sentimentOf),
    caveats: caveatsOf(detected, fullProtocols(outcomes, pack), plan),
    ...(linked.length === 0 ? {} : { linked }),
    ...reviewedOf(disputed, request, pack),
    provenance: {
      transcripts: calls.map(({ source }) => ({ source: source.path, sha256: source.sha256 })),
      pack: { id: pack.id, version: pack.version, sha256: pack.sha256 },
      ...(request.config === undefined ? {} : { config: request.config }),
      ...(request.reviews === undefined ? {} : { reviews: request.reviews.source }),
      arguments: request.arguments,
      tool,
    },
  };
}

/** Of outcomes that two criteria have of one protocol, those of the criterion that asks for most of it. */
function fullProtocols(outcomes: readonly Outcome[], { criteria }: Pack): readonly Outcome[] {
  const left = new Map(criteria.map((one) => [one.id, one.form === 'protocol' ? one.without.length : 0]));
  const asksLess = (one: Outcome, other: Outcome): boolean =>
    left.get(one.criterion)! > left.get(other.criterion)! &&
    one.protocol?.protocol === other.protocol?.protocol;
  return outcomes.filter((one) => !outcomes.some((other) => asksLess(one, other)));
}

/** The sentence of a note that tells a fact, as it may be shown. */
function sentenceOf({ note, start, end }: NotedFact, call: Call, shown: readonly string[]): string {
  const around = sentenceAround(call.notes![note]!.text, start, end);
  return shown[note]!.slice(around.start, around.end);
}

function notesOf({ notes = [] }: Call, redact: boolean): readonly string[] {
  const texts = notes.map(({ text }) => text);
  return redact ? maskTurns(texts.map((text, stretch) => ({ text, stretch }))) : texts;
}

/** The turns of a call. */
export function transcriptOf({ turns }: Call, texts: readonly string[]): readonly TranscriptLine[] {
  return turns.map(({ speaker, participant, start }, turn) => ({
    turn,
    speaker,
    ...(participant === undefined ? {} : { participant }),
    text: texts[turn]!,
    ...(start === undefined ? {} : { start }),
  }));
}

function linkedCall({ detected: { call }, source }: Evaluated, number: number) {
  return {
    call: number,
    id: call.id,
    source: source.path,
    sha256: source.sha256,
    turns: call.turns.length,
  };
}

/** The machine's own outcomes stay where they are; here stands what comes of people's. */
function reviewedOf(
  disputed: Evaluated,
  { reviews: asked }: CaseRequest,
  pack: Pack,
): Pick<Case, 'reviewed'> {
  if (asked === undefined || (asked.reviews.length === 0 && asked.statement === undefined)) return {};
  const decided = new Map(asked.reviews.map(({ criterion, decision }) => [criterion, decision]));
  const { outcomes, total, grade, verdicts } = review(disputed, decided, disputed.verdicts, pack);
  return {
    reviewed: {
      reviews: asked.reviews,
      ...(asked.statement === undefined ? {} : { statement: asked.statement }),
      criteria: outcomes.map(({ criterion, outcome }) => ({ id: criterion, outcome })),
      total,
      grade,
      verdicts,
    },
  };
}
