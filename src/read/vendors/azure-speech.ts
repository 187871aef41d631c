/**
 * Azure's batch, fast and real-time transcription: ticks of 100 ns, ISO 8601 durations or milliseconds, words, channels, speaker
 * numbers; no roles.
 * - https://learn.microsoft.com/azure/ai-services/speech-service/batch-transcription-get (`recognizedPhrases`)
 * - https://learn.microsoft.com/azure/ai-services/speech-service/fast-transcription-create (`phrases`)
 * - https://learn.microsoft.com/azure/ai-services/speech-service/get-speech-recognition-results (`NBest`, a list of results)
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf, spanOf, type Unit } from './offset.ts';
import { wordsOf } from './pieces.ts';
import { voiceOf } from './voice.ts';

/** A time under any of the names that the versions of the service have for it. @param bare the unit of one that says none */
function timeOf(node: JsonNode, name: 'offset' | 'duration', bare: Unit): number | undefined {
  const milliseconds = node.get(`${name}Milliseconds`, `${name}InMs`);
  if (milliseconds.exists) return offsetOf(milliseconds, 'ms');
  const ticks = node.get(`${name}InTicks`);
  return ticks.exists ? offsetOf(ticks, 'tick') : offsetOf(node.get(name), bare);
}

function pieceOf(phrase: JsonNode, several: boolean, bare: Unit): Piece {
  const best = phrase.get('nBest').records()[0] ?? phrase;
  // Display words are cased and punctuated as the text is.
  const words = best.get('displayWords', 'words').records();
  const text = best.get('display', 'text', 'lexical');
  const failed = phrase.get('recognitionStatus').label();
  const silent = !text.exists && failed !== undefined && failed !== 'Success';
  const { start, end } = spanOf(timeOf(phrase, 'offset', bare), timeOf(phrase, 'duration', bare));
  return {
    voice: voiceOf(phrase.get('speaker', 'speakerId'), several ? phrase.get('channel') : undefined),
    text: silent ? '' : words.length > 0 ? text.string() : text.text(),
    words: wordsOf(
      words.map((word) => ({
        text: word.get('displayText', 'word', 'text').text(),
        ...spanOf(timeOf(word, 'offset', bare), timeOf(word, 'duration', bare)),
        confidence: word.get('confidence').confidence(),
      })),
    ),
    start,
    end,
    confidence: (best.get('confidence').exists ? best : phrase).get('confidence').confidence(),
  };
}

function read(root: JsonNode): CallDraft {
  const fast = root.peek('phrases').exists;
  const phrases = (root.isList ? root : root.get('recognizedPhrases', 'phrases')).records();
  const channels = new Set(phrases.map((phrase) => phrase.get('channel').label()));
  const source = root.peek('source').label();
  // The first versions of fast transcription write milliseconds under the names that others have for ticks.
  const bare = fast ? 'ms' : 'tick';
  return {
    pieces: phrases.map((phrase) => pieceOf(phrase, channels.size > 1, bare)),
    head: [
      ['source', source],
      ['language', phrases.map((phrase) => phrase.get('locale').label()).find(Boolean)],
    ],
  };
}

export const azureSpeech: Vendor = {
  recognises: (value) => {
    if (value.isList) {
      const result = value.first();
      return result.peek('NBest').isList && result.peek('Offset', 'RecognitionStatus').exists
        ? 'it is a list of results with NBest'
        : undefined;
    }
    const phrase = value.peek('recognizedPhrases').first();
    if (phrase.peek('nBest').isList || phrase.peek('offsetInTicks', 'offset').exists)
      return 'it has recognizedPhrases';
    const fast = value.peek('phrases').first();
    if (fast.peek('offsetMilliseconds', 'offsetInMs').exists) return 'it has phrases with offsetMilliseconds';
    return fast.peek('offset').exists && fast.peek('duration').exists && fast.peek('text').exists
      ? 'it has phrases with offset and duration'
      : undefined;
  },
  read,
};
