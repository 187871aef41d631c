/** What lists and workbooks show of each call: all that is kept of it until the end of a batch. */
import type { CallRecord, RecordFinding } from '../../result/record.ts';

export interface ShownCall extends Pick<
  CallRecord,
  | 'id'
  | 'source'
  | 'line'
  | 'caseId'
  | 'startedAt'
  | 'agent'
  | 'meta'
  | 'total'
  | 'grade'
  | 'coverage'
  | 'complaintType'
  | 'review'
  | 'signOff'
> {
  readonly verdicts: readonly Pick<CallRecord['verdicts'][number], 'allegation' | 'verdict' | 'source'>[];
  readonly findings: readonly Pick<
    RecordFinding,
    'criterion' | 'severity' | 'unscored' | 'lost' | 'turn' | 'sentence' | 'say'
  >[];
}

/**
 * Takes records down to what is shown of them.
 *
 * @param quotes whether findings are shown with their sentences and with what to say instead
 */
export function createShownCalls(quotes: boolean): (record: CallRecord) => ShownCall {
  // A record that came from a thread has texts of its own; those that come again and again are kept once.
  const known = new Map<string, string>();
  const once = (text: string): string => {
    const same = known.get(text);
    if (same !== undefined) return same;
    known.set(text, text);
    return text;
  };
  const agents = new Map<string, NonNullable<CallRecord['agent']>>();
  const agentOnce = (agent: NonNullable<CallRecord['agent']>): NonNullable<CallRecord['agent']> => {
    const key = JSON.stringify([agent.id, agent.name, agent.team]);
    const same = agents.get(key) ?? agent;
    agents.set(key, same);
    return same;
  };
  const metas = new Map<string, NonNullable<CallRecord['meta']>>();
  const metaOnce = (own: NonNullable<CallRecord['meta']>): NonNullable<CallRecord['meta']> => {
    const key = JSON.stringify(own);
    const same = metas.get(key) ?? own;
    metas.set(key, same);
    return same;
  };
  const reasons = new Map<string, ShownCall['signOff']>();
  const reasonsOnce = (own: ShownCall['signOff']): ShownCall['signOff'] => {
    const key = own.join();
    const same = reasons.get(key) ?? own;
    reasons.set(key, same);
    return same;
  };
  const verdicts = new Map<string, ShownCall['verdicts']>();
  const verdictsOnce = (own: CallRecord['verdicts']): ShownCall['verdicts'] => {
    const key = own.map(({ allegation, verdict, source }) => `${allegation} ${verdict} ${source}`).join();
    const same =
      verdicts.get(key) ?? own.map(({ allegation, verdict, source }) => ({ allegation, verdict, source }));
    verdicts.set(key, same);
    return same;
  };
  return ({ id, source, line, caseId, startedAt, agent, total, grade, coverage, ...record }) => {
    return {
      id,
      source: once(source),
      ...(line === undefined ? {} : { line }),
      ...(caseId === undefined ? {} : { caseId }),
      ...(startedAt === undefined ? {} : { startedAt }),
      ...(agent === undefined ? {} : { agent: agentOnce(agent) }),
      ...(record.meta === undefined ? {} : { meta: metaOnce(record.meta) }),
      total,
      grade: grade === null ? null : once(grade),
      coverage,
      ...(record.complaintType === undefined ? {} : { complaintType: once(record.complaintType) }),
      review: record.review.map(once),
      signOff: reasonsOnce(record.signOff),
      verdicts: verdictsOnce(record.verdicts),
      findings: record.findings.map(({ criterion, severity, unscored, lost, turn, sentence, say }) => ({
        criterion: once(criterion),
        severity,
        ...(unscored === undefined ? {} : { unscored }),
        lost,
        ...(quotes && turn !== undefined ? { turn } : {}),
        ...(quotes && sentence !== undefined ? { sentence } : {}),
        ...(quotes && say !== undefined ? { say: once(say) } : {}),
      })),
    };
  };
}
