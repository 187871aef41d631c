/**
 * `score --format csv --csv findings`: a row a finding, worst first within its call; a call without one has none. Column
 * names and ids are the same in every language; the columns that end in `_title` are in the reader's. Of an absence, the
 * turn and the time are those of what called for it.
 */
import { findingsOf } from '../../result/findings.ts';
import type { CallResult, CriterionResult, Evidence } from '../../result/result.ts';
import { say } from '../../result/words.ts';
import { csvRow } from '../csv-row.ts';
import { findingTitle } from '../finding-title.ts';
import type { ReportOptions } from '../options.ts';
import { errorRow } from './error-row.ts';
import type { RowReporter } from './reporter.ts';

type Value = string | number | null;

const columns: Readonly<
  Record<string, (finding: CriterionResult, result: CallResult, options: ReportOptions) => Value>
> = {
  id: (_, { call }) => call.id,
  source: (_, { call }) => call.source,
  line: (_, { call }) => call.line ?? null,
  started: (_, { call }) => call.startedAt ?? null,
  agent_id: (_, { call }) => call.agent?.id ?? null,
  agent: (_, { call }) => call.agent?.name ?? null,
  team: (_, { call }) => call.agent?.team ?? null,
  criterion: ({ id }) => id,
  criterion_title: ({ id, section }, _, options) => findingTitle(id, section !== undefined, options),
  section: ({ section }) => section ?? null,
  severity: ({ severity }) => severity,
  severity_title: ({ severity }, _, { language }) => say(`severity.${severity}`, language),
  points_lost: ({ points }) => points.possible - points.earned,
  turn: (finding) => placeOf(finding)?.turn ?? null,
  start_ms: (finding) => placeOf(finding)?.start ?? null,
  quote: ({ evidence }) => quotesOf(evidence).join(' … '),
  searched: ({ searched }) => (searched === undefined ? null : `${searched.turns[0]}–${searched.turns[1]}`),
  say: ({ say: wording }) => wording ?? null,
};

function placeOf({ evidence, searched }: CriterionResult): Evidence | undefined {
  return evidence[0] ?? searched?.occasion;
}

/** The quotes of moments, none of which is said by another: two moments may lie in the same words. */
function quotesOf(evidence: readonly Evidence[]): readonly string[] {
  const wider = evidence.filter(
    (one) =>
      !evidence.some(
        (other) =>
          other.turn === one.turn &&
          other.span[0] <= one.span[0] &&
          other.span[1] >= one.span[1] &&
          other.span[1] - other.span[0] > one.span[1] - one.span[0],
      ),
  );
  return [...new Set(wider.map(({ quote }) => quote))];
}

export const findingsCsv: RowReporter = {
  kind: 'rows',
  header: csvRow([...Object.keys(columns), 'error']),
  separator: '',
  errorsLast: false,
  row(result, options) {
    if (result.schema === 'callqa/error@1') return errorRow(Object.keys(columns), result);
    return findingsOf(result)
      .map((finding) =>
        csvRow([...Object.values(columns).map((value) => value(finding, result, options)), null]),
      )
      .join('');
  },
};
