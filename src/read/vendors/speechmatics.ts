/**
 * Speechmatics' json-v2: seconds, words with confidence, speakers `S1` or named channels; no roles.
 * https://docs.speechmatics.com/en/batch-container/speech-api/ (v2 output)
 */
import type { CallDraft, Vendor, Voice } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { cutWords, type Token } from './pieces.ts';

function tokenOf(item: JsonNode): Token {
  const best = item.get('alternatives').records()[0] ?? item;
  const speaker = best.get('speaker').label() ?? item.get('speaker').label();
  // UU is what the service writes where it did not tell speakers apart.
  const id = speaker === 'UU' ? undefined : speaker;
  const channel = item.get('channel').label();
  const voice: Voice | undefined =
    id === undefined && channel === undefined ? undefined : { id: channel ?? id };
  return {
    text: best.get('content').text(),
    start: offsetOf(item.get('start_time'), 's'),
    end: offsetOf(item.get('end_time'), 's'),
    confidence: best.get('confidence').confidence(),
    voice,
    attaches: item.get('type').string() === 'punctuation' && item.get('attaches_to').string() !== 'next',
  };
}

/** Words of several channels are listed channel by channel or mixed: each channel is cut by itself. */
function byChannel(tokens: readonly Token[], items: readonly JsonNode[]): readonly (readonly Token[])[] {
  const channels = new Map<string, Token[]>();
  tokens.forEach((token, index) => {
    const channel = items[index]!.get('channel').label() ?? '';
    const own = channels.get(channel) ?? [];
    own.push(token);
    channels.set(channel, own);
  });
  return [...channels.values()];
}

function read(root: JsonNode): CallDraft {
  const items = root.get('results').records();
  const tokens = items.map(tokenOf);
  const config = root.get('metadata').get('transcription_config');
  return {
    pieces: byChannel(tokens, items).flatMap(cutWords),
    head: [
      ['id', root.get('job').get('id').label()],
      ['language', config.get('language').label()],
    ],
  };
}

export const speechmatics: Vendor = {
  recognises: (value) => {
    const item = value.peek('results').first();
    return item.peek('type').exists && item.peek('alternatives').first().peek('content').exists
      ? 'it has results with type and alternatives'
      : undefined;
  },
  read,
};
