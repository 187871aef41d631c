/**
 * Tencent Cloud's recognition of recordings, slow and fast: milliseconds, words, speaker or channel numbers; no roles.
 * - https://cloud.tencent.com/document/product/1093/37824 (`SentenceDetail`; a word's offsets count from its sentence; `Result`)
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

/** `[0:3.000,0:7.000,0]  您好`: minutes and seconds of start and end, and the speaker or channel where it tells them apart. */
const resultLine = /^\[(\d+):(\d+(?:\.\d+)?),(\d+):(\d+(?:\.\d+)?)(?:,(\d+))?\]\s*(.*)$/u;

/** A line of the result as text, which is all there is where no details were asked for. */
function linePiece(line: string): Piece {
  const found = resultLine.exec(line.trim());
  if (found === null) return { text: line };
  const [, startMinute, startSecond, endMinute, endSecond, speaker, text] = found;
  const msOf = (minutes = '', seconds = '') => Math.round(Number(minutes) * 60_000 + Number(seconds) * 1000);
  return {
    voice: speaker === undefined ? undefined : { id: `speaker ${speaker}` },
    text: text!,
    start: msOf(startMinute, startSecond),
    end: msOf(endMinute, endSecond),
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
  const details = data.get('ResultDetail').records();
  const lines = details.length > 0 ? [] : (data.get('Result').string() ?? '').split(/\r?\n/u);
  return {
    pieces: [...details.map(detailPiece), ...lines.map(linePiece)],
    head: [['id', data.get('TaskId').label()]],
  };
}

export const tencentAsr: Vendor = {
  recognises: (value) => {
    if (value.peek('flash_result').first().peek('sentence_list').isList)
      return 'it has a flash_result with a sentence_list';
    const response = value.peek('Response').exists ? value.peek('Response') : value;
    const data = response.peek('Data').exists ? response.peek('Data') : response;
    if (data.peek('ResultDetail').first().peek('FinalSentence', 'StartMs').exists)
      return 'it has a ResultDetail with FinalSentence';
    const { value: result } = data.peek('Result');
    return typeof result === 'string' && resultLine.test(result.trim().split(/\r?\n/u)[0]!)
      ? 'it has a Result of lines with times'
      : undefined;
  },
  read,
};
