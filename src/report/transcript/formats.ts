/** The formats that transcripts are written in, by the names that `--to` takes. */
import { csvTranscript } from './csv.ts';
import { jsonlTranscript, jsonTranscript } from './json.ts';
import { srtTranscript } from './srt.ts';
import { textTranscript } from './text.ts';
import type { TranscriptFormat } from './transcript-format.ts';
import { vttTranscript } from './vtt.ts';

export type TranscriptFormatName = 'jsonl' | 'json' | 'text' | 'csv' | 'vtt' | 'srt';

export const transcriptFormats: Readonly<Record<TranscriptFormatName, TranscriptFormat>> = {
  jsonl: jsonlTranscript,
  json: jsonTranscript,
  text: textTranscript,
  csv: csvTranscript,
  vtt: vttTranscript,
  srt: srtTranscript,
};
