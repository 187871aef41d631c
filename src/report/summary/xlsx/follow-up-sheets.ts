/** The sheets of a workbook that somebody works through: open promises and repeat contacts. */
import type { OpenPromise, RepeatContacts } from '../../../result/analysis.ts';
import type { BatchReport } from '../report.ts';
import type { BatchWording } from '../wording.ts';
import { sheetOf, type SheetColumn } from './sheet.ts';
import { writtenTime } from './written-time.ts';

const time = 'yyyy-mm-dd hh:mm';
const whole = '0';

type Customer = RepeatContacts['most'][number];

/**
 * A sheet of the open promises and one of the customers who were in touch again, each where there are any.
 *
 * @param more the words for so many rows that were left out
 */
export function followUpSheets(
  report: BatchReport,
  wording: BatchWording,
  more: (count: number) => string,
): ReturnType<typeof sheetOf>[] {
  const { say } = wording;
  const { promises, repeats } = report.analysis;
  return [
    ...(promises.list.length === 0
      ? []
      : [
          sheetOf(
            say('batch.promises'),
            promiseColumns(report, wording),
            promises.list,
            more,
            promises.beyond,
          ),
        ]),
    ...(repeats.most.length === 0
      ? []
      : [sheetOf(say('batch.repeats'), repeatColumns(wording), repeats.most, more, repeats.beyond)]),
  ];
}

function promiseColumns(
  { records }: BatchReport,
  { say, naming }: BatchWording,
): readonly SheetColumn<OpenPromise>[] {
  const recordOf = ({ number }: OpenPromise) => records[number - 1];
  return [
    { heading: say('label.call'), width: 26, value: ({ id }) => id },
    { heading: say('batch.number'), width: 8, format: whole, value: ({ number }) => number },
    { heading: say('label.case'), width: 14, value: (row) => recordOf(row)?.caseId ?? null },
    {
      heading: say('label.date'),
      width: 17,
      format: time,
      value: (row) => writtenTime(recordOf(row)?.startedAt),
    },
    { heading: say('label.agent'), width: 16, value: ({ agent, agentName }) => agentName ?? agent ?? null },
    { heading: say('label.team'), width: 14, value: (row) => recordOf(row)?.agent?.team ?? null },
    { heading: say('batch.promise'), width: 26, value: ({ promise }) => naming.name('promise', promise) },
    { heading: `${say('batch.due')} (UTC)`, width: 17, format: time, value: ({ due }) => writtenTime(due) },
    { heading: say('batch.status'), width: 10, value: ({ status }) => say(`batch.promise-${status}`) },
    { heading: say('batch.turn'), width: 7, format: whole, value: ({ turn }) => turn },
    { heading: say('batch.said'), width: 60, wrap: true, value: ({ quote }) => quote },
  ];
}

function repeatColumns({ say }: BatchWording): readonly SheetColumn<Customer>[] {
  return [
    { heading: say('batch.customer'), width: 24, value: ({ customer }) => customer },
    { heading: say('label.calls'), width: 8, format: whole, value: ({ calls }) => calls.length },
    { heading: say('batch.first'), width: 17, format: time, value: ({ first }) => writtenTime(first) },
    { heading: say('batch.last'), width: 17, format: time, value: ({ last }) => writtenTime(last) },
    {
      heading: say('label.call'),
      width: 60,
      wrap: true,
      value: ({ calls }) => calls.map(({ id }) => id).join(say('punctuation.list')),
    },
  ];
}
