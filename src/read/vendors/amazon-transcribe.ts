/**
 * Amazon Transcribe's batch output: seconds as strings, words with confidence, speakers `spk_0` or channels `ch_0`; no
 * roles.
 * https://docs.aws.amazon.com/transcribe/latest/dg/diarization-output-batch.html and
 * https://docs.aws.amazon.com/transcribe/latest/dg/channel-id-output-batch.html
 */
import type { CallDraft, Vendor, Voice } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { cutWords, type Token } from './pieces.ts';

/** Speakers by the start of a word as it is written, for output whose words do not carry them. */
function speakersOf(results: JsonNode): ReadonlyMap<string, string> {
  const speakers = new Map<string, string>();
  const labels = results.get('speaker_labels');
  for (const segment of labels.get('segments').records()) {
    const of = segment.get('speaker_label').label();
    for (const item of segment.get('items').records()) {
      const start = item.get('start_time').label();
      const speaker = item.get('speaker_label').label() ?? of;
      if (start !== undefined && speaker !== undefined) speakers.set(start, speaker);
    }
  }
  return speakers;
}

function tokenOf(item: JsonNode, speakers: ReadonlyMap<string, string>, channel?: string): Token {
  const best = item.get('alternatives').records()[0] ?? item;
  const start = item.get('start_time');
  const id = item.get('speaker_label').label() ?? speakers.get(start.label() ?? '');
  const own = item.get('channel_label').label() ?? channel;
  const voice: Voice | undefined = own !== undefined ? { id: own } : id !== undefined ? { id } : undefined;
  const attaches = item.get('type').string() === 'punctuation';
  return {
    text: best.get('content').text(),
    start: offsetOf(start, 's'),
    end: offsetOf(item.get('end_time'), 's'),
    confidence: attaches ? undefined : best.get('confidence').confidence(),
    voice,
    attaches,
  };
}

function read(root: JsonNode): CallDraft {
  const results = root.get('results');
  const speakers = speakersOf(results);
  const head = [
    ['id', root.get('jobName').label()],
    ['language', results.get('language_code').label()],
  ] as const;
  const channels = results.get('channel_labels').get('channels').records();
  const byChannel = channels.map((channel) =>
    channel
      .get('items')
      .records()
      .map((item) => tokenOf(item, speakers, channel.get('channel_label').label())),
  );
  if (byChannel.some((tokens) => tokens.length > 0)) return { pieces: byChannel.flatMap(cutWords), head };
  const items = results.get('items').records();
  if (items.length > 0) return { pieces: cutWords(items.map((item) => tokenOf(item, speakers))), head };
  const transcripts = results.get('transcripts').records();
  return { pieces: transcripts.map((transcript) => ({ text: transcript.get('transcript').text() })), head };
}

export const amazonTranscribe: Vendor = {
  recognises: (value) => {
    const results = value.peek('results');
    const item = results.peek('items').first();
    if (results.peek('transcripts').isList || results.peek('channel_labels').isRecord)
      return 'it has results with transcripts';
    return item.peek('alternatives').isList && item.peek('start_time').exists
      ? 'it has results with items and their alternatives'
      : undefined;
  },
  read,
};
