/**
 * Azure's batch and fast transcription: ticks of 100 ns, ISO 8601 durations or milliseconds, words, channels, speaker
 * numbers; no roles.
 * - https://learn.microsoft.com/azure/ai-services/speech-service/batch-transcription-get (`recognizedPhrases`)
 * - https://learn.microsoft.com/azure/ai-services/speech-service/fast-transcription-create (`phrases`)
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf, spanOf } from './offset.ts';
import { wordsOf } from './pieces.ts';
import { voiceOf } from './voice.ts';

/** A time under any of the names that the versions of the service have for it. */
function timeOf(node: JsonNode, name: 'offset' | 'duration'): number | undefined {
  const milliseconds = node.get(`${name}Milliseconds`, `${name}InMs`);
  if (milliseconds.exists) return offsetOf(milliseconds, 'ms');
  const ticks = node.get(`${name}InTicks`);
  return ticks.exists ? offsetOf(ticks, 'tick') : offsetOf(node.get(name), 'tick');
}

function pieceOf(phrase: JsonNode, several: boolean): Piece {
  const best = phrase.get('nBest').records()[0] ?? phrase;
  // Display words are cased and punctuated as the text is.
  const words = best.get('displayWords', 'words').records();
  const text = best.get('display', 'text', 'lexical');
  const failed = phrase.get('recognitionStatus').label();
  const silent = !text.exists && failed !== undefined && failed !== 'Success';
  const { start, end } = spanOf(timeOf(phrase, 'offset'), timeOf(phrase, 'duration'));
  return {
    voice: voiceOf(phrase.get('speaker'), several ? phrase.get('channel') : undefined),
    text: silent ? '' : words.length > 0 ? text.string() : text.text(),
    words: wordsOf(
      words.map((word) => ({
        text: word.get('displayText', 'word', 'text').text(),
        ...spanOf(timeOf(word, 'offset'), timeOf(word, 'duration')),
        confidence: word.get('confidence').confidence(),
      })),
    ),
    start,
    end,
    confidence: (best.get('confidence').exists ? best : phrase).get('confidence').confidence(),
  };
}

function read(root: JsonNode): CallDraft {
  const phrases = root.get('recognizedPhrases', 'phrases').records();
  const channels = new Set(phrases.map((phrase) => phrase.get('channel').label()));
  const source = root.get('source').label();
  return {
    pieces: phrases.map((phrase) => pieceOf(phrase, channels.size > 1)),
    head: [
      ['source', source],
      ['language', phrases.map((phrase) => phrase.get('locale').label()).find(Boolean)],
    ],
  };
}

export const azureSpeech: Vendor = {
  recognises: (value) => {
    const phrase = value.peek('recognizedPhrases').first();
    if (phrase.peek('nBest').isList || phrase.peek('offsetInTicks', 'offset').exists)
      return 'it has recognizedPhrases';
    return value.peek('phrases').first().peek('offsetMilliseconds', 'offsetInMs').exists
      ? 'it has phrases with offsetMilliseconds'
      : undefined;
  },
  read,
};
