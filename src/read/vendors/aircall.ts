/**
 * Aircall's transcription of a call: seconds, `internal` and `external` participants; no words.
 * https://developer.aircall.io/docs/log-transcriptions (`transcription.content.utterances`)
 */
import type { Speaker } from '../../call/call.ts';
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';

const sides: Readonly<Record<string, Speaker>> = {
  internal: 'agent',
  external: 'customer',
  ai_voice_agent: 'bot',
};

function pieceOf(utterance: JsonNode): Piece {
  const type = utterance.get('participant_type').label()?.toLowerCase();
  return {
    voice: { side: sides[type ?? ''], id: utterance.get('user_id', 'phone_number').label() ?? type },
    text: utterance.get('text').text(),
    start: offsetOf(utterance.get('start_time'), 's'),
    end: offsetOf(utterance.get('end_time'), 's'),
  };
}

function read(root: JsonNode): CallDraft {
  const transcription = root.get('transcription').exists ? root.get('transcription') : root;
  const content = transcription.get('content');
  const utterances = content.get('utterances').records();
  return {
    pieces: utterances.map(pieceOf),
    head: [
      ['id', transcription.get('call_id', 'id').label()],
      ['language', content.get('language').label()],
      ['startedAt', transcription.get('call_created_at').label()],
      ['agentId', utterances.map((utterance) => utterance.get('user_id').label()).find(Boolean)],
      ['customerId', utterances.map((utterance) => utterance.get('phone_number').label()).find(Boolean)],
    ],
  };
}

export const aircall: Vendor = {
  recognises: (value) => {
    const transcription = value.peek('transcription').exists ? value.peek('transcription') : value;
    const first = transcription.peek('content').peek('utterances').first();
    return first.peek('participant_type').exists ? 'its utterances have a participant_type' : undefined;
  },
  read,
};
