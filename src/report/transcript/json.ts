/** Calls as JSON and JSONL in the canonical form, which holds all that there is. */
import { jsonText } from '../json-text.ts';
import type { TranscriptFormat } from './transcript-format.ts';

/** A call a line. */
export const jsonlTranscript: TranscriptFormat = {
  extension: '.jsonl',
  holdsMany: true,
  head: '',
  tail: '',
  call: (call) => `${jsonText(call)}\n`,
};

/** A list of calls. */
export const jsonTranscript: TranscriptFormat = {
  extension: '.json',
  holdsMany: true,
  head: '[',
  tail: '\n]\n',
  call: (call, index) => `${index === 0 ? '' : ','}\n${jsonText(call, 2)}`,
};
