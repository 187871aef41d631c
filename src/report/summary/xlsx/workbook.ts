/** `score --format xlsx`: a workbook of calls, findings, agents and criteria. */
import writeExcelFile from 'write-excel-file/node';
import { gravestVerdict } from '../../../result/gravest-verdict.ts';
import type { CriterionFigures, Group, WeekFigures } from '../../../result/analysis.ts';
import type { RecordFinding } from '../../../result/record.ts';
import type { ErrorResult } from '../../../result/result.ts';
import { unreadTitle } from '../../../result/unread-title.ts';
import { findingTitle } from '../../finding-title.ts';
import type { ReportOptions } from '../../options.ts';
import type { BatchReport } from '../report.ts';
import type { ShownCall } from '../shown-call.ts';
import { weeksBetween } from '../weeks-between.ts';
import { wordingOf, type BatchWording } from '../wording.ts';
import { autoFilter } from './auto-filter.ts';
import { followUpSheets } from './follow-up-sheets.ts';
import { settleTimes } from './settle-times.ts';
import { sheetOf, withOwnNames, type SheetColumn } from './sheet.ts';
import { writtenTime } from './written-time.ts';

const score = '0.0';
const share = '0%';
const whole = '0';
const time = 'yyyy-mm-dd hh:mm';

/** The workbook's bytes, the same for the same report. */
export async function batchXlsx(report: BatchReport, options: ReportOptions): Promise<Uint8Array> {
  const wording = wordingOf(options);
  const { say } = wording;
  const more = (n: number): string => say('batch.more', { n });
  const { groupings, criteria, weeks } = report.analysis;
  const agents = groupings.find(({ by }) => by === 'agent')?.groups ?? [];
  const others = groupings.filter(
    ({ by, groups }) => by !== 'agent' && by !== 'week' && groups.some(({ key }) => key !== null),
  );
  const keys = others.flatMap(({ by }) => (by.startsWith('meta.') ? [by.slice('meta.'.length)] : []));
  const sheets = withOwnNames([
    sheetOf(
      say('batch.sheet-calls'),
      callColumns(wording, keys, report.records),
      numbered(report.records),
      more,
    ),
    sheetOf(
      say('batch.sheet-findings'),
      findingColumns(wording, options),
      findingsOfAll(report.records),
      more,
    ),
    sheetOf(say('batch.sheet-agents'), groupColumns('agent', wording), agents, more),
    sheetOf(say('batch.sheet-criteria'), criterionColumns(wording), criteria, more),
    ...others.map(({ by, groups }) =>
      sheetOf(wording.byHeading(by), groupColumns(by, wording), groups, more),
    ),
    ...(weeks.length === 0
      ? []
      : [sheetOf(say('batch.by-week'), weekColumns(wording), weekRows(weeks), more)]),
    ...followUpSheets(report, wording, more),
    ...(report.errors.length === 0
      ? []
      : [sheetOf(say('heading.errors'), errorColumns(wording), report.errors, more)]),
  ]);
  const filters = autoFilter(
    sheets.map(({ sheet = '', data, columns = [] }) => ({
      name: sheet,
      rows: data.length,
      columns: columns.length,
    })),
  );
  return settleTimes(await writeExcelFile(sheets, { features: [filters] }).toBuffer());
}

interface NumberedRecord {
  readonly number: number;
  readonly record: ShownCall;
}

function numbered(records: readonly ShownCall[]): readonly NumberedRecord[] {
  return records.map((record, index) => ({ number: index + 1, record }));
}

function callColumns(
  { say, naming, fieldName, label }: BatchWording,
  keys: readonly string[],
  records: readonly ShownCall[],
): readonly SheetColumn<NumberedRecord>[] {
  const severe = ({ record }: NumberedRecord, wanted: RecordFinding['severity']): number =>
    record.findings.filter(({ severity }) => severity === wanted).length;
  return [
    { heading: say('label.call'), width: 26, value: ({ record }) => record.id },
    { heading: say('batch.number'), width: 8, format: whole, value: ({ number }) => number },
    {
      heading: say('label.source'),
      width: 30,
      value: ({ record: { source, line } }) => (line === undefined ? source : `${source}:${line}`),
    },
    { heading: say('label.case'), width: 14, value: ({ record }) => record.caseId ?? null },
    {
      heading: say('label.date'),
      width: 17,
      format: time,
      value: ({ record }) => writtenTime(record.startedAt),
    },
    {
      heading: say('label.agent'),
      width: 16,
      value: ({ record: { agent } }) => agent?.name ?? agent?.id ?? null,
    },
    { heading: say('label.team'), width: 14, value: ({ record }) => record.agent?.team ?? null },
    ...keys.map((key): SheetColumn<NumberedRecord> => ({
      heading: fieldName(`meta.${key}`),
      width: 16,
      value: ({ record: { meta = {} } }) => (Object.hasOwn(meta, key) ? meta[key]! : null),
    })),
    { heading: say('label.score'), width: 9, format: score, value: ({ record }) => record.total },
    { heading: say('label.grade'), width: 8, value: ({ record }) => record.grade },
    { heading: say('batch.coverage'), width: 10, format: share, value: ({ record }) => record.coverage },
    {
      heading: say('label.verdict'),
      width: 18,
      value: ({ record: { verdicts } }) => {
        const gravest = gravestVerdict(verdicts);
        return gravest === undefined ? null : say(`verdict.${gravest.verdict}`);
      },
    },
    {
      heading: say('batch.source'),
      width: 18,
      value: ({ record: { verdicts } }) => {
        const gravest = gravestVerdict(verdicts);
        return gravest === undefined ? null : say(`batch.${gravest.source}`);
      },
    },
    // The columns before it show the gravest one.
    ...(records.some(({ verdicts }) => verdicts.length > 1)
      ? [
          {
            heading: say('batch.all-verdicts'),
            width: 40,
            wrap: true,
            value: ({ record: { verdicts } }: NumberedRecord) =>
              verdicts
                .map(({ allegation, verdict }) =>
                  label(naming.allegation(allegation), say(`verdict.${verdict}`)),
                )
                .join(say('punctuation.titles')),
          },
        ]
      : []),
    {
      heading: say('label.complaint-type'),
      width: 18,
      value: ({ record: { complaintType } }) =>
        complaintType === undefined ? null : naming.name('complaintType', complaintType),
    },
    { heading: say('batch.fatal'), width: 9, format: whole, value: (row) => severe(row, 'fatal') },
    { heading: say('batch.critical'), width: 9, format: whole, value: (row) => severe(row, 'critical') },
    {
      heading: say('batch.not-met'),
      width: 60,
      wrap: true,
      value: ({ record: { findings } }) =>
        findings.map(({ criterion }) => naming.criterion(criterion)).join(say('punctuation.titles')),
    },
    {
      heading: say('label.review'),
      width: 24,
      value: ({ record: { review } }) => review.join(say('punctuation.list')),
    },
    {
      heading: say('batch.sign-off'),
      width: 24,
      value: ({ record: { signOff } }) =>
        signOff.map((reason) => say(`batch.reason-${reason}`)).join(say('punctuation.list')),
    },
  ];
}

interface FindingRow extends NumberedRecord {
  readonly finding: ShownCall['findings'][number];
}

function findingsOfAll(records: readonly ShownCall[]): readonly FindingRow[] {
  return numbered(records).flatMap((row) => row.record.findings.map((finding) => ({ ...row, finding })));
}

function findingColumns({ say }: BatchWording, options: ReportOptions): readonly SheetColumn<FindingRow>[] {
  return [
    { heading: say('label.call'), width: 26, value: ({ record }) => record.id },
    {
      heading: say('label.agent'),
      width: 16,
      value: ({ record: { agent } }) => agent?.name ?? agent?.id ?? null,
    },
    { heading: say('label.team'), width: 14, value: ({ record }) => record.agent?.team ?? null },
    {
      heading: say('label.date'),
      width: 17,
      format: time,
      value: ({ record }) => writtenTime(record.startedAt),
    },
    {
      heading: say('label.criterion'),
      width: 36,
      wrap: true,
      value: ({ finding: { criterion, unscored } }) => findingTitle(criterion, unscored !== true, options),
    },
    {
      heading: say('batch.severity'),
      width: 10,
      value: ({ finding }) => say(`severity.${finding.severity}`),
    },
    { heading: say('batch.lost'), width: 9, format: '0.##', value: ({ finding }) => finding.lost },
    { heading: say('batch.turn'), width: 7, format: whole, value: ({ finding }) => finding.turn ?? null },
    {
      heading: say('batch.quote'),
      width: 60,
      wrap: true,
      value: ({ finding }) => finding.sentence?.trim() ?? null,
    },
    { heading: say('batch.wording'), width: 60, wrap: true, value: ({ finding }) => finding.say ?? null },
  ];
}

function groupColumns(by: string, wording: BatchWording): readonly SheetColumn<Group>[] {
  const { say, naming } = wording;
  return [
    { heading: wording.fieldName(by), width: 24, value: (group) => wording.groupName(by, group) },
    { heading: say('label.calls'), width: 8, format: whole, value: ({ calls }) => calls },
    { heading: say('batch.small'), width: 10, value: ({ small }) => (small ? '✓' : null) },
    { heading: say('batch.mean-short'), width: 9, format: score, value: ({ mean }) => mean.value },
    { heading: say('batch.low'), width: 11, format: score, value: ({ mean }) => mean.interval?.low ?? null },
    {
      heading: say('batch.high'),
      width: 11,
      format: score,
      value: ({ mean }) => mean.interval?.high ?? null,
    },
    { heading: say('batch.standing'), width: 22, value: ({ standing }) => wording.standing(standing).text },
    { heading: say('batch.upheld'), width: 10, format: share, value: ({ upheld }) => upheld.value },
    { heading: say('batch.fatal'), width: 9, format: whole, value: ({ fatal }) => fatal },
    { heading: say('batch.critical'), width: 9, format: whole, value: ({ critical }) => critical },
    {
      heading: say('batch.often'),
      width: 60,
      wrap: true,
      value: ({ findings }) =>
        findings
          .map(({ criterion, count }) =>
            say('batch.times', { words: naming.criterion(criterion), calls: count }),
          )
          .join(say('punctuation.titles')),
    },
  ];
}

interface WeekRow {
  readonly figures: WeekFigures;
  /** The week before it in the calendar has calls too. */
  readonly isNext: boolean;
}

function weekRows(weeks: readonly WeekFigures[]): readonly WeekRow[] {
  return weeks.map((figures, index) => ({
    figures,
    isNext: weeksBetween(weeks[index - 1]?.from, figures.from) === 1,
  }));
}

function weekColumns(wording: BatchWording): readonly SheetColumn<WeekRow>[] {
  const { say } = wording;
  return [
    { heading: say('batch.week'), width: 12, value: ({ figures }) => figures.week },
    { heading: say('label.date'), width: 12, value: ({ figures }) => writtenTime(figures.from) },
    { heading: say('label.calls'), width: 8, format: whole, value: ({ figures }) => figures.calls },
    { heading: say('batch.mean-short'), width: 9, format: score, value: ({ figures }) => figures.mean.value },
    {
      heading: say('batch.low'),
      width: 11,
      format: score,
      value: ({ figures }) => figures.mean.interval?.low ?? null,
    },
    {
      heading: say('batch.high'),
      width: 11,
      format: score,
      value: ({ figures }) => figures.mean.interval?.high ?? null,
    },
    {
      heading: say('batch.standing-before'),
      width: 22,
      value: ({ figures, isNext }) => (isNext ? wording.standing(figures.standing).text : null),
    },
    { heading: say('batch.upheld'), width: 10, format: share, value: ({ figures }) => figures.upheld.value },
  ];
}

function criterionColumns({ say, naming }: BatchWording): readonly SheetColumn<CriterionFigures>[] {
  return [
    { heading: say('label.criterion'), width: 44, value: ({ criterion }) => naming.criterion(criterion) },
    { heading: say('batch.severity'), width: 10, value: ({ severity }) => say(`severity.${severity}`) },
    { heading: say('batch.applied'), width: 11, format: whole, value: ({ met }) => met.of },
    { heading: say('batch.not-met'), width: 10, format: whole, value: ({ met }) => met.of - met.count },
    { heading: say('batch.met'), width: 9, format: '0.0%', value: ({ met }) => met.value },
    { heading: say('batch.low'), width: 11, format: '0.0%', value: ({ met }) => met.interval?.low ?? null },
    { heading: say('batch.high'), width: 11, format: '0.0%', value: ({ met }) => met.interval?.high ?? null },
    {
      heading: say('outcome.not-applicable'),
      width: 14,
      format: whole,
      value: ({ notApplicable }) => notApplicable,
    },
    {
      heading: say('outcome.not-evaluated'),
      width: 14,
      format: whole,
      value: ({ notEvaluated }) => notEvaluated,
    },
  ];
}

/** What could not be read: the code's title, where the reader's language has one; what the reader said is English. */
function errorColumns({ say, language }: BatchWording): readonly SheetColumn<ErrorResult>[] {
  const titled: SheetColumn<ErrorResult> = {
    heading: say('batch.error-kind'),
    width: 26,
    wrap: true,
    value: ({ code }) => unreadTitle(code, language) ?? null,
  };
  return [
    { heading: say('label.source'), width: 40, value: ({ source }) => source },
    { heading: say('batch.error-line'), width: 8, format: whole, value: ({ line }) => line ?? null },
    { heading: say('batch.error-code'), width: 20, value: ({ code }) => code },
    ...(language === 'en' ? [] : [titled]),
    { heading: say('batch.error-message'), width: 60, wrap: true, value: ({ message }) => message },
    { heading: say('label.hint'), width: 60, wrap: true, value: ({ hint }) => hint ?? null },
  ];
}
