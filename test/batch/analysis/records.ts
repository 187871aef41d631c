/** Records made by hand, and a pack that they are of. */
import { createHash } from 'node:crypto';
import type { CallRecord, RecordFinding } from '../../../src/result/record.ts';
import { signOffReasons } from '../../../src/result/sign-off-reasons.ts';
import type { Pack } from '../../../src/pack/model.ts';
import { criterion, packOf } from '../../judge/build.ts';

const prevent = { en: 'Check it first.', zh: '先检查。' };

/** Two ordinary criteria, a critical one and a fatal one; a fifth is made of the first two and has no section. */
export const pack: Pack = packOf(
  [
    criterion({ form: 'require', id: 'greets' }),
    criterion({ form: 'require', id: 'helps' }),
    { ...criterion({ form: 'forbid', id: 'calm' }), severity: 'critical' },
    { ...criterion({ form: 'forbid', id: 'rude' }), severity: 'fatal' },
    criterion({ form: 'all', id: 'both', of: ['greets', 'helps'] }),
  ],
  {
    scorecard: {
      sections: [
        {
          id: 'all',
          title: { en: 'All', zh: '全部' },
          weight: 1,
          criteria: ['greets', 'helps', 'calm', 'rude'].map((id) => ({ id, weight: 1 })),
        },
      ],
    },
    complaintTypes: [
      { id: 'parcel', title: { en: 'Parcel', zh: '包裹' }, moments: [], prevent },
      { id: 'bill', title: { en: 'Bill', zh: '账单' }, moments: [] },
    ],
  },
);

export function finding(id: string, changes: Partial<RecordFinding> = {}): RecordFinding {
  return { criterion: id, severity: 'ordinary', lost: 1, ...changes };
}

/** A call of 80 points on which all is met and nothing is known. */
export function record(id: string, changes: Partial<CallRecord> = {}): CallRecord {
  const made = {
    id,
    source: 'calls.jsonl',
    sha256: createHash('sha256').update(id).digest('hex'),
    language: 'en',
    total: 80,
    grade: 'B',
    coverage: 1,
    withoutAutoFail: 80,
    verdicts: [{ allegation: 'handling', source: 'default', verdict: 'not-upheld', narrow: false }],
    outcomes: 'mmmmm',
    findings: [],
    problems: [],
    again: false,
    promises: [],
    fates: {},
    abuse: [],
    review: [],
    ...changes,
  } satisfies Omit<CallRecord, 'signOff'>;
  return { ...made, signOff: changes.signOff ?? signOffReasons(made) };
}

/** As many as asked for, made one by one. */
export function many(
  count: number,
  make: (index: number) => Partial<CallRecord>,
  name = 'call',
): readonly CallRecord[] {
  return Array.from({ length: count }, (_, index) => record(`${name}-${index + 1}`, make(index)));
}
