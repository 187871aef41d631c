/**
 * Deepgram's recordings: seconds, words with confidence, channels, speaker numbers; no roles.
 * https://developers.deepgram.com/reference/speech-to-text/listen-pre-recorded (`results.channels`, `results.utterances`)
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { cutWords, wordsOf, type Token } from './pieces.ts';
import { voiceOf } from './voice.ts';

function tokenOf(word: JsonNode, channel?: JsonNode): Token {
  return {
    text: word.get('punctuated_word', 'word').text(),
    start: offsetOf(word.get('start'), 's'),
    end: offsetOf(word.get('end'), 's'),
    confidence: word.get('confidence').confidence(),
    voice: voiceOf(word.get('speaker'), channel),
  };
}

function utterancePiece(utterance: JsonNode): Piece {
  const words = utterance.get('words').records();
  return {
    voice: voiceOf(utterance.get('speaker'), utterance.get('channel')),
    text: words.length > 0 ? utterance.get('transcript').string() : utterance.get('transcript').text(),
    words: wordsOf(words.map((word) => tokenOf(word))),
    start: offsetOf(utterance.get('start'), 's'),
    end: offsetOf(utterance.get('end'), 's'),
    confidence: utterance.get('confidence').confidence(),
  };
}

/** The pieces of a channel: its words cut, or its whole transcript where it has no words. */
function channelPieces(channel: JsonNode, index: number, several: boolean): readonly Piece[] {
  const best = channel.get('alternatives').records()[0];
  if (best === undefined) return [];
  // A channel has no number but its place in the list.
  const number = several ? new JsonNode(index, channel.path) : undefined;
  const words = best.get('words').records();
  if (words.length > 0) return cutWords(words.map((word) => tokenOf(word, number)));
  const voice = several ? { channel: String(index) } : undefined;
  return [{ voice, text: best.get('transcript').text() }];
}

function read(root: JsonNode): CallDraft {
  const results = root.get('results');
  const channels = results.get('channels').records();
  const utterances = results.get('utterances').records();
  const count = (pieces: readonly Piece[]) => pieces.reduce((sum, { words = [] }) => sum + words.length, 0);
  const byChannel = channels.flatMap((channel, index) => channelPieces(channel, index, channels.length > 1));
  const byUtterance = utterances.map(utterancePiece);
  const metadata = root.get('metadata');
  const language = channels[0]?.get('detected_language').label();
  return {
    // Utterances are cut by meaning, yet where they hold fewer words than the channels, words would be lost.
    pieces: byUtterance.length > 0 && count(byUtterance) >= count(byChannel) ? byUtterance : byChannel,
    head: [
      ['id', metadata.get('request_id').label()],
      ['language', language],
    ],
  };
}

export const deepgram: Vendor = {
  recognises: (value) => {
    const results = value.peek('results');
    const first = results.peek('channels').first();
    if (first.peek('alternatives').isList) return 'it has results with channels and their alternatives';
    return results.peek('utterances').first().peek('transcript').exists
      ? 'it has results with utterances'
      : undefined;
  },
  read,
};
