/** What is left to do: sign-off, open promises, repeat contacts, agents to look after. */
import type { Analysis } from '../../result/analysis.ts';
import { scoreText } from '../figures.ts';
import { fit } from '../fit.ts';
import { visible } from '../visible.ts';
import type { BatchBlock, BatchCell, BatchSection } from './section.ts';
import type { BatchWording } from './wording.ts';

/** The first so many rows, and how many more there are of all. */
function firstRows(
  rows: readonly (readonly BatchCell[])[],
  most: number,
  all: number,
  columns: (BatchBlock & { readonly kind: 'table' })['columns'],
  { say }: BatchWording,
): readonly BatchBlock[] {
  const shown = rows.slice(0, most);
  return [
    ...(shown.length === 0 ? [] : [{ kind: 'table' as const, columns, rows: shown }]),
    ...(all <= shown.length
      ? []
      : [{ kind: 'paragraph' as const, text: say('batch.more', { n: all - shown.length }) }]),
  ];
}

/** Calls that a person has to sign off, at most `most` of them. */
export function signOffSection(
  { signOff: { calls, reasons, queue } }: Analysis,
  wording: BatchWording,
  most: number,
): BatchSection {
  const { say, naming } = wording;
  return {
    id: 'sign-off',
    heading: say('batch.sign-off'),
    blocks: [
      { kind: 'paragraph', text: say('batch.sign-off-counted', { calls, ...reasons }) },
      ...firstRows(
        queue.map(({ number, id, total, reasons: why, finding, ...who }) => [
          wording.call({ number, id }),
          { text: scoreText(total) },
          wording.agentOf(who),
          {
            text: wording.list(why.map((reason) => say(`batch.reason-${reason}`))),
            tone: why.includes('fatal') ? ('bad' as const) : ('unsure' as const),
          },
          { text: finding === undefined ? '–' : naming.criterion(finding) },
        ]),
        most,
        calls,
        [
          { heading: say('label.call'), shrinks: true },
          { heading: say('label.score'), align: 'right' },
          { heading: say('label.agent') },
          { heading: say('batch.reason') },
          { heading: say('batch.finding'), shrinks: true },
        ],
        wording,
      ),
    ],
  };
}

/** Promises that nobody kept yet, at most `most` of them. */
export function promisesSection(
  { promises: { open, overdue, broken, list } }: Analysis,
  wording: BatchWording,
  most: number,
): BatchSection {
  const { say, naming } = wording;
  return {
    id: 'promises',
    heading: say('batch.promises'),
    blocks: [
      { kind: 'paragraph', text: say('batch.promises-counted', { open, overdue, broken }) },
      ...firstRows(
        list.map((one) => [
          wording.call(one),
          wording.agentOf(one),
          { text: naming.name('promise', one.promise) },
          { text: one.due === undefined ? '–' : one.due.slice(0, 16).replace('T', ' ') },
          {
            text: say(`batch.promise-${one.status}`),
            tone: one.status === 'open' ? ('soft' as const) : ('bad' as const),
          },
          { text: visible(one.quote), spoken: true },
        ]),
        most,
        open + broken,
        [
          { heading: say('label.call'), shrinks: true },
          { heading: say('label.agent') },
          { heading: say('batch.promise') },
          { heading: `${say('batch.due')} (UTC)` },
          { heading: say('batch.status') },
          { heading: say('batch.said'), shrinks: true },
        ],
        wording,
      ),
    ],
  };
}

/** Calls of one customer that are named; more say no more. */
const callsNamed = 5;

/** Of ids in a row, one of more columns would stand in the way of the others. */
const longestId = 40;

function fitting(id: string): string {
  return fit(id, longestId).trimEnd();
}

/** Customers who were in touch again, at most `most` of them. */
export function repeatsSection({ repeats }: Analysis, wording: BatchWording, most: number): BatchSection {
  const { say } = wording;
  const { days, customers, calls, said } = repeats;
  return {
    id: 'repeats',
    heading: say('batch.repeats'),
    blocks: [
      { kind: 'paragraph', text: say('batch.repeats-counted', { customers, days, calls, said: said.count }) },
      ...firstRows(
        repeats.most.map((one) => [
          { text: visible(one.customer) },
          { text: String(one.calls.length) },
          { text: visible(one.first) },
          { text: visible(one.last) },
          {
            text: wording.list([
              ...one.calls.slice(0, callsNamed).map(({ id }) => fitting(visible(id))),
              ...(one.calls.length > callsNamed ? ['…'] : []),
            ]),
          },
        ]),
        most,
        customers,
        [
          { heading: say('batch.customer') },
          { heading: say('label.calls'), align: 'right' },
          { heading: say('batch.first') },
          { heading: say('batch.last') },
          { heading: say('label.call'), shrinks: true },
        ],
        wording,
      ),
    ],
  };
}

/** Agents who heard abuse. */
export function exposureSection({ exposure }: Analysis, wording: BatchWording): BatchSection {
  const { say, naming } = wording;
  return {
    id: 'exposure',
    heading: say('batch.exposure'),
    blocks: [
      { kind: 'paragraph', text: say('batch.exposure-note') },
      {
        kind: 'table',
        columns: [
          { heading: say('label.agent'), shrinks: true },
          { heading: say('batch.exposed'), align: 'right' },
          { heading: say('label.calls'), align: 'right' },
          { heading: say('batch.heard'), shrinks: true },
        ],
        rows: exposure.map((one) => [
          { text: wording.agent(one) },
          { text: String(one.calls.count) },
          { text: String(one.calls.of) },
          {
            text: wording.list(
              one.kinds.map(({ moment, calls }) =>
                say('batch.times', { words: naming.moment(moment), calls }),
              ),
            ),
          },
        ]),
      },
    ],
  };
}
