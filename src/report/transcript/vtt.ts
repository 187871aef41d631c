/**
 * A call as WebVTT (https://www.w3.org/TR/webvtt1/): a cue a turn, with a voice tag. It holds every word, speaker,
 * participant, event and confidence, the language, the start and end of a turn and the starts of words to the
 * millisecond. It does not hold other metadata, notes, sentiments, and line breaks inside a turn, which become spaces;
 * cues must have times, so that a turn without a start or an end is given one; brackets that read as an event become
 * one. Only a call with some times can be written.
 */
import type { Call, CallEvent, Turn } from '../../call/call.ts';
import { cueTimesOf, type CueTimes } from './cue-times.ts';
import { turnLabels } from './labels.ts';
import { clock, eventsAfter, eventWords, inOneLine } from './line.ts';
import type { TranscriptFormat } from './transcript-format.ts';

const escapes = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['{', '&#123;'],
]);

function escaped(text: string): string {
  // Some readers take {\an8} for markup, as in other subtitles.
  return text.replaceAll(/[&<>]|\{(?=\\)/gu, (sign) => escapes.get(sign)!);
}

/** The text with a timestamp before each word whose start is known; as it is where its words are not those of the list. */
function withWordTimes({ text, words = [] }: Turn, { start, end }: CueTimes): string {
  const plain = inOneLine(text);
  if (words.every((word) => word.start === undefined)) return escaped(plain);
  let written = '';
  let from = 0;
  let last = start;
  for (const word of words) {
    const said = inOneLine(word.text);
    const at = said === '' ? -1 : plain.indexOf(said, from);
    if (at < 0) return escaped(plain);
    const time = word.start === undefined ? undefined : Math.round(word.start);
    written += escaped(plain.slice(from, at));
    // Timestamps inside a cue must grow, and stand between its own times.
    if (
      time !== undefined &&
      time >= last &&
      time < end &&
      !(written === '' && time === start && words.length > 1)
    ) {
      written += `<${clock(time)}>`;
      last = time;
    }
    written += escaped(plain.slice(at, at + said.length));
    from = at + said.length;
  }
  return written + escaped(plain.slice(from));
}

function cue({ start, end }: CueTimes, payload: string): string {
  return `${clock(start)} --> ${clock(end)}\n${payload}\n\n`;
}

function cues(call: Call): string {
  const labelOf = turnLabels(call);
  const eventsOf = eventsAfter(call.events);
  const times = cueTimesOf(call);
  let written = 'WEBVTT\n\n';
  if (call.language !== undefined) written += `NOTE language: ${inOneLine(call.language)}\n\n`;
  const putEvents = (events: readonly CallEvent[], before: number): void => {
    for (const event of events) {
      const at = Math.round(event.at ?? before);
      written += cue({ start: at, end: at }, `[${escaped(eventWords(event))}]`);
    }
  };
  putEvents(eventsOf(-1), 0);
  for (const [index, turn] of call.turns.entries()) {
    const time = times[index]!;
    if (turn.confidence !== undefined) written += `NOTE Confidence: ${turn.confidence}\n\n`;
    written += cue(time, `<v ${escaped(labelOf(turn))}>${withWordTimes(turn, time)}</v>`);
    putEvents(eventsOf(index), time.end);
  }
  return written;
}

export const vttTranscript: TranscriptFormat = {
  extension: '.vtt',
  holdsMany: false,
  head: '',
  tail: '',
  call: cues,
};
