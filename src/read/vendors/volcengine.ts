/**
 * Volcengine's (ByteDance) recognition of recordings: milliseconds, words, speaker or channel numbers in `additions`; no
 * roles.
 * - https://www.volcengine.com/docs/6561/1354868 (`result.utterances`)
 * - https://www.volcengine.com/docs/6561/120559 (the older `result` list and `resp`)
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { wordsOf } from './pieces.ts';
import { voiceOf } from './voice.ts';

/** Times below zero stand for none. */
function timeOf(node: JsonNode): number | undefined {
  const { value } = node;
  return Number(value ?? 0) < 0 ? undefined : offsetOf(node, 'ms');
}

function pieceOf(utterance: JsonNode): Piece {
  const additions = utterance.get('additions');
  const has = (name: string) => (additions.exists ? additions : utterance).get(name);
  const words = utterance.get('words').records();
  return {
    voice: voiceOf(has('speaker'), has('channel_id')),
    text: words.length > 0 ? utterance.get('text').string() : utterance.get('text').text(),
    words: wordsOf(
      words.map((word) => ({
        text: word.get('text').text(),
        start: timeOf(word.get('start_time')),
        end: timeOf(word.get('end_time')),
        // Zero is what the service writes where it has none.
        confidence: word.get('confidence').confidence() || undefined,
      })),
    ),
    start: timeOf(utterance.get('start_time')),
    end: timeOf(utterance.get('end_time')),
  };
}

/** Where the utterances stand: in `result`, in the first of a list of results, or in the older `resp`. */
function resultOf(root: JsonNode): JsonNode {
  const result = root.peek('result', 'resp');
  return result.isList ? (result.items()[0] ?? new JsonNode(undefined, result.path)) : result;
}

function read(root: JsonNode): CallDraft {
  const result = resultOf(root);
  return {
    pieces: result.get('utterances').records().map(pieceOf),
    head: [['id', root.get('reqid', 'task_id').label() ?? result.get('id').label()]],
  };
}

export const volcengine: Vendor = {
  recognises: (value) => {
    const first = resultOf(value).peek('utterances').first();
    return first.peek('start_time').exists && first.peek('text', 'words').exists
      ? 'it has a result whose utterances have start_time'
      : undefined;
  },
  read,
};
