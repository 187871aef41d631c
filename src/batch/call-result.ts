/** A judged call in the form that programs read: the line of `score --format jsonl`. */
import type { Writable } from '../call/writable.ts';
import type { Judged } from '../adjudicate/adjudicate.ts';
import type { Verdict } from '../adjudicate/verdict.ts';
import type { Call, CallSource, Speaker } from '../call/call.ts';
import { areRolesSure } from '../call/roles.ts';
import type { Outcome } from '../judge/outcome.ts';
import { criteriaById } from '../pack/criteria-by-id.ts';
import type { Pack } from '../pack/model.ts';
import type { CallResult, CriterionResult, ReportLanguage } from '../result/result.ts';
import type { Scored } from '../score/scored.ts';
import { languageOf } from '../text/language.ts';
import { localise } from './glossary.ts';
import type { Quoting } from './quoting.ts';

/** What the stages made of one call. */
export interface Evaluated extends Judged {
  readonly source: CallSource;
  readonly scored: Scored;
  readonly verdicts: readonly Verdict[];
  readonly quoting: Quoting;
}

/** @param tool `callqa/` and the version */
export function callResult(evaluated: Evaluated, pack: Pack, tool: string): CallResult {
  const { detected, outcomes, source, scored, verdicts, quoting } = evaluated;
  const { call, moments } = detected;
  const language = reportLanguage(call);
  const review = reasonsForReview(evaluated);
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
      ...(call.roles === undefined ? {} : { roles: call.roles }),
    },
    score: {
      total: scored.total,
      grade: scored.grade,
      coverage: scored.coverage,
      withoutAutoFail: scored.withoutAutoFail,
      critical: scored.critical,
      sections: scored.sections.map(({ id, score, weight }) => ({ id, score, weight })),
    },
    verdicts,
    criteria: criteriaOf(outcomes, scored, pack, quoting, language),
    moments: moments.map(quoting.moment),
    ...(review.length === 0 ? {} : { review }),
    pack: { id: pack.id, version: pack.version, sha256: pack.sha256 },
    tool,
  };
}

/** Why a person should look at it, each reason once. */
function reasonsForReview({ detected: { call }, scored, verdicts }: Evaluated): readonly string[] {
  const unheard = (side: Speaker): boolean => !call.turns.some(({ speaker }) => speaker === side);
  const someUnknown = call.turns.some(({ speaker }) => speaker === 'unknown');
  return [
    ...scored.review,
    ...(someUnknown && (unheard('agent') || unheard('customer')) ? ['speakers-unknown'] : []),
    ...(areRolesSure(call) ? [] : ['speakers-unsure']),
    ...(verdicts.some(({ reason }) => reason === 'words-unsure') ? ['words-unsure'] : []),
  ];
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
  { evidence }: Quoting,
  language: ReportLanguage,
): readonly CriterionResult[] {
  const criteria = criteriaById(pack);
  const constant = constantResults(pack);
  const points = new Map(scored.points.map((each) => [each.criterion, each]));
  return outcomes.map((outcome) => {
    const { severity, say } = criteria.get(outcome.criterion)!;
    const earned = points.get(outcome.criterion);
    const { searched, occasion } = outcome;
    // What names no turns comes again and again in the same few forms; the key holds all that such a form depends on.
    const isConstant = outcome.evidence.length === 0 && searched === undefined;
    const key = isConstant
      ? `${outcome.criterion} ${outcome.outcome} ${outcome.reason} ${earned?.earned} ${earned?.possible} ${language}`
      : '';
    const known = isConstant ? constant.get(key) : undefined;
    if (known !== undefined) return known;
    // Property by property, in the order in which they are written: spreading what may be absent takes five times as long.
    const result = { id: outcome.criterion } as Writable<CriterionResult>;
    if (earned !== undefined) result.section = earned.section;
    result.severity = severity;
    result.outcome = outcome.outcome;
    if (outcome.reason !== undefined) result.reason = outcome.reason;
    result.points = { earned: earned?.earned ?? 0, possible: earned?.possible ?? 0 };
    result.evidence = outcome.evidence.map(evidence);
    if (searched !== undefined) {
      const turns = [searched.from, searched.to] as const;
      result.searched = occasion === undefined ? { turns } : { turns, occasion: evidence(occasion) };
    }
    if (outcome.outcome === 'not-met' && say !== undefined) result.say = localise(say, language);
    if (isConstant) constant.set(key, result);
    return result;
  });
}

const constantByPack = new WeakMap<Pack, Map<string, CriterionResult>>();

/** The results of criteria that name no turns, which are the same objects for all calls of a pack. */
function constantResults(pack: Pack): Map<string, CriterionResult> {
  let constant = constantByPack.get(pack);
  if (constant === undefined) {
    constant = new Map();
    constantByPack.set(pack, constant);
  }
  return constant;
}
