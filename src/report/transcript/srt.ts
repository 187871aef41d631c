/**
 * A call as SRT: a numbered cue a turn, `Agent: …` in it. It holds every word, speaker, participant and event, and the
 * start and end of a turn to the millisecond. It does not hold metadata, notes, the times of words, confidences,
 * sentiments, and line breaks inside a turn, which become spaces; cues must have times, so that a turn without a start
 * or an end is given one; brackets that read as an event or a note become one. Only a call with some times can be written.
 */
import type { Call, CallEvent } from '../../call/call.ts';
import { cueTimesOf, type CueTimes } from './cue-times.ts';
import { turnLabels } from './labels.ts';
import { clock, eventsAfter, eventWords, inOneLine } from './line.ts';
import type { TranscriptFormat } from './transcript-format.ts';

/** What players and readers would take for markup is written as a character reference. */
function escaped(text: string): string {
  return text
    .replaceAll(/&(?=#|[a-z]+;)/giu, '&amp;')
    .replaceAll(/<(?=[a-z/\d])/giu, '&lt;')
    .replaceAll('-->', '--&gt;')
    .replaceAll(/\{(?=\\)/gu, '&#123;');
}

function cues(call: Call): string {
  const labelOf = turnLabels(call);
  const eventsOf = eventsAfter(call.events);
  const times = cueTimesOf(call);
  const written: string[] = [];
  const put = ({ start, end }: CueTimes, payload: string): void => {
    written.push(`${written.length + 1}\n${clock(start, ',')} --> ${clock(end, ',')}\n${payload}\n\n`);
  };
  const putEvents = (events: readonly CallEvent[], before: number): void => {
    for (const event of events) {
      const at = Math.round(event.at ?? before);
      put({ start: at, end: at }, `[${eventWords(event)}]`);
    }
  };
  putEvents(eventsOf(-1), 0);
  for (const [index, turn] of call.turns.entries()) {
    put(times[index]!, `${labelOf(turn)}: ${escaped(inOneLine(turn.text))}`.trimEnd());
    putEvents(eventsOf(index), times[index]!.end);
  }
  return written.join('');
}

export const srtTranscript: TranscriptFormat = {
  extension: '.srt',
  holdsMany: false,
  head: '',
  tail: '',
  call: cues,
};
