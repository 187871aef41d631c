/** One call through all the stages: detected, judged, scored, adjudicated, and put into the form that programs read. */
import { createAdjudicator, type Asked, type Judged } from '../adjudicate/adjudicate.ts';
import type { Call, CallSource } from '../call/call.ts';
import { areRolesSure } from '../call/roles.ts';
import { createDetector } from '../detect/detect.ts';
import { judge } from '../judge/judge.ts';
import type { CompiledPack } from '../pack/compiled.ts';
import type { AuditResult, CallResult, TranscriptLine } from '../result/result.ts';
import { score } from '../score/score.ts';
import { callResult, type Evaluated } from './call-result.ts';
import type { CaseRequest } from './case-request.ts';
import { caseResult, transcriptOf } from './case-result.ts';
import { quotingOf } from './quoting.ts';
import { recordOf, type CallRecord } from './record.ts';

export interface EvaluateOptions {
  /** `callqa/` and the version, as results name it. */
  readonly tool: string;
  /** Whether personal data is masked. */
  readonly redact: boolean;
}

export interface Evaluator {
  /** The result of a call: the line of `score --format jsonl`. */
  readonly score: (call: Call, source: CallSource) => CallResult;
  /** The same with its record for the analysis of many. */
  readonly recorded: (
    call: Call,
    source: CallSource,
    metaKeys?: readonly string[],
  ) => { readonly result: CallResult; readonly record: CallRecord };
  /** The same with the call's turns as they may be shown. */
  readonly transcribed: (
    call: Call,
    source: CallSource,
  ) => CallResult & { readonly case: { readonly transcript: readonly TranscriptLine[] } };
  /** The result of the disputed call with its case: the document of `audit --format json`. */
  readonly audit: (request: CaseRequest) => AuditResult;
}

/**
 * Sets a pack up for any number of calls. What a call comes to depends on no other call; all that is kept from one to
 * the next is what would have changed the verdict for a pattern of outcomes.
 */
export function createEvaluator(compiled: CompiledPack, options: EvaluateOptions): Evaluator {
  const detect = createDetector(compiled);
  const { pack } = compiled;
  const judged = (call: Call): Judged => {
    const detected = detect(call);
    return { detected, outcomes: judge(detected, pack) };
  };
  const adjudicate = createAdjudicator(pack, judged);
  const evaluate = (known: Judged, source: CallSource, asked: Asked = {}): Evaluated => ({
    ...known,
    source,
    scored: score(known.outcomes, pack, known.detected.call, {
      speakersSure: areRolesSure(known.detected.call),
    }),
    verdicts: adjudicate(known, asked),
    quoting: quotingOf(known.detected, options.redact),
  });
  return {
    score: (call, source) => callResult(evaluate(judged(call), source), pack, options.tool),
    recorded: (call, source, metaKeys) => {
      const evaluated = evaluate(judged(call), source);
      const result = callResult(evaluated, pack, options.tool);
      return { result, record: recordOf(evaluated, result, pack, metaKeys) };
    },
    transcribed: (call, source) => {
      const evaluated = evaluate(judged(call), source);
      return {
        ...callResult(evaluated, pack, options.tool),
        case: { transcript: transcriptOf(call, evaluated.quoting.texts) },
      };
    },
    audit: (request) => {
      const known = request.calls.map(({ call }) => judged(call));
      const later = known.slice(request.disputed + 1).map(({ detected }) => detected);
      const { allegations } = request;
      const calls = known.map((each, number) =>
        evaluate(
          each,
          request.calls[number]!.source,
          number === request.disputed ? { later, ...(allegations && { asked: allegations }) } : {},
        ),
      );
      return {
        ...callResult(calls[request.disputed]!, pack, options.tool),
        case: caseResult(calls, request, pack, options),
      };
    },
  };
}
