/**
 * `score --format csv`: a row a call, for a spreadsheet. Column names and ids are the same in every language; the columns
 * that end in `_title` are in the reader's. A call that could not be read has its source and its error.
 */
import { findingsOf } from '../../result/findings.ts';
import { gravestVerdict } from '../../result/gravest-verdict.ts';
import type { CallResult } from '../../result/result.ts';
import { signOffReasons } from '../../result/sign-off-reasons.ts';
import { say } from '../../result/words.ts';
import { csvRow } from '../csv-row.ts';
import { namingOf } from '../naming.ts';
import type { ReportOptions } from '../options.ts';
import { errorRow } from './error-row.ts';
import type { RowReporter } from './reporter.ts';

type Value = string | number | null;

const columns: Readonly<Record<string, (result: CallResult, options: ReportOptions) => Value>> = {
  id: ({ call }) => call.id,
  source: ({ call }) => call.source,
  line: ({ call }) => call.line ?? null,
  case: ({ call }) => call.caseId ?? null,
  started: ({ call }) => call.startedAt ?? null,
  language: ({ call }) => call.language,
  agent_id: ({ call }) => call.agent?.id ?? null,
  agent: ({ call }) => call.agent?.name ?? null,
  team: ({ call }) => call.agent?.team ?? null,
  score: ({ score }) => score.total,
  grade: ({ score }) => score.grade,
  coverage: ({ score }) => score.coverage,
  without_auto_fail: ({ score }) => score.withoutAutoFail,
  allegation: ({ verdicts }) => gravestVerdict(verdicts)?.allegation ?? null,
  verdict: ({ verdicts }) => gravestVerdict(verdicts)?.verdict ?? null,
  verdict_title: ({ verdicts }, { language }) => {
    const gravest = gravestVerdict(verdicts);
    return gravest === undefined ? null : say(`verdict.${gravest.verdict}`, language);
  },
  critical: ({ score }) => score.critical.join('; '),
  findings: (result) => idsOf(result).join('; '),
  findings_title: (result, { glossary, language }) =>
    idsOf(result)
      .map((id) => namingOf(glossary, language).criterion(id))
      .join('; '),
  review: ({ review = [] }) => review.join('; '),
  sign_off: (result) =>
    signOffReasons({
      findings: findingsOf(result),
      verdicts: result.verdicts,
      review: result.review ?? [],
    }).join('; '),
  // The columns above show the gravest one.
  verdicts: ({ verdicts }) =>
    verdicts.map(({ allegation, verdict }) => `${allegation}: ${verdict}`).join('; '),
};

function idsOf(result: CallResult): readonly string[] {
  return findingsOf(result).map(({ id }) => id);
}

export const csv: RowReporter = {
  kind: 'rows',
  header: csvRow([...Object.keys(columns), 'error']),
  separator: '',
  errorsLast: false,
  row(result, options) {
    if (result.schema === 'callqa/result@1') {
      return csvRow([...Object.values(columns).map((value) => value(result, options)), null]);
    }
    return errorRow(Object.keys(columns), result);
  },
};
