/** The queue for human sign-off: what no machine should have the last word on. */
import type { Analysis, SignOff, SignOffReason } from '../../result/analysis.ts';
import type { CallRecord } from '../../result/record.ts';
import { agentOf } from './groups.ts';
import { shortlist } from './shortlist.ts';

const shown = 500;

export interface SignOffs {
  readonly add: (record: CallRecord, number: number) => void;
  readonly finish: () => Analysis['signOff'];
}

/** Whether the evidence of a call is fragile: words or sides that are not sure, or a fatal finding that rests on such. */
export function isUncertain({ review, verdicts }: CallRecord): boolean {
  return (
    review.length > 0 ||
    verdicts.some(({ reason }) => reason === 'speakers-unsure' || reason === 'words-unsure')
  );
}

/** Why a person has to sign a call off; empty where nobody has to. */
function reasonsOf(record: CallRecord): readonly SignOffReason[] {
  return [
    ...(record.findings.some(({ severity }) => severity === 'fatal') ? (['fatal'] as const) : []),
    ...(record.verdicts.some(({ verdict }) => verdict === 'upheld') ? (['upheld'] as const) : []),
    ...(isUncertain(record) ? (['uncertain'] as const) : []),
  ];
}

/** Collects the calls that a person has to sign off. */
export function createSignOffs(): SignOffs {
  const queue = shortlist(shown, compareSignOffs);
  const reasons: Record<SignOffReason, number> = { fatal: 0, upheld: 0, uncertain: 0 };
  let calls = 0;
  return {
    add: (record, number) => {
      const own = reasonsOf(record);
      if (own.length === 0) return;
      calls++;
      for (const reason of own) reasons[reason] += 1;
      const verdict = record.verdicts[0]?.verdict;
      const agent = agentOf(record);
      const finding = record.findings[0]?.criterion;
      queue.add({
        number,
        id: record.id,
        source: record.source,
        ...(record.line === undefined ? {} : { line: record.line }),
        ...(agent === undefined ? {} : { agent }),
        total: record.total,
        ...(verdict === undefined ? {} : { verdict }),
        reasons: own,
        ...(finding === undefined ? {} : { finding }),
      });
    },
    finish: () => ({ calls, reasons, queue: queue.list() }),
  };
}

function compareSignOffs(a: SignOff, b: SignOff): number {
  const has = ({ reasons }: SignOff, reason: SignOffReason): number => Number(reasons.includes(reason));
  return (
    has(b, 'fatal') - has(a, 'fatal') ||
    has(b, 'upheld') - has(a, 'upheld') ||
    (a.total ?? 101) - (b.total ?? 101) ||
    a.number - b.number
  );
}
