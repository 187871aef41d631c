/**
 * Huawei Cloud's Speech Interaction Service: milliseconds, roles where the recording's channels or speakers were told
 * apart, emotion.
 * https://support.huaweicloud.com/api-sis/sis_03_0093.html (`CollectTranscriberJob`)
 */
import type { Speaker } from '../../call/call.ts';
import type { CallDraft, Piece, Vendor, Voice } from './draft.ts';
import type { JsonNode } from './json-node.ts';
import { offsetOf } from './offset.ts';
import { wordsOf } from './pieces.ts';
import { speakerName } from './voice.ts';

const sides: Readonly<Record<string, Speaker>> = { AGENT: 'agent', USER: 'customer' };

function pieceOf(segment: JsonNode): Piece {
  const result = segment.get('result');
  const analysis = result.get('analysis_info');
  const role = speakerName(analysis.get('role'));
  const voice: Voice | undefined =
    role === undefined ? undefined : { side: sides[role.toUpperCase()], id: role };
  const words = result.get('word_info').records();
  const confidence = result.get('score').confidence();
  return {
    voice,
    text: words.length > 0 ? result.get('text').string() : result.get('text').text(),
    words: wordsOf(
      words.map((word) => ({
        text: word.get('word').text(),
        start: offsetOf(word.get('start_time'), 'ms'),
        end: offsetOf(word.get('end_time'), 'ms'),
      })),
    ),
    start: offsetOf(segment.get('start_time'), 'ms'),
    end: offsetOf(segment.get('end_time'), 'ms'),
    // Zero is what the service writes where it has none.
    confidence: confidence === 0 ? undefined : confidence,
    sentiment: analysis.get('emotion').label()?.toLowerCase(),
  };
}

function read(root: JsonNode): CallDraft {
  const asr = root.get('asr_result');
  const job = asr.exists ? asr : root;
  return {
    pieces: job.get('segments').records().map(pieceOf),
    head: [['id', root.get('job_id').label() ?? job.get('job_id').label()]],
  };
}

export const huaweiSis: Vendor = {
  recognises: (value) => {
    const job = value.peek('asr_result').exists ? value.peek('asr_result') : value;
    const segment = job.peek('segments').first();
    return segment.peek('result').isRecord && segment.peek('start_time').exists
      ? 'it has segments whose result has the text'
      : undefined;
  },
  read,
};
