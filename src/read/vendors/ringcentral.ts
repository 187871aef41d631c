/**
 * RingCentral's speech-to-text and call insights: seconds, speakers' ids, words; no roles.
 * - https://developers.ringcentral.com/guide/ai/speech-to-text (`utterances`, `wordTimings`)
 * - https://developers.ringcentral.com/api-reference/RingSense (`insights.Transcript`, with `speakerInfo`)
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { cutWords, wordsOf, type Token } from './pieces.ts';
import { voiceOf } from './voice.ts';

function tokenOf(word: JsonNode): Token {
  return {
    text: word.get('word').text(),
    start: offsetOf(word.get('start'), 's'),
    end: offsetOf(word.get('end'), 's'),
    confidence: word.get('confidence').confidence(),
    voice: voiceOf(word.get('speakerId')),
  };
}

function pieceOf(utterance: JsonNode, names: ReadonlyMap<string, string>): Piece {
  const words = utterance.get('wordTimings').records();
  const voice = voiceOf(utterance.get('speakerId'));
  const name = names.get(utterance.get('speakerId').label() ?? '');
  return {
    voice: voice === undefined || name === undefined ? voice : { ...voice, name },
    text: words.length > 0 ? utterance.get('text').string() : utterance.get('text').text(),
    words: wordsOf(words.map(tokenOf)),
    start: offsetOf(utterance.get('start'), 's'),
    end: offsetOf(utterance.get('end'), 's'),
    confidence: utterance.get('confidence').confidence(),
  };
}

/** The result, alone or as a job's answer. */
function resultOf(root: JsonNode): JsonNode {
  return root.peek('response').isRecord ? root.peek('response') : root;
}

function read(root: JsonNode): CallDraft {
  const names = new Map<string, string>();
  for (const person of root.get('speakerInfo').records()) {
    const id = person.get('speakerId').label();
    const name = person.get('name').label();
    if (id !== undefined && name !== undefined) names.set(id, name);
  }
  const result = resultOf(root);
  const insights = root.get('insights').get('Transcript').records();
  const utterances = insights.length > 0 ? insights : result.get('utterances').records();
  const words = result.get('words').records();
  return {
    pieces:
      utterances.length > 0
        ? utterances.map((utterance) => pieceOf(utterance, names))
        : words.length > 0
          ? cutWords(words.map(tokenOf))
          : [{ text: result.get('transcript').string() }],
    head: [
      ['id', root.get('sourceSessionId', 'jobId').label()],
      ['startedAt', root.get('recordingStartTime').label()],
      ['direction', root.get('callDirection').label()],
    ],
  };
}

export const ringcentral: Vendor = {
  recognises: (value) => {
    const insight = value.peek('insights').peek('Transcript').first();
    if (insight.peek('speakerId').exists) return 'it has insights with a Transcript of speakers';
    const utterance = resultOf(value).peek('utterances').first();
    return utterance.peek('speakerId', 'wordTimings').exists ? 'it has utterances with speakerId' : undefined;
  },
  read,
};
