/** The queue for human sign-off: what no machine should have the last word on. */
import type { Analysis, SignOff, SignOffReason } from '../../result/analysis.ts';
import type { CallRecord } from '../../result/record.ts';
import { gravestVerdict } from '../../result/gravest-verdict.ts';
import { compareSignOffs } from '../../result/sign-off-reasons.ts';
import { namedAgent } from './groups.ts';
import { shortlist } from './shortlist.ts';

/** What the report shows is fewer; this is what lists for working through it hold. */
const listed = 10_000;

export interface SignOffs {
  readonly add: (record: CallRecord, number: number) => void;
  readonly finish: () => Analysis['signOff'];
}

/** Collects the calls that a person has to sign off. */
export function createSignOffs(): SignOffs {
  const queue = shortlist<SignOff>(listed, compareSignOffs);
  const reasons: Record<SignOffReason, number> = { fatal: 0, upheld: 0, undecided: 0, uncertain: 0 };
  let calls = 0;
  return {
    add: (record, number) => {
      const own = record.signOff;
      if (own.length === 0) return;
      calls++;
      for (const reason of own) reasons[reason] += 1;
      const verdict = gravestVerdict(record.verdicts)?.verdict;
      const finding = record.findings[0]?.criterion;
      queue.add({
        number,
        id: record.id,
        source: record.source,
        ...(record.line === undefined ? {} : { line: record.line }),
        ...namedAgent(record),
        total: record.total,
        ...(verdict === undefined ? {} : { verdict }),
        reasons: own,
        ...(finding === undefined ? {} : { finding }),
      });
    },
    finish: () => ({ calls, reasons, queue: queue.list(), beyond: Math.max(0, calls - listed) }),
  };
}
