/**
 * Whisper and what is built on it: seconds, no roles; speakers where WhisperX or a diarising service added them.
 * - OpenAI's API, `verbose_json` and `diarized_json`: https://platform.openai.com/docs/api-reference/audio/verbose-json-object
 * - openai-whisper's and faster-whisper's segments: https://github.com/SYSTRAN/faster-whisper (`Segment`, `Word`)
 * - WhisperX: https://github.com/m-bain/whisperX (`SingleSegment`, `SingleWordSegment`; words may lack times and speakers)
 * - Hugging Face's `chunks` and insanely-fast-whisper's `speakers`: https://huggingface.co/docs/transformers/main_classes/pipelines
 * - whisper.cpp's `transcription` with `offsets` in ms: https://github.com/ggml-org/whisper.cpp (examples/cli, `output_json`)
 *
 * A word's `probability` is its confidence; WhisperX' `score` is not: it tells how well a word fits its place in time.
 */
import type { CallDraft, Piece, Vendor } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { cutWords, wordOf, type Token } from './pieces.ts';
import { voiceOf } from './voice.ts';

function tokenOf(word: JsonNode): Token {
  return {
    text: word.get('word', 'text').string() ?? '',
    start: offsetOf(word.get('start'), 's'),
    end: offsetOf(word.get('end'), 's'),
    confidence: word.get('probability').confidence(),
    voice: voiceOf(word.get('speaker')),
  };
}

/** The start and end of a segment in any of the spellings: seconds, `timestamp: [from, to]`, milliseconds in `offsets`. */
function timesOf(segment: JsonNode): { start: number | undefined; end: number | undefined } {
  const pair = segment.get('timestamp');
  if (pair.isList) {
    const [start, end] = pair.items();
    return {
      start: start === undefined ? undefined : offsetOf(start, 's'),
      end: end === undefined ? undefined : offsetOf(end, 's'),
    };
  }
  const offsets = segment.get('offsets');
  if (offsets.exists) {
    return { start: offsetOf(offsets.get('from'), 'ms'), end: offsetOf(offsets.get('to'), 'ms') };
  }
  return { start: offsetOf(segment.get('start'), 's'), end: offsetOf(segment.get('end'), 's') };
}

/** One piece for a segment of one voice, several where its words have several. */
function piecesOf(segment: JsonNode): readonly Piece[] {
  const words = segment.get('words').records().map(tokenOf);
  const own = voiceOf(segment.get('speaker'));
  const text = words.length === 0 ? segment.get('text').text() : segment.get('text').string();
  const voices = new Set(words.flatMap(({ voice }) => (voice?.id === undefined ? [] : [voice.id])));
  if (voices.size > 1) return cutWords(words);
  const voice = own ?? words.find(({ voice }) => voice !== undefined)?.voice;
  return [{ voice, text, words: words.map(wordOf), ...timesOf(segment) }];
}

function listOf(root: JsonNode): JsonNode {
  if (root.isList) return root;
  const lists = [root.get('speakers'), root.get('segments'), root.get('transcription'), root.get('chunks')];
  return lists.find((list) => list.isList && list.first().exists) ?? lists[1]!;
}

/** The words that the API lists beside the segments, each given to the segment that it begins in. */
function withWords(pieces: readonly Piece[], words: readonly Token[]): readonly Piece[] {
  return pieces.map((piece, index) => {
    const next = pieces[index + 1]?.start ?? Infinity;
    const own = words.filter(
      ({ start }) => start !== undefined && (index === 0 || start >= (piece.start ?? 0)) && start < next,
    );
    return own.length === 0 || (piece.words?.length ?? 0) > 0 ? piece : { ...piece, words: own.map(wordOf) };
  });
}

function read(root: JsonNode): CallDraft {
  const segments = listOf(root).records();
  const pieces = segments.flatMap(piecesOf);
  if (root.isList) return { pieces };
  const words = root.get('words').records().map(tokenOf);
  const whole = root.get('text').string();
  const language = root.get('language').label() ?? root.get('result').peek('language').label();
  const head = [['language', language]] as const;
  if (pieces.length > 0) return { pieces: withWords(pieces, words), head };
  return { pieces: words.length > 0 ? cutWords(words) : [{ text: whole }], head };
}

function isSegment(item: JsonNode): boolean {
  const timed = item.peek('start').exists || item.peek('timestamp').isList || item.peek('offsets').isRecord;
  return timed && (typeof item.peek('text').value === 'string' || item.peek('words').isList);
}

export const whisper: Vendor = {
  recognises: (value) => {
    if (value.isList) {
      return isSegment(value.first()) && !value.first().peek('turns').exists
        ? 'it is a list of segments with start, end and text'
        : undefined;
    }
    for (const name of ['segments', 'speakers', 'transcription', 'chunks']) {
      if (isSegment(value.peek(name).first())) return `it has ${name} with times and text`;
    }
    const word = value.peek('words').first();
    const bare = !value.peek('utterances').exists && !value.peek('id').exists;
    return bare && typeof word.peek('word').value === 'string' && word.peek('start').exists
      ? 'it has words with start and end'
      : undefined;
  },
  read,
};
