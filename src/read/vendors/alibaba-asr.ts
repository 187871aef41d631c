/**
 * Alibaba Cloud's recognition of recordings, in telephony messages, as files and in Model Studio: milliseconds, channels
 * or speakers; numbers may be strings, names begin with a capital or not; no roles.
 * - https://help.aliyun.com/document_detail/90727.htm (录音文件识别: `Result.Sentences`, `Result.Words`)
 * - https://help.aliyun.com/zh/pnp/developer-reference/secretasrreport-1 (`sentences` of a telephone call)
 * - https://help.aliyun.com/zh/model-studio/paraformer-recorded-speech-recognition-restful-api (`transcripts`)
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { joinWords, wordOf, wordsOf, type Token } from './pieces.ts';
import { voiceOf } from './voice.ts';

function tokenOf(word: JsonNode): Token {
  return {
    // Model Studio gives the punctuation behind a word apart.
    text: word.get('Word', 'Text').text() + (word.get('Punctuation').string() ?? '').trim(),
    start: offsetOf(word.get('BeginTime'), 'ms'),
    end: offsetOf(word.get('EndTime'), 'ms'),
  };
}

/** The words that are listed beside the sentences: those of its channel that begin while it lasts. */
function wordsWithin(words: readonly JsonNode[], sentence: JsonNode): readonly Token[] {
  const channel = sentence.get('ChannelId').label();
  const start = offsetOf(sentence.get('BeginTime'), 'ms');
  const end = offsetOf(sentence.get('EndTime'), 'ms');
  if (start === undefined || end === undefined) return [];
  return words
    .filter((word) => word.get('ChannelId').label() === channel)
    .map(tokenOf)
    .filter((token) => token.start !== undefined && token.start >= start && token.start < end);
}

function pieceOf(sentence: JsonNode, channel: JsonNode, beside: readonly JsonNode[]): Piece {
  const own = sentence.get('Words').records().map(tokenOf);
  const words = (own.length > 0 ? wordsOf(own) : wordsWithin(beside, sentence).map(wordOf)).map((word) => ({
    ...word,
    text: word.text.trim(),
  }));
  const text = own.length === 0 ? sentence.get('Text').text() : sentence.get('Text').string();
  return {
    voice: voiceOf(sentence.get('SpeakerId'), channel),
    text: text ?? joinWords(own.map((word) => word.text)),
    words,
    start: offsetOf(sentence.get('BeginTime'), 'ms'),
    end: offsetOf(sentence.get('EndTime'), 'ms'),
  };
}

function read(root: JsonNode): CallDraft {
  if (root.isList) return { pieces: root.records().map((item) => pieceOf(item, item.get('ChannelId'), [])) };
  const transcripts = root.get('transcripts').records();
  const result = root.get('Result').exists ? root.get('Result') : root;
  const beside = result.get('Words').records();
  const pieces =
    transcripts.length > 0
      ? transcripts.flatMap((transcript) =>
          transcript
            .get('Sentences')
            .records()
            .map((sentence) => pieceOf(sentence, transcript.get('ChannelId'), [])),
        )
      : result
          .get('Sentences')
          .records()
          .map((sentence) => pieceOf(sentence, sentence.get('ChannelId'), beside));
  return { pieces, head: [['id', root.get('callId', 'TaskId').label()]] };
}

function isSentence(item: JsonNode): boolean {
  return item.peek('BeginTime').exists && (item.peek('Text').exists || item.peek('Words').isList);
}

export const alibabaAsr: Vendor = {
  recognises: (value) => {
    if (value.isList)
      return isSentence(value.first()) ? 'it is a list of sentences with BeginTime' : undefined;
    const result = value.peek('Result');
    for (const owner of [result, value, value.peek('transcripts').first()]) {
      if (isSentence(owner.peek('Sentences').first())) return 'it has Sentences with BeginTime and Text';
    }
    return undefined;
  },
  read,
};
