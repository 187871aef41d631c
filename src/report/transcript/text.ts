/**
 * A call as plain text: front matter, then `[00:00:01.000 - 00:00:02.500] Agent: …` a line. It holds every word,
 * speaker, participant, event and note, and times to the millisecond. It does not hold the times of words,
 * confidences, sentiments, an end without a start, times from a thousand hours on, and line breaks inside a turn, which
 * become spaces; numbers of the metadata are read back as strings, brackets that read as an event or a note become one, and a
 * clock in brackets at the head of a turn without a start becomes its start.
 */
import type { Call } from '../../call/call.ts';
import { jsonText } from '../json-text.ts';
import { turnLabels } from './labels.ts';
import { clock, eventsAfter, eventWords, inOneLine } from './line.ts';
import type { TranscriptFormat } from './transcript-format.ts';

/** What the lines say. */
const inBody = new Set(['turns', 'events', 'participants']);

/** Milliseconds; a clock of more hours is not read back. */
const longest = 3_600_000_000;

function timeOf(start: number | undefined, end?: number): string {
  if (start === undefined || start >= longest) return '';
  return `[${clock(start)}${end === undefined || end >= longest ? '' : ` - ${clock(end)}`}] `;
}

/** JSON strings and flow collections are YAML too. */
function frontMatter(call: Call): string {
  const lines = Object.entries(call)
    .filter(([key]) => !inBody.has(key))
    .map(([key, value]) => `${key}: ${jsonText(value)}`);
  return `---\n${lines.join('\n')}\n---\n`;
}

function body(call: Call): string {
  const labelOf = turnLabels(call);
  const eventsOf = eventsAfter(call.events);
  const lines: string[] = [];
  const putEvents = (turn: number): void => {
    for (const event of eventsOf(turn)) lines.push(`${timeOf(event.at)}[${eventWords(event)}]`);
  };
  putEvents(-1);
  for (const [index, turn] of call.turns.entries()) {
    lines.push(`${timeOf(turn.start, turn.end)}${labelOf(turn)}: ${inOneLine(turn.text)}`.trimEnd());
    putEvents(index);
  }
  return lines.map((line) => `${line}\n`).join('');
}

export const textTranscript: TranscriptFormat = {
  extension: '.txt',
  holdsMany: false,
  head: '',
  tail: '',
  call: (call) => frontMatter(call) + body(call),
};
