/** Analyses of hand-made records, for the tests of what is written of many calls. */
import { createAnalysis } from '../../src/batch/analysis/analyse.ts';
import { glossaryOf } from '../../src/batch/glossary.ts';
import type { BatchReport } from '../../src/report/summary/report.ts';
import type { Analysis } from '../../src/result/analysis.ts';
import type { CallRecord } from '../../src/result/record.ts';
import type { Glossary } from '../../src/result/result.ts';
import { finding, many, pack } from '../batch/analysis/records.ts';
import { error } from './fixture.ts';

export const summaryGlossary: Glossary = glossaryOf(pack);

/** Text that a page, a table or a spreadsheet must not take for its own. */
export const evil = '<script>document.title="run"</script>=cmd|x|`_*[a](b)\u001b[31m';

/** Three agents and three weeks; every fourth call is bad, the first ones of hostile words. */
export function recordsOf(count: number): readonly CallRecord[] {
  return many(count, (index) => {
    const bad = index % 4 === 0;
    const who = index % 3;
    return {
      line: index + 1,
      startedAt: `2024-01-${String(1 + (index % 21)).padStart(2, '0')}T10:00:00Z`,
      agent: { id: `a${who}`, name: ['Ann', '李娜', evil][who]!, team: 'North' },
      customer: `c${index % 15}`,
      total: bad ? 20 + (index % 7) : 80 + (index % 11),
      grade: bad ? 'E' : 'B',
      outcomes: bad ? 'mnnma' : 'mmmma',
      complaintType: index % 2 === 0 ? 'parcel' : 'bill',
      problems: [index % 2 === 0 ? 'The parcel is lost' : '话费扣错了'],
      verdicts: [
        {
          allegation: 'handling',
          source: index % 5 === 0 ? ('filed' as const) : ('default' as const),
          verdict: bad ? ('upheld' as const) : ('not-upheld' as const),
          narrow: false,
        },
      ],
      findings: bad
        ? [
            finding('calm', {
              severity: 'critical',
              words: 'calm down',
              sentence: index === 0 ? `Calm down ${evil}` : '=1+1 calm down',
              turn: 3,
              say: '+I hear you.',
            }),
            finding('helps'),
          ]
        : [],
      abuse: index % 10 === 0 ? ['abuse'] : [],
      promises: index === 1 ? [{ id: 'callback', turn: 5, quote: 'We will call you.', dueAt: 0 }] : [],
    };
  });
}

/** The analysis of records by these fields. */
export function analysed(records: readonly CallRecord[], by: readonly string[]): Analysis {
  const analysis = createAnalysis(pack, { by, repeatDays: 7, redact: true });
  for (const one of records) analysis.add(one);
  return analysis.finish();
}

export function reportOf(records: readonly CallRecord[]): BatchReport {
  return {
    analysis: analysed(records, ['agent', 'team', 'type', 'week']),
    records,
    errors: [error],
    pack: { id: 'tiny', version: '1.0.0' },
    tool: 'callqa/0.1.0',
  };
}
