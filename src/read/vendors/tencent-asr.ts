/**
 * Tencent Cloud's recognition of recordings, slow and fast: milliseconds, words, speaker or channel numbers; no roles.
 * - https://cloud.tencent.com/document/product/1093/37824 (`SentenceDetail`; a word's offsets count from its sentence)
 * - https://cloud.tencent.com/document/product/1093/52097 (录音文件识别极速版: `flash_result`)
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { wordsOf } from './pieces.ts';
import { voiceOf } from './voice.ts';

function detailPiece(sentence: JsonNode): Piece {
  const start = offsetOf(sentence.get('StartMs'), 'ms');
  const from = (node: JsonNode) => {
    const offset = offsetOf(node, 'ms');
    return offset === undefined ? undefined : offset + (start ?? 0);
  };
  const words = sentence.get('Words').records();
  return {
    voice: voiceOf(sentence.get('SpeakerId')),
    text: words.length > 0 ? sentence.get('FinalSentence').string() : sentence.get('FinalSentence').text(),
    words: wordsOf(
      words.map((word) => ({
        text: word.get('Word').text(),
        start: from(word.get('OffsetStartMs')),
        end: from(word.get('OffsetEndMs')),
      })),
    ),
    start,
    end: offsetOf(sentence.get('EndMs'), 'ms'),
  };
}

function flashPiece(sentence: JsonNode, channel: JsonNode): Piece {
  const words = sentence.get('word_list').records();
  return {
    voice: voiceOf(sentence.get('speaker_id'), channel),
    text: words.length > 0 ? sentence.get('text').string() : sentence.get('text').text(),
    words: wordsOf(
      words.map((word) => ({
        text: word.get('word').text(),
        start: offsetOf(word.get('start_time'), 'ms'),
        end: offsetOf(word.get('end_time'), 'ms'),
      })),
    ),
    start: offsetOf(sentence.get('start_time'), 'ms'),
    end: offsetOf(sentence.get('end_time'), 'ms'),
  };
}

/** Where the result stands: in the answer's `Response` and `Data`, or without either. */
function dataOf(root: JsonNode): JsonNode {
  const response = root.peek('Response').exists ? root.get('Response') : root;
  return response.peek('Data').exists ? response.get('Data') : response;
}

function read(root: JsonNode): CallDraft {
  const flash = root.get('flash_result');
  if (flash.exists) {
    const pieces = flash.records().flatMap((channel) =>
      channel
        .get('sentence_list')
        .records()
        .map((sentence) => flashPiece(sentence, channel.get('channel_id'))),
    );
    return { pieces, head: [['id', root.get('request_id').label()]] };
  }
  const data = dataOf(root);
  return {
    pieces: data.get('ResultDetail').records().map(detailPiece),
    head: [['id', data.get('TaskId').label()]],
  };
}

export const tencentAsr: Vendor = {
  recognises: (value) => {
    if (value.peek('flash_result').first().peek('sentence_list').isList)
      return 'it has a flash_result with a sentence_list';
    const data = value.peek('Response').exists ? value.peek('Response') : value;
    const detail = (data.peek('Data').exists ? data.peek('Data') : data).peek('ResultDetail').first();
    return detail.peek('FinalSentence', 'StartMs').exists
      ? 'it has a ResultDetail with FinalSentence'
      : undefined;
  },
  read,
};
