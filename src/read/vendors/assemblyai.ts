/**
 * AssemblyAI's transcripts: milliseconds, words with confidence, speakers `A`, `B` or, with speaker identification,
 * their roles or names; channels.
 * https://www.assemblyai.com/docs/api-reference/transcripts/get (`words`, `utterances`)
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { cutWords, wordsOf, type Token } from './pieces.ts';
import { voiceOf } from './voice.ts';

function tokenOf(word: JsonNode): Token {
  return {
    text: word.get('text').text(),
    start: offsetOf(word.get('start'), 'ms'),
    end: offsetOf(word.get('end'), 'ms'),
    confidence: word.get('confidence').confidence(),
    voice: voiceOf(word.get('speaker'), word.get('channel')),
  };
}

function utterancePiece(utterance: JsonNode): Piece {
  const words = utterance.get('words').records();
  return {
    voice: voiceOf(utterance.get('speaker'), utterance.get('channel')),
    text: words.length > 0 ? utterance.get('text').string() : utterance.get('text').text(),
    words: wordsOf(words.map(tokenOf)),
    start: offsetOf(utterance.get('start'), 'ms'),
    end: offsetOf(utterance.get('end'), 'ms'),
    confidence: utterance.get('confidence').confidence(),
  };
}

function read(root: JsonNode): CallDraft {
  const utterances = root.get('utterances').records();
  const words = root.get('words').records();
  const pieces =
    utterances.length > 0
      ? utterances.map(utterancePiece)
      : words.length > 0
        ? cutWords(words.map(tokenOf))
        : [{ text: root.get('text').string() }];
  return {
    pieces,
    head: [
      ['id', root.get('id').label()],
      ['language', root.get('language_code').label()],
    ],
  };
}

export const assemblyai: Vendor = {
  recognises: (value) => {
    const timed = (name: string) => {
      const first = value.peek(name).first();
      return first.peek('text').exists && first.peek('start').exists;
    };
    if (value.peek('segments').isList || value.peek('results').exists) return undefined;
    if (timed('utterances')) return 'it has utterances with text and start';
    return timed('words') && value.peek('id', 'status').exists
      ? 'it has words with text and start'
      : undefined;
  },
  read,
};
