/**
 * Google's Speech-to-Text, v1 and v2, alone or in a finished operation: seconds with an `s`, words with confidence,
 * speaker or channel tags; no roles.
 * - https://cloud.google.com/speech-to-text/docs/reference/rest/v1/speech/longrunningrecognize (`SpeechRecognitionResult`)
 * - https://cloud.google.com/speech-to-text/v2/docs/reference/rest/v2/BatchRecognizeResults
 * - https://cloud.google.com/speech-to-text/docs/multiple-voices: in v1 the last result repeats all words with their tags
 */
import type { CallDraft, Piece, Vendor, Voice } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { cutWords, wordOf, type Token } from './pieces.ts';

interface Result {
  readonly tokens: readonly Token[];
  readonly text: string | undefined;
  readonly confidence: number | undefined;
  readonly end: number | undefined;
  readonly channel: string | undefined;
}

function tagOf(word: JsonNode): string | undefined {
  const tag = word.get('speakerLabel', 'speakerTag').label();
  // Zero is what the service writes where it did not tell speakers apart.
  if (tag === undefined || tag === '0') return undefined;
  return /^\d+$/u.test(tag) ? `speaker ${tag}` : tag;
}

function resultOf(result: JsonNode): Result {
  const best = result.get('alternatives').records()[0];
  const tag = result.get('channelTag').label();
  const channel = tag === '0' ? undefined : tag;
  const tokens = (best?.get('words').records() ?? []).map((word): Token => {
    const id = tagOf(word);
    const voice: Voice | undefined = id === undefined && channel === undefined ? undefined : { id, channel };
    return {
      text: word.get('word').text(),
      start: offsetOf(word.get('startOffset', 'startTime'), 's'),
      end: offsetOf(word.get('endOffset', 'endTime'), 's'),
      confidence: word.get('confidence').confidence() || undefined,
      voice,
    };
  });
  return {
    tokens,
    text: best?.get('transcript').string(),
    confidence: best?.get('confidence').confidence() || undefined,
    end: offsetOf(result.get('resultEndOffset', 'resultEndTime'), 's'),
    channel,
  };
}

/** Without the results whose words the last one repeats with their speakers. */
function withoutRepeats(results: readonly Result[]): readonly Result[] {
  const tagged = ({ tokens }: Result) => tokens.some(({ voice }) => voice?.id !== undefined);
  const last = results.at(-1);
  const others = results.slice(0, -1);
  if (last === undefined || !tagged(last) || others.some(tagged)) return results;
  const before = others.reduce((sum, { tokens }) => sum + tokens.length, 0);
  return last.tokens.length >= before && others.length > 0 ? [last] : results;
}

/** A result of one voice keeps its text as it is written; one of several is cut where they change. */
function piecesOf({ tokens, text, confidence, end, channel }: Result): readonly Piece[] {
  const voices = new Set(tokens.map(({ voice }) => voice?.id));
  if (voices.size > 1 || (text ?? '') === '') {
    return tokens.length === 0 ? [] : cutWords(tokens);
  }
  const voice = tokens[0]?.voice ?? (channel === undefined ? undefined : { channel });
  return [{ voice, text, words: tokens.map(wordOf), end, confidence }];
}

/** The results, alone or in the response of an operation. */
function listOf(root: JsonNode): JsonNode {
  const response = root.get('response');
  return (response.exists ? response : root).get('results');
}

function read(root: JsonNode): CallDraft {
  const results = listOf(root).records();
  const pieces = withoutRepeats(results.map(resultOf)).flatMap(piecesOf);
  return {
    pieces,
    head: [
      ['id', root.get('name').label()?.split('/').at(-1)],
      ['language', results.map((result) => result.get('languageCode').label()).find(Boolean)],
    ],
  };
}

export const googleSpeech: Vendor = {
  recognises: (value) => {
    const inside = value.peek('response').peek('results');
    const result = (inside.exists ? inside : value.peek('results')).first();
    const best = result.peek('alternatives').first();
    return best.peek('transcript').exists || best.peek('words').isList
      ? 'it has results whose alternatives have a transcript'
      : undefined;
  },
  read,
};
