/**
 * Rev AI's transcripts: seconds, words with confidence, speaker numbers; no roles.
 * https://docs.rev.ai/api/asynchronous/transcripts/ (`monologues`, `elements`)
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { wordOf } from './pieces.ts';
import { voiceOf } from './voice.ts';

function pieceOf(monologue: JsonNode): Piece {
  const elements = monologue.get('elements').list();
  const isPunctuation = (element: JsonNode) => element.get('type').string() === 'punct';
  const name = monologue.get('speaker_info').get('display_name').label();
  const voice = voiceOf(monologue.get('speaker'));
  return {
    voice: voice === undefined || name === undefined ? voice : { ...voice, name },
    // Spaces are elements too, so that the values in a row are the text.
    text: elements.map((element) => element.get('value').text()).join(''),
    words: elements
      .filter((element) => !isPunctuation(element))
      .map((element) =>
        wordOf({
          text: element.get('value').text(),
          start: offsetOf(element.get('ts'), 's'),
          end: offsetOf(element.get('end_ts'), 's'),
          confidence: element.get('confidence').confidence(),
        }),
      ),
  };
}

export const revAi: Vendor = {
  recognises: (value) =>
    value.peek('monologues').first().peek('elements').isList ? 'it has monologues with elements' : undefined,
  read: (root): CallDraft => ({
    pieces: root.get('monologues').records().map(pieceOf),
    head: [['language', root.get('language').label()]],
  }),
};
