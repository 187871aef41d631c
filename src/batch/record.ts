/**
 * The record of a call: what the analysis of a batch takes of it. Feed the records one by one, in the order of the input,
 * to `createAnalysis` (analysis/analyse.ts), which keeps counts and not the records.
 */
import type { Call } from '../call/call.ts';
import { complaintTypeOf } from '../judge/complaint-type.ts';
import { fatesIn, promisesOf } from '../judge/promises.ts';
import type { Pack } from '../pack/model.ts';
import { directionOf } from '../read/metadata.ts';
import { findingsOf } from '../result/findings.ts';
import type { CallRecord, RecordFinding, RecordPromise } from '../result/record.ts';
import type { CallResult } from '../result/result.ts';
import { signOffReasons } from '../result/sign-off-reasons.ts';
import type { Evaluated } from './call-result.ts';
import { offencesOf } from './offences.ts';

export type { CallRecord } from '../result/record.ts';

/** The moment with which a customer says that they had to get in touch again. */
const againMoment = 'repeat-contact';

/** More sentences of one call tell no more of what it is about. */
const mostProblems = 8;

const letters = { met: 'm', 'not-met': 'n', 'not-applicable': 'a', 'not-evaluated': 'e' } as const;

/**
 * What of a call an analysis needs; quotes are masked where those of the evaluation are.
 *
 * @param evaluated what the stages made of the call
 * @param result the same as programs read it
 * @param metaKeys the keys of the metadata that the analysis groups by
 */
export function recordOf(
  evaluated: Evaluated,
  result: CallResult,
  pack: Pack,
  metaKeys: readonly string[] = [],
): CallRecord {
  const { detected, quoting } = evaluated;
  const { call, moments } = detected;
  const { id, source, line, sha256, caseId, language, startedAt, agent } = result.call;
  const type = complaintTypeOf(detected, pack);
  const telling = new Set(['problem', ...pack.complaintTypes.flatMap((one) => one.moments)]);
  const problems = new Set<string>();
  for (const moment of moments) {
    if (problems.size >= mostProblems) break;
    if (telling.has(moment.id)) problems.add(quoting.sentence(moment));
  }
  const offences = offencesOf(pack);
  const findings = recordFindings(evaluated, result);
  const { review = [] } = result;
  return {
    id,
    source,
    ...(line === undefined ? {} : { line }),
    sha256,
    ...(caseId === undefined ? {} : { caseId }),
    language,
    ...(startedAt === undefined ? {} : { startedAt }),
    ...(agent === undefined ? {} : { agent }),
    ...(call.customer?.id === undefined ? {} : { customer: call.customer.id }),
    ...(isOutbound(call) ? { outbound: true } : {}),
    ...metaOf(call.meta, metaKeys),
    total: result.score.total,
    grade: result.score.grade,
    coverage: result.score.coverage,
    withoutAutoFail: result.score.withoutAutoFail,
    verdicts: result.verdicts.map(({ allegation, source, verdict, reason, counterfactuals }) => ({
      allegation,
      source,
      verdict,
      ...(reason === undefined ? {} : { reason }),
      narrow: counterfactuals.some(({ flip }) => flip.length === 1),
    })),
    outcomes: result.criteria.map(({ outcome }) => letters[outcome]).join(''),
    findings,
    ...(type === null ? {} : { complaintType: type.id }),
    problems: [...problems],
    again: moments.some((moment) => moment.id === againMoment),
    promises: openPromises(evaluated, pack),
    fates: fatesIn(detected, pack),
    abuse: moments.filter((moment) => offences.has(moment.id)).map((moment) => moment.id),
    review,
    signOff: signOffReasons({ findings, verdicts: result.verdicts, review }),
  };
}

/** Whether the company called, as the call says or, where it does not, its metadata. */
function isOutbound({ direction, meta }: Call): boolean {
  const said = meta !== undefined && Object.hasOwn(meta, 'direction') ? meta['direction'] : undefined;
  return (direction ?? (typeof said === 'string' ? directionOf(said) : undefined)) === 'outbound';
}

/** More keys of one call are no help to whoever looks for one. */
const mostKeys = 50;

/** Values as text, so that a number and its digits are one group. */
function metaOf(
  meta: Readonly<Record<string, unknown>> = {},
  keys: readonly string[],
): Pick<CallRecord, 'meta' | 'metaKeys'> {
  const known = keys.flatMap((key) => {
    const value = Object.hasOwn(meta, key) ? meta[key] : undefined;
    const text = ['string', 'number', 'boolean'].includes(typeof value) ? String(value).trim() : '';
    return text === '' ? [] : [[key, text] as const];
  });
  return {
    ...(known.length === 0 ? {} : { meta: Object.fromEntries(known) }),
    ...(known.length === keys.length ? {} : { metaKeys: Object.keys(meta).slice(0, mostKeys) }),
  };
}

function recordFindings({ outcomes, quoting }: Evaluated, result: CallResult): readonly RecordFinding[] {
  return findingsOf(result).map(({ id, section, severity, points, evidence, searched, say }) => {
    const [first] = evidence;
    const moment = outcomes.find(({ criterion }) => criterion === id)?.evidence[0];
    const turn = first?.turn ?? searched?.occasion?.turn;
    return {
      criterion: id,
      severity,
      ...(section === undefined ? { unscored: true as const } : {}),
      lost: points.possible - points.earned,
      ...(first === undefined ? {} : { words: first.quote }),
      ...(moment === undefined ? {} : { sentence: quoting.sentence(moment) }),
      ...(turn === undefined ? {} : { turn }),
      ...(say === undefined ? {} : { say }),
    };
  });
}

function openPromises({ detected, quoting }: Evaluated, pack: Pack): readonly RecordPromise[] {
  return promisesOf([detected], pack)
    .filter(({ status }) => status === 'open')
    .map(({ id, moment, dueAt }) => ({
      id,
      turn: moment.parts[0].turn,
      quote: quoting.sentence(moment),
      ...(dueAt === undefined ? {} : { dueAt: dueAt.latest }),
      ...(dueAt === undefined || dueAt.earliest === dueAt.latest ? {} : { notDueBefore: dueAt.earliest }),
    }));
}
