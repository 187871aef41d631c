/**
 * Twilio: sentences of Conversational (Voice) Intelligence, seconds as strings, words, channels; roles where the
 * transcript's own resource stands beside them. And a list of real-time transcription events.
 * - https://www.twilio.com/docs/conversational-intelligence/api/transcript-sentence-subresource
 * - https://www.twilio.com/docs/conversational-intelligence/api/transcript-resource (`channel.participants`)
 * - https://www.twilio.com/docs/voice/twiml/transcription (`TranscriptionData`)
 */
import type { Speaker } from '../../call/call.ts';
import type { CallDraft, Piece, Vendor, Voice } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { epochOf, isoOf, offsetOf } from './offset.ts';
import { wordsOf } from './pieces.ts';

const sides: Readonly<Record<string, Speaker>> = { agent: 'agent', customer: 'customer' };

/** Who is on which channel, where the transcript's resource says it. */
function peopleOf(root: JsonNode): ReadonlyMap<string, Voice> {
  const resource = root.peek('transcript').isRecord ? root.get('transcript') : root;
  const people = new Map<string, Voice>();
  for (const person of resource.get('channel').get('participants').records()) {
    const channel = person.get('channel_participant').label();
    const role = person.get('role').label()?.toLowerCase();
    if (channel === undefined) continue;
    people.set(channel, {
      side: sides[role ?? ''],
      id: person.get('user_id').label() ?? role,
      name: person.get('full_name').label(),
      channel,
    });
  }
  return people;
}

function sentencePiece(sentence: JsonNode, people: ReadonlyMap<string, Voice>): Piece {
  const channel = sentence.get('media_channel').label();
  const words = sentence.get('words').records();
  return {
    voice: channel === undefined ? undefined : (people.get(channel) ?? { channel }),
    text: words.length > 0 ? sentence.get('transcript').string() : sentence.get('transcript').text(),
    words: wordsOf(
      words.map((word) => ({
        text: word.get('word', 'text').text(),
        start: offsetOf(word.get('start_time'), 's'),
        end: offsetOf(word.get('end_time'), 's'),
        confidence: word.get('confidence').confidence(),
      })),
    ),
    start: offsetOf(sentence.get('start_time'), 's'),
    end: offsetOf(sentence.get('end_time'), 's'),
    confidence: sentence.get('confidence').confidence(),
  };
}

function readSentences(root: JsonNode): CallDraft {
  const sentences = root.isList ? root.records() : root.get('sentences').records();
  const people: ReadonlyMap<string, Voice> = root.isList ? new Map() : peopleOf(root);
  const resource = root.peek('transcript').isRecord ? root.peek('transcript') : root;
  const url = root.peek('meta').peek('url').string();
  const agent = [...people.values()].find(({ side }) => side === 'agent');
  return {
    pieces: sentences.map((sentence) => sentencePiece(sentence, people)),
    head: [
      ['id', resource.peek('sid').label() ?? /GT[\da-f]{32}/iu.exec(url ?? '')?.[0]],
      ['language', resource.peek('language_code').label()],
      ['startedAt', resource.peek('media_start_time').label()],
      ['agentName', agent?.name],
    ],
  };
}

/** Flags are booleans or their words. */
function isPartial(final: unknown): boolean {
  return final === false || final === 'false';
}

/** Events of one call, the partial ones left out: each is followed by its whole. */
function readEvents(root: JsonNode): CallDraft {
  const spoken = root
    .records()
    .filter((event) => event.get('TranscriptionData').exists && !isPartial(event.get('Final').value));
  const times = spoken.map((event) => epochOf(event.get('Timestamp')));
  // Of the call's events, the first tells that it began to be heard.
  const first = root
    .records()
    .map((event) => epochOf(event.get('Timestamp')))
    .find((time) => time !== undefined);
  return {
    pieces: spoken.map((event, index): Piece => {
      const data = event.get('TranscriptionData').inner();
      const at = times[index];
      const track = event.get('Track').label();
      return {
        voice: track === undefined ? undefined : { id: track },
        text: data.get('transcript').text(),
        // The event comes when its sentence is over.
        end: at === undefined ? undefined : Math.max(0, at - first!),
        confidence: data.get('confidence').confidence(),
      };
    }),
    head: [
      ['id', spoken[0]?.get('CallSid').label()],
      ['startedAt', isoOf(first)],
    ],
  };
}

const isEvents = (root: JsonNode): boolean =>
  root.isList && root.items().some((item) => item.peek('TranscriptionEvent', 'TranscriptionData').exists);

export const twilio: Vendor = {
  recognises: (value) => {
    if (isEvents(value)) return 'it is a list of events with TranscriptionData';
    const sentence = (value.isList ? value : value.peek('sentences')).first();
    return sentence.peek('media_channel', 'sentence_index').exists && sentence.peek('transcript').exists
      ? 'it has sentences with media_channel and transcript'
      : undefined;
  },
  read: (root) => (isEvents(root) ? readEvents(root) : readSentences(root)),
};
