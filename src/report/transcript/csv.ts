/**
 * Calls as CSV, a row a turn or an event. It holds every word, the number of each turn, speaker, participant, time to the millisecond,
 * confidence, event and note, and the metadata that has a column. It does not hold the times of words, sentiments,
 * other metadata, and controls and white space at the edges of a text; brackets that read as an event or a note become one. A
 * text that begins like a formula gets a `'` before it, which reading takes off.
 */
import type { Call, CallEvent, Turn } from '../../call/call.ts';
import { csvRow } from '../csv-row.ts';
import { turnLabels } from './labels.ts';
import { eventsAfter, eventWords, inOneLine } from './line.ts';
import type { TranscriptFormat } from './transcript-format.ts';

const turnColumns = ['call_id', 'turn', 'speaker', 'start_ms', 'end_ms', 'confidence', 'text', 'event'];

const metadataColumns: readonly (readonly [header: string, value: (call: Call) => string | undefined])[] = [
  ['case_id', ({ caseId }) => caseId],
  ['language', ({ language }) => language],
  ['started_at', ({ startedAt }) => startedAt],
  ['direction', ({ direction }) => direction],
  ['channel', ({ channel }) => channel],
  ['agent_id', ({ agent }) => agent?.id],
  ['agent_name', ({ agent }) => agent?.name],
  ['agent_team', ({ agent }) => agent?.team],
  ['customer_id', ({ customer }) => customer?.id],
  ['customer_name', ({ customer }) => customer?.name],
  ['allegations', ({ allegations }) => allegations?.join(';')],
];

const rounded = (time: number | undefined): number | null => (time === undefined ? null : Math.round(time));

function rows(call: Call): string {
  const labelOf = turnLabels(call);
  const eventsOf = eventsAfter(call.events);
  const metadata = metadataColumns.map(([, value]) => value(call)?.trim() ?? null);
  const lines: string[] = [];
  const putTurn = (turn: Turn, index: number): void => {
    const { start, end, confidence = null, text } = turn;
    const times = [rounded(start), rounded(end), confidence];
    lines.push(csvRow([call.id, index, labelOf(turn), ...times, text.trim(), null, ...metadata]));
  };
  const putEvent = (words: string, at?: number): void => {
    lines.push(csvRow([call.id, null, null, rounded(at), null, null, null, words, ...metadata]));
  };
  const putEvents = (events: readonly CallEvent[]): void => {
    for (const event of events) putEvent(eventWords(event), event.at);
  };
  putEvents(eventsOf(-1));
  for (const [index, turn] of call.turns.entries()) {
    putTurn(turn, index);
    putEvents(eventsOf(index));
  }
  for (const { text, by } of call.notes ?? []) {
    putEvent(
      `note${by === undefined ? '' : ` by ${inOneLine(by).replaceAll(/[:：]/gu, ' ').slice(0, 30)}`}: ${inOneLine(text)}`,
    );
  }
  return lines.join('');
}

export const csvTranscript: TranscriptFormat = {
  extension: '.csv',
  holdsMany: true,
  head: csvRow([...turnColumns, ...metadataColumns.map(([header]) => header)]),
  tail: '',
  call: rows,
};
