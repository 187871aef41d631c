/**
 * Gladia's results: seconds, words with confidence, speaker and channel numbers; no roles.
 * https://docs.gladia.io/api-reference/v2/pre-recorded/get (`result.transcription.utterances`)
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { wordsOf } from './pieces.ts';
import { voiceOf } from './voice.ts';

function pieceOf(utterance: JsonNode, several: boolean): Piece {
  const words = utterance.get('words').records();
  return {
    voice: voiceOf(utterance.get('speaker'), several ? utterance.get('channel') : undefined),
    text: words.length > 0 ? utterance.get('text').string() : utterance.get('text').text(),
    words: wordsOf(
      words.map((word) => ({
        text: word.get('word').text().trim(),
        start: offsetOf(word.get('start'), 's'),
        end: offsetOf(word.get('end'), 's'),
        confidence: word.get('confidence').confidence(),
      })),
    ),
    start: offsetOf(utterance.get('start'), 's'),
    end: offsetOf(utterance.get('end'), 's'),
    confidence: utterance.get('confidence').confidence(),
  };
}

/** The transcription, in a job's result or a final message's data. */
function transcriptionOf(root: JsonNode): JsonNode {
  const around = root.peek('result', 'data', 'payload');
  return (around.isRecord ? around : root).peek('transcription');
}

function read(root: JsonNode): CallDraft {
  const transcription = transcriptionOf(root);
  const utterances = transcription.get('utterances').records();
  const channels = new Set(utterances.map((utterance) => utterance.get('channel').label()));
  return {
    pieces: utterances.map((utterance) => pieceOf(utterance, channels.size > 1)),
    head: [
      ['id', root.get('id', 'session_id').label()],
      ['language', transcription.get('languages').items()[0]?.label()],
    ],
  };
}

export const gladia: Vendor = {
  recognises: (value) =>
    transcriptionOf(value).peek('utterances').first().peek('text', 'words').exists &&
    transcriptionOf(value).peek('full_transcript').exists
      ? 'it has a transcription with full_transcript and utterances'
      : undefined,
  read,
};
