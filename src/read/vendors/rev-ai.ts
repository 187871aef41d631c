/**
 * Rev AI's transcripts: seconds, words with confidence, speaker numbers; no roles.
 * https://docs.rev.ai/api/asynchronous/transcripts/ (`monologues`, `elements`)
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { wordOf } from './pieces.ts';
import { voiceOf } from './voice.ts';

/** Names by the number of their speaker: Rev's own editor lists them once, the interface beside each monologue. */
function namesOf(root: JsonNode): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const speaker of root.get('speakers').items()) {
    const id = speaker.peek('id').label();
    const name = speaker.peek('name').label();
    if (id !== undefined && name !== undefined) names.set(id, name);
  }
  return names;
}

/** What an element says; a tag such as a laugh says nothing. */
function valueOf(element: JsonNode): string {
  const value = element.get('value');
  return element.get('type').string() === 'tag' && !value.exists ? '' : value.text();
}

function pieceOf(monologue: JsonNode, names: ReadonlyMap<string, string>): Piece {
  const elements = monologue.get('elements').list();
  const isWord = (element: JsonNode) =>
    element.get('type').string() !== 'punct' && valueOf(element).trim() !== '';
  const speaker = monologue.get('speaker');
  const name = monologue.get('speaker_info').get('display_name').label() ?? names.get(speaker.label() ?? '');
  const voice = voiceOf(speaker);
  return {
    voice: voice === undefined || name === undefined ? voice : { ...voice, name },
    // Spaces are elements too, so that the values in a row are the text.
    text: elements.map(valueOf).join(''),
    words: elements.filter(isWord).map((element) =>
      wordOf({
        text: valueOf(element),
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
    pieces: root
      .get('monologues')
      .records()
      .map((monologue) => pieceOf(monologue, namesOf(root))),
    head: [['language', root.get('language').label()]],
  }),
};
